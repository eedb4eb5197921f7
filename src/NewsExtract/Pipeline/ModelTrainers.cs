using System.Collections.Immutable;
using NewsExtract.Entities.Training;
using NewsExtract.Learning;
using NewsExtract.Learning.Vectors;
using NewsExtract.Quotes.Training;
using NewsExtract.Syntax.Parsing;
using NewsExtract.Syntax.Tagging;

namespace NewsExtract.Pipeline;

/// <summary>The trainers that <c>newsextract train</c> offers, one line for each kind.</summary>
internal static class ModelTrainers
{
    public static ImmutableArray<IModelTrainer> All { get; } =
    [
        new VectorTrainer(),
        new TaggerTrainer(),
        new ParserTrainer(),
        new Entities.Coreference.Training.CoreferenceTrainer(),
        new EntityTrainer(),
        new ConllLearnerTrainer(),
        new AblationTrainer(),
        new QuoteTrainer(),
        new Stances.Training.StanceTrainer(),
    ];
}
