using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Quotes.Marks;
using NewsExtract.Quotes.Speakers;
using NewsExtract.Syntax.Sentences;

namespace NewsExtract.Quotes.Text;

/// <summary>Turns drafts into quotes: edges trimmed of marks, punctuation and <c>that</c>; type, speaker, number.</summary>
internal static class QuoteAssembler
{
    /// <summary>The layer of the drafts, in text order.</summary>
    public static QuoteLayer Assemble(QuoteSheet sheet, List<QuoteDraft> drafts, SpeakerResolver speakers)
    {
        var quotes = ImmutableArray.CreateBuilder<Quote>(drafts.Count);
        drafts.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Cue.Start.CompareTo(b.Cue.Start));
        foreach (var draft in drafts)
        {
            Part(draft);
            var content = ImmutableArray.CreateBuilder<TextSpan>(draft.Content.Count);
            foreach (var piece in draft.Content)
            {
                if (TrimContent(sheet, piece) is { IsEmpty: false } span)
                {
                    content.Add(span);
                }
            }

            if (content.Count == 0)
            {
                continue;
            }

            var source = Trim(sheet, draft.Source);
            var named = draft.ImpliedSource.Length > 0 ? draft.ImpliedSource : draft.Source;
            var (entity, name) = named.Length > 0 ? speakers.Resolve(sheet, named) : (null, null);
            quotes.Add(new Quote($"q{quotes.Count + 1}", TypeOf(sheet, content), content.ToImmutable(), Math.Round(draft.Confidence, 3))
            {
                Cue = Trim(sheet, draft.Cue),
                Speaker = source,
                SpeakerEntity = entity,
                SpeakerName = name,
                IsSpeech = draft.IsSpeech,
            });
        }

