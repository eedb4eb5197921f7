using System.Globalization;

namespace NewsExtract.Entities.Values;

/// <summary>A number as written, perhaps a range.</summary>
/// <param name="End">Index after its last token; 0 when there is none.</param>
/// <param name="Low">The number, or the lower end.</param>
/// <param name="High">The upper end of a range.</param>
/// <param name="IsVague">A few, several: the number is not known.</param>
/// <param name="IsWord">Only "a" or "an".</param>
internal readonly record struct Amount(int End, decimal Low, decimal? High, bool IsVague, bool IsWord)
{
    /// <summary>The amount times a factor as plain digits, <c>/</c> between the ends of a range, X when it is vague.</summary>
    public string Times(decimal factor) =>
        IsVague ? "X" : High is { } high ? Plain(Low * factor) + "/" + Plain(high * factor) : Plain(Low * factor);

    public static string Plain(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
