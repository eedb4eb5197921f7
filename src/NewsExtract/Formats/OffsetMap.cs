namespace NewsExtract.Formats;

/// <summary>Turns UTF-16 offsets into one text into the unit of an annotation file, and back.</summary>
internal sealed class OffsetMap
{
    private readonly int[]? _toCodePoint;
    private readonly int[]? _toUtf16;

    /// <summary>A map for one text. Without characters beyond U+FFFF the two units are the same and no table is made.</summary>
    public OffsetMap(string text, OffsetUnit unit)
    {
        Unit = unit;
        if (unit == OffsetUnit.Utf16 || !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            CodePointCount = text.Length;
            return;
        }

        _toCodePoint = new int[text.Length + 1];
        _toUtf16 = new int[text.Length + 1];
        var points = 0;
        for (var at = 0; at < text.Length; at++)
        {
            _toCodePoint[at] = points;
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                _toUtf16[points] = at;
                _toCodePoint[++at] = -1;
            }
            else
            {
                _toUtf16[points] = at;
            }

            points++;
        }

        _toCodePoint[text.Length] = points;
        _toUtf16[points] = text.Length;
        CodePointCount = points;
    }

    /// <summary>The unit.</summary>
    public OffsetUnit Unit { get; }

    /// <summary>The greatest offset that <see cref="ToUtf16"/> takes.</summary>
    public int CodePointCount { get; }

    /// <summary>The offset in the file's unit; −1 for one inside a surrogate pair.</summary>
    public int FromUtf16(int offset) => _toCodePoint is null ? offset : _toCodePoint[offset];

    /// <summary>The UTF-16 offset of an offset in the file's unit; −1 when it lies outside the text.</summary>
    public int ToUtf16(int offset) =>
        offset < 0 || offset > CodePointCount ? -1 : _toUtf16 is null ? offset : _toUtf16[offset];
}
