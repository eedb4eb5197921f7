using NewsExtract.Documents;
using NewsExtract.Quotes.Marks;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Rules;

/// <summary>
/// Gives speech in quotation marks that no cue has claimed to a quote: the next piece of an interrupted quote, a paragraph that goes on with the quote
/// before it, or a floating quote whose speaker is the one who spoke last.
/// </summary>
internal static class UnclaimedMarks
{
    // A comma and the opening mark.
    private const int MostMarks = 2;

    /// <summary>Adds to the quotes found so far.</summary>
    public static void Claim(QuoteSheet sheet, List<QuoteDraft> found)
    {
        for (var q = 0; q < sheet.Quoted.Count; q++)
        {
            if (sheet.Quoted[q].Depth > 0)
            {
                continue;
            }

            var inner = sheet.QuotedTokens[q];
            if (inner.Length == 0 || sheet.Sentences[sheet.Sentence[inner.Start]].IsHeading || MarkedKinds.Of(sheet, q) != MarkedKind.Speech || IsName(sheet, inner) || IsClaimed(sheet, inner, found))
            {
                continue;
            }

            if (Previous(sheet, inner, found) is { } previous)
            {
                previous.Content.Add(inner);
            }
            else
            {
                var draft = new QuoteDraft { Confidence = 0.5 };
                draft.Content.Add(inner);
                draft.ImpliedSource = LastSource(sheet, inner, found);
                found.Add(draft);
            }
        }
    }

    /// <summary>"In her last film, “Trainwreck.”": one word after a comma, that nobody says, is a name.</summary>
    private static bool IsName(QuoteSheet sheet, TokenRange inner) =>
        MarkedKinds.CountWords(sheet, inner, out _, out _) == 1 && sheet.Chars(inner.End - 1) is not ("?" or "!") && inner.Start >= MostMarks && sheet.Punctuation[inner.Start - MostMarks] == PunctuationKind.Comma;

    private static bool IsClaimed(QuoteSheet sheet, TokenRange inner, List<QuoteDraft> found)
    {
        var claimed = 0;
        foreach (var draft in found)
        {
            foreach (var piece in draft.Content)
            {
                claimed += Math.Max(0, Math.Min(piece.End, inner.End) - Math.Max(piece.Start, inner.Start));
            }

            // A cue inside the marks: the speaker there is quoted by another, who is not known; leave it be.
            claimed += inner.Contains(draft.Cue.Start) && draft.Cue.Length > 0 ? inner.Length : 0;
        }

        return claimed * 3 >= inner.Length;
    }

    /// <summary>The quote that this stretch goes on with: the last before it, in the same paragraph or, when it fills its own paragraph, in the one before.</summary>
    private static QuoteDraft? Previous(QuoteSheet sheet, TokenRange inner, List<QuoteDraft> found)
    {
        QuoteDraft? last = null;
        foreach (var draft in found)
        {
            if (draft.Content[^1].End <= inner.Start && (last is null || draft.Content[^1].End > last.Content[^1].End))
            {
                last = draft;
            }
        }

        // "They may still win, according to the agency, “whatever the polls say”": between the two stands only who says so.
        if (last is { IsSpeech: true } && last.Source.Length > 0 && last.Source.End <= inner.Start && last.Source.End >= inner.Start - MostMarks && sheet.Sentence[last.Source.Start] == sheet.Sentence[inner.Start])
        {
            return last;
        }

        if (last is null || !last.IsSpeech || LabelledSpeech.IsSignature(sheet, last) || sheet.Mark[Math.Max(last.Content[^1].Start, last.Content[^1].End - 2)] == 0)
        {
            return null;
        }

        var paragraph = sheet.Paragraph[inner.Start];
        var from = sheet.Paragraph[last.Content[^1].Start];
        return from == paragraph || (from == paragraph - 1 && inner.Start - sheet.Paragraphs[paragraph].Start <= 1) ? last : null;
    }

    private static TokenRange LastSource(QuoteSheet sheet, TokenRange inner, List<QuoteDraft> found)
    {
        var (best, at) = (default(TokenRange), -1);
        foreach (var draft in found)
        {
            if (draft.Source.Length > 0 && draft.IsSpeech && draft.Source.Start < inner.Start && draft.Source.Start > at && sheet.Paragraph[draft.Source.Start] >= sheet.Paragraph[inner.Start] - 1)
            {
                (best, at) = (draft.Source, draft.Source.Start);
            }
        }

        return best;
    }
}
