using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Entities.Training;

/// <summary>
/// Trains the two passes and the networks. The second pass learns from first-pass labels that come from models which have not seen the document (jackknifing). The
/// parts are independent of one another, so that the number of threads changes nothing but the time.
/// </summary>
/// <param name="gazetteers">The gazetteers of the model.</param>
/// <param name="words">The word facts of the model.</param>
/// <param name="vectors">The word vectors of the network.</param>
/// <param name="options">How.</param>
/// <param name="threads">Parts trained at a time.</param>
internal sealed class NameModelTrainer(GazetteerTable gazetteers, WordTable words, WordVectors vectors, NameTrainingOptions options, int threads)
{
    /// <summary>Trains on documents.</summary>
    public NameModel Train(IReadOnlyList<LabelledDocument> documents, IProgress<string>? progress, CancellationToken cancellation)
    {
        SequenceModel? first = null;
        var labels = new byte[documents.Count][];
        var networks = new NameNetwork[options.Networks];
        var folds = options.TwoPasses ? options.Folds : 0;
        Parallel.For(0, 1 + folds + networks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, part =>
        {
            if (part == 0)
            {
                first = TrainPass(documents, null, options.FirstEpochs, progress, cancellation);
            }
            else if (part <= folds)
            {
                LabelFold(documents, part - 1, labels, progress, cancellation);
            }
            else
            {
                var number = part - 1 - folds;
                var how = options.Network with { Epochs = options.NetworkEpochs, Seed = options.Network.Seed + (ulong)(10 * number) };
                networks[number] = NetworkTrainer.Train(gazetteers, words, vectors, documents, how, progress, cancellation);
            }
        });
        return new NameModel(gazetteers, words, first!, options.TwoPasses ? TrainPass(documents, labels, options.SecondEpochs, progress, cancellation) : null)
        {
            Networks = networks,
            Vectors = vectors,
            NetworkWeight = options.NetworkWeight,
        };
    }

    /// <summary>First-pass labels of one part of the documents, from a model of the others.</summary>
    private void LabelFold(IReadOnlyList<LabelledDocument> documents, int fold, byte[][] labels, IProgress<string>? progress, CancellationToken cancellation)
    {
        progress?.Report($"first pass for part {fold + 1} of {options.Folds}");
        var rest = documents.Where((_, i) => i % options.Folds != fold).ToList();
        var recognizer = new NameRecognizer(new NameModel(gazetteers, words, TrainPass(rest, null, options.FoldEpochs, null, cancellation), null));
        for (var i = fold; i < documents.Count; i += options.Folds)
        {
            recognizer.Recognize(documents[i].Text, documents[i].Tokens, documents[i].Sentences, withMarginals: false, cancellation);
            labels[i] = recognizer.Labels.ToArray();
        }
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
            NameTypes.Labels, data, new SequenceTrainingOptions { IsCrf = options.IsCrf, Epochs = epochs, Restarts = progress is null ? 1 : options.Seeds, MinCount = options.MinCount, LearningRate = options.LearningRate, L2 = options.L2, Costs = costs, Floor = options.Floor, MostRows = options.MostRows },
            progress, cancellation);
    }
}
