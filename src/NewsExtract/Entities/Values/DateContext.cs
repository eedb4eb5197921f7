using System.Globalization;

namespace NewsExtract.Entities.Values;

/// <summary>
/// Resolves dates against the day of publication and writes them in ISO 8601 and the TIMEX3 forms of TimeML; without that day the
/// unknown parts are written as X, and distances as signed durations.
/// </summary>
/// <param name="Published">The day of publication, if known.</param>
internal sealed record DateContext(DateOnly? Published)
{
    /// <summary>A month's day without its year: the nearest such day to the publication.</summary>
    public string Day(int month, int day)
    {
        if (Published is not { } now)
        {
            return Invariant($"XXXX-{month:00}-{day:00}");
        }

        var best = now.Year;
        var distance = int.MaxValue;
        for (var year = now.Year - 1; year <= now.Year + 1; year++)
        {
            if (year is < 1 or > 9999 || day > DateTime.DaysInMonth(year, month))
            {
                continue;
            }

            var away = Math.Abs(new DateOnly(year, month, day).DayNumber - now.DayNumber);
            if (away < distance)
            {
                (best, distance) = (year, away);
            }
        }

        return Day(best, month, day);
    }

    public static string Day(int year, int month, int day) => Invariant($"{year:0000}-{month:00}-{day:00}");

    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A month without its year: the last one that has begun, or the next one when the words or its nearness say so.</summary>
    public string Month(int month, int tense)
    {
        if (Published is not { } now)
        {
            return Invariant($"XXXX-{month:00}");
        }

        // Without a cue, "in November" in an article of October is the November to come.
        const int Near = 2;
        var year = tense > 0 || (tense == 0 && month > now.Month && month <= now.Month + Near) ? (month < now.Month ? now.Year + 1 : now.Year) : (month > now.Month ? now.Year - 1 : now.Year);
        return Invariant($"{year:0000}-{month:00}");
    }

    /// <summary>The month before or after the present one of that name ("last May", "next May").</summary>
    public string MonthShifted(int month, int shift)
    {
        if (Published is not { } now)
        {
            return Invariant($"XXXX-{month:00}");
        }

        var year = shift switch
        {
            < 0 => month >= now.Month ? now.Year - 1 : now.Year,
            > 0 => month <= now.Month ? now.Year + 1 : now.Year,
            _ => now.Year,
        };
        return Invariant($"{year:0000}-{month:00}");
    }

    /// <summary>A weekday: the last one (today counts), or the next one.</summary>
    public string Weekday(int weekday, int shift, bool future)
    {
        if (WeekdayDate(weekday, shift, future) is { } date)
        {
            return Day(date);
        }

        return Invariant($"XXXX-WXX-{weekday}");
    }

    private DateOnly? WeekdayDate(int weekday, int shift, bool future)
    {
        if (Published is not { } now)
        {
            return null;
        }

        var today = now.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)now.DayOfWeek;
        var back = (today - weekday + 7) % 7;
        var days = (shift, future) switch
        {
            ( < 0, _) => back == 0 ? -7 : -back,
            ( > 0, _) => back == 0 ? 7 : 7 - back,
            (0, true) => (7 - back) % 7,
            _ => -back,
        };
        return Shift(now, days);
    }

    /// <summary>A day, week, month or year at a distance from the present one (yesterday, last week, two years ago).</summary>
    /// <param name="unit">D, W, M, Y, 10Y, 100Y, Q, 2W, WE.</param>
    /// <param name="count">How many units away, negative before.</param>
    public string Away(string unit, int count)
    {
        if (Published is not { } now)
        {
            var duration = unit switch { "10Y" => Invariant($"P{Math.Abs((long)count) * 10}Y"), "100Y" => Invariant($"P{Math.Abs((long)count) * 100}Y"), "2W" => Invariant($"P{Math.Abs((long)count) * 2}W"), _ => Invariant($"P{Math.Abs((long)count)}{unit}") };
            return count == 0 ? "PRESENT_REF" : unit is "Q" or "WE" ? (count < 0 ? "PAST_REF" : "FUTURE_REF") : (count < 0 ? "-" : "+") + duration;
        }

        if (Math.Abs((long)count) > 5000)
        {
            return count < 0 ? "PAST_REF" : "FUTURE_REF";
        }

        switch (unit)
        {
            case "D":
                return Day(Shift(now, count));
            case "W":
                return Week(Shift(now, 7 * count));
            case "2W":
                return Week(Shift(now, 14 * count));
            case "WE":
                return Week(Shift(now, 7 * count)) + "-WE";
            case "M":
                var months = (now.Year * 12) + now.Month - 1 + count;
                return Invariant($"{months / 12:0000}-{(months % 12) + 1:00}");
            case "Q":
                var quarters = (now.Year * 4) + ((now.Month - 1) / 3) + count;
                return Invariant($"{quarters / 4:0000}-Q{(quarters % 4) + 1}");
            case "Y":
                return Invariant($"{now.Year + count:0000}");
            case "10Y":
                return Invariant($"{(now.Year / 10) + count:000}X");
            case "100Y":
                return Invariant($"{(now.Year / 100) + count:00}XX");
            default:
                return count < 0 ? "PAST_REF" : "FUTURE_REF";
        }
    }

    /// <summary>A season without its year.</summary>
    public string Season(string season, int shift)
    {
        if (Published is not { } now)
        {
            return "XXXX-" + season;
        }

        var present = season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        var year = shift switch
        {
            < 0 => now.Month > present ? now.Year : now.Year - 1,
            > 0 => now.Month < present ? now.Year : now.Year + 1,
            _ => season == "WI" && now.Month <= 2 ? now.Year - 1 : now.Year,
        };
        return Invariant($"{year:0000}-{season}");
    }

    /// <summary>A quarter without its year: the last one that has begun.</summary>
    public string Quarter(int quarter) =>
        Published is { } now ? Invariant($"{(((now.Month - 1) / 3) + 1 < quarter ? now.Year - 1 : now.Year):0000}-Q{quarter}") : Invariant($"XXXX-Q{quarter}");

    /// <summary>A part of the present day, or of the one before (this morning, tonight, last night).</summary>
    public string DayPart(string part, int shift) => (Published is { } now ? Day(Shift(now, shift)) : shift == 0 ? "XXXX-XX-XX" : "-P1D") + "T" + part;

    private static string Week(DateOnly date)
    {
        var time = date.ToDateTime(TimeOnly.MinValue);
        return Invariant($"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
    }

    private static DateOnly Shift(DateOnly date, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(date.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
