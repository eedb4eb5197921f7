using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>Lengths of time: three days, a week, two and a half hours, 20-year, decades.</summary>
internal static class DurationGrammar
{
    /// <summary>The duration that begins at a token: a DATE from a day on, a TIME when shorter.</summary>
    public static ValueMatch At(in ValueCursor words, int at)
    {
        var amount = NumberGrammar.At(words, at);
        if (amount.End == 0)
        {
            return default;
        }

        var unitAt = amount.End;
        var hyphen = words.Is(unitAt, ValueCategory.Hyphen) && words.IsAttached(unitAt) && words.IsAttached(unitAt + 1);
        unitAt += hyphen ? 1 : 0;
        var isPeriod = words.TryGet(unitAt, ValueCategory.Period, out var unit) && unit.Text is not ("Q" or "WE");
        if (!isPeriod && !words.TryGet(unitAt, ValueCategory.ClockUnit, out unit))
        {
            return default;
        }

        // "a second" and "a day" alone are too often something else ("a second vote", "$5 a day"); some is no number.
        if (amount.IsWord && (unit.Text is "S" or "D" || hyphen || words.Is(at - 1, ValueCategory.Frequency)))
        {
            return default;
        }

        var end = unitAt + 1;
        // 20-year-old, 27 years old
        if (hyphen && words.Is(end, ValueCategory.Hyphen) && words.Is(end + 1, ValueCategory.Old))
        {
            end += 2;
        }
        else if (words.Is(end, ValueCategory.Old))
        {
            end++;
        }

        return new ValueMatch(end, isPeriod ? EntityType.Date : EntityType.Time, ValueOf(amount, unit.Text, isPeriod));
    }

    /// <summary>The ISO 8601 duration of an amount of a unit.</summary>
    public static string ValueOf(Amount amount, string unit, bool isPeriod)
    {
        if (amount.IsVague)
        {
            return isPeriod ? Vague(unit) : "PTX" + unit;
        }

        var (factor, letter) = unit switch { "10Y" => (10m, "Y"), "100Y" => (100m, "Y"), "2W" => (2m, "W"), "6M" => (6m, "M"), "Q" => (3m, "M"), "WE" => (2m, "D"), _ => (1m, unit) };
        var prefix = isPeriod ? "P" : "PT";
        return amount.High is { } high
            ? $"{prefix}{Amount.Plain(amount.Low * factor)}{letter}/{prefix}{Amount.Plain(high * factor)}{letter}"
            : $"{prefix}{Amount.Plain(amount.Low * factor)}{letter}";
    }

    /// <summary>A duration of an unknown number of units.</summary>
    public static string Vague(string unit) => unit switch { "10Y" => "PX0Y", "100Y" => "PX00Y", "2W" => "PXW", "6M" or "Q" => "PXM", "WE" => "PXD", _ => "PX" + unit };
}
