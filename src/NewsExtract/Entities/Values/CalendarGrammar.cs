using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>Dates of the calendar: months with days and years, years, decades, centuries, quarters, seasons, dates in digits.</summary>
internal static class CalendarGrammar
{
    private const int LongestYear = 4;
    private const int FirstSureYear = 1900;
    private const int LastSureYear = 2050;

    /// <summary>The longest date that begins at a token.</summary>
    public static ValueMatch At(in ValueCursor words, int at)
    {
        var best = HolidayGrammar.At(words, at).Or(Numeric(words, at)).Or(MonthFirst(words, at)).Or(DayFirst(words, at)).Or(Decade(words, at)).Or(Century(words, at))
            .Or(YearPartGrammar.At(words, at));
        return best.Or(WeekdayAndDate(words, at)).Or(Edged(words, at)).Or(Year(words, at));
    }

    private static ValueMatch Date(int end, string value) => new(end, EntityType.Date, value);

    /// <summary>Monday, Nov. 23, 2026: the weekday is part of the expression.</summary>
    private static ValueMatch WeekdayAndDate(in ValueCursor words, int at)
    {
        if (!words.TryWeekday(at, out _))
        {
            return default;
        }

        var next = words.Is(at + 1, ValueCategory.Comma) ? at + 2 : at + 1;
        next = words.Is(next, ValueCategory.The) ? next + 1 : next;
        var date = MonthFirst(words, next).Or(DayFirst(words, next));
        return date.End > next + 1 ? date : default;
    }

    /// <summary>November 25, 2026; Nov. 25; November 2026; November; May 5-7.</summary>
    private static ValueMatch MonthFirst(in ValueCursor words, int at)
    {
        if (!words.TryMonth(at, sure: true, out var month))
        {
            return default;
        }

        var dayAt = words.Is(at + 1, ValueCategory.The) ? at + 2 : at + 1;
        var day = words.Day(dayAt);
        if (day > 0 && !words.Is(dayAt + 1, ValueCategory.Meridiem))
        {
            return WithDay(words, month, day, dayAt + 1);
        }

        var yearAt = words.Is(at + 1, ValueCategory.Comma) || words.Is(at + 1, ValueCategory.Of) ? at + 2 : at + 1;
        var year = words.Year(yearAt);
        if (year >= FirstSureYear / 2)
        {
            return Date(yearAt + 1, FormattableString.Invariant($"{year:0000}-{month:00}"));
        }

        // May and March alone only after a preposition.
        return !words.Is(at, ValueCategory.Ambiguous) || (words.Is(at - 1, ValueCategory.Preposition) && !words.StartsUpper(at + 1))
            ? Date(at + 1, words.Context.Month(month, words.Tense(at)))
            : default;
    }

    private static ValueMatch WithDay(in ValueCursor words, int month, int day, int end)
    {
        var last = 0;
        if (words.Is(end, ValueCategory.To) && words.IsAttached(end) && words.Day(end + 1) is > 0 and var second && second > day && !words.StartsUpper(end + 1))
        {
            (last, end) = (second, end + 2);
        }

        var yearAt = words.Is(end, ValueCategory.Comma) ? end + 1 : end;
        var year = words.Year(yearAt);
        if (year > 0)
        {
            return day > DateTime.DaysInMonth(year, month) ? default : Range(yearAt + 1, DateContext.Day(year, month, day), last);
        }

        return day > DateTime.DaysInMonth(2000, month) ? default : Range(end, words.Context.Day(month, day), last);
    }

    private static ValueMatch Range(int end, string first, int last) =>
        Date(end, last == 0 ? first : FormattableString.Invariant($"{first}/{first[..^2]}{last:00}"));

