using System.Globalization;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances.Articles;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Training;

/// <summary>Runs the pipeline over labelled sentences and makes training cases of them.</summary>
internal static class CaseBuilder
{
    // Of a sentence whose light on a target the network learns from too, beside a pair.
    private const float LightWeight = 0.5f;

    private const int MostNames = 8;

    /// <summary>A text as the stages before this one annotate it; null where one fails: such a text teaches nothing here, and does not stop the training.</summary>
    public static Document? Document(IStage[] stages, string text, CancellationToken cancellation)
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

        return document;
    }

    /// <summary>The same as rules and features see it.</summary>
    public static StanceText? Annotate(IStage[] stages, string text, CancellationToken cancellation) => Document(stages, text, cancellation) is { } document ? new StanceText(document) : null;

    /// <summary>Cases of a target alone.</summary>
    public static List<Case> Targets(IEnumerable<TargetReader.Example> examples, IStage[] stages, PairFeatures features, int folds, CancellationToken cancellation)
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
                features.Begin(text, PairDomain.Sentences);
                var window = new TokenRange(0, text.Tokens.Count);
                features.Target(row, range, window);
                features.Words(words, default, range, window);
                var (dense, indicators) = row.Copy();
                cases.Add(new Case(dense, indicators, example.Sign, FoldOf(example.Text, folds), words.Copy()) { Weight = LightWeight, IsMeasured = false });
            }
        }

        return cases;
    }

    /// <summary>Cases of pairs, the two directions next to each other.</summary>
    public static List<Case> Pairs(
        IEnumerable<LabelledText> examples, IStage[] stages, PairFeatures features, Lights lights, PairDomain domain, CancellationToken cancellation)
    {
        var pairs = new PairCases(features, lights);
        var number = 0;
        foreach (var example in examples)
        {
            number++;
            if (Annotate(stages, example.Text, cancellation) is { } text)
            {
                pairs.Begin(text, domain);
                pairs.Add(
                    new TokenRange(0, text.Tokens.Count), Sides(example, text), example.SignOf,
                    domain == PairDomain.Sentences ? number % lights.Folds : FoldOf(example.Text, lights.Folds), number);
            }
        }

        return pairs.Cases;
    }

    /// <summary>Cases of the names in each sentence of labelled articles.</summary>
    public static List<Case> Articles(IEnumerable<LabelledArticle> articles, IStage[] stages, PairFeatures features, Lights lights, CancellationToken cancellation)
    {
        var pairs = new PairCases(features, lights);
        var article = new ArticleText();
        foreach (var labelled in articles)
        {
            if (Annotate(stages, labelled.Text, cancellation) is not { } text)
            {
                continue;
            }

            pairs.Begin(text, PairDomain.Articles);
            var gold = ArticleGold.Of(labelled, text);
            article.Begin(text);
            for (var s = 0; s < text.Sentences.Count; s++)
            {
                var sentence = s;
                var named = article.PresentIn(s).Where(p => p.Kind == MentionKind.Name && gold.Entities.Contains(p.Entity)).Take(MostNames).ToArray();
                pairs.Add(
                    text.Sentences[s].Tokens, [.. named.Select(static p => p.Tokens)], (holder, target) => gold.SignOf(sentence, named[holder].Entity, named[target].Entity),
                    FoldOf(labelled.Id, lights.Folds), pairs.Cases.Count);
            }
        }

        return pairs.Cases;
    }

    /// <summary>The sides as <see cref="SideAt"/> has them, but where two of them would be the same name.</summary>
    private static TokenRange[] Sides(LabelledText example, StanceText text)
    {
        var marked = example.Sides.Select(side => text.Tokens.Covering(side)).ToArray();
        var sides = marked.Select(side => SideAt(text, side)).ToArray();
        return [.. sides.Select((side, i) => sides.Where((other, j) => j != i && side.Length > 0 && other.Overlaps(side)).Any() ? marked[i] : side)];
    }

    /// <summary>
    /// A marked side as <c>run</c> will see it: without a possessive ending that the mark takes in, and the whole of a name that it cuts short. A classifier that learns from
    /// other spans than it is asked about is misled by the words beside them.
    /// </summary>
    internal static TokenRange SideAt(StanceText text, TokenRange marked)
    {
        while (marked.Length > 1 && text.Word(marked.End - 1) is "'s" or "’s" or "'" or "’" or "," or ".")
        {
            marked = new TokenRange(marked.Start, marked.End - 1);
        }

        return marked.Length > 0 && text.Mentions.Covering(marked.End - 1) is >= 0 and var mention && text.Mentions.All[mention].Mention is { Kind: MentionKind.Name } name ? name.Tokens : marked;
    }

    /// <summary>The same fold for the same text, in whichever file of our own labels or of lights it stands.</summary>
    public static int FoldOf(string text, int folds) => (int)(FeatureHash.Of(text) % (ulong)folds);

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
}
