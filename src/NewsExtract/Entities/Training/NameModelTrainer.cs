using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Entities.Training;

/// <summary>Trains the two passes. The second pass learns from first-pass labels that come from models which have not seen the document (jackknifing).</summary>
/// <param name="gazetteers">The gazetteers of the model.</param>
/// <param name="words">The word facts of the model.</param>
/// <param name="options">How.</param>
internal sealed class NameModelTrainer(GazetteerTable gazetteers, WordTable words, NameTrainingOptions options)
{
    /// <summary>Trains on documents.</summary>
    public NameModel Train(IReadOnlyList<LabelledDocument> documents, IProgress<string>? progress, CancellationToken cancellation)
    {
        var first = TrainPass(documents, null, options.FirstEpochs, progress, cancellation);
        if (!options.TwoPasses)
        {
            return new NameModel(gazetteers, words, first, null);
        }

        var labels = FirstPass(documents, progress, cancellation);
        var second = TrainPass(documents, labels, options.SecondEpochs, progress, cancellation);
        return new NameModel(gazetteers, words, first, second);
    }

    /// <summary>What a first pass finds in the documents, each by a model that has not seen it.</summary>
    public byte[][] FirstPass(IReadOnlyList<LabelledDocument> documents, IProgress<string>? progress, CancellationToken cancellation)
    {
        var labels = new byte[documents.Count][];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            progress?.Report($"first pass for part {fold + 1} of {options.Folds}");
            var rest = documents.Where((_, i) => i % options.Folds != fold).ToList();
            var model = new NameModel(gazetteers, words, TrainPass(rest, null, options.FoldEpochs, null, cancellation), null);
            var recognizer = new NameRecognizer(model);
            for (var i = fold; i < documents.Count; i += options.Folds)
            {
                recognizer.Recognize(documents[i].Text, documents[i].Tokens, documents[i].Sentences, withMarginals: false, cancellation);
                labels[i] = recognizer.Labels.ToArray();
            }
        }

        return labels;
    }

    private SequenceModel TrainPass(IReadOnlyList<LabelledDocument> documents, byte[][]? firstPass, int epochs, IProgress<string>? progress, CancellationToken cancellation)
    {
        var data = new SequenceDataset();
        var forms = new WordForms(gazetteers, words);
        var names = new DocumentNames();
        var rows = new FeatureRows();
        for (var i = 0; i < documents.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var document = documents[i];
            forms.Fill(document.Text, document.Tokens, document.Sentences);
            if (firstPass is not null)
            {
                names.Fill(forms, firstPass[i]);
            }

            foreach (var (start, end, sentenceCase) in forms.Sentences)
            {
                rows.Clear();
                NameFeatures.Add(forms, start, end, sentenceCase, firstPass is null ? null : names, firstPass?[i], rows);
                data.Add(rows, document.Labels.AsSpan(start, end - start), document.Weight);
            }
        }

        var count = NameTypes.Labels.Count;
        var costs = new float[count * count];
        for (var gold = 0; gold < count; gold++)
        {
            for (var y = 0; y < count; y++)
            {
                // Missing a name costs more than finding one too many: out of domain, recall falls first.
                costs[(gold * count) + y] = gold == y ? 0 : gold != 0 && y == 0 ? options.MissCost : options.OtherCost;
            }
        }

        return SequenceTrainer.Train(
            NameTypes.Labels, data, new SequenceTrainingOptions { IsCrf = options.IsCrf, Epochs = epochs, Restarts = progress is null ? 1 : options.Seeds, MinCount = options.MinCount, LearningRate = options.LearningRate, L2 = options.L2, Costs = costs, Floor = options.Floor },
            progress, cancellation);
    }
}
