using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsExtract.Lexicons;
using static NewsExtract.Entities.Gazetteers.GazetteerFiles;

namespace NewsExtract.Entities.Gazetteers;

/// <summary>Reads the lists below <c>gazetteers/</c> of the data folder and our own seed lists into a <see cref="GazetteerBuilder"/>.</summary>
internal static partial class GazetteerSources
{
    /// <summary>The files read, relative to the data folder.</summary>
    public static ImmutableArray<string> Files { get; } =
    [
        "gazetteers/names/first_names.txt", "gazetteers/names/first_names.female.txt", "gazetteers/names/first_names.male.txt",
        "gazetteers/names/surnames.txt", "gazetteers/names_by_country/forenames.txt", "gazetteers/names_by_country/surnames.txt",
        "gazetteers/world_cities.csv", "gazetteers/cia_factbook/countries.tsv", "gazetteers/cia_factbook/demonyms.txt",
        "gazetteers/cia_factbook/admin_divisions_raw.tsv", "gazetteers/cia_factbook/languages_raw.tsv", "gazetteers/cia_factbook/ethnic_groups_raw.tsv",
        "gazetteers/cia_factbook/leaders_parsed.tsv", "gazetteers/cia_factbook/parties.tsv", "gazetteers/cia_factbook/intl_orgs.tsv",
        "gazetteers/corpora/nationalities.json", "gazetteers/corpora/us_counties.json", "gazetteers/corpora/us_cities.json",
        "gazetteers/corpora/rivers.json", "gazetteers/corpora/oceans.json", "gazetteers/corpora/nba_teams.json", "gazetteers/corpora/nfl_teams.json",
        "gazetteers/corpora/occupations.json", "gazetteers/corpora/corporations/fortune500.json", "gazetteers/corpora/corporations/nasdaq.json",
        "gazetteers/corpora/corporations/djia.json", "gazetteers/corpora/corporations/cars.json", "gazetteers/corpora/corporations/newspapers.json",
        "gazetteers/corpora/corporations/charities.json", "gazetteers/corpora/governments/us_federal_agencies.json",
        "gazetteers/corpora/governments/uk_political_parties.json", "gazetteers/us_congress/legislators-current.tsv", "gazetteers/us_congress/committees.txt",
        "gazetteers/us_congress/executive.tsv", "gazetteers/sec_companies/companies.tsv", "gazetteers/universities/universities.tsv",
        "gazetteers/phoenix_actors/actors.tsv",
    ];

    /// <summary>Adds everything.</summary>
    public static void AddAll(string root, GazetteerBuilder builder)
    {
        AddPeople(root, builder);
        AddPlaces(root, builder);
        AddOrganisations(root, builder);
        AddPhoenix(root, builder);
        AddSeeds(builder);
    }

    private static void AddSeeds(GazetteerBuilder builder)
    {
        AddSeed(builder, "entities/person-titles", GazetteerKind.Title);
        AddSeed(builder, "entities/org-words", GazetteerKind.OrgWord);
        AddSeed(builder, "entities/place-words", GazetteerKind.PlaceWord);
        AddSeed(builder, "entities/regions", GazetteerKind.Region);
        AddSeed(builder, "entities/places-with-government", GazetteerKind.Country);
        foreach (var row in SeedLexicon.Rows("entities/groups"))
        {
            AddGroup(row[0], builder);
        }
    }

    private static void AddSeed(GazetteerBuilder builder, string name, GazetteerKind kind)
    {
        foreach (var row in SeedLexicon.Rows(name))
        {
            builder.Add(row[0], kind);
        }
    }

    private static void AddGroup(string name, GazetteerBuilder builder)
    {
        builder.Add(name, GazetteerKind.Group);
        if (name.Length > 3 && !name.EndsWith("ese", StringComparison.Ordinal) && name[^1] is not ('s' or 'h'))
        {
            builder.Add(name + "s", GazetteerKind.Group);
        }
    }

