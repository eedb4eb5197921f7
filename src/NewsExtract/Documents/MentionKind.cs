namespace NewsExtract.Documents;

/// <summary>How a mention refers to its entity. The written names are lower case.</summary>
public enum MentionKind : byte
{
    /// <summary>By a name (or, for values, by the expression itself).</summary>
    Name,

    /// <summary>By a noun phrase: <c>the secretary of state</c>.</summary>
    Nominal,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}
