namespace NewsExtract.Quotes.Marks;

/// <summary>Reads quotation mark characters.</summary>
internal static class MarkCharacters
{
    /// <summary>The mark at a position: family, shape and length in code units (two for <c>''</c> and <c>``</c>).</summary>
    public static (MarkFamily Family, MarkShape Shape, int Length) At(ReadOnlySpan<char> text, int position)
    {
        var twice = position + 1 < text.Length && text[position + 1] == text[position];
        return text[position] switch
        {
            '"' or '\uFF02' => (MarkFamily.Double, MarkShape.Neutral, 1),
            '\u201C' or '\u201F' => (MarkFamily.Double, MarkShape.Left, 1),
            '\u201D' => (MarkFamily.Double, MarkShape.Right, 1),
            '\u201E' => (MarkFamily.Double, MarkShape.Low, 1),
            '\'' when twice => (MarkFamily.Double, MarkShape.Neutral, 2),
            '\'' or '\uFF07' => (MarkFamily.Single, MarkShape.Neutral, 1),
            '\u2018' or '\u2019' when twice => (MarkFamily.Double, text[position] == '\u2018' ? MarkShape.Left : MarkShape.Right, 2),
            '\u2018' or '\u201B' => (MarkFamily.Single, MarkShape.Left, 1),
            '\u2019' => (MarkFamily.Single, MarkShape.Right, 1),
            '\u201A' => (MarkFamily.Single, MarkShape.Low, 1),
            '`' when twice => (MarkFamily.Double, MarkShape.Left, 2),
            '`' => (MarkFamily.Single, MarkShape.Left, 1),
            '\u00AB' => (MarkFamily.Angle, MarkShape.Left, 1),
            '\u00BB' => (MarkFamily.Angle, MarkShape.Right, 1),
            '\u2039' => (MarkFamily.SingleAngle, MarkShape.Left, 1),
            '\u203A' => (MarkFamily.SingleAngle, MarkShape.Right, 1),
            _ => (MarkFamily.None, MarkShape.Neutral, 1),
        };
    }

    /// <summary>Whether a character can stand before an opening mark: space, opening bracket, dash, slash, or another mark.</summary>
    public static bool LetsOpen(char before) =>
        char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '-' or '\u2013' or '\u2014' or '/' or '\u2026' || IsMark(before);

    /// <summary>Whether a character can stand after a closing mark: space, punctuation, or another mark.</summary>
    public static bool LetsClose(char after) =>
        char.IsWhiteSpace(after) || after is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '-' or '\u2013' or '\u2014' or '/' or '\u2026' || IsMark(after);

    /// <summary>Whether a character is a quotation mark (or apostrophe) of any kind.</summary>
    public static bool IsMark(char c) => At([c], 0).Family != MarkFamily.None;
}
