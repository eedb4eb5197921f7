using NewsExtract.Documents;
using NewsExtract.Quotes.Marks;

namespace NewsExtract.Quotes.Text;

/// <summary>Tells speech in quotation marks from titles, nicknames and scare quotes by length, capitals and neighbours.</summary>
internal static class MarkedKinds
{
    private const int SpeechWords = 7;
    private const int PhraseWords = 4;

    /// <summary>The kind of the stretch in marks with the given index.</summary>
    public static MarkedKind Of(QuoteSheet sheet, int quoted)
    {
        var inner = sheet.QuotedTokens[quoted];
        var words = CountWords(sheet, inner, out var capitals, out var small);
        if (words == 0)
        {
            return MarkedKind.Phrase;
        }

        if (words <= 2 && IsInsideName(sheet, inner))
        {
            return MarkedKind.Nickname;
        }

        // On “The Harbour Hour,” the mayor said: the comma or full stop of the sentence around a title may stand inside its marks.
        var ends = EndsAsSentence(sheet, inner);
        var isOpen = !ends || (sheet.Chars(inner.End - 1) is "," or "." && !IsCommaBefore(sheet, inner));
        if (words >= 2 && capitals == words - small && capitals >= 2 && isOpen)
        {
            return MarkedKind.Title;
        }

        return words >= SpeechWords || (words >= PhraseWords && ends) || (ends && capitals > 0 && IsCommaBefore(sheet, inner)) ? MarkedKind.Speech : MarkedKind.Phrase;
    }

    /// <summary>The number of words in a range; <paramref name="capitals"/> of them begin with a capital, <paramref name="small"/> are short lower-case ones.</summary>
    public static int CountWords(QuoteSheet sheet, TokenRange range, out int capitals, out int small)
    {
        var words = capitals = small = 0;
        for (var t = range.Start; t < range.End; t++)
        {
            if (!sheet.IsWord(t))
            {
                continue;
            }

            words++;
            var chars = sheet.Chars(t);
            capitals += char.IsUpper(chars[0]) || char.IsDigit(chars[0]) ? 1 : 0;
            small += char.IsLower(chars[0]) && chars.Length <= 4 ? 1 : 0;
        }

        return words;
    }

    private static bool EndsAsSentence(QuoteSheet sheet, TokenRange inner)
    {
        var last = sheet.Punctuation[inner.End - 1];
        return last is PunctuationKind.Comma or PunctuationKind.Stop or PunctuationKind.Question;
    }

    private static bool IsCommaBefore(QuoteSheet sheet, TokenRange inner) =>
        inner.Start < 2 || sheet.Punctuation[inner.Start - 2] is PunctuationKind.Comma or PunctuationKind.Colon || sheet.Sentence[inner.Start - 2] != sheet.Sentence[inner.Start];

    private static bool IsInsideName(QuoteSheet sheet, TokenRange inner)
    {
        var (before, after) = (inner.Start - 2, inner.End + 1);
        return before >= 0 && after < sheet.Count && IsCapital(sheet, before) && IsCapital(sheet, after) && IsCapital(sheet, inner.Start)
            && sheet.Sentence[before] == sheet.Sentence[after] && sheet.Punctuation[inner.End - 1] == PunctuationKind.Word;
    }

    private static bool IsCapital(QuoteSheet sheet, int token) => sheet.IsWord(token) && char.IsUpper(sheet.Chars(token)[0]);
}
