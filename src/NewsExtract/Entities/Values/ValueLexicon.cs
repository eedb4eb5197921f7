using System.Globalization;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Values;

/// <summary>The words of <c>seeds/values</c>, each with its readings, and units and percentages of several words.</summary>
internal sealed class ValueLexicon
{
    private static readonly Lazy<ValueLexicon> Lazily = new(static () => new ValueLexicon());

    // Reading 0 stands for none.
    private readonly List<ValueEntry> _entries = [default];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _heads;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _units;
    private readonly Dictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> _percents;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _holidays;
    private readonly int _longest;

    private ValueLexicon()
    {
        var heads = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var list in new[] { "values/words", "values/currencies" })
        {
            foreach (var row in SeedLexicon.Rows(list))
            {
                var category = Enum.Parse<ValueCategory>(row[1], ignoreCase: true);
                var text = row.Length > 2 ? row[2] : "";
                _ = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
                heads.TryGetValue(row[0], out var next);
                _entries.Add(new ValueEntry(category, number, text, row.Length > 3 ? row[3] : "", next));
                heads[row[0]] = _entries.Count - 1;
                _longest = Math.Max(_longest, row[0].Length);
            }
        }

        // Units of information and power differ by case from other words, those of length do not.
        var units = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in SeedLexicon.Rows("values/units"))
        {
            units.TryAdd(row[0], row[1]);
        }

        var percents = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in SeedLexicon.Rows("values/percent"))
        {
            percents.TryAdd(row[0], decimal.Parse(row[1], CultureInfo.InvariantCulture));
        }

        var holidays = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in SeedLexicon.Rows("values/holidays"))
        {
            holidays.TryAdd(row[0], row[1]);
        }

        _holidays = holidays.GetAlternateLookup<ReadOnlySpan<char>>();
        _heads = heads.GetAlternateLookup<ReadOnlySpan<char>>();
        _units = units.GetAlternateLookup<ReadOnlySpan<char>>();
        _percents = percents.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static ValueLexicon Instance => Lazily.Value;

    /// <summary>Index of the first reading of a word, or 0.</summary>
    public int HeadOf(ReadOnlySpan<char> word) => word.Length <= _longest && _heads.TryGetValue(word, out var head) ? head : 0;

    public ValueEntry this[int reading] => _entries[reading];

    /// <summary>The symbol of a unit written in one or more words.</summary>
    public bool TryUnit(ReadOnlySpan<char> words, out string symbol)
    {
        var found = _units.TryGetValue(words, out var unit);
        symbol = unit ?? "";
        return found;
    }

    /// <summary>The day of a holiday, as <c>seeds/values/holidays.txt</c> has it.</summary>
    public bool TryHoliday(ReadOnlySpan<char> words, out string rule)
    {
        var found = _holidays.TryGetValue(words, out var day);
        rule = day ?? "";
        return found;
    }

    /// <summary>The factor of a way to write percentages.</summary>
    public bool TryPercent(ReadOnlySpan<char> words, out decimal factor) => _percents.TryGetValue(words, out factor);
}
