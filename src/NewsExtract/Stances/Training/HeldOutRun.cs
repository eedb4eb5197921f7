using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Training;

/// <summary>
/// How the labelled sentences fare as <c>run</c> reads them, each by a model that has not seen its fold: sides as they are found, rules and classifier together. What single pairs with given
/// sides cannot show. A stance counts when its spans overlap those of the labels; of several the one that overlaps most.
/// </summary>
internal static class HeldOutRun
{
    /// <summary>Macro-F1 and mean F1 of support and oppose, over both directions of each sentence, in per cent.</summary>
    public static (double Macro, double Mean) Measure(IEnumerable<LabelledText> examples, IStage[] stages, Func<int, StanceModel> without, int folds, CancellationToken cancellation)
    {
        var readers = Enumerable.Range(0, folds).Select(fold => StanceStage.Create(without(fold), null, StanceOptions.Default)).ToArray();
        var table = new int[3, 3];
        var number = 0;
        foreach (var example in examples)
        {
            number++;
            if (CaseBuilder.Document(stages, example.Text, cancellation) is not { } document)
            {
                continue;
            }

            var stances = readers[number % folds].Annotate(document, cancellation).Get<StanceLayer>().Stances;
            for (var holder = 0; holder < 2; holder++)
            {
                table[example.SignOf(holder, 1 - holder) + 1, Best(stances, example.Sides[holder], example.Sides[1 - holder]) + 1]++;
            }
        }

        Span<double> f1 = stackalloc double[3];
        for (var k = 0; k < 3; k++)
        {
            var both = 0;
            for (var other = 0; other < 3; other++)
            {
                both += table[k, other] + table[other, k];
            }

            f1[k] = both == 0 ? 0 : 200.0 * table[k, k] / both;
        }

        return ((f1[0] + f1[1] + f1[2]) / 3, (f1[0] + f1[2]) / 2);
    }

    private static int Best(IEnumerable<Stance> stances, TextSpan holder, TextSpan target)
    {
        var (best, sign) = ((Overlap: 0, IsPolar: false, Confidence: 0.0), 0);
        foreach (var stance in stances)
        {
            var (h, t) = (Overlap(stance.Holder.Span, holder), Overlap(stance.Target.Span, target));
            var rank = (h + t, stance.Polarity != Polarity.Neutral, stance.Confidence);
            if (h > 0 && t > 0 && rank.CompareTo(best) > 0)
            {
                (best, sign) = (rank, stance.Polarity == Polarity.Support ? 1 : stance.Polarity == Polarity.Oppose ? -1 : 0);
            }
        }

        return sign;
    }

    private static int Overlap(TextSpan? a, TextSpan b) => a is { } span ? Math.Max(0, Math.Min(span.End, b.End) - Math.Max(span.Start, b.Start)) : 0;
}
