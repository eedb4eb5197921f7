using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>Dates relative to the day of writing, and weekdays: today, Monday, last February, two years ago, this summer.</summary>
internal static class RelativeGrammar
{
    private const int MostUnits = 100_000;

    /// <summary>The longest expression that begins at a token.</summary>
    public static ValueMatch At(in ValueCursor words, int at) =>
        Deictic(words, at).Or(Shifted(words, at)).Or(Weekday(words, at, 0)).Or(Distance(words, at));

    private static ValueMatch Date(int end, string? value) => new(end, EntityType.Date, value);

    private static ValueMatch Time(int end, string? value) => new(end, EntityType.Time, value);

    private static ValueMatch Deictic(in ValueCursor words, int at)
    {
        if (words.TryGet(at, ValueCategory.Tonight, out var tonight))
        {
            return Time(at + 1, words.Context.DayPart(tonight.Text, 0));
        }

        if (!words.TryGet(at, ValueCategory.Deictic, out var day))
        {
            return default;
        }

        var shift = (int)day.Number;
        return words.TryGet(at + 1, ValueCategory.DayPart, out var part)
            ? Time(at + 2, words.Context.Away("D", shift) + "T" + part.Text)
            // Without a date of publication, today is the present.
            : Date(at + 1, words.Context.Away("D", shift));
    }

    /// <summary>last week, this year, next Monday, last February, this summer, this morning, the past two years.</summary>
    public static ValueMatch Shifted(in ValueCursor words, int at)
    {
        if (!words.TryGet(at, ValueCategory.Shift, out var entry))
        {
            return default;
        }

        var shift = (int)entry.Number;
        var next = at + 1;
        if (words.TryGet(next, ValueCategory.DayPart, out var part))
        {
            return shift > 0 ? default : Time(next + 1, words.Context.DayPart(part.Text, shift));
        }

        if (words.TryWeekday(next, out _))
        {
            return Weekday(words, next, shift);
        }

        if (words.TryMonth(next, sure: true, out var month))
        {
            return Date(next + 1, words.Context.MonthShifted(month, shift));
        }

        if (words.TryGet(next, ValueCategory.Season, out var season))
        {
            return Date(next + 1, words.Context.Season(season.Text, shift));
        }

        if (words.TryGet(next, ValueCategory.Fiscal, out _) && words.TryGet(next + 1, ValueCategory.Period, out var fiscal) && fiscal.Text == "Y")
        {
            return Date(next + 2, words.Context.Published is { } now ? FormattableString.Invariant($"FY{now.Year + shift:0000}") : "FYXXXX");
        }

        if (words.TryGet(next, ValueCategory.Period, out var unit))
        {
            return Date(next + 1, words.Word(next)[^1] is 's' && unit.Text != "WE" ? DurationGrammar.Vague(unit.Text) : words.Context.Away(unit.Text, shift));
        }

        // the last two years, the next few months: how long
        var length = DurationGrammar.At(words, next);
        return length.End > 0 && shift != 0 ? length : default;
    }

    private static ValueMatch Weekday(in ValueCursor words, int at, int shift)
    {
        if (!words.TryWeekday(at, out var weekday))
        {
            return default;
        }

        var day = words.Context.Weekday(weekday, shift, shift == 0 && words.IsFuture(at));
        return words.TryGet(at + 1, ValueCategory.DayPart, out var part) ? Time(at + 2, day + "T" + part.Text) : Date(at + 1, day);
    }

    /// <summary>two years ago, three weeks later, an hour earlier.</summary>
    private static ValueMatch Distance(in ValueCursor words, int at)
    {
        var amount = NumberGrammar.At(words, at);
        if (amount.End == 0)
        {
            return default;
        }

        var isPeriod = words.TryGet(amount.End, ValueCategory.Period, out var unit);
        if (!isPeriod && !words.TryGet(amount.End, ValueCategory.ClockUnit, out unit))
        {
            return default;
        }

        var cue = amount.End + 1;
        var ago = words.Is(cue, ValueCategory.Past);
        var later = words.TryGet(cue, ValueCategory.Later, out var direction);
        if (!ago && !later)
        {
            return default;
        }

        var sign = ago ? -1 : (int)direction.Number;
        var exact = !amount.IsVague && amount.High is null && amount.Low == decimal.Truncate(amount.Low) && amount.Low <= MostUnits;
        var duration = DurationGrammar.ValueOf(amount, unit.Text, isPeriod);
        if (!isPeriod)
        {
            return Time(cue + 1, (sign < 0 ? "-" : "+") + duration);
        }

        // "Two years later" counts from a moment the text told of, not from today.
        return Date(cue + 1, ago && exact && words.Context.Published is not null ? words.Context.Away(unit.Text, -(int)amount.Low) : (sign < 0 ? "-" : "+") + duration);
    }
}
