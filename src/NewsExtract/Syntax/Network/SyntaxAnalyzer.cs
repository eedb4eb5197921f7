namespace NewsExtract.Syntax.Network;

/// <summary>Tags and parses sentences with a <see cref="SyntaxModel"/>. Not for several threads at once; keeps its working memory.</summary>
internal sealed class SyntaxAnalyzer(SyntaxModel model)
{
    /// <summary>Sentences are gathered to so many words: enough for the kernels, and few enough for the second-level cache.</summary>
    public const int BatchWords = 192;

    private static readonly byte _properNoun = Documents.PennTags.Parse("NNP");
    private static readonly byte _properNouns = Documents.PennTags.Parse("NNPS");

    private readonly SyntaxPass _pass = new(model.Network, lean: true);
    private readonly Parsing.TreeDecoder _decoder = new();

    /// <summary>The sentences to analyse; cleared by the caller.</summary>
    public SyntaxBatch Batch { get; } = new();

    /// <summary>Adds a word of the sentence that is open.</summary>
    public void Add(ReadOnlySpan<char> word, bool first, int sentenceCase) => model.Add(Batch, word, first, sentenceCase);

    /// <summary>
    /// Analyses the batch. Results by word; heads are indices in the sentence, −1 at the root, and empty spans for heads and relations leave the parse out.
    /// </summary>
    public void Run(Span<Documents.Upos> upos, Span<byte> penn, Span<int> heads, Span<Documents.Relation> relations)
    {
        var network = model.Network;
        var starts = Batch.Starts;
        var words = Batch.Count;
        model.Embed(Batch, _pass);
        _pass.Encode(starts, 0, network.Shape.TagLayers);
        _pass.ScoreTags(words);
        for (var word = 0; word < words; word++)
        {
            var row = _pass.Tags.AsSpan(word * network.Tags.Width, network.Tags.Width);
            penn[word] = (byte)SyntaxPass.Best(row[..SyntaxNetwork.PennTagCount]);
            upos[word] = (Documents.Upos)SyntaxPass.Best(row.Slice(SyntaxNetwork.PennTagCount, SyntaxNetwork.UposCount));

            // Both are chosen apart from each other; a strange name at the start of a sentence is no verb.
            upos[word] = upos[word] == Documents.Upos.VERB && (penn[word] == _properNoun || penn[word] == _properNouns) ? Documents.Upos.PROPN : upos[word];
        }

        if (heads.IsEmpty || network.Sides is null)
        {
            return;
        }

        _pass.Encode(starts, network.Shape.TagLayers + 1, network.Layers.Length);
        _pass.PrepareArcs(words);
        for (var sentence = 0; sentence < Batch.Sentences; sentence++)
        {
            int first = starts[sentence], count = starts[sentence + 1] - first;
            var stride = _pass.ScoreArcs(first, count);
            var own = heads.Slice(first, count);
            _decoder.Decode(_pass.ArcScores, stride, count, own);
            _pass.ScoreRelations(first, count, own);
            for (var word = first; word < first + count; word++)
            {
                // The root's relation is root, and no other word's.
                var scores = _pass.RelationScores.AsSpan(word * network.Relations!.Width, SyntaxNetwork.RelationCount);
                relations[word] = heads[word] < 0 ? Documents.Relation.Root : (Documents.Relation)(1 + SyntaxPass.Best(scores[1..]));
            }
        }
    }
}