        return new QuoteLayer(quotes.ToImmutable());
    }

    /// <summary>Nobody is part of what is said: a title of a work in the source's phrase (Ann Poe, author of “The Long Quay”) is no content, and a source ends where the only content begins.</summary>
    private static void Part(QuoteDraft draft)
    {
        for (var i = draft.Content.Count - 1; i >= 0 && draft.Source.Length > 0; i--)
        {
            var piece = draft.Content[i];
            if (!piece.Overlaps(draft.Source))
            {
                continue;
            }

            if (draft.Content.Count > 1)
            {
                draft.Content.RemoveAt(i);
            }
            else
            {
                draft.Source = piece.Start > draft.Source.Start ? new TokenRange(draft.Source.Start, piece.Start) : default;
            }
        }
    }

    private static TextSpan? Trim(QuoteSheet sheet, TokenRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end - 1 && !sheet.IsWord(start))
        {
            start++;
        }

        while (end > start + 1 && !sheet.IsWord(end - 1))
        {
            end--;
        }

        return end > start ? sheet.Tokens.SpanOf(new TokenRange(start, end)) : null;
    }

    /// <summary>
    /// Drops a dateline, commas, colons and dashes at both edges, a leading <c>that</c>, and marks whose partner is not inside. A final full stop stays when it is
    /// inside the quotation marks.
    /// </summary>
    private static TextSpan TrimContent(QuoteSheet sheet, TokenRange piece)
    {
        var end = EndInMarks(sheet, piece);
        var start = AfterDateline(sheet, piece.Start) is var after && after < end ? after : piece.Start;

        // "outsiders" of stoking tension: a mark at the edge whose partner stands in the middle belongs to the words.
        start -= start > 0 && start == piece.Start && sheet.Punctuation[start - 1] == PunctuationKind.OpeningMark && PartnerAt(sheet, start - 1) is var closer && closer > start && closer < end - 1 ? 1 : 0;
        for (var changed = true; changed && start < end;)
        {
            changed = false;
            if (sheet.Punctuation[start] is not (PunctuationKind.Word or PunctuationKind.Opening or PunctuationKind.OpeningMark)
                || (sheet.Punctuation[start] == PunctuationKind.OpeningMark && PartnerAt(sheet, start) is var close && (close < 0 || close >= end - 1))
                || (end - start > 1 && sheet.Punctuation[start] == PunctuationKind.Opening && !HasClosing(sheet, start, end))
                || (end - start > 1 && start == piece.Start && IsThat(sheet, start)))
            {
                start++;
                changed = true;
                continue;
            }

            var last = sheet.Punctuation[end - 1];
            var isInMarks = sheet.Mark[end - 1] != 0;
            if (last is PunctuationKind.Comma or PunctuationKind.Colon or PunctuationKind.Semicolon or PunctuationKind.Dash or PunctuationKind.Opening or PunctuationKind.OpeningMark
                || (last == PunctuationKind.Stop && !isInMarks && sheet.Chars(end - 1)[0] == '.')
                || (last == PunctuationKind.ClosingMark && OpenerAt(sheet, end - 1) is var open && (open < 0 || open <= start)))
            {
                end--;
                changed = true;
            }
        }

        return end > start ? sheet.Tokens.SpanOf(new TokenRange(start, end)) : default;
    }

    /// <summary>The token after the dateline that starts at a token; that token when there is none. A dateline is nobody's words.</summary>
    private static int AfterDateline(QuoteSheet sheet, int start)
    {
        var paragraph = sheet.Paragraphs[sheet.Paragraph[start]];
        return start == paragraph.Start ? Dateline.Skip(sheet.Text, sheet.Tokens, paragraph) : start;
    }

    /// <summary>The end with the full stop that belongs to the words in marks, and the closing mark whose opening one is inside.</summary>
    private static int EndInMarks(QuoteSheet sheet, TokenRange piece)
    {
        var end = piece.End;
        while (end < sheet.Count && sheet.Punctuation[end] is PunctuationKind.Stop or PunctuationKind.Question && sheet.Mark[end] != 0 && sheet.Mark[end] == sheet.Mark[end - 1])
        {
            end++;
        }

        return end < sheet.Count && sheet.Punctuation[end] == PunctuationKind.ClosingMark && OpenerAt(sheet, end) >= piece.Start ? end + 1 : end;
    }

    private static bool IsThat(QuoteSheet sheet, int token) =>
        sheet.Chars(token).Equals("that", StringComparison.Ordinal) && (!sheet.HasTags || sheet.Upos[token] == Upos.SCONJ);

    private static bool HasClosing(QuoteSheet sheet, int start, int end)
    {
        for (var t = start + 1; t < end; t++)
        {
            if (sheet.Punctuation[t] == PunctuationKind.Closing)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token of the mark that closes what this one opens, −1 when there is none.</summary>
    private static int PartnerAt(QuoteSheet sheet, int opening)
    {
        for (var q = 0; q < sheet.Quoted.Count; q++)
        {
            if (sheet.QuotedTokens[q].Start == opening + 1 || sheet.Quoted[q].Outer.Start == sheet.Tokens[opening].Start)
            {
                return sheet.Quoted[q].End == QuotedSpanEnd.Closed ? sheet.QuotedTokens[q].End : -1;
            }
        }

        return -1;
    }

    private static int OpenerAt(QuoteSheet sheet, int closing)
    {
        for (var q = 0; q < sheet.Quoted.Count; q++)
        {
            if (sheet.Quoted[q].Outer.End == sheet.Tokens[closing].End)
            {
                return sheet.QuotedTokens[q].Start - 1;
            }
        }

        return -1;
    }

    /// <summary>Direct when nearly all letters are in marks, indirect when none is.</summary>
    private static QuoteType TypeOf(QuoteSheet sheet, ImmutableArray<TextSpan>.Builder content)
    {
        var (inside, all) = (0, 0);
        foreach (var span in content)
        {
            var tokens = sheet.Tokens.Covering(span);
            for (var t = tokens.Start; t < tokens.End; t++)
            {
                if (sheet.IsWord(t))
                {
                    all++;
                    inside += sheet.Mark[t] != 0 ? 1 : 0;
                }
            }
        }

        return inside == 0 ? QuoteType.Indirect : inside == all ? QuoteType.Direct : QuoteType.Mixed;
    }
}
