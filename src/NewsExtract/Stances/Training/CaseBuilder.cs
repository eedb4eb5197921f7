using System.Globalization;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Network;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances.Training;

/// <summary>Runs the pipeline over labelled sentences and makes training cases of them.</summary>
internal static class CaseBuilder
{
    // A sentence that an earlier stage fails on teaches nothing here, and does not stop the training.
    private static StanceText? Annotate(IStage[] stages, string text, CancellationToken cancellation)
    {
        var document = new Document(new Article { Id = "training", Text = text });
        try
        {
            foreach (var stage in stages)
            {
                document = stage.Annotate(document, cancellation);
            }
        }
        catch (ArgumentException)
        {
            return null;
        }

        return new StanceText(document);
    }

    /// <summary>Cases of a target alone.</summary>
    public static List<Case> Targets(IEnumerable<TargetReader.Example> examples, IStage[] stages, PairFeatures features, CancellationToken cancellation)
    {
        var cases = new List<Case>();
        var row = new FeatureRow();
        var words = new PairWords();
        foreach (var example in examples)
        {
            if (Annotate(stages, example.Text, cancellation) is not { } text)
            {
                continue;
            }

            var range = text.Tokens.Covering(example.Target);
            if (range.Length > 0)
            {
                features.Begin(text);
                var window = new TokenRange(0, text.Tokens.Count);
                features.Target(row, range, window);
                features.Words(words, default, range, window);
                var (dense, indicators) = row.Copy();
                cases.Add(new Case(dense, indicators, example.Sign, Case.NoFold, words.Copy()));
            }
        }

        return cases;
    }

    /// <summary>Cases of pairs, the two directions of a sentence next to each other.</summary>
    public static List<Case> Pairs(
        IEnumerable<DseReader.Example> examples, IStage[] stages, PairFeatures features, Learners.LinearWeights good, Learners.LinearWeights bad, int folds, CancellationToken cancellation)
    {
        var cases = new List<Case>();
        var row = new FeatureRow();
        var words = new PairWords();
        var number = 0;
        foreach (var example in examples)
        {
            number++;
            if (Annotate(stages, example.Text, cancellation) is not { } text)
            {
                continue;
            }

            var (p, q) = (text.Tokens.Covering(example.P), text.Tokens.Covering(example.Q));
            if (p.Length == 0 || q.Length == 0 || p.Overlaps(q))
            {
                continue;
            }

            features.Begin(text);
            var findings = RuleEngine.Run(text).All;
            var window = new TokenRange(0, text.Tokens.Count);
            var (lightP, lightQ) = (Light(p), Light(q));
            var verdict = RuleVerdict.Of(findings, SideAt(text, p), SideAt(text, q), window);
            Add(p, q, verdict, lightP, lightQ, example.Label switch { 1 => 1, 3 => -1, _ => 0 });
            Add(q, p, verdict.Reversed, lightQ, lightP, example.Label switch { 2 => 1, 4 => -1, _ => 0 });

            (float Good, float Bad) Light(TokenRange side)
            {
                features.Target(row, side, window);
                var (dense, indicators) = row.Copy();
                return (good.Score(dense, indicators), bad.Score(dense, indicators));
            }

            void Add(TokenRange holder, TokenRange target, RuleVerdict rules, (float Good, float Bad) holderLight, (float Good, float Bad) targetLight, int sign)
            {
                features.Pair(row, holder, target, window, rules);
                StanceModel.SetLight(row.Dense, holderLight, targetLight);
                var (dense, indicators) = row.Copy();
                features.Words(words, holder, target, window);
                cases.Add(new Case(dense, indicators, sign, number % folds, words.Copy()));
            }
        }

        return cases;
    }

    /// <summary>The word class of each row of the vectors; 0 for words without one.</summary>
    public static ushort[] Classes(string path, WordVectors? vectors)
    {
        var classes = new ushort[vectors?.Count ?? 0];
        foreach (var line in vectors is null ? [] : File.ReadLines(path))
        {
            var tab = line.LastIndexOf('\t');
            if (tab > 0 && vectors!.Find(line.AsSpan(0, tab)) is >= 0 and var row && classes[row] == 0)
            {
                classes[row] = (ushort)(ushort.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture) + 1);
            }
        }

        return classes;
    }

    private static Side SideAt(StanceText text, TokenRange range)
    {
        var mention = text.Mentions.Covering(range.End - 1);
        return new Side(mention < 0 ? -1 : text.Mentions.All[mention].Entity, range);
    }
}
