using NewsExtract.Documents;

namespace NewsExtract.Quotes.Cascade;

/// <summary>A stretch of words that may be a cue.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Head">The token that carries its meaning.</param>
/// <param name="Probability">That it is a cue, 0 to 1.</param>
/// <param name="Speech">That it is one of speech if it is a cue, 0 to 1.</param>
/// <param name="Edges">That it begins and ends there if it is a cue, 0 to 1.</param>
/// <param name="IsBest">Whether it is in the best labelling of its sentence.</param>
internal readonly record struct CueCandidate(TokenRange Range, int Head, float Probability, float Speech, float Edges, bool IsBest);
