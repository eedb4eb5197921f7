using System.Globalization;

namespace NewsExtract.Formats.Reading;

/// <summary>The day in a publication time as inputs give it.</summary>
internal static class PublicationDate
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd"];

    /// <summary>The day of an ISO-like time (<c>2024-03-01</c>, <c>2024-03-01T09:30:00Z</c>); null for any other form.</summary>
    public static DateOnly? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var day = text.AsSpan().Trim();
        var end = day.IndexOfAny('T', ' ');
        day = end < 0 ? day : day[..end];
        foreach (var format in Formats)
        {
            if (DateOnly.TryParseExact(day, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }
        }

        return null;
    }
}
