using NewsExtract.Documents;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Rules;

/// <summary>
/// An attribution put between commas into a relative clause is about that clause: of <c>a strike that, according to the union, cost millions</c> the union says that it cost millions.
/// </summary>
internal static class Parentheticals
{
    /// <summary>Gives such attributions the clause that they interrupt for content.</summary>
    public static void Mend(QuoteSheet sheet, List<QuoteDraft> found)
    {
        foreach (var draft in found)
        {
            if (sheet.HasParse && draft.Cue.Length > 0 && draft.Source.Length > 0 && Clause(sheet, draft) is { Length: > 1 } clause && IsFree(found, draft, clause))
            {
                draft.Content.Clear();
                draft.Content.Add(clause);
            }
        }
    }

    private static bool IsFree(List<QuoteDraft> found, QuoteDraft draft, TokenRange clause) =>
        !found.Exists(other => other != draft && other.Content.Exists(piece => piece.Overlaps(clause) && !piece.Contains(draft.Cue.Start)));

    /// <summary>The part of the clause behind the second comma; empty where the attribution stands elsewhere.</summary>
    private static TokenRange Clause(QuoteSheet sheet, QuoteDraft draft)
    {
        var (start, end) = (Math.Min(draft.Cue.Start, draft.Source.Start), Math.Max(draft.Cue.End, draft.Source.End));
        if (start < 2 || end >= sheet.Count - 1 || sheet.Punctuation[start - 1] != PunctuationKind.Comma || sheet.Punctuation[end] != PunctuationKind.Comma
            || sheet.Sentence[start - 2] != sheet.Sentence[end] || !(sheet.Chars(start - 2) is "that" or "which" or "who"))
        {
            return default;
        }

        // The parser is often wrong about such sentences; the verb that follows at once is the clause's in any case.
        var verb = end + 1;
        while (verb < sheet.Count - 1 && sheet.Upos[verb] == Upos.ADV)
        {
            verb++;
        }

        verb = sheet.Upos[verb] is Upos.VERB or Upos.AUX ? verb : sheet.Head[start - 2];
        if (verb <= end || sheet.Sentence[verb] != sheet.Sentence[end])
        {
            return default;
        }

        var last = verb;
        var most = Math.Max(sheet.Right[verb], sheet.Upos[verb] == Upos.AUX && sheet.Head[verb] > verb ? sheet.Right[sheet.Head[verb]] : verb);
        while (last < most && sheet.IsWord(last + 1))
        {
            last++;
        }

        return new TokenRange(end + 1, last + 1);
    }
}
