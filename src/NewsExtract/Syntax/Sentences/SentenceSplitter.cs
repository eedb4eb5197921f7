using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Syntax.Sentences;

/// <summary>Splits paragraphs into sentences at full stops and other end marks, with the quotation marks and brackets that close after them.</summary>
internal static class SentenceSplitter
{
    /// <summary>The sentences of the scanned tokens; each token is in exactly one, and none crosses a paragraph.</summary>
    public static ImmutableArray<Sentence> Split(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        var count = tokens.Count;
        var pool = System.Buffers.ArrayPool<bool>.Shared;
        var begins = pool.Rent(count + 1);
        var sentences = ImmutableArray.CreateBuilder<Sentence>((count / 16) + 1);
        ParagraphFinder.Find(text, tokens, begins);
        var paragraph = 0;
        for (var start = 0; start < count; paragraph++)
        {
            var end = start + 1;
            while (end < count && !begins[end])
            {
                end++;
            }

            Paragraph(text, tokens, start, end, paragraph, sentences);
            start = end;
        }

        pool.Return(begins);
        return sentences.DrainToImmutable();
    }

    private static void Paragraph(
        ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end, int paragraph, ImmutableArray<Sentence>.Builder sentences)
    {
        var first = sentences.Count;
        var boundary = new BoundaryRules(text, tokens, start, end);
        var from = start;
        for (var at = start; at < end;)
        {
            var next = boundary.After(at, from, out var isEnd);
            if (isEnd || next == end)
            {
                sentences.Add(Make(tokens, from, next, paragraph, false));
                from = next;
            }

            at = next;
        }

        if (sentences.Count == first + 1 && HeadingRules.IsHeading(text, tokens, start, end, paragraph))
        {
            sentences[first] = sentences[first] with { IsHeading = true };
        }
    }

    private static Sentence Make(TokenBuffer tokens, int start, int end, int paragraph, bool isHeading) =>
        new(new TextSpan(tokens.Spans[start].Start, tokens.Spans[end - 1].End), new TokenRange(start, end), paragraph, isHeading);
}