    private static void AddPeople(string root, GazetteerBuilder builder)
    {
        foreach (var file in Files[..3].Add(Files[4]))
        {
            AddLines(root, file, GazetteerKind.FirstName, builder);
        }

        AddLines(root, Files[3], GazetteerKind.Surname, builder);
        AddLines(root, Files[5], GazetteerKind.Surname, builder);
        foreach (var row in Table(root, "gazetteers/cia_factbook/leaders_parsed.tsv").Where(static r => r.Length > 4))
        {
            builder.Add(row[3], GazetteerKind.Person);
            builder.Add(row[4], GazetteerKind.Surname);
        }

        foreach (var file in new[] { "gazetteers/us_congress/legislators-current.tsv", "gazetteers/us_congress/executive.tsv" })
        {
            foreach (var row in Table(root, file).Where(static r => r.Length > 2))
            {
                builder.Add(row[0] + " " + row[2], GazetteerKind.Person);
                builder.Add(row[2], GazetteerKind.Surname);
                if (row.Length > 4 && row[4].Length > 0)
                {
                    builder.Add(row[4], GazetteerKind.Person);
                }
            }
        }

        foreach (var title in Strings(root, "gazetteers/corpora/occupations.json", "occupations"))
        {
            builder.Add(title, GazetteerKind.Title);
        }
    }

