using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Recognition;
using NewsExtract.Evaluation.Coreference;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Parsing;

namespace NewsExtract.Entities.Coreference.Training;

/// <summary>The figures of a model on the dev documents of GUM.</summary>
internal static class CoreferenceReport
{
    public static TrainingReport Of(ModelFile file, string folder, ModelStore models, IProgress<string> progress)
    {
        var model = CoreferenceModel.Of(file);
        var figures = ImmutableArray.CreateBuilder<(string, string)>();
        var documents = GumDocument.Files(folder, "dev").Select(GumDocument.Read).ToArray();
        var predicted = Predicted(models);
        foreach (var (name, mode) in new[] { ("gold layers, gold mentions", Mode.GoldMentions), ("gold layers", Mode.Full), ("gold layers, rules only", Mode.RulesOnly), ("predicted layers", Mode.Predicted) })
        {
            if (mode == Mode.Predicted && predicted.Count == 0)
            {
                continue;
            }

            progress.Report($"measuring: {name}");
            var measure = new CoreferenceMeasure();
            foreach (var gum in documents)
            {
                var document = mode == Mode.Predicted ? predicted.Aggregate(TokensOnly(gum.Document), static (d, stage) => stage.Annotate(d, CancellationToken.None)) : gum.Document;
                measure.Add(gum, document, model, mode == Mode.GoldMentions, mode == Mode.RulesOnly);
            }

            Report(name, measure, figures);
        }

        return new TrainingReport(figures.ToImmutable());
    }

    private enum Mode
    {
        GoldMentions,
        Full,
        RulesOnly,
        Predicted,
    }

    // The project's own parser and recogniser, on gold tokens and sentences; none when their models are not there.
    private static List<IStage> Predicted(ModelStore models) =>
        models.Has(ParseStage.ModelKind) && models.Has(NameModel.Kind) ? [ParseStage.Load(models), new MentionStage(models)] : [];

    private static Document TokensOnly(Document document) =>
        new Document(document.Article).With(document.Get<TokenLayer>()).With(document.Get<SentenceLayer>());

    private static void Report(string name, CoreferenceMeasure measure, ImmutableArray<(string, string)>.Builder figures)
    {
        foreach (var (part, scores) in new[] { ("all", measure.All), ("without I, we, you", measure.ThirdPerson) })
        {
            figures.Add(($"{name}, {part}: CoNLL", $"{100 * scores.Conll:F1} (MUC {Text(scores.Muc)}, B3 {Text(scores.BCubed)}, CEAFe {Text(scores.CeafE)})"));
        }

        foreach (var (pronoun, (right, all)) in measure.Pronouns)
        {
            figures.Add(($"{name}: {pronoun}", $"{100.0 * right / all:F1} % of {all}"));
        }
    }

    private static string Text(CoreferenceScores.Rates rates) => $"{100 * rates.F1:F1} = {100 * rates.Precision:F1}/{100 * rates.Recall:F1}";
}
