namespace NewsExtract.Documents;

/// <summary>The universal parts of speech of Universal Dependencies v2.</summary>
public enum Upos : byte
{
#pragma warning disable CS1591 // The names are the standard's own.
    X,
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
#pragma warning restore CS1591
}
