using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>Dates by parts of a year: quarters, seasons, financial years.</summary>
internal static class YearPartGrammar
{
    private const int FirstSureYear = 1900;

    /// <summary>The longest such date that begins at a token.</summary>
    public static ValueMatch At(in ValueCursor words, int at) => Quarter(words, at).Or(Season(words, at)).Or(Fiscal(words, at));

    private static ValueMatch Date(int end, string value) => new(end, EntityType.Date, value);

    /// <summary>the third quarter of 2016; Q3 2016; fourth-quarter</summary>
    private static ValueMatch Quarter(in ValueCursor words, int at)
    {
        var word = words.Word(at);
        int quarter, end;
        if (word.Length == 2 && word[0] == 'Q' && word[1] is >= '1' and <= '4')
        {
            (quarter, end) = (word[1] - '0', at + 1);
        }
        else
        {
            end = words.Is(at + 1, ValueCategory.Hyphen) ? at + 2 : at + 1;
            quarter = words.Is(at, ValueCategory.Ordinal) || word.Length == 3 ? words.Day(at) : 0;
            if (quarter is < 1 or > 4 || !words.TryGet(end, ValueCategory.Period, out var unit) || unit.Text != "Q")
            {
                return default;
            }

            end++;
        }

        var yearAt = words.Is(end, ValueCategory.Of) || words.Is(end, ValueCategory.Comma) ? end + 1 : end;
        return words.Year(yearAt) is >= FirstSureYear and var year
            ? Date(yearAt + 1, FormattableString.Invariant($"{year:0000}-Q{quarter}"))
            : Date(end, words.Context.Quarter(quarter));
    }

    /// <summary>spring 2016, the winter of 1963</summary>
    public static ValueMatch Season(in ValueCursor words, int at)
    {
        if (!words.TryGet(at, ValueCategory.Season, out var season))
        {
            return default;
        }

        var yearAt = words.Is(at + 1, ValueCategory.Of) ? at + 2 : at + 1;
        return words.Year(yearAt) is >= FirstSureYear / 2 and var year ? Date(yearAt + 1, FormattableString.Invariant($"{year:0000}-{season.Text}")) : default;
    }

    /// <summary>fiscal 2016, the financial year 2016-17, FY2016</summary>
    private static ValueMatch Fiscal(in ValueCursor words, int at)
    {
        var word = words.Word(at);
        if (word.Length == 6 && word.StartsWith("FY", StringComparison.Ordinal) && !word[2..].ContainsAnyExceptInRange('0', '9'))
        {
            return Date(at + 1, word.ToString());
        }

        if (!words.Is(at, ValueCategory.Fiscal))
        {
            return default;
        }

        var yearAt = words.TryGet(at + 1, ValueCategory.Period, out var unit) && unit.Text == "Y" ? at + 2 : at + 1;
        return words.Year(yearAt) is >= FirstSureYear and var year ? Date(yearAt + 1, FormattableString.Invariant($"FY{year:0000}")) : default;
    }
}
