using System.Collections.Frozen;
using NewsExtract.Documents;
using NewsExtract.Lexicons;

namespace NewsExtract.Quotes.Marks;

/// <summary>
/// Pairs the quotation marks of a text, paragraph by paragraph, so that a stray or missing mark harms its own paragraph only. A mark's side is told by
/// its neighbours first and by its shape second, since writers mix straight and curly marks and word processors turn them the wrong way.
/// </summary>
internal static class QuoteMarkScanner
{
    private static readonly Lazy<FrozenSet<string>> s_elisions = new(static () => SeedLexicon.Set("quotes/elisions"));

    private readonly record struct Open(MarkFamily Family, int Start, int End, int Index);

    /// <summary>The stretches in quotation marks, in text order, an outer one before those inside it.</summary>
    /// <param name="text">The article.</param>
    /// <param name="paragraphs">Its paragraphs, in text order.</param>
    public static List<QuotedSpan> Scan(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        var found = new List<QuotedSpan>();
        var stack = new List<Open>();
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var next = p + 1 < paragraphs.Count ? paragraphs[p + 1] : default;
            var first = found.Count;
            ScanParagraph(text, paragraphs[p], next, stack, found);
            if (stack.Count > 0)
            {
                EndParagraph(text, paragraphs[p], next, stack, found, first);
            }
        }

