using System.Collections.Frozen;
using NewsExtract.Errors;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Places;

/// <summary>Which country a place is in: countries and their aliases, and cities and provinces in a sorted table that is searched as it lies in the assembly.</summary>
internal sealed class PlaceTable
{
    private const string Cities = "places/cities";

    private static readonly Lazy<PlaceTable> Lazily = new(static () => new PlaceTable());

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _countries =
        SeedLexicon.Map("places/countries").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _modifiers =
        SeedLexicon.Map("places/modifiers").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly byte[] _cities;

    private PlaceTable()
    {
        using var stream = typeof(SeedLexicon).Assembly.GetManifestResourceStream($"seeds/{Cities}.txt")
            ?? throw new NewsExtractException(ErrorCatalog.LexiconMissing(Cities));
        _cities = new byte[stream.Length];
        stream.ReadExactly(_cities);
    }

    public static PlaceTable Instance => Lazily.Value;

    /// <summary>The countries that a folded name may lie in; words around the name (northern, city) are left out where it is not known with them.</summary>
    /// <param name="name">The folded name.</param>
    /// <param name="countriesOnly">Whether only a country by its own name counts.</param>
    public PlaceCandidates Find(ReadOnlySpan<char> name, bool countriesOnly = false)
    {
        while (true)
        {
            if (_countries.TryGetValue(name, out var country))
            {
                return new PlaceCandidates(country);
            }

            if (countriesOnly)
            {
                return default;
            }

            var city = City(name);
            if (city.Length > 0)
            {
                return new PlaceCandidates(city);
            }

            var space = name.IndexOf(' ');
            if (space > 0 && IsModifier(name[..space], "before"))
            {
                name = name[(space + 1)..];
                continue;
            }

            space = name.LastIndexOf(' ');
            if (space < 0 || !IsModifier(name[(space + 1)..], "after"))
            {
                return default;
            }

            name = name[..space];
        }
    }

    private bool IsModifier(ReadOnlySpan<char> word, string place) => _modifiers.TryGetValue(word, out var where) && where == place;

    /// <summary>Binary search over the lines, which are sorted by their bytes.</summary>
    private string City(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<byte> table = _cities;
        var low = table.IndexOf((byte)'\n') + 1;
        var high = table.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var start = table[low..middle].LastIndexOf((byte)'\n') is >= 0 and var back ? low + back + 1 : low;
            var line = table[start..];
            line = line[..line.IndexOf((byte)'\n')];
            var tab = line.IndexOf((byte)'\t');
            var order = Compare(name, line[..tab]);
            if (order == 0)
            {
                return System.Text.Encoding.ASCII.GetString(line[(tab + 1)..]);
            }

            if (order < 0)
            {
                high = start;
            }
            else
            {
                low = start + line.Length + 1;
            }
        }

        return "";
    }

    private static int Compare(ReadOnlySpan<char> name, ReadOnlySpan<byte> key)
    {
        for (var i = 0; i < name.Length && i < key.Length; i++)
        {
            if (name[i] != key[i])
            {
                return name[i].CompareTo((char)key[i]);
            }
        }

        return name.Length.CompareTo(key.Length);
    }
}
