namespace NewsExtract.Stances.Lexicon;

/// <summary>
/// What a word implies about the parties it links (connotation frames: Rashkin, Singh and Choi, ACL 2016). Grades from −2, against or bad, to 2, for or good; 0 says nothing.
/// </summary>
/// <param name="Towards">What the holder shows towards the goal: the subject of a verb towards its object, whoever criticises towards whatever the criticism is of.</param>
/// <param name="Back">What the goal shows towards the holder (X angers Y).</param>
/// <param name="Goal">In what light the goal stands, or how it fares.</param>
/// <param name="Bearer">In what light the subject of a verb stands, whoever is or has a noun, whatever an adjective is said of.</param>
internal readonly record struct Connotation(sbyte Towards, sbyte Back, sbyte Goal, sbyte Bearer)
{
    /// <summary>Whether it says nothing.</summary>
    public bool IsNeutral => this == default;

    /// <summary>Both attitudes as one number, for features.</summary>
    public ulong Attitudes => (ulong)(((Towards + 2) * 5) + Back + 2);

    /// <summary>Both lights as one number, for features.</summary>
    public ulong Lights => (ulong)(((Goal + 2) * 5) + Bearer + 2);
}
