using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Training;

/// <summary>A text with tokens, sentences and a name label for each token.</summary>
/// <param name="Source">The file it comes from, relative to the data folder.</param>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Labels">A label of <see cref="Recognition.NameTypes.Labels"/> for each token.</param>
internal sealed record LabelledDocument(
    string Source, string Text, ImmutableArray<TextSpan> Tokens, TokenRange[] Sentences, byte[] Labels)
{
    /// <summary>How much its sentences weigh in training.</summary>
    public float Weight { get; init; } = 1;
}
