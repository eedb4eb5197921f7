using System.Collections.Concurrent;
using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Recognition;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Entities;

/// <summary>Finds the names of people, organisations, places, groups, events and other things.</summary>
internal sealed class MentionStage : IStage
{
    private readonly NameModel _model;
    private readonly PlaceTyper _places;
    private readonly JoinedNames _joined;
    private readonly ConcurrentBag<NameRecognizer> _pool = [];

    /// <summary>A stage with the models of a store.</summary>
    public MentionStage(ModelStore models)
        : this(NameModel.Load(models.Read(NameModel.Kind), WordVectors.Load(models)))
    {
    }

    internal MentionStage(NameModel model)
    {
        _model = model;
        _places = new PlaceTyper(model.Gazetteers);
        _joined = new JoinedNames(model.Gazetteers);
    }

    /// <inheritdoc/>
    public string Name => "mentions";

    /// <inheritdoc/>
    public ImmutableArray<Type> Requires { get; } = [typeof(TokenLayer), typeof(SentenceLayer)];

    /// <inheritdoc/>
    public ImmutableArray<Type> Provides { get; } = [typeof(MentionLayer)];

    /// <inheritdoc/>
    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tokens = document.Get<TokenLayer>();
        var sentences = document.Get<SentenceLayer>().Sentences;
        var recognizer = _pool.TryTake(out var pooled) ? pooled : new NameRecognizer(_model);
        try
        {
            recognizer.Recognize(document.Text, tokens.Tokens, sentences, cancellation);
            var mentions = ImmutableArray.CreateBuilder<NamedMention>();
            foreach (var sentence in sentences)
            {
                AddMentions(recognizer, tokens, sentence.Tokens, mentions);
            }

            TypeAgreement.Split(document.Text, tokens, document.Get<SentenceLayer>(), mentions);
            SpacedInitials.Join(document.Text, tokens, _model.Gazetteers, mentions);
            _joined.Join(document.Text, tokens, recognizer.Forms, mentions);
            KnownKinds.Apply(document.Text, tokens, recognizer.Forms, _model.Gazetteers, mentions);
            if (document.Find<TagLayer>() is { } tags && document.Find<ParseLayer>() is { } parse)
            {
                recognizer.Descriptions.Apply(document.Text, tokens, tags, parse, recognizer.Forms, mentions);
            }

            recognizer.Agreement.Apply(document.Text, tokens, recognizer.Forms, _model.Gazetteers, mentions);
            NameRepeats.Add(document.Text, tokens, recognizer.Forms, recognizer.Agreement.Support, mentions);
            SpeakerInitials.Add(document.Text, tokens, document.Get<SentenceLayer>(), mentions);
            TypeAgreement.Place(document.Text, tokens, document.Get<SentenceLayer>(), mentions);
            return document.With(new MentionLayer(mentions.ToImmutable()));
        }
        finally
        {
            _pool.Add(recognizer);
        }
    }

    private void AddMentions(NameRecognizer recognizer, TokenLayer tokens, TokenRange sentence, ImmutableArray<NamedMention>.Builder mentions)
    {
        var labels = recognizer.Labels;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (labels[i] == NameTypes.Outside)
            {
                continue;
            }

            var range = new TokenRange(i, recognizer.EndOf(i, sentence.End));
            var type = NameTypes.TypeOf(labels[i]);
            mentions.Add(new NamedMention(
                tokens.SpanOf(range), range, type == NameTypes.Place ? _places.TypeOf(recognizer.Forms, range) : NameTypes.Types[type], recognizer.Confidence(range)));
            i = range.End - 1;
        }
    }
}
