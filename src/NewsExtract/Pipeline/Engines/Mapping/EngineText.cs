namespace NewsExtract.Pipeline.Engines.Mapping;

/// <summary>The text that another engine is given.</summary>
public static class EngineText
{
    /// <summary>
    /// The text with a space for each control character but CR and LF. Some engines delete those, and every offset behind them shifts;
    /// with a space in their place the length stays the same, and so do the offsets.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Removed)
            ? string.Create(text.Length, text, static (units, source) =>
            {
                for (var i = 0; i < units.Length; i++)
                {
                    units[i] = IsRemoved(source[i]) ? ' ' : source[i];
                }
            })
            : text;
    }

    private static readonly System.Buffers.SearchValues<char> Removed =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(static unit => (char)unit).Where(IsRemoved)]);

    private static bool IsRemoved(char unit) => char.IsControl(unit) && unit is not ('\r' or '\n');
}
