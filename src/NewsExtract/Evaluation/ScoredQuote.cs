using System.Text;
using System.Text.Json;

namespace NewsExtract.Evaluation;

/// <summary>One quote as it is scored: content cut at line ends and trimmed at both edges, cue and source trimmed.</summary>
internal sealed class ScoredQuote
{
    private const string Signs = "$£€%";

    public ScoredQuote(ScoredArticle article, JsonElement data)
    {
        Data = data;
        Type = ScoredArticle.String(data, "type") ?? "";
        Pieces = [.. ScoredArticle.Items(data, "content").Select(piece => article.Span(piece)).OfType<ScoreSpan>().SelectMany(s => Lines(article.Runes, s))
            .Select(s => Trim(article.Runes, s, dropThat: true)).Where(static s => s.Start < s.End)];
        Characters = [.. Pieces.SelectMany(static p => Enumerable.Range(p.Start, p.End - p.Start))];
        Cue = Edges(article, article.Span(data, "cue"));
        Source = Edges(article, article.Span(data, "speaker"));
        IsScored = ScoredArticle.Flag(data, "speech_cue", true) && !ScoredArticle.Flag(data, "cue_in_quotes", false);
    }

    public JsonElement Data { get; }

    public string Type { get; }

    public ScoreSpan[] Pieces { get; }

    public HashSet<int> Characters { get; }

    public ScoreSpan? Cue { get; }

    public ScoreSpan? Source { get; }

    /// <summary>Whether a label is required: speech, whose cue is not itself inside a quotation.</summary>
    public bool IsScored { get; }

    /// <summary>Shared characters over all characters of both.</summary>
    public double Jaccard(ScoredQuote other) =>
        Shared(other) is > 0 and var shared ? (double)shared / (Characters.Count + other.Characters.Count - shared) : 0;

    /// <summary>The share of this quote's characters that the other has.</summary>
    public double Coverage(ScoredQuote other) => Characters.Count > 0 ? (double)Shared(other) / Characters.Count : 0;

    private int Shared(ScoredQuote other) => Characters.Count <= other.Characters.Count ? Characters.Count(other.Characters.Contains) : other.Characters.Count(Characters.Contains);

    private static IEnumerable<ScoreSpan> Lines(Rune[] text, ScoreSpan span)
    {
        var start = span.Start;
        for (var i = span.Start; i <= span.End; i++)
        {
            if (i == span.End || text[i].Value == '\n')
            {
                if (i > start)
                {
                    yield return new ScoreSpan(start, i);
                }

                start = i + 1;
            }
        }
    }

    // A span of punctuation alone (the cue ":") stays as it is.
    private static ScoreSpan? Edges(ScoredArticle article, ScoreSpan? span) =>
        span is { } given ? Trim(article.Runes, given, dropThat: false) is var trimmed && trimmed.Start < trimmed.End ? trimmed : given : null;

    private static ScoreSpan Trim(Rune[] text, ScoreSpan span, bool dropThat)
    {
        var (start, end) = span;
        while (true)
        {
            while (start < end && !IsSolid(text[start]))
            {
                start++;
            }

            while (end > start && !IsSolid(text[end - 1]))
            {
                end--;
            }

            if (!dropThat || end - start < 5 || !IsThat(text.AsSpan(start, 5)))
            {
                return new ScoreSpan(start, end);
            }

            start += 5;
        }
    }

    private static bool IsThat(ReadOnlySpan<Rune> text) =>
        text[0].Value == 't' && text[1].Value == 'h' && text[2].Value == 'a' && text[3].Value == 't' && (Rune.IsWhiteSpace(text[4]) || text[4].Value is >= 0x1C and <= 0x1F);

    private static bool IsSolid(Rune rune) => NameKeys.IsWordRune(rune) || Signs.Contains(rune.ToString(), StringComparison.Ordinal);
}
