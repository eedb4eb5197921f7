using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Quotes.Training;

/// <summary>An article of PolNeAR with its attributions, in UTF-16 offsets.</summary>
internal sealed record PolnearArticle(string Id, string Text, ImmutableArray<PolnearAttribution> Attributions);

/// <summary>One attribution: any part may be missing.</summary>
internal sealed record PolnearAttribution(ImmutableArray<TextSpan> Content, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Source, bool IsSpeech);
