namespace NewsExtract.Syntax.Tokens;

/// <summary>What a code point is to the tokenizer.</summary>
internal enum CharKind : byte
{
    /// <summary>White space, a control character, a zero-width space or half a surrogate pair: between tokens.</summary>
    Separator,

    /// <summary>Without width (joiners, marks of direction, soft hyphen): may stand inside a token, never at its edge.</summary>
    Invisible,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>A digit or other number sign.</summary>
    Digit,

    /// <summary>A combining mark or variation selector: belongs to what stands before it.</summary>
    Mark,

    /// <summary>Everything else.</summary>
    Sign,
}
