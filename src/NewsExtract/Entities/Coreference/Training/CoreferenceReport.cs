using System.Collections.Immutable;
using NewsExtract.Evaluation.Coreference;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Coreference.Training;

/// <summary>The figures of a model on the dev documents of GUM.</summary>
internal static class CoreferenceReport
{
    public static TrainingReport Of(ModelFile file, string folder, ModelStore models, IProgress<string> progress)
    {
        var model = CoreferenceModel.Of(file);
        var figures = ImmutableArray.CreateBuilder<(string, string)>();
        var documents = GumDocument.Files(folder, "dev").Select(GumDocument.Read).ToArray();
        var wrong = Environment.GetEnvironmentVariable("NEWSEXTRACT_COREF_ERRORS");
        var errors = new List<string>();
        foreach (var (name, goldMentions, rulesOnly) in new[] { ("gold layers, gold mentions", true, false), ("gold layers", false, false), ("gold layers, rules only", false, true) })
        {
            var measure = new CoreferenceMeasure { Wrong = wrong is not null && !goldMentions && !rulesOnly ? errors.Add : null };
            foreach (var gum in documents)
            {
                measure.Add(gum, gum.Document, model, goldMentions, rulesOnly);
            }

            Report(name, measure, figures);
        }

        if (wrong is not null)
        {
            File.WriteAllLines(wrong, errors);
        }

        return new TrainingReport(figures.ToImmutable());
    }

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