        found.Sort(static (a, b) => a.Outer.CompareTo(b.Outer));
        SetDepths(found);
        return found;
    }

    private static void ScanParagraph(string text, TextSpan paragraph, TextSpan next, List<Open> stack, List<QuotedSpan> found)
    {
        for (var i = paragraph.Start; i < paragraph.End;)
        {
            var (family, shape, length) = MarkCharacters.At(text.AsSpan(0, paragraph.End), i);
            if (family == MarkFamily.None)
            {
                i++;
                continue;
            }

            var before = i == paragraph.Start ? ' ' : text[i - 1];
            var after = i + length >= paragraph.End ? ' ' : text[i + length];
            var top = LastIndex(stack, family);
            switch (SideOf(text, paragraph, next, i, length, family, shape, before, after, top >= 0))
            {
                case Side.Opening:
                    stack.Add(new Open(family, i, i + length, found.Count));
                    break;
                case Side.Closing when top >= 0:
                    var open = stack[top];
                    stack.RemoveRange(top, stack.Count - top);
                    if (i > open.End)
                    {
                        found.Add(new QuotedSpan(new TextSpan(open.Start, i + length), new TextSpan(open.End, i), 0, QuotedSpanEnd.Closed));
                    }

                    break;
                default:
                    break;
            }

            i += length;
        }
    }

    private enum Side
    {
        None,
        Opening,
        Closing,
    }

    private static Side SideOf(
        string text, TextSpan paragraph, TextSpan next, int at, int length, MarkFamily family, MarkShape shape, char before, char after, bool isOpen)
    {
        if (shape == MarkShape.Low)
        {
            return Side.Opening;
        }

        var left = MarkCharacters.LetsOpen(before) && !char.IsWhiteSpace(after);
        var right = MarkCharacters.LetsClose(after) && !char.IsWhiteSpace(before);
        if (family == MarkFamily.Single)
        {
            return SingleSide(text, paragraph, next, at, shape, before, after, left, right, isOpen);
        }

        // 5'10" and 12" are measures, unless something waits to be closed.
        if (family == MarkFamily.Double && shape == MarkShape.Neutral && length == 1 && char.IsAsciiDigit(before) && !isOpen)
        {
            return Side.None;
        }

        if (left != right)
        {
            return left ? Side.Opening : isOpen ? Side.Closing : Side.None;
        }

        return shape switch
        {
            MarkShape.Left when !isOpen || left => Side.Opening,
            MarkShape.Right when isOpen => Side.Closing,
            MarkShape.Right when left => Side.Opening,
            _ => isOpen ? Side.Closing : Side.Opening,
        };
    }

    private static Side SingleSide(
        string text, TextSpan paragraph, TextSpan next, int at, MarkShape shape, char before, char after, bool left, bool right, bool isOpen)
    {
        if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
        {
            return Side.None;
        }

        if (left && (!right || !isOpen) && shape != MarkShape.Right)
        {
            return !IsElision(text, paragraph, at) && (HasCloser(text, paragraph, at) || (char.IsUpper(after) && Reopens(text, next))) ? Side.Opening : Side.None;
        }

        if (right && isOpen)
        {
            // "the workers' party": a plural possessive goes on with a word and leaves the real closing mark for later.
            var possessive = before is 's' or 'S' && after == ' ' && at + 2 < paragraph.End && char.IsLower(text[at + 2]) && (HasCloser(text, paragraph, at) || Reopens(text, next));
            return possessive ? Side.None : Side.Closing;
        }

        return Side.None;
    }

    /// <summary>Whether a paragraph begins with a single mark and a sentence: the quote before it goes on, and was not closed.</summary>
    private static bool Reopens(string text, TextSpan next) =>
        next.Length > 1 && MarkCharacters.At(text, next.Start) is (MarkFamily.Single, not MarkShape.Right, _) && char.IsUpper(text[next.Start + 1]) && !IsElision(text, next, next.Start);

    private static bool IsElision(string text, TextSpan paragraph, int at)
    {
        var end = at + 1;
        while (end < paragraph.End && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        var word = text.AsSpan(at + 1, end - at - 1);
        if (word.Length > 0 && char.IsAsciiDigit(word[0]))
        {
            return word.Length <= 3 && (word.Length < 3 || word[2] == 's');
        }

        return s_elisions.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    /// <summary>Whether a single mark that can close follows in the paragraph.</summary>
    private static bool HasCloser(string text, TextSpan paragraph, int at)
    {
        for (var i = at + 2; i < paragraph.End; i++)
        {
            if (MarkCharacters.At(text.AsSpan(0, paragraph.End), i) is (MarkFamily.Single, not MarkShape.Left and not MarkShape.Low, _)
                && !char.IsWhiteSpace(text[i - 1])
                && (i + 1 >= paragraph.End || MarkCharacters.LetsClose(text[i + 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static int LastIndex(List<Open> stack, MarkFamily family)
    {
        for (var i = stack.Count - 1; i >= 0; i--)
        {
            if (stack[i].Family == family)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// What is left open: a mark with nothing but closed pairs after it goes to the end of the paragraph. One that another mark of its family
    /// follows was never meant to hold that one: its closing mark is missing before it.
    /// </summary>
    private static void EndParagraph(string text, TextSpan paragraph, TextSpan next, List<Open> stack, List<QuotedSpan> found, int first)
    {
        foreach (var open in stack)
        {
            if (open.Family == MarkFamily.Single && !Reopens(text, next))
            {
                continue;
            }

            var limit = paragraph.End;
            for (var i = open.Index; i < found.Count && limit == paragraph.End; i++)
            {
                if (found[i].Outer.Start > open.Start && MarkCharacters.At(text, found[i].Outer.Start).Family == open.Family)
                {
                    limit = found[i].Outer.Start;
                }
            }

            var reopens = limit == paragraph.End && !next.IsEmpty && MarkCharacters.At(text, next.Start) is var (family, shape, _)
                && family == open.Family && shape != MarkShape.Right;
            var end = Nested(found, first, open.Start, limit == paragraph.End ? limit : SentenceEnd(text, open.End, limit));
            if (end > open.End)
            {
                found.Add(new QuotedSpan(
                    new TextSpan(open.Start, end), new TextSpan(open.End, end), 0, reopens ? QuotedSpanEnd.Continued : QuotedSpanEnd.Missing));
            }
        }

        stack.Clear();
    }

    /// <summary>An end that crosses none of the stretches found in the paragraph: no later than that of one around it, and not in the middle of one that begins inside.</summary>
    private static int Nested(List<QuotedSpan> found, int first, int start, int end)
    {
        for (var before = end + 1; before != end;)
        {
            before = end;
            for (var i = first; i < found.Count; i++)
            {
                var (outer, inner) = (found[i].Outer, found[i].Inner);
                end = outer.Start < start && start < inner.End ? Math.Min(end, inner.End) : outer.Start > start && outer.Start < end && end < outer.End ? outer.Start : end;
            }
        }

        return end;
    }

    /// <summary>The end of the first sentence (or clause before a comma and a space), when a closing mark is missing in mid paragraph.</summary>
    private static int SentenceEnd(string text, int from, int limit)
    {
        for (var i = from; i + 1 < limit; i++)
        {
            if (text[i] is '.' or '!' or '?' or ',' && text[i + 1] == ' ')
            {
                return i + 1;
            }
        }

        return from;
    }

    private static void SetDepths(List<QuotedSpan> found)
    {
        var ends = new Stack<int>();
        for (var i = 0; i < found.Count; i++)
        {
            while (ends.Count > 0 && ends.Peek() <= found[i].Outer.Start)
            {
                ends.Pop();
            }

            found[i] = found[i] with { Depth = ends.Count };
            ends.Push(found[i].Outer.End);
        }
    }
}
