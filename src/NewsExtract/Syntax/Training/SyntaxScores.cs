using NewsExtract.Documents;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Syntax.Training;

/// <summary>Accuracy on a treebank with its own words and sentences: shares of all words, punctuation included, relations with their subtypes.</summary>
/// <param name="Words">Words measured.</param>
/// <param name="Upos">Right universal tags.</param>
/// <param name="Penn">Right Penn tags.</param>
/// <param name="Unlabelled">Right heads (UAS).</param>
/// <param name="Labelled">Right heads and relations with their subtypes.</param>
/// <param name="Universal">Right heads and universal relations: LAS as the CoNLL 2018 shared task counts it.</param>
internal readonly record struct SyntaxScores(int Words, int Upos, int Penn, int Unlabelled, int Labelled, int Universal)
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
                    score = score.Add(gold, i, upos[at], penn[at], heads[at], relations[at]);
                }
            }
        }

        return score;
    }

    private SyntaxScores Add(TreebankSentence gold, int word, Upos upos, byte penn, int head, Relation relation)
    {
        var attached = head == gold.Heads[word];
        return new SyntaxScores(
            Words + 1,
            Upos + (upos == gold.Upos[word] ? 1 : 0),
            Penn + (penn == gold.Penn[word] ? 1 : 0),
            Unlabelled + (attached ? 1 : 0),
            Labelled + (attached && relation == gold.Relations[word] ? 1 : 0),
            Universal + (attached && RelationNames.IsSameUniversal(relation, gold.Relations[word]) ? 1 : 0));
    }

    /// <summary>Counts what another labelling of the same sentences has right.</summary>
    public static SyntaxScores Compare(IReadOnlyList<TreebankSentence> sentences, IReadOnlyList<TreebankSentence> labelled)
    {
        var score = default(SyntaxScores);
        for (var number = 0; number < sentences.Count; number++)
        {
            var (gold, own) = (sentences[number], labelled[number]);
            for (var i = 0; i < gold.Length; i++)
            {
                score = score.Add(gold, i, own.Upos[i], own.Penn[i], own.Heads[i], own.Relations[i]);
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
            yield return ($"{set} LAS", Share(Universal));
            yield return ($"{set} LAS with subtypes", Share(Labelled));
        }
    }
}
