namespace NewsExtract.Stances;

/// <summary>What decides on stances: for measuring the parts alone.</summary>
internal enum StanceMode
{
    /// <summary>Rules and classifier together.</summary>
    Both,

    /// <summary>The rules alone.</summary>
    Rules,

    /// <summary>The classifier alone, without seeing the rules' verdicts as stances of their own.</summary>
    Model,

    /// <summary>A stance verb between two names: the baseline that the others are measured against.</summary>
    Baseline,
}