    /// <summary>25 November 2026; the 5th of May.</summary>
    private static ValueMatch DayFirst(in ValueCursor words, int at)
    {
        var day = words.Is(at, ValueCategory.Ordinal) || words.StartsWithDigit(at) ? words.Day(at) : -1;
        if (day < 0)
        {
            return default;
        }

        var monthAt = words.Is(at + 1, ValueCategory.Of) ? at + 2 : at + 1;
        if (!words.TryMonth(monthAt, sure: true, out var month))
        {
            return default;
        }

        return WithDay(words, month, day, monthAt + 1);
    }

    /// <summary>2026-11-25, 11/28/2016, 28.11.2016, 9/11.</summary>
    private static ValueMatch Numeric(in ValueCursor words, int at)
    {
        var word = words.Word(at);
        if (word.Length is < 6 or > 10 || !char.IsAsciiDigit(word[0]))
        {
            return default;
        }

        var mark = word.IndexOfAny("-/.");
        if (mark < 1)
        {
            return default;
        }

        Span<Range> parts = stackalloc Range[4];
        if (word.Split(parts, word[mark]) != 3
            || !int.TryParse(word[parts[0]], out var a) || !int.TryParse(word[parts[1]], out var b) || !int.TryParse(word[parts[2]], out var c))
        {
            return default;
        }

        var lengths = (word[parts[0]].Length, word[parts[2]].Length);
        if (lengths is (4, <= 2))
        {
            return Checked(at + 1, a, b, c);
        }

        if (lengths is not ( <= 2, 2 or 4))
        {
            return default;
        }

        var year = c >= 100 ? c : c < 50 ? 2000 + c : 1900 + c;
        // American order first, as agency copy has it; dots and impossible months mean the other one.
        return word[mark] == '.' || a > 12 ? Checked(at + 1, year, b, a) : Checked(at + 1, year, a, b);
    }

    private static ValueMatch Checked(int end, int year, int month, int day) =>
        year is >= 1000 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Date(end, DateContext.Day(year, month, day)) : default;

    /// <summary>A year alone, or a range of years.</summary>
    private static ValueMatch Year(in ValueCursor words, int at)
    {
        var year = words.Year(at);
        if (year < 0 || !(words.Is(at - 1, ValueCategory.Preposition) || words.Word(at - 1) is "(" || (year is >= FirstSureYear and <= LastSureYear && !CountsThings(words, at))))
        {
            return default;
        }

        if (words.Is(at + 1, ValueCategory.To) && words.IsAttached(at + 1) && words.IsAttached(at + 2))
        {
            var second = words.Year(at + 2);
            var shortYear = words.Word(at + 2).Length == 2 ? words.Integer(at + 2, 2) : -1;
            second = second < 0 && shortYear > year % 100 ? (year / 100 * 100) + shortYear : second;
            if (second > year)
            {
                return Date(at + 3, FormattableString.Invariant($"{year:0000}/{second:0000}"));
            }
        }

        return Date(at + 1, FormattableString.Invariant($"{year:0000}"));
    }

    /// <summary>Whether a plural noun after four digits shows that they count things.</summary>
    private static bool CountsThings(in ValueCursor words, int at)
    {
        var next = words.Word(at + 1);
        return words.Is(at + 1, ValueCategory.Period) || words.Is(at + 1, ValueCategory.Hyphen) || words.Is(at - 1, ValueCategory.Symbol)
            || (next.Length > LongestYear && next[^1] == 's' && next[^2] != 's' && char.IsLower(next[0]) && !words.Is(at - 1, ValueCategory.The))
            || next is "people" or "men" or "women" or "children" || (words.HasReading(at + 1) && ValueLexicon.Instance.TryUnit(next, out _));
    }

