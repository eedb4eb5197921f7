namespace NewsExtract.Documents;

/// <summary>A holder's attitude. The written names are lower case.</summary>
public enum Polarity : byte
{
    /// <summary>For it.</summary>
    Support,

    /// <summary>Against it.</summary>
    Oppose,

    /// <summary>Spoken of without taking sides.</summary>
    Neutral,
}
