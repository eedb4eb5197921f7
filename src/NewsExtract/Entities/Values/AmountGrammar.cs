using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>Money, percentages and measures: a number with what it counts.</summary>
internal static class AmountGrammar
{
    // Won and pound are other words too; amounts in won are large.
    private const decimal LeastBig = 1000;
    private const int LongestUnit = 3;

    // Hundreds of thousands of millions; a longer chain is no amount, and reading it again from each word would take long.
    private const int LongestChain = 5;

    /// <summary>The longest amount that begins at a token.</summary>
    public static ValueMatch At(in ValueCursor words, int at)
    {
        if (words.TryGet(at, ValueCategory.Symbol, out var symbol))
        {
            return AfterSymbol(words, at, symbol.Text);
        }

        if (words.TryGet(at, ValueCategory.Code, out var code) && IsUpper(words.Word(at)) && words.StartsWithDigit(at + 1))
        {
            return AfterSymbol(words, at, code.Text);
        }

        if (words.TryGet(at, ValueCategory.Scales, out _))
        {
            return Unknown(words, at);
        }

        var amount = NumberGrammar.At(words, at);
        if (amount.End == 0)
        {
            return default;
        }

        var percent = Percent(words, amount);
        return amount.IsWord ? percent : percent.Or(Money(words, amount)).Or(Quantity(words, amount));
    }

    private static bool IsUpper(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>$5, $1.2bn, $5-10 million, $5 million to $10 million.</summary>
    private static ValueMatch AfterSymbol(in ValueCursor words, int at, string currency)
    {
        var amount = NumberGrammar.At(words, at + 1);
        if (amount.End == 0 || !words.StartsWithDigit(at + 1))
        {
            return default;
        }

        // $5-$10, $5 million to $10 million
        if (amount.High is null && words.Is(amount.End, ValueCategory.To) && words.TryGet(amount.End + 1, ValueCategory.Symbol, out var second) && second.Text == currency)
        {
            var high = NumberGrammar.At(words, amount.End + 2);
            if (high.End > 0 && high.High is null && words.StartsWithDigit(amount.End + 2) && high.Low > amount.Low)
            {
                var bare = amount.Low < 1000 && high.Low >= 1000 && amount.End == at + 2 && high.End > amount.End + 3;
                var low = bare && words.TryGet(high.End - 1, ValueCategory.Scale, out var scale) ? amount.Low * scale.Number : amount.Low;
                return new ValueMatch(high.End, EntityType.Money, $"{currency} {Amount.Plain(low)}/{Amount.Plain(high.Low)}");
            }
        }

        // "$5 Canadian" is rare; "$5 US" is left out of the span. "¥5 yuan" keeps the sign's currency.
        return new ValueMatch(amount.End, EntityType.Money, $"{currency} {amount.Times(1)}");
    }

    /// <summary>5 million euros, 50 cents, 10 Canadian dollars, 20 USD.</summary>
    private static ValueMatch Money(in ValueCursor words, Amount amount)
    {
        var at = amount.End;
        if (words.Is(at, ValueCategory.Hyphen) && words.IsAttached(at) && words.IsAttached(at + 1))
        {
            // a million-dollar house
            at++;
        }

        var length = 0;
        ValueEntry adjective = default;
        for (var n = 1; n <= 2 && words.Holds(at + n); n++)
        {
            var head = ValueLexicon.Instance.HeadOf(words.Words(at, at + n - 1));
            for (; head != 0; head = ValueLexicon.Instance[head].Next)
            {
                if (ValueLexicon.Instance[head].Category == ValueCategory.Adjective)
                {
                    (adjective, length) = (ValueLexicon.Instance[head], n);
                }
            }
        }

        at += length;
        var isCode = length == 0 && words.TryGet(at, ValueCategory.Code, out _) && IsUpper(words.Word(at));
        if (isCode && words.TryGet(at, ValueCategory.Code, out var code))
        {
            return new ValueMatch(at + 1, EntityType.Money, $"{code.Text} {amount.Times(1)}");
        }

        var big = words.TryGet(at, ValueCategory.Big, out var entry);
        if (!big && !words.TryGet(at, ValueCategory.Word, out entry))
        {
            return default;
        }

        var end = at + 1;
        if (big && words.Is(end, ValueCategory.Sterling))
        {
            end++;
        }
        else if (big && length == 0 && (amount.IsVague || amount.Low < LeastBig))
        {
            return default;
        }

        var currency = length > 0 && adjective.Other == entry.Text ? adjective.Text : entry.Text;
        var factor = entry.Other.Length > 0 ? decimal.Parse(entry.Other, System.Globalization.CultureInfo.InvariantCulture) : 1;
        return new ValueMatch(end, EntityType.Money, $"{currency} {amount.Times(factor)}");
    }

    /// <summary>Billions of dollars, hundreds of thousands of euros.</summary>
    private static ValueMatch Unknown(in ValueCursor words, int at)
    {
        var end = at + 1;
        while (end < at + LongestChain && words.Is(end, ValueCategory.Of) && words.Is(end + 1, ValueCategory.Scales))
        {
            end += 2;
        }

        if (!words.Is(end, ValueCategory.Of))
        {
            return default;
        }

        var vague = new Amount(end + 1, 0, null, true, false);
        return Money(words, vague).Or(Quantity(words, vague));
    }

    private static ValueMatch Percent(in ValueCursor words, Amount amount)
    {
        for (var n = LongestUnit; n >= 1; n--)
        {
            var last = amount.End + n - 1;
            if (words.Holds(last) && ValueLexicon.Instance.TryPercent(words.Words(amount.End, last), out var factor))
            {
                return new ValueMatch(last + 1, EntityType.Percent, amount.Times(factor));
            }
        }

        // 10% to 20%, 10%-20% are two.
        return default;
    }

    private static ValueMatch Quantity(in ValueCursor words, Amount amount)
    {
        var at = amount.End;
        if (words.Is(at, ValueCategory.Hyphen) && words.IsAttached(at) && words.IsAttached(at + 1))
        {
            // a 12-mile run
            at++;
        }

        var (end, symbol) = Unit(words, at);
        if (end == 0)
        {
            return default;
        }

        var value = amount.Times(1) + " " + symbol;
        var more = NumberGrammar.At(words, end);
        if (symbol is "ft" or "lb" && more is { End: > 0, IsVague: false, IsWord: false } && Unit(words, more.End) is { End: > 0 } second)
        {
            // 6 feet 2 inches
            return new ValueMatch(second.End, EntityType.Quantity, $"{value} {more.Times(1)} {second.Symbol}");
        }

        return new ValueMatch(end, EntityType.Quantity, value);
    }

    private static (int End, string Symbol) Unit(in ValueCursor words, int at)
    {
        for (var n = LongestUnit; n >= 1; n--)
        {
            var last = at + n - 1;
            if (words.Holds(last) && ValueLexicon.Instance.TryUnit(words.Words(at, last), out var symbol))
            {
                return (last + 1, symbol);
            }
        }

        return default;
    }
}
