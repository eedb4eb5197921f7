using System.Globalization;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>Holidays with a fixed day or a fixed weekday of a month: Christmas Day, Thanksgiving, Labor Day 2016.</summary>
internal static class HolidayGrammar
{
    private const int LongestName = 4;

    /// <summary>The holiday that begins at a token, with its year where one follows.</summary>
    public static ValueMatch At(in ValueCursor words, int at)
    {
        if (!words.StartsUpper(at) || !(words.Is(at, ValueCategory.Holiday) || words.Is(at, ValueCategory.Month)))
        {
            return default;
        }

        for (var n = LongestName; n >= 1; n--)
        {
            var last = at + n - 1;
            if (!words.Holds(last) || !ValueLexicon.Instance.TryHoliday(words.Words(at, last), out var rule))
            {
                continue;
            }

            var yearAt = words.Is(last + 1, ValueCategory.Of) || words.Is(last + 1, ValueCategory.Comma) ? last + 2 : last + 1;
            return words.Year(yearAt) is > 0 and var year
                ? new ValueMatch(yearAt + 1, EntityType.Date, In(year, rule))
                : new ValueMatch(last + 1, EntityType.Date, Nearest(words.Context, rule));
        }

        return default;
    }

    private static string Nearest(DateContext context, string rule)
    {
        if (rule.Length == 5)
        {
            return context.Day(int.Parse(rule.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(rule.AsSpan(3), CultureInfo.InvariantCulture));
        }

        return context.Published is { } now ? In(now.Year, rule) : "XXXX-" + rule[..2];
    }

    /// <summary>The day in a year: 12-25, or 11-W4-4 for the fourth Thursday, 05-WL-1 for the last Monday.</summary>
    private static string In(int year, string rule)
    {
        var month = int.Parse(rule.AsSpan(0, 2), CultureInfo.InvariantCulture);
        if (rule.Length == 5)
        {
            return DateContext.Day(year, month, int.Parse(rule.AsSpan(3), CultureInfo.InvariantCulture));
        }

        var weekday = (DayOfWeek)(rule[6] - '0');
        if (rule[4] == 'L')
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return DateContext.Day(last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7)));
        }

        var first = new DateOnly(year, month, 1);
        return DateContext.Day(first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (rule[4] - '1'))));
    }
}
