using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Training;

/// <summary>Brings attributions to tokens.</summary>
internal static class GoldQuotes
{
    /// <summary>The attributions of an article that have a cue and content.</summary>
    public static List<GoldQuote> Of(QuoteSheet sheet, ImmutableArray<PolnearAttribution> attributions)
    {
        var list = new List<GoldQuote>();
        foreach (var attribution in attributions)
        {
            if (attribution.Cue.IsEmpty || Tokens(sheet, attribution.Cue[0], isContent: false) is not { Length: > 0 } cue)
            {
                continue;
            }

            var content = new List<TokenRange>();
            foreach (var span in attribution.Content)
            {
                // A piece over several paragraphs is cut at their ends.
                var whole = Tokens(sheet, span, isContent: true);
                for (var start = whole.Start; start < whole.End;)
                {
                    var end = Math.Min(whole.End, sheet.Paragraphs[sheet.Paragraph[start]].End);
                    if (Trim(sheet, new TokenRange(start, end), isContent: true) is { Length: > 0 } piece)
                    {
                        content.Add(piece);
                    }

                    start = end;
                }
            }

            if (content.Count > 0)
            {
                var source = attribution.Source.IsEmpty ? default : Tokens(sheet, attribution.Source[0], isContent: false);
                list.Add(new GoldQuote(cue, source, content, attribution.IsSpeech));
            }
        }

        list.Sort(static (a, b) => a.Cue.Start.CompareTo(b.Cue.Start));
        return list;
    }

    private static TokenRange Tokens(QuoteSheet sheet, TextSpan span, bool isContent)
    {
        var range = sheet.Tokens.Covering(span);
        if (range.Length == 0)
        {
            return default;
        }

        // A token that the span only touches (as in "not" of "cannot") stays out.
        if (range.Length > 1 && IsMostlyOutside(sheet.Tokens[range.Start], span))
        {
            range = range with { Start = range.Start + 1 };
        }

        if (range.Length > 1 && IsMostlyOutside(sheet.Tokens[range.End - 1], span))
        {
            range = range with { End = range.End - 1 };
        }

        return Trim(sheet, range, isContent);
    }

    private static bool IsMostlyOutside(TextSpan token, TextSpan span) =>
        (Math.Min(token.End, span.End) - Math.Max(token.Start, span.Start)) * 2 <= token.Length - 1;

    private static TokenRange Trim(QuoteSheet sheet, TokenRange range, bool isContent)
    {
        var (start, end) = (range.Start, range.End);
        while (true)
        {
            while (start < end && !sheet.IsWord(start))
            {
                start++;
            }

            while (end > start && !sheet.IsWord(end - 1))
            {
                end--;
            }

            if (isContent && end - start > 1 && sheet.Chars(start) is "that")
            {
                start++;
                continue;
            }

            // A cue can be a colon or a dash.
            return end > start ? new TokenRange(start, end) : isContent ? default : range;
        }
    }
}
