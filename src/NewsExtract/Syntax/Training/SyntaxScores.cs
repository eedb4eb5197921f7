using NewsExtract.Documents;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Syntax.Training;

/// <summary>Accuracy on a treebank with its own words and sentences: shares of all words, punctuation included, relations with their subtypes.</summary>
/// <param name="Words">Words measured.</param>
/// <param name="Upos">Right universal tags.</param>
/// <param name="Penn">Right Penn tags.</param>
/// <param name="Unlabelled">Right heads (UAS).</param>
/// <param name="Labelled">Right heads and relations (LAS).</param>
internal readonly record struct SyntaxScores(int Words, int Upos, int Penn, int Unlabelled, int Labelled)
{
    /// <summary>Analyses all sentences and counts.</summary>
    public static SyntaxScores Of(SyntaxModel model, IReadOnlyList<TreebankSentence> sentences)
    {
        var analyzer = new SyntaxAnalyzer(model);
        var score = default(SyntaxScores);
        var upos = Array.Empty<Upos>();
        byte[] penn = [];
        int[] heads = [];
        Relation[] relations = [];
        for (var next = 0; next < sentences.Count;)
        {
            var from = next;
            analyzer.Batch.Clear();
            while (next < sentences.Count && analyzer.Batch.Count < SyntaxAnalyzer.BatchWords)
            {
                SentenceFiller.Fill(analyzer.Batch, sentences[next++].Words, (_, word, first, form, _) => analyzer.Add(word, first, form), null!);
            }

            var words = analyzer.Batch.Count;
            if (upos.Length < words)
            {
                (upos, penn, heads, relations) = (new Upos[words], new byte[words], new int[words], new Relation[words]);
            }

            analyzer.Run(upos, penn, heads, relations);
            var at = 0;
            for (var number = from; number < next; number++)
            {
                var gold = sentences[number];
                for (var i = 0; i < gold.Length; i++, at++)
                {
                    var attached = heads[at] == gold.Heads[i];
                    score = new SyntaxScores(
                        score.Words + 1,
                        score.Upos + (upos[at] == gold.Upos[i] ? 1 : 0),
                        score.Penn + (penn[at] == gold.Penn[i] ? 1 : 0),
                        score.Unlabelled + (attached ? 1 : 0),
                        score.Labelled + (attached && relations[at] == gold.Relations[i] ? 1 : 0));
                }
            }
        }

        return score;
    }

    /// <summary>The figures as percentages.</summary>
    public IEnumerable<(string Name, string Value)> Figures(string set, bool parsed)
    {
        var words = Math.Max(1, Words);
        string Share(int count) => $"{100.0 * count / words:F2}";
        yield return ($"{set} UPOS", Share(Upos));
        yield return ($"{set} Penn", Share(Penn));
        if (parsed)
        {
            yield return ($"{set} UAS", Share(Unlabelled));
            yield return ($"{set} LAS", Share(Labelled));
        }
    }
}
