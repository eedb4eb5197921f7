using NewsExtract.Learning.Neural;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Syntax.Training;

/// <summary>One part of each training batch: its words, activations and gradients.</summary>
internal sealed class SyntaxShard(SyntaxNetwork network, SyntaxSettings settings)
{
    private readonly SyntaxBatch _batch = new();
    private readonly SyntaxTargets _targets = new(settings.TagWeight);
    private readonly SyntaxBackward _backward = new(network, settings.Dropout);

    /// <summary>Puts a word into a batch.</summary>
    public delegate void Filler(SyntaxBatch batch, ReadOnlySpan<char> word, bool first, int sentenceCase, SplitMix random);

    public float[] Gradients => _backward.Gradients;

    public double Loss { get; private set; }

    /// <summary>Runs the sentences forward and back.</summary>
    public void Run(IReadOnlyList<TreebankSentence> sentences, ReadOnlySpan<int> numbers, SplitMix random, Filler fill, Action<SyntaxBatch, SyntaxPass> embed)
    {
        _batch.Clear();
        var words = 0;
        foreach (var number in numbers)
        {
            words += sentences[number].Length;
        }

        _targets.Reserve(words);
        foreach (var number in numbers)
        {
            var sentence = sentences[number];
            var at = _batch.Count;
            sentence.Penn.CopyTo(_targets.Penn, at);
            sentence.Upos.CopyTo(_targets.Upos, at);
            sentence.Heads.CopyTo(_targets.Heads, at);
            sentence.Relations.CopyTo(_targets.Relations, at);
            SentenceFiller.Fill(_batch, CaseChange.Draw(sentence.Words, settings.CaseShare, random), fill, random);
        }

        Loss = 0;
        if (words > 0)
        {
            _backward.Pass.Reserve(words);
            embed(_batch, _backward.Pass);
            Loss = _backward.Run(_batch, _targets, random);
        }
    }

    /// <summary>Adds the gradients of the inputs to those of the tables.</summary>
    public void Scatter(LearnedTable words, LearnedTable affixes)
    {
        var shape = network.Shape;
        for (var word = 0; word < _batch.Count; word++)
        {
            var row = _backward.InputGradients.AsSpan(word * shape.Input, shape.Input);
            words.AddGradient(_batch.Words[word], row.Slice(shape.Vector, shape.Word));
            for (var i = 0; i < TokenFeatures.Rows; i++)
            {
                var offset = shape.Vector + shape.Word + (i < TokenFeatures.Suffixes ? 0 : shape.Affix);
                affixes.AddGradient(_batch.Affixes[(word * TokenFeatures.Rows) + i], row.Slice(offset, shape.Affix));
            }
        }
    }
}
