using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Pipeline.Engines.Mapping;

/// <summary>
/// Makes the first layers of a document from what another engine found: tokens, sentences, tags and named mentions. Repairs what engines
/// get wrong about positions; <c>docs/engines.md</c> lists it.
/// </summary>
public static class EngineMapper
{
    // An engine that gives no probabilities is neither trusted nor mistrusted.
    private const double UnknownConfidence = 0.5;

    /// <summary>The document with <see cref="TokenLayer"/>, <see cref="SentenceLayer"/>, <see cref="TagLayer"/> and <see cref="MentionLayer"/>.</summary>
    /// <param name="document">The document; its text may differ from what the engine saw only as <see cref="EngineText.Clean"/> does it.</param>
    /// <param name="sentences">The engine's sentences, in text order.</param>
    /// <param name="names">The engine's entities.</param>
    /// <param name="withTags">Whether the engine tags at all; without, there is no <see cref="TagLayer"/>, which later stages take better than one that knows nothing.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was set.</exception>
    public static Document Map(
        Document document, IReadOnlyList<EngineSentence> sentences, IReadOnlyList<EngineName> names, bool withTags = true, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(names);
        var own = new TokenStage().Annotate(new Document(document.Article), cancellation);
        var assembly = new TokenAssembly(document.Text, own.Get<TokenLayer>().Tokens);
        foreach (var sentence in sentences)
        {
            cancellation.ThrowIfCancellationRequested();
            assembly.Add(sentence);
        }

        assembly.Finish();
        var tokens = new TokenLayer(assembly.Spans.DrainToImmutable());
        var split = Sentences(tokens, assembly.Begins, own);
        var mapped = document.With(tokens).With(split).With(new MentionLayer(Mentions(document.Text, tokens, split, names)));
        return withTags ? mapped.With(Tags(document.Text, tokens, assembly.Tags)) : mapped;
    }

    /// <summary>The engine's sentences, cut where our own rules see a new paragraph: a headline without a full stop is a sentence of its own.</summary>
    private static SentenceLayer Sentences(TokenLayer tokens, List<bool> begins, Document own)
    {
        var (ownTokens, ownSentences) = (own.Get<TokenLayer>(), own.Get<SentenceLayer>());
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var (start, current, at) = (0, 0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var place = Math.Min(ownTokens.FirstEndingAfter(tokens[i].Start), ownTokens.Count - 1);
            while (ownSentences[at].Tokens.End <= place)
            {
                at++;
            }

            if (i > start && (begins[i] || ownSentences[at].Paragraph != ownSentences[current].Paragraph))
            {
                Close(i);
            }

            if (i == start)
            {
                current = at;
            }
        }

        Close(tokens.Count);
        return new SentenceLayer(sentences.DrainToImmutable());

        void Close(int end)
        {
            if (end > start)
            {
                var span = new TextSpan(tokens[start].Start, tokens[end - 1].End);
                sentences.Add(new Sentence(span, new TokenRange(start, end), ownSentences[current].Paragraph, ownSentences[current].IsHeading));
                start = end;
            }
        }
    }

    private static TagLayer Tags(string text, TokenLayer tokens, List<string?> tags)
    {
        var upos = ImmutableArray.CreateBuilder<Upos>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            upos.Add(EngineTags.Universal(tags[i], tokens[i].In(text)));
        }

        var universal = upos.MoveToImmutable();
        return new TagLayer(universal, EngineTags.PennOf(text, tokens, universal));
    }

    private static ImmutableArray<NamedMention> Mentions(string text, TokenLayer tokens, SentenceLayer sentences, IReadOnlyList<EngineName> names)
    {
        var mentions = ImmutableArray.CreateBuilder<NamedMention>();
        var ordered = names.Select(static name => (Span: new TextSpan(name.Begin, (int)Math.Min((long)name.Last + 1, int.MaxValue)), Type: EngineTypes.Parse(name.Type)))
            .Where(name => name.Type is not null && name.Span.Start >= 0 && name.Span.End <= text.Length && !name.Span.IsEmpty)
            .OrderBy(static name => name.Span).ThenBy(static name => name.Type);
        var next = 0;
        foreach (var (span, type) in ordered)
        {
            var range = WithoutPossessive(text, tokens, tokens.Covering(span));
            if (range.Length > 0 && range.Start >= next && sentences[sentences.IndexOfToken(range.Start)].Tokens.End >= range.End)
            {
                mentions.Add(new NamedMention(tokens.SpanOf(range), range, type!.Value, UnknownConfidence));
                next = range.End;
            }
        }

        return mentions.DrainToImmutable();
    }

    private static TokenRange WithoutPossessive(string text, TokenLayer tokens, TokenRange range) =>
        range.Length > 1 && tokens[range.End - 1].In(text) is "'s" or "’s" or "'" or "’" ? range with { End = range.End - 1 } : range;
}
