using NewsExtract.Documents;
using NewsExtract.Entities.Recognition;

namespace NewsExtract.Entities.Training;

/// <summary>What a model does on labelled documents that it has not seen.</summary>
internal static class HeldOut
{
    /// <summary>Fits the confidence and measures F1 over all types (exact spans).</summary>
    public static (ConfidenceScale Scale, double F1) Measure(NameModel model, IEnumerable<LabelledDocument> documents, CancellationToken cancellation)
    {
        var (mentions, f1) = Find(model, documents, cancellation);
        return (ConfidenceFitter.Fit(mentions), f1);
    }

    /// <summary>How far the model's confidence is to be relied on.</summary>
    public static Reliability Check(NameModel model, IEnumerable<LabelledDocument> documents, CancellationToken cancellation)
    {
        var curve = new Reliability();
        foreach (var (probability, type, right) in Find(model, documents, cancellation).Mentions)
        {
            curve.Add(model.Confidence.Of(probability, type), right);
        }

        return curve;
    }

    /// <summary>F1 of persons, organisations and places (exact spans).</summary>
    public static double F1OfNames(NameModel model, IEnumerable<LabelledDocument> documents, CancellationToken cancellation)
    {
        var gold = 0;
        var mentions = Find(model, documents.Select(document =>
        {
            gold += document.Labels.Count(static label => label != NameTypes.Outside && NameTypes.IsBegin(label) && NameTypes.TypeOf(label) <= NameTypes.Place);
            return document;
        }), cancellation).Mentions.Where(static m => m.Type <= NameTypes.Place).ToList();
        return 200.0 * mentions.Count(static m => m.Right) / Math.Max(1, gold + mentions.Count);
    }

    private static (List<(double Probability, int Type, bool Right)> Mentions, double F1) Find(NameModel model, IEnumerable<LabelledDocument> documents, CancellationToken cancellation)
    {
        var recognizer = new NameRecognizer(model);
        var mentions = new List<(double Probability, int Type, bool Right)>();
        var (gold, right) = (0, 0);
        foreach (var document in documents)
        {
            recognizer.Recognize(document.Text, document.Tokens, document.Sentences, withMarginals: true, cancellation);
            gold += document.Labels.Count(static label => label != NameTypes.Outside && NameTypes.IsBegin(label));
            foreach (var sentence in document.Sentences)
            {
                for (var i = sentence.Start; i < sentence.End; i++)
                {
                    var label = recognizer.Labels[i];
                    if (label == NameTypes.Outside)
                    {
                        continue;
                    }

                    var end = recognizer.EndOf(i, sentence.End);
                    var same = document.Labels.AsSpan(i, end - i).SequenceEqual(recognizer.Labels[i..end]) && (end == sentence.End || document.Labels[end] != label + 1);
                    mentions.Add((recognizer.RawConfidence(new TokenRange(i, end)), NameTypes.TypeOf(label), same));
                    right += same ? 1 : 0;
                    i = end - 1;
                }
            }
        }

        return (mentions, 200.0 * right / Math.Max(1, gold + mentions.Count));
    }
}
