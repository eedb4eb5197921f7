using NewsExtract.Documents;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Parsing;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Syntax.Training;

/// <summary>
/// Several networks that decide together, by the sum of their log probabilities: the teachers from which one small network learns
/// (knowledge distillation with hard labels; for parsers Kuncoro et al., EMNLP 2016). Not for several threads at once.
/// </summary>
internal sealed class SyntaxEnsemble
{
    private readonly SyntaxModel[] _models;
    private readonly SyntaxPass[] _passes;
    private readonly SyntaxBatch[] _batches;
    private readonly TreeDecoder _decoder = new();
    private float[] _arcs = [];
    private readonly float[] _scores = new float[Math.Max(SyntaxNetwork.PennTagCount, SyntaxNetwork.RelationCount) + SyntaxNetwork.UposCount];

    public SyntaxEnsemble(IEnumerable<SyntaxModel> models)
    {
        _models = [.. models];
        _passes = [.. _models.Select(static model => new SyntaxPass(model.Network, lean: true))];
        _batches = [.. _models.Select(static _ => new SyntaxBatch())];
    }

    /// <summary>Tags and parses sentences.</summary>
    public TreebankSentence[] Label(IReadOnlyList<string[]> sentences, CancellationToken cancellation)
    {
        var labelled = new TreebankSentence[sentences.Count];
        for (var next = 0; next < sentences.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var from = next;
            var words = 0;
            while (next < sentences.Count && words < SyntaxAnalyzer.BatchWords)
            {
                words += sentences[next++].Length;
            }

            Prepare(sentences, from, next);
            for (int number = from, at = 0; number < next; at += sentences[number++].Length)
            {
                labelled[number] = Label(sentences[number], at);
            }
        }

        return labelled;
    }

    private void Prepare(IReadOnlyList<string[]> sentences, int from, int to)
    {
        for (var i = 0; i < _models.Length; i++)
        {
            var (model, pass, batch) = (_models[i], _passes[i], _batches[i]);
            batch.Clear();
            for (var number = from; number < to; number++)
            {
                SentenceFiller.Fill(batch, sentences[number], (_, word, first, form, _) => model.Add(batch, word, first, form), null!);
            }

            var shape = model.Network.Shape;
            model.Embed(batch, pass);
            pass.Encode(batch.Starts, 0, shape.TagLayers);
            pass.ScoreTags(batch.Count);
            pass.Encode(batch.Starts, shape.TagLayers + 1, model.Network.Layers.Length);
            pass.PrepareArcs(batch.Count);
        }
    }

    private TreebankSentence Label(string[] words, int first)
    {
        var count = words.Length;
        var (upos, penn, heads, relations) = (new Upos[count], new byte[count], new int[count], new Relation[count]);
        var stride = count + 1;
        _arcs = _arcs.Length >= count * stride ? _arcs : new float[count * stride];
        Array.Clear(_arcs, 0, count * stride);
        foreach (var pass in _passes)
        {
            var own = pass.ScoreArcs(first, count);
            for (var word = 0; word < count; word++)
            {
                AddLogarithms(pass.ArcScores.AsSpan(word * own, stride), _arcs.AsSpan(word * stride, stride));
            }
        }

        _decoder.Decode(_arcs, stride, count, heads);
        foreach (var pass in _passes)
        {
            pass.ScoreRelations(first, count, heads);
        }

        for (var word = 0; word < count; word++)
        {
            penn[word] = (byte)Best(static (_, pass) => pass.Tags, static network => network.Tags.Width, first + word, 0, SyntaxNetwork.PennTagCount);
            upos[word] = (Upos)Best(static (_, pass) => pass.Tags, static network => network.Tags.Width, first + word, SyntaxNetwork.PennTagCount, SyntaxNetwork.UposCount);
            relations[word] = heads[word] < 0
                ? Relation.Root
                : (Relation)(1 + Best(static (_, pass) => pass.RelationScores, static network => network.Relations!.Width, first + word, 1, SyntaxNetwork.RelationCount - 1));
        }

        return new TreebankSentence(words, upos, penn, heads, relations, []);
    }

    private int Best(Func<SyntaxNetwork, SyntaxPass, float[]> scores, Func<SyntaxNetwork, int> width, int word, int offset, int count)
    {
        var sum = _scores.AsSpan(0, count);
        sum.Clear();
        for (var i = 0; i < _models.Length; i++)
        {
            AddLogarithms(scores(_models[i].Network, _passes[i]).AsSpan((word * width(_models[i].Network)) + offset, count), sum);
        }

        return SyntaxPass.Best(sum);
    }

    private static void AddLogarithms(ReadOnlySpan<float> scores, Span<float> sum)
    {
        var highest = float.NegativeInfinity;
        foreach (var score in scores)
        {
            highest = Math.Max(highest, score);
        }

        double total = 0;
        foreach (var score in scores)
        {
            total += Math.Exp(score - highest);
        }

        var normaliser = highest + (float)Math.Log(total);
        for (var i = 0; i < scores.Length; i++)
        {
            sum[i] += scores[i] - normaliser;
        }
    }
}
