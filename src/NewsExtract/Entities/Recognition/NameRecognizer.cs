using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NewsExtract.Documents;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Entities.Recognition;

/// <summary>Labels the names of documents in two passes. Holds scratch memory: one for each thread at a time.</summary>
internal sealed class NameRecognizer
{
    private readonly NameModel _model;
    private readonly FeatureRows _rows = new();
    private readonly SequenceScratch _scratch = new();
    private readonly DocumentNames _names = new();
    private readonly NetworkPass? _network;
    private byte[] _first = [];
    private int[] _before = [];
    private byte[] _labels = [];
    private float[] _marginals = [];
    private readonly List<TokenRange> _sentences = [];

    public NameRecognizer(NameModel model)
    {
        _model = model;
        Descriptions = new NameDescriptions(new PlaceTyper(model.Gazetteers));
        Forms = new WordForms(model.Gazetteers, model.Words, model.Vectors);
        _network = model.Networks.Length == 0 ? null : new NetworkPass(model.Networks, model.Vectors!);
    }

    /// <summary>The forms of the last document.</summary>
    internal WordForms Forms { get; }

    /// <summary>What brings the types of the mentions found into agreement.</summary>
    internal TypeAgreement Agreement { get; } = new();

    /// <summary>What gives the mentions the types that the article says they have.</summary>
    internal NameDescriptions Descriptions { get; }

    /// <summary>The labels of the last document, one a token.</summary>
    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Forms.Count);

    /// <summary>The probability of each label at each token of the last document, if asked for; nothing in sentences without a name.</summary>
    public ReadOnlySpan<float> Marginals => _marginals.AsSpan(0, Forms.Count * NameTypes.Labels.Count);

    /// <summary>Labels a document, with the probabilities that <see cref="Confidence"/> needs.</summary>
    public void Recognize(string text, ImmutableArray<TextSpan> tokens, ImmutableArray<Sentence> sentences, CancellationToken cancellation)
    {
        _sentences.Clear();
        foreach (var sentence in sentences)
        {
            _sentences.Add(sentence.Tokens);
        }

        Recognize(text, tokens, CollectionsMarshal.AsSpan(_sentences), withMarginals: true, cancellation);
    }

    /// <summary>The token after the name that begins at a token.</summary>
    public int EndOf(int start, int sentenceEnd)
    {
        var end = start + 1;
        while (end < sentenceEnd && _labels[end] == _labels[start] + 1)
        {
            end++;
        }

        return end;
    }

    /// <summary>The calibrated probability that a name found is right: from its least certain token.</summary>
    public double Confidence(TokenRange name)
    {
        var probability = RawConfidence(name);
        return _model.Confidence.Of(probability, NameTypes.TypeOf(_labels[name.Start]));
    }

    /// <summary>The smallest of the marginal probabilities of its labels, and of its ending where it ends.</summary>
    internal double RawConfidence(TokenRange name)
    {
        var count = NameTypes.Labels.Count;
        var least = 1f;
        for (var i = name.Start; i < name.End; i++)
        {
            least = Math.Min(least, _marginals[(i * count) + _labels[i]]);
        }

        if (name.End < Forms.Count)
        {
            least = Math.Min(least, 1 - _marginals[(name.End * count) + NameTypes.Inside(NameTypes.TypeOf(_labels[name.Start]))]);
        }

        return least;
    }

    /// <summary>Labels a document.</summary>
    public void Recognize(string text, ImmutableArray<TextSpan> tokens, ReadOnlySpan<TokenRange> sentences, bool withMarginals, CancellationToken cancellation)
    {
        Forms.Fill(text, tokens, sentences);
        SequenceScratch.Ensure(ref _first, Forms.Count);
        SequenceScratch.Ensure(ref _labels, Forms.Count);
        if (withMarginals)
        {
            SequenceScratch.Ensure(ref _marginals, Forms.Count * NameTypes.Labels.Count);
        }

        _network?.Run(Forms);
        var single = _model.Second is null;
        var stride = _model.Second?.NodeStride ?? 0;
        SequenceScratch.Ensure(ref _before, Forms.Count * stride);
        foreach (var (start, end, sentenceCase) in Forms.Sentences)
        {
            cancellation.ThrowIfCancellationRequested();
            _rows.Clear();
            NameFeatures.Add(Forms, start, end, sentenceCase, null, default, _rows);
            Decode(_model.First, start, end, single ? _labels : _first, single && withMarginals, default);

            // The features that both passes share are put together and hashed once.
            _model.Second?.AddNodes(_rows, _before.AsSpan(start * stride));
        }

        if (single)
        {
            return;
        }

        _names.Fill(Forms, _first.AsSpan(0, Forms.Count));
        foreach (var (start, end, sentenceCase) in Forms.Sentences)
        {
            cancellation.ThrowIfCancellationRequested();
            _rows.Clear();
            NameFeatures.AddSecond(Forms, start, end, sentenceCase, _names, _first.AsSpan(0, Forms.Count), _rows);
            Decode(_model.Second!, start, end, _labels, withMarginals, _before.AsSpan(start * stride));
        }
    }

    private void Decode(SequenceModel model, int start, int end, byte[] labels, bool withMarginals, ReadOnlySpan<int> before)
    {
        var target = labels.AsSpan(start, end - start);
        var priors = _network is null ? default : new NodePriors(_network.Scores[(start * _network.Stride)..], _network.Stride, _model.NetworkWeight / _model.Networks.Length);
        model.Decode(_rows, target, _scratch, priors: priors, before: before);
        if (!withMarginals)
        {
            return;
        }

        // Only the mentions found are asked about, so that sentences without any need no probabilities.
        var count = NameTypes.Labels.Count;
        var marginals = _marginals.AsSpan(start * count, (end - start) * count);
        if (target.ContainsAnyExcept(NameTypes.Outside))
        {
            model.AddMarginals(_rows, marginals, _scratch, _model.Temperature);
        }
        else
        {
            marginals.Clear();
        }
    }
}
