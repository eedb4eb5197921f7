using NewsExtract.Learning;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Coreference.Training;

/// <summary>The genders of first names, from the lists in <c>gazetteers/</c>; where they hold a name for both, from <c>seeds/coreference/given_names.txt</c>.</summary>
internal static class FirstNames
{
    public static readonly string[] Files =
    [
        "gazetteers/names/first_names.female.txt",
        "gazetteers/names/first_names.male.txt",
        "gazetteers/names_by_country/common-forenames-by-country.csv",
    ];

    // News in English: what a name is among English speakers counts for more than what it is in one country more.
    private const int EnglishWeight = 4;

    /// <summary>The names with their genders; both, where the lists disagree about evenly.</summary>
    public static Dictionary<ulong, GenderSet> Read(string data)
    {
        var votes = new Dictionary<string, (int Masculine, int Feminine)>(StringComparer.Ordinal);
        ReadList(Path.Combine(data, Files[0]), isMasculine: false);
        ReadList(Path.Combine(data, Files[1]), isMasculine: true);
        foreach (var line in File.ReadLines(Path.Combine(data, Files[2])).Skip(1))
        {
            var columns = line.Split(',');
            if (columns.Length > 11 && columns[9] is "M" or "F")
            {
                Vote(columns[11], columns[9] == "M", 1);
            }
        }

        foreach (var row in SeedLexicon.Rows("coreference/given_names"))
        {
            votes[row[0]] = row[1] == "m" ? (1, 0) : (0, 1);
        }

        return votes.ToDictionary(static pair => FeatureHash.Of(pair.Key), static pair => pair.Value switch
        {
            var (masculine, feminine) when masculine > 2 * feminine => GenderSet.Masculine,
            var (masculine, feminine) when feminine > 2 * masculine => GenderSet.Feminine,
            _ => GenderSet.Person,
        });

        void ReadList(string path, bool isMasculine)
        {
            foreach (var line in File.ReadLines(path))
            {
                Vote(line, isMasculine, EnglishWeight);
            }
        }

        void Vote(string name, bool isMasculine, int weight)
        {
            var key = name.Trim().TrimStart('\uFEFF').ToLowerInvariant();
            if (key.Length > 1 && !key.Contains(' ', StringComparison.Ordinal))
            {
                var (masculine, feminine) = votes.GetValueOrDefault(key);
                votes[key] = isMasculine ? (masculine + weight, feminine) : (masculine, feminine + weight);
            }
        }
    }
}
