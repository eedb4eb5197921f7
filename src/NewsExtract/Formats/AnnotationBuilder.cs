using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NewsExtract.Documents;

namespace NewsExtract.Formats;

/// <summary>Turns an annotated document into what its annotation file holds.</summary>
public static class AnnotationBuilder
{
    /// <summary>The contents of the annotation file of a document.</summary>
    public static AnnotatedArticle Build(Document document, AnnotationOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        var article = document.Article;
        var spans = new SpanFactory(document.Text, options.OffsetUnit);
        var quotes = Quotes(document, options, spans);
        return new AnnotatedArticle
        {
            Tool = options.Tool,
            Id = article.Id,
            Source = article.Source,
            Title = article.Title,
            Published = article.PublishedText ?? article.Published?.ToString("yyyy-MM-dd"),
            Language = article.Language,
            ContentHash = HashOf(article.Text),
            OffsetUnit = options.OffsetUnit,
            Text = article.Text,
            Sentences = document.Find<SentenceLayer>() is { } sentences ? [.. sentences.Sentences.Select(s => spans.Of(s.Span))] : default,
            Entities = Entities(document, spans),
            Quotes = quotes,
            Stances = Stances(document, spans, quotes, options),
        };
    }

    /// <summary>The content hash of a text: SHA-256 of its UTF-8 form, as <c>sha256:</c> and lower-case hexadecimal digits.</summary>
    public static string HashOf(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ImmutableArray<AnnotatedEntity> Entities(Document document, SpanFactory spans)
    {
        if (document.Find<EntityLayer>() is { } layer)
        {
            return [.. layer.Entities.Select(entity => new AnnotatedEntity(entity.Id, entity.Type, entity.Name, [.. entity.Mentions.Select(Mention)]))];
        }

        // Without coreference every mention is an entity of its own.
        return document.Find<MentionLayer>() is { } mentions ? [.. mentions.Mentions.Select(Lone)] : default;

        AnnotatedMention Mention(EntityMention mention) => new(spans.Of(mention.Span), mention.Kind)
        {
            Confidence = Round(mention.Confidence),
            Value = mention.Value,
            Country = mention.Country,
        };

        AnnotatedEntity Lone(NamedMention mention, int index)
        {
            var span = spans.Of(mention.Span);
            var only = new AnnotatedMention(span, MentionKind.Name)
            {
                Confidence = Round(mention.Confidence),
                Value = mention.Value,
                Country = mention.Country,
            };
            return new AnnotatedEntity($"e{index + 1}", mention.Type, span.Text, [only]);
        }
    }

    private static ImmutableArray<AnnotatedQuote> Quotes(Document document, AnnotationOptions options, SpanFactory spans)
    {
        if (document.Find<QuoteLayer>() is not { } layer)
        {
            return default;
        }

        return
        [
            .. layer.Quotes.Where(quote => quote.IsSpeech || options.IncludeBelief).Select(quote =>
                new AnnotatedQuote(quote.Id, quote.Type, [.. quote.Content.Select(spans.Of)])
                {
                    Cue = spans.OfOptional(quote.Cue),
                    Speaker = spans.OfOptional(quote.Speaker),
                    SpeakerEntity = quote.SpeakerEntity,
                    SpeakerName = quote.SpeakerName,
                    IsSpeech = quote.IsSpeech,
                    Confidence = Round(quote.Confidence),
                }),
        ];
    }

    private static ImmutableArray<AnnotatedStance> Stances(Document document, SpanFactory spans, ImmutableArray<AnnotatedQuote> quotes, AnnotationOptions options)
    {
        if (document.Find<StanceLayer>() is not { } layer)
        {
            return default;
        }

        var kept = quotes.IsDefault ? [] : quotes.Select(static quote => quote.Id).ToHashSet(StringComparer.Ordinal);
        AnnotatedSide Side(StanceSide side) => new(side.Name, side.Entity, spans.OfOptional(side.Span));
        return
        [
            .. layer.Stances.Where(stance => stance.Polarity == Polarity.Neutral || stance.Confidence >= options.StanceThreshold).Select(stance => new AnnotatedStance(stance.Id, Side(stance.Holder), Side(stance.Target), stance.Polarity)
            {
                Confidence = Round(stance.Confidence),
                Evidence = spans.Of(stance.Evidence),

                // A quote that was left out as belief must not be pointed at.
                Quote = stance.Quote is { } id && kept.Contains(id) ? id : null,
                Basis = stance.Basis,
            }),
        ];
    }

    private static double Round(double probability) => Math.Round(probability, 4, MidpointRounding.AwayFromZero);

    private sealed class SpanFactory(string text, OffsetUnit unit)
    {
        private readonly OffsetMap _map = new(text, unit);

        public AnnotatedSpan Of(TextSpan span) => new(_map.FromUtf16(span.Start), _map.FromUtf16(span.End), span.Of(text));

        public AnnotatedSpan? OfOptional(TextSpan? span) => span is { } given ? Of(given) : null;
    }
}
