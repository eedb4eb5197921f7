using System.Collections.Immutable;
using System.Text;
using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Formats;

namespace NewsExtract.Tests.Formats.Exchange;

/// <summary>Generates articles with every kind of annotation, valid and otherwise without sense, over texts that break careless code.</summary>
internal sealed class HostileArticle
{
    private static readonly string[] Strange = ["Ann Teal", "a\tb\n{\"x\": 1}", "</script>", "=1+1", "👩‍🚀 \u202E", "#T1\t*", "", "É\\u0041"];

    private readonly string _text;
    private readonly int[] _draws;
    private int _next;

    private HostileArticle(string text, int[] draws) => (_text, _draws) = (text, draws);

    /// <summary>Articles, with offsets in UTF-16 code units.</summary>
    /// <param name="isWhole">Whether items without any span and a stamp of the tool come too.</param>
    public static Gen<AnnotatedArticle> Of(bool isWhole) => Gen.Select(HostileText.Mixed, Gen.Int[0, 1 << 20].Array[400], (text, draws) => new HostileArticle(Whole(text) + "𝒜nn.", draws).Make(isWhole));

    // Half surrogate pairs cannot stand in a UTF-8 file.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(static rune => rune.ToString()));

    private AnnotatedArticle Make(bool isWhole)
    {
        var entities = Many(4, i => new AnnotatedEntity($"e{i}", (EntityType)Draw(12), Words(), [.. Spans(Draw(3) + (isWhole ? 0 : 1)).Select(Mention)]));
        var quotes = Many(4, i => new AnnotatedQuote($"q{i}", (QuoteType)Draw(3), [.. Apart(Spans(Draw(4) + (isWhole ? 0 : 1)))])
        {
            Cue = Maybe(Span),
            Speaker = Maybe(Span),
            SpeakerEntity = Maybe(() => "e1"),
            SpeakerName = Maybe(Words),
            IsSpeech = Draw(2) == 0,
            Confidence = Confidence(),
        });
        var stances = Many(4, i => new AnnotatedStance($"s {i}", Side(), Side(), (Polarity)Draw(3))
        {
            Evidence = Maybe(Span),
            Quote = Maybe(() => "q1"),
            Confidence = Confidence(),
            Basis = [.. Enumerable.Range(0, Draw(3)).Select(_ => Words())],
        });
        var article = new AnnotatedArticle
        {
            Id = Maybe(() => "a/ü b") ?? "plain",
            Source = Maybe(Words),
            Title = Maybe(Words),
            Published = Maybe(() => "2024-03-01"),
            Text = _text,
            Entities = Draw(5) == 0 ? default : entities,
            Quotes = Draw(5) == 0 ? default : quotes,
            Stances = Draw(5) == 0 ? default : stances,
        };
        return !isWhole ? article : article with
        {
            Tool = Draw(2) == 0 ? null : new ToolStamp("1.2.3", "sha256:0", [KeyValuePair.Create("entities", "sha256:1")]),
            ContentHash = AnnotationBuilder.HashOf(_text),
            Sentences = Draw(3) == 0 ? default : [.. Spans(2).Select(static s => s with { Text = "" })],
        };
    }

    private ImmutableArray<T> Many<T>(int most, Func<int, T> make) => [.. Enumerable.Range(1, Draw(most)).Select(make)];

    private AnnotatedMention Mention(AnnotatedSpan span) => new(span, (MentionKind)Draw(3)) { Confidence = Confidence(), Value = Maybe(Words), Country = Maybe(() => "NO") };

    private AnnotatedSide Side() => Draw(4) == 0 ? new AnnotatedSide("author", null, null) : new AnnotatedSide(Words(), Maybe(() => "e1"), Maybe(Span));

    private List<AnnotatedSpan> Spans(int count) => [.. Enumerable.Range(0, count).Select(_ => Span()).OrderBy(static s => s.Start)];

    private static IEnumerable<AnnotatedSpan> Apart(List<AnnotatedSpan> spans) => spans.Where((span, index) => index == 0 || spans.Take(index).All(before => before.End < span.Start));

    /// <summary>A span that begins and ends with a whole character that is no white space.</summary>
    private AnnotatedSpan Span()
    {
        var runes = new List<(int At, Rune Rune)>();
        for (var at = 0; at < _text.Length; at += runes[^1].Rune.Utf16SequenceLength)
        {
            runes.Add((at, Rune.GetRuneAt(_text, at)));
        }

        var seen = runes.Where(static r => !Rune.IsWhiteSpace(r.Rune)).ToList();
        var first = Draw(seen.Count);
        var (start, last) = (seen[first].At, seen[Math.Min(seen.Count - 1, first + Draw(8))]);
        var end = last.At + last.Rune.Utf16SequenceLength;
        return new AnnotatedSpan(start, end, _text[start..end]);
    }

    private double? Confidence() => Draw(3) == 0 ? null : Draw(10_001) / 10_000.0;

    private string Words() => Strange[Draw(Strange.Length)];

    private T? Maybe<T>(Func<T> make)
        where T : class => Draw(2) == 0 ? null : make();

    private int Draw(int below) => _draws[_next++ % _draws.Length] % below;
}
