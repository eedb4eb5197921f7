namespace NewsExtract.Syntax.Tokens;

/// <summary>What the scanner saw, for the sentence splitter; not part of the result.</summary>
internal enum TokenKind : byte
{
    /// <summary>A word, number, address or clitic.</summary>
    Word,

    /// <summary>A word with a full stop of its own (<c>Mr.</c>, <c>U.S.</c>).</summary>
    Abbreviation,

    /// <summary>A single full stop.</summary>
    Period,

    /// <summary>One or more end marks with a question or exclamation mark among them.</summary>
    Exclamation,

    /// <summary>Two or more dots, or an ellipsis character.</summary>
    Ellipsis,

    /// <summary>A quotation mark that can only open (<c>“</c>, <c>``</c>).</summary>
    OpenQuote,

    /// <summary>A quotation mark that can only close (<c>”</c>).</summary>
    CloseQuote,

    /// <summary>A quotation mark that may open or close (<c>"</c>, <c>''</c>, an apostrophe alone).</summary>
    Quote,

    /// <summary>An opening bracket.</summary>
    OpenBracket,

    /// <summary>A closing bracket.</summary>
    CloseBracket,

    /// <summary>A comma, colon or semicolon.</summary>
    Comma,

    /// <summary>Another sign.</summary>
    Other,
}