    private static void AddPlaces(string root, GazetteerBuilder builder)
    {
        foreach (var line in Lines(root, "gazetteers/world_cities.csv").Skip(1))
        {
            var row = line.Split(',');
            if (row.Length < 4 || line.Contains('"', StringComparison.Ordinal))
            {
                continue;
            }

            builder.Add(row[0], GazetteerKind.City);
            builder.Add(row[1], GazetteerKind.Country);
            builder.Add(row[2], GazetteerKind.Division);
        }

        foreach (var row in Table(root, "gazetteers/cia_factbook/countries.tsv").Where(static r => r.Length > 9))
        {
            builder.Add(row[2], GazetteerKind.Country);
            builder.Add(row[3], GazetteerKind.Country);
            builder.Add(row[6].Split([',', ';'])[0], GazetteerKind.Country);
            builder.Add(row[9].Split([',', ';', '('])[0].Trim(), GazetteerKind.City);
            foreach (var noun in row[7].Split([',', ';', '/']).Concat(row[8].Split([',', ';', '/'])))
            {
                var plain = Brackets().Replace(noun, "").Trim();
                if (plain.Length > 2 && char.IsUpper(plain[0]))
                {
                    AddGroup(plain, builder);
                }
            }
        }

        foreach (var name in Lines(root, "gazetteers/cia_factbook/demonyms.txt").Concat(Strings(root, "gazetteers/corpora/nationalities.json", "nationalities")))
        {
            AddGroup(name, builder);
        }

        AddFactbookList(root, "gazetteers/cia_factbook/admin_divisions_raw.tsv", builder, GazetteerKind.Division);
        AddFactbookList(root, "gazetteers/cia_factbook/languages_raw.tsv", builder, GazetteerKind.Language);
        AddFactbookList(root, "gazetteers/cia_factbook/ethnic_groups_raw.tsv", builder, GazetteerKind.Group);
        using var counties = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "gazetteers/corpora/us_counties.json")));
        foreach (var state in counties.RootElement.GetProperty("counties").EnumerateObject())
        {
            builder.Add(state.Name, GazetteerKind.Division);
            foreach (var county in state.Value.EnumerateArray())
            {
                builder.Add(county.GetString() + " County", GazetteerKind.Division);
            }
        }

        foreach (var (name, _) in Objects(root, "gazetteers/corpora/us_cities.json", "cities", "city"))
        {
            builder.Add(name, GazetteerKind.City);
        }

        foreach (var (name, _) in Objects(root, "gazetteers/corpora/rivers.json", "rivers", "name"))
        {
            builder.Add(name + " River", GazetteerKind.Region);
            builder.Add("River " + name, GazetteerKind.Region);
        }

        foreach (var (name, _) in Objects(root, "gazetteers/corpora/oceans.json", "seas", "name"))
        {
            builder.Add(name, GazetteerKind.Region);
        }
    }

    private static void AddFactbookList(string root, string file, GazetteerBuilder builder, GazetteerKind kind)
    {
        foreach (var row in Table(root, file).Where(static r => r.Length > 2))
        {
            var text = row[2];
            if (kind == GazetteerKind.Division && text.IndexOf(';', StringComparison.Ordinal) is >= 0 and var at)
            {
                text = text[(at + 1)..];
            }

            foreach (var part in Brackets().Replace(text, "").Split([',', ';', '/']))
            {
                var name = Percent().Replace(part, "").Trim();
                if (name.Length > 2 && char.IsUpper(name[0]) && name.Count(static c => c == ' ') < 3)
                {
                    builder.Add(name, kind);
                }
            }
        }
    }

    private static void AddOrganisations(string root, GazetteerBuilder builder)
    {
        foreach (var row in Table(root, "gazetteers/sec_companies/companies.tsv").Where(static r => r.Length > 2))
        {
            if (!row[1].Contains("Fund", StringComparison.Ordinal) && !row[1].Contains("Trust", StringComparison.Ordinal))
            {
                builder.Add(row[1], GazetteerKind.Company);
                AddIfLong(row[2], GazetteerKind.Company, builder);
            }
        }

        foreach (var (file, list) in new[] { ("fortune500", "companies"), ("cars", "cars") })
        {
            foreach (var name in Strings(root, $"gazetteers/corpora/corporations/{file}.json", list))
            {
                builder.Add(name, GazetteerKind.Company);
            }
        }

        foreach (var file in new[] { "djia", "nasdaq" })
        {
            foreach (var (name, _) in Objects(root, $"gazetteers/corpora/corporations/{file}.json", "corporations", "name"))
            {
                builder.Add(name, GazetteerKind.Company);
            }
        }

        foreach (var name in Strings(root, "gazetteers/corpora/corporations/newspapers.json", "newspapers"))
        {
            builder.Add(name, GazetteerKind.Media);
        }

        foreach (var name in Strings(root, "gazetteers/corpora/corporations/charities.json", "charities").Concat(Strings(root, "gazetteers/corpora/governments/us_federal_agencies.json", "agencies")))
        {
            AddIfLong(name, GazetteerKind.Agency, builder);
        }

        foreach (var (file, list) in new[] { ("nba_teams", "nba_teams"), ("nfl_teams", "nfl_teams") })
        {
            foreach (var (name, _) in Objects(root, $"gazetteers/corpora/{file}.json", list, "name"))
            {
                builder.Add(name, GazetteerKind.Team);
                builder.Add(name[(name.LastIndexOf(' ') + 1)..], GazetteerKind.Team);
            }
        }

        foreach (var name in Lines(root, "gazetteers/us_congress/committees.txt").Where(static n => n.Contains("Committee", StringComparison.Ordinal)))
        {
            builder.Add(name, GazetteerKind.Agency);
        }

        foreach (var row in Table(root, "gazetteers/universities/universities.tsv"))
        {
            AddIfLong(row[0], GazetteerKind.University, builder);
        }

        foreach (var name in Strings(root, "gazetteers/corpora/governments/uk_political_parties.json", "parties"))
        {
            AddIfLong(name, GazetteerKind.Party, builder);
        }

        foreach (var row in Table(root, "gazetteers/cia_factbook/parties.tsv").Where(static r => r.Length > 2))
        {
            var names = Brackets().Replace(row[2], "").Split(" or ");
            AddIfLong(names[0].Trim(), GazetteerKind.Party, builder);
            foreach (var name in names.Skip(1).Select(static n => n.Trim()))
            {
                AddAcronym(name, builder);
            }
        }

        foreach (var row in Table(root, "gazetteers/cia_factbook/intl_orgs.tsv"))
        {
            AddAcronym(row[0], builder);
        }
    }

    private static void AddAcronym(string name, GazetteerBuilder builder)
    {
        if (name.Length >= 2 && !name.Contains(' ', StringComparison.Ordinal) && name.Count(char.IsUpper) >= 2)
        {
            builder.Add(name, GazetteerKind.Acronym);
        }
    }

    private static void AddPhoenix(string root, GazetteerBuilder builder)
    {
        foreach (var row in Table(root, "gazetteers/phoenix_actors/actors.tsv").Where(static r => r.Length > 4 && r[1].Contains(' ', StringComparison.Ordinal)))
        {
            var armed = row[4].Contains("REB", StringComparison.Ordinal) || row[4].Contains("UAF", StringComparison.Ordinal) || row[4].Contains("INS", StringComparison.Ordinal);
            switch (row[3])
            {
                case "PER":
                    builder.Add(row[1], GazetteerKind.Person);
                    break;
                case "ORG":
                    builder.Add(row[1], armed ? GazetteerKind.Militia : GazetteerKind.Agency);
                    break;
            }
        }
    }

    private static void AddIfLong(string name, GazetteerKind kind, GazetteerBuilder builder)
    {
        if (name.Contains(' ', StringComparison.Ordinal))
        {
            builder.Add(name, kind);
        }
    }

    private static void AddLines(string root, string file, GazetteerKind kind, GazetteerBuilder builder)
    {
        foreach (var line in Lines(root, file))
        {
            builder.Add(line, kind);
        }
    }

    [GeneratedRegex(@"\([^()]*\)|\*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\d.*$|\bnote\b.*$|[<~%]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Percent();
}
