namespace NewsExtract.Stances.Model;

/// <summary>
/// Whose convention of what counts as a stance: the classifier learns from several sets of labels at once and answers by one of them.
/// </summary>
internal enum PairDomain
{
    /// <summary>Single sentences as Park et al. (2021) had them labelled: what short texts are read by.</summary>
    Sentences,

    /// <summary>Single sentences as we labelled them ourselves.</summary>
    OwnSentences,

    /// <summary>Sentences of whole articles, labelled with what stands around them: what articles are read by.</summary>
    Articles,
}
