using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Stances.Training;

/// <summary>An article with the stances that its sentences show.</summary>
/// <param name="Id">Its name in the data.</param>
/// <param name="Text">Its text.</param>
/// <param name="Entities">One name of each entity that was asked about.</param>
/// <param name="Stances">Where the sentence starts, holder (−1: the author) and target as indices into <paramref name="Entities"/>, +1 or −1.</param>
internal sealed record LabelledArticle(string Id, string Text, ImmutableArray<TextSpan> Entities, ImmutableArray<(int Sentence, int Holder, int Target, int Sign)> Stances);
