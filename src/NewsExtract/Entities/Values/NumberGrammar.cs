using System.Buffers;
using System.Globalization;

namespace NewsExtract.Entities.Values;

/// <summary>Numbers in digits and words: 1,250; 3.5 million; twenty-five; two and a half; 5 to 10; a dozen; several.</summary>
internal static class NumberGrammar
{
    private const decimal Largest = 1e15m;

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.,");

    /// <summary>The number that begins at a token.</summary>
    public static Amount At(in ValueCursor words, int at)
    {
        var first = Single(words, at);
        if (first.End == 0 || first.IsVague || first.IsWord)
        {
            return first;
        }

        // 5-10, 5 to 10, $5 million to $10 million is left to the currency.
        if (words.Is(first.End, ValueCategory.To) && !words.Word(first.End).SequenceEqual("through"))
        {
            var second = Single(words, first.End + 1);
            if (second.End > 0 && !second.IsVague && !second.IsWord && !words.Is(second.End, ValueCategory.Hyphen) && second.Low > 0)
            {
                // "30-40 million": the scale is for both.
                var scale = Scale(second.Low, words, first.End + 1, second.End);
                var low = first.Low < second.Low && scale > 1 && first.Low < 1000 ? first.Low * scale : first.Low;
                if (low < second.Low)
                {
                    return new Amount(second.End, low, second.Low, false, false);
                }
            }
        }

        return first;
    }

    private static decimal Scale(decimal value, in ValueCursor words, int from, int end) =>
        end - from == 2 && words.TryGet(end - 1, ValueCategory.Scale, out var scale) && value >= scale.Number ? scale.Number : 1;

    private static Amount Single(in ValueCursor words, int at)
    {
        if (words.StartsWithDigit(at) || (words.Word(at).Length > 1 && words.Word(at)[0] == '.'))
        {
            return Digits(words, at);
        }

        if (words.Is(at, ValueCategory.Vague))
        {
            return Vague(words, at);
        }

        if (words.Is(at, ValueCategory.Half))
        {
            // half a million, half an hour
            var scaleAt = words.Is(at + 1, ValueCategory.Article) ? at + 2 : at + 1;
            return words.TryGet(scaleAt, ValueCategory.Scale, out var scale)
                ? new Amount(scaleAt + 1, scale.Number / 2, null, false, false)
                : scaleAt == at + 2 ? new Amount(scaleAt, 0.5m, null, false, false) : default;
        }

        return InWords(words, at);
    }

    private static Amount Digits(in ValueCursor words, int at)
    {
        if (!TryDigits(words.Word(at), out var value))
        {
            return default;
        }

        var end = at + 1;
        // $50-million
        var scaleAt = words.Is(end, ValueCategory.Hyphen) && words.IsAttached(end) ? end + 1 : end;
        while (words.TryGet(scaleAt, ValueCategory.Scale, out var scale) && (scale.Number > 100 || value < 100) && value * scale.Number <= Largest)
        {
            value *= scale.Number;
            end = ++scaleAt;
        }

        // 2 1/2 is left alone; "3 and a half" is not.
        if (IsAndHalf(words, end))
        {
            value += 0.5m;
            end += 3;
        }

        return new Amount(end, value, null, false, false);
    }

    public static bool TryDigits(ReadOnlySpan<char> word, out decimal value)
    {
        value = 0;
        if (word.Length > 18 || word.ContainsAnyExcept(NumberSigns))
        {
            return false;
        }

        var comma = word.LastIndexOf(',');
        return (comma < 0 || word.Length - comma == 4 || word[comma..].IndexOf('.') == 4)
            && decimal.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    private static Amount Vague(in ValueCursor words, int at)
    {
        var end = at + 1;
        if (words.Word(at).Equals("couple", StringComparison.OrdinalIgnoreCase))
        {
            return words.Is(end, ValueCategory.Of) ? new Amount(end + 1, 2, null, false, false) : default;
        }

        // several hundred, a few million: still not known.
        while (words.Is(end, ValueCategory.Scale) || words.Is(end, ValueCategory.Dozen))
        {
            end++;
        }

        return new Amount(end, 0, null, true, false);
    }

    private static Amount InWords(in ValueCursor words, int at)
    {
        decimal total = 0, part = 0;
        var end = at;
        var seen = false;
        var article = words.Is(at, ValueCategory.Article);
        if (article)
        {
            end++;
            part = 1;
            if (words.Is(end, ValueCategory.Vague) && !words.Word(at).Equals("one", StringComparison.OrdinalIgnoreCase))
            {
                return Vague(words, end);
            }
        }

        while (words.Holds(end))
        {
            if (words.TryGet(end, ValueCategory.Number, out var number) && !(seen && part % 10 != 0) && !(article && end == at + 1))
            {
                part += number.Number;
                end++;
            }
            else if (words.TryGet(end, ValueCategory.Tens, out var tens) && part % 100 == 0 && !(article && end == at + 1))
            {
                part += tens.Number;
                end++;
                // twenty-five
                if (words.Is(end, ValueCategory.Hyphen) && words.IsAttached(end) && words.TryGet(end + 1, ValueCategory.Number, out var unit))
                {
                    part += unit.Number;
                    end += 2;
                }
            }
            else if ((seen || article) && words.TryGet(end, ValueCategory.Scale, out var scale) && words.Word(end).Length > 3 && part > 0)
            {
                if (scale.Number == 100)
                {
                    part *= 100;
                }
                else
                {
                    total += part * scale.Number;
                    part = 0;
                }

                end++;
            }
            else if (words.Is(end, ValueCategory.Dozen) && (seen || article))
            {
                part *= 12;
                end++;
            }
            else if (seen && part % 100 == 0 && total + part >= 100 && words.Is(end, ValueCategory.And)
                && (words.Is(end + 1, ValueCategory.Number) || words.Is(end + 1, ValueCategory.Tens)))
            {
                end++;
                continue;
            }
            else
            {
                break;
            }

            seen = true;
            if (total + part > Largest)
            {
                return default;
            }
        }

        if (!seen)
        {
            return article ? new Amount(end, 1, null, false, true) : default;
        }

        if (IsAndHalf(words, end))
        {
            return new Amount(end + 3, total + part + 0.5m, null, false, false);
        }

        return new Amount(end, total + part, null, false, false);
    }

    /// <summary>and a half</summary>
    private static bool IsAndHalf(in ValueCursor words, int at) =>
        words.Is(at, ValueCategory.And) && words.Is(at + 1, ValueCategory.Article) && words.Is(at + 2, ValueCategory.Half);
}
