namespace NewsExtract.Stances.Lexicon;

/// <summary>One reading of a stance word: its direction and where its target stands.</summary>
/// <param name="Lemma">Base form, named in the basis.</param>
/// <param name="Kind">Verb, noun or adjective.</param>
/// <param name="Sign">+1 support, −1 oppose.</param>
/// <param name="Frame">Where the target is.</param>
/// <param name="Word">The preposition or particle the frame asks for, or null.</param>
/// <param name="IsAct">An act rather than a view: a stance only towards a named entity.</param>
internal sealed record Predicate(string Lemma, PredicateKind Kind, int Sign, PredicateFrame Frame, string? Word, bool IsAct)
{
    /// <summary>The name in <c>basis</c>, for example <c>verb:praise</c>.</summary>
    public string Basis { get; } = $"{(Kind == PredicateKind.Verb ? "verb" : Kind == PredicateKind.Noun ? "noun" : "adjective")}:{Lemma}";

    /// <summary>Whether the verb sets one thing over another: "favours A over B".</summary>
    public bool Prefers { get; } = Kind == PredicateKind.Verb && Lemma is "favor" or "favour" or "prefer" or "choose" or "pick" or "endorse";
}
