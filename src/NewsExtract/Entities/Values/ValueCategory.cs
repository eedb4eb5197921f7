namespace NewsExtract.Entities.Values;

/// <summary>What a word can be in a date, time, amount or measure; the names are those of <c>seeds/values</c>.</summary>
internal enum ValueCategory : byte
{
    /// <summary>zero to nineteen.</summary>
    Number,

    /// <summary>twenty to ninety.</summary>
    Tens,

    /// <summary>hundred, million, bn.</summary>
    Scale,

    /// <summary>hundreds, millions.</summary>
    Scales,

    /// <summary>dozen.</summary>
    Dozen,

    /// <summary>half.</summary>
    Half,

    /// <summary>several, few.</summary>
    Vague,

    /// <summary>first, second.</summary>
    Ordinal,

    /// <summary>A month's name.</summary>
    Month,

    /// <summary>A name of a month or weekday that is an ordinary word too.</summary>
    Ambiguous,

    /// <summary>A weekday's name.</summary>
    Weekday,

    /// <summary>day, week, month, year, decade, century, weekend, quarter.</summary>
    Period,

    /// <summary>hour, minute, second.</summary>
    ClockUnit,

    /// <summary>spring, summer.</summary>
    Season,

    /// <summary>morning, night.</summary>
    DayPart,

    /// <summary>noon, midnight.</summary>
    ClockWord,

    /// <summary>today, yesterday.</summary>
    Deictic,

    /// <summary>tonight.</summary>
    Tonight,

    /// <summary>last, this, next.</summary>
    Shift,

    /// <summary>early, late, mid.</summary>
    Edge,

    /// <summary>ago.</summary>
    Past,

    /// <summary>later, earlier.</summary>
    Later,

    /// <summary>a, an, one.</summary>
    Article,

    /// <summary>the.</summary>
    The,

    /// <summary>of.</summary>
    Of,

    /// <summary>and.</summary>
    And,

    /// <summary>Between the two ends of a range.</summary>
    To,

    /// <summary>A hyphen.</summary>
    Hyphen,

    /// <summary>am, pm.</summary>
    Meridiem,

    /// <summary>o'clock.</summary>
    OClock,

    /// <summary>GMT, EST.</summary>
    Zone,

    /// <summary>Eastern, local (before "time").</summary>
    ZoneWord,

    /// <summary>time, standard (after a zone's word).</summary>
    Time,

    /// <summary>fiscal.</summary>
    Fiscal,

    /// <summary>old (after an age).</summary>
    Old,

    /// <summary>nineties.</summary>
    DecadeWord,

    /// <summary>A word after which four digits are a year.</summary>
    Preposition,

    /// <summary>will, due.</summary>
    FutureCue,

    /// <summary>said, was.</summary>
    PastCue,

    /// <summary>once, times (before "a year").</summary>
    Frequency,

    /// <summary>The first word of a holiday's name.</summary>
    Holiday,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>aged.</summary>
    Age,

    /// <summary>$ and other signs before the number.</summary>
    Symbol,

    /// <summary>An ISO 4217 code.</summary>
    Code,

    /// <summary>A currency's name after the number.</summary>
    Word,

    /// <summary>A currency's name that needs a large number before it.</summary>
    Big,

    /// <summary>sterling.</summary>
    Sterling,

    /// <summary>A nationality before a currency's name.</summary>
    Adjective,
}