    /// <summary>1990s, '90s, the nineties.</summary>
    private static ValueMatch Decade(in ValueCursor words, int at)
    {
        if (words.TryGet(at, ValueCategory.DecadeWord, out var named))
        {
            return words.Is(at - 1, ValueCategory.The) || words.Is(at - 1, ValueCategory.Edge) ? Date(at + 1, named.Text) : default;
        }

        var word = words.Word(at).TrimEnd('s').TrimEnd("'’");
        if (word.Length == words.Word(at).Length || word.Length == 0 || word[^1] != '0')
        {
            return default;
        }

        var apostrophe = word[0] is '\'' or '’';
        var digits = word.TrimStart("'’");
        if (digits.ContainsAnyExceptInRange('0', '9'))
        {
            return default;
        }

        return digits.Length switch
        {
            4 => Date(at + 1, string.Concat(digits[..3], "X")),
            2 when apostrophe || words.Is(at - 1, ValueCategory.The) => Date(at + 1, $"{(digits[0] <= '2' ? "20" : "19")}{digits[0]}X"),
            _ => default,
        };
    }

    /// <summary>the 19th century</summary>
    private static ValueMatch Century(in ValueCursor words, int at)
    {
        var next = words.Is(at + 1, ValueCategory.Hyphen) ? at + 2 : at + 1;
        return words.Day(at) is > 0 and <= 21 and var century && words.TryGet(next, ValueCategory.Period, out var unit) && unit.Text == "100Y"
            && (words.Is(at, ValueCategory.Ordinal) || words.Word(at).Length > 2)
            ? Date(next + 1, FormattableString.Invariant($"{century - 1:00}XX"))
            : default;
    }

    /// <summary>early 2016, late May, mid-1990s, the end of 2016: the value with START, MID or END after it.</summary>
    private static ValueMatch Edged(in ValueCursor words, int at)
    {
        if (!words.TryGet(at, ValueCategory.Edge, out var edge))
        {
            return Prefixed(words, at);
        }

        var next = at + 1;
        if (edge.Other.Length > 0 && !words.Is(next, ValueCategory.Of))
        {
            // It will end this year.
            return default;
        }

        if (words.Is(next, ValueCategory.Hyphen) && words.IsAttached(next))
        {
            next++;
        }
        else if (words.Is(next, ValueCategory.Of))
        {
            next = words.Is(next + 1, ValueCategory.The) ? next + 2 : next + 1;
        }

        next = words.Is(next, ValueCategory.The) ? next + 1 : next;
        var inner = MonthFirst(words, next).Or(Decade(words, next)).Or(Century(words, next)).Or(YearPartGrammar.Season(words, next)).Or(RelativeGrammar.Shifted(words, next)).Or(Year(words, next));
        return inner.End > 0 ? inner with { Value = inner.Value + "-" + edge.Text } : default;
    }

    /// <summary>mid-August and mid-1990s are one token.</summary>
    private static ValueMatch Prefixed(in ValueCursor words, int at)
    {
        var word = words.Word(at);
        if (word.Length < 6 || !word.StartsWith("mid-", StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        var rest = word[4..];
        if (rest.Length == 4 && !rest.ContainsAnyExceptInRange('0', '9'))
        {
            return Date(at + 1, string.Concat(rest, "-MID"));
        }

        if (rest.Length == 5 && rest[^1] == 's' && !rest[..4].ContainsAnyExceptInRange('0', '9'))
        {
            return Date(at + 1, string.Concat(rest[..3], "X-MID"));
        }

        var reading = ValueLexicon.Instance.HeadOf(rest);
        for (; reading != 0; reading = ValueLexicon.Instance[reading].Next)
        {
            if (ValueLexicon.Instance[reading].Category == ValueCategory.Month && char.IsUpper(rest[0]))
            {
                var month = (int)ValueLexicon.Instance[reading].Number;
                var end = words.Year(at + 1) is >= FirstSureYear and var year ? at + 2 : at + 1;
                var value = end == at + 2 ? FormattableString.Invariant($"{words.Year(at + 1):0000}-{month:00}") : words.Context.Month(month, words.Tense(at));
                return Date(end, value + "-MID");
            }
        }

        return default;
    }
}
