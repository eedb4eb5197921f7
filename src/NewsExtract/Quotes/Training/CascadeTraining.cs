using System.Globalization;
using NewsExtract.Documents;
using NewsExtract.Learning.Linear;
using NewsExtract.Quotes.Cascade;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Training;

/// <summary>
/// The order of training: models for cues, each labelling the part of the articles it has not seen; on those cues the models for extents, again in
/// parts; on both the accept step. The models that ship are trained on everything.
/// </summary>
internal sealed class CascadeTraining(
    List<LabelledDocument> documents, WordClasses classes, QuoteTrainingPlan plan, IProgress<string>? progress, CancellationToken cancellation)
{
    private readonly QuoteSheet _sheet = new();
    private readonly CascadeTokens _extra = new();
    private readonly FeatureRows _rows = new();
    private readonly List<CueCandidate>[] _cues = new List<CueCandidate>[documents.Count];
    private byte[] _labels = new byte[1024];

    /// <summary>Trains everything.</summary>
    public (CascadeModel Model, List<(string Name, string Value)> Figures) Run()
    {
        var tagger = new CueTagger();
        for (var fold = 0; fold < plan.Folds; fold++)
        {
            var model = TrainCues(fold);
            ForFold(fold, i => tagger.Find(model, _sheet, _extra, _cues[i] = []));
        }

        var accept = new SequenceDataset();
        var counts = new int[AcceptLabels.All.Count];
        for (var fold = 0; fold < plan.Folds; fold++)
        {
            var model = TrainExtents(fold);
            var extents = new ExtentTagger();
            ForFold(fold, i => AddAccept(i, model, extents, accept, counts));
        }

        var figures = counts.Select(static (count, label) => ($"candidates: {AcceptLabels.All.Names[label]}", count.ToString(CultureInfo.InvariantCulture))).ToList();
        var acceptModel = SequenceTrainer.Train(AcceptLabels.All, accept, plan.Accept, progress, cancellation);
        return (new CascadeModel(classes, TrainCues(-1), TrainExtents(-1), acceptModel, Layers()), figures);
    }

    private SheetLayers Layers()
    {
        var document = documents[0].Document;
        return (document.Find<TagLayer>() is null ? 0 : SheetLayers.Tags)
            | (document.Find<ParseLayer>() is null ? 0 : SheetLayers.Parse)
            | (document.Find<MentionLayer>() is null ? 0 : SheetLayers.Mentions);
    }

    private bool IsIn(int document, int fold) => fold >= 0 && document % plan.Folds == fold;

    private void ForFold(int fold, Action<int> action)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            if (IsIn(i, fold))
            {
                Lay(i);
                action(i);
            }
        }
    }

    private void Lay(int i)
    {
        cancellation.ThrowIfCancellationRequested();
        _sheet.Fill(documents[i].Document);
        _extra.Fill(_sheet, classes);
    }

    /// <summary>Trains the cue model on all articles outside a fold.</summary>
    private SequenceModel TrainCues(int fold)
    {
        progress?.Report($"cues, all but part {fold}");
        var data = new SequenceDataset();
        for (var i = 0; i < documents.Count; i++)
        {
            if (IsIn(i, fold))
            {
                continue;
            }

            Lay(i);
            var gold = CueLabels(i);
            for (var s = 0; s < _sheet.Sentences.Count; s++)
            {
                var sentence = _sheet.Sentences[s].Tokens;
                CueFeatures.Extract(_sheet, _extra, sentence, _rows);
                data.Add(_rows, gold.AsSpan(sentence.Start, sentence.Length));
            }
        }

        return SequenceTrainer.Train(CueTagger.Labels, data, plan.Cues, progress, cancellation);
    }

    private byte[] CueLabels(int i)
    {
        var labels = new byte[_sheet.Count];
        foreach (var quote in documents[i].Gold)
        {
            var first = quote.IsSpeech ? (byte)1 : (byte)3;
            for (var t = quote.Cue.Start; t < quote.Cue.End; t++)
            {
                var starts = t == quote.Cue.Start || _sheet.Sentence[t] != _sheet.Sentence[t - 1];
                labels[t] = starts ? first : (byte)(first + 1);
            }
        }

        // Where two cues meet, what is left of the one may begin within: it then begins there.
        for (var t = 0; t < labels.Length; t++)
        {
            if (labels[t] is 2 or 4 && (t == 0 || labels[t - 1] is var before && before != labels[t] && before != labels[t] - 1))
            {
                labels[t]--;
            }
        }

        return labels;
    }

    /// <summary>Trains the extent model on all articles outside a fold.</summary>
    private SequenceModel TrainExtents(int fold)
    {
        progress?.Report($"extents, all but part {fold}");
        var data = new SequenceDataset();
        var around = new CueSurroundings();
        for (var i = 0; i < documents.Count; i++)
        {
            if (IsIn(i, fold))
            {
                continue;
            }

            Lay(i);
            foreach (var quote in documents[i].Gold)
            {
                around.Fill(_sheet, _cues[i], GoldCues.Candidate(_sheet, _cues[i], quote));
                if (ExtentLabels(quote, around.Window))
                {
                    ExtentFeatures.Extract(_sheet, _extra, around, _rows);
                    data.Add(_rows, _labels);
                }
            }
        }

        return SequenceTrainer.Train(ExtentTagger.Labels, data, plan.Extents, progress, cancellation);
    }

    private bool ExtentLabels(GoldQuote quote, TokenRange window)
    {
        if (_labels.Length < window.Length)
        {
            _labels = new byte[window.Length * 2];
        }

        _labels.AsSpan(0, window.Length).Clear();
        var any = false;
        foreach (var piece in quote.Content)
        {
            any |= Paint(piece, window, 1);
        }

        Paint(quote.Source, window, 2);
        Paint(quote.Cue, window, 3);
        return any;
    }

    private bool Paint(TokenRange range, TokenRange window, byte label)
    {
        var start = Math.Max(range.Start, window.Start);
        var end = Math.Min(range.End, window.End);
        if (end <= start)
        {
            return false;
        }

        _labels.AsSpan(start - window.Start, end - start).Fill(label);
        return true;
    }

    private void AddAccept(int i, SequenceModel model, ExtentTagger tagger, SequenceDataset data, int[] counts)
    {
        var cues = _cues[i];
        var extents = cues.ConvertAll(static _ => new QuoteExtent());
        for (var c = 0; c < cues.Count; c++)
        {
            tagger.Find(model, _sheet, _extra, cues, cues[c], extents[c]);
        }

        for (var c = 0; c < cues.Count; c++)
        {
            if (extents[c].Content.Count > 0)
            {
                var label = GoldCues.Verdict(_sheet, cues, extents, c, documents[i].Gold);
                AcceptFeatures.Extract(_sheet, _extra, cues, extents, c, _rows);
                data.Add(_rows, [label]);
                counts[label]++;
            }
        }
    }
}
