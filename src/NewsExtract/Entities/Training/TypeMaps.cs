using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Training;

/// <summary>Brings the types of each source to the one set of <see cref="NameTypes"/>.</summary>
internal sealed class TypeMaps
{
    private readonly GazetteerTable _gazetteers;
    private readonly HashSet<string> _events;

    public TypeMaps(GazetteerTable gazetteers)
    {
        _gazetteers = gazetteers;
        _events = [.. SeedLexicon.Set("entities/event-words")];
    }

    /// <summary>PER, ORG, LOC, MISC, NORP and OTH as most sources write them.</summary>
    public int Common(string type, IReadOnlyList<string> words) => type switch
    {
        "PER" or "person" or "Person" or "politician" => NameTypes.Person,
        "ORG" or "corporation" or "group" or "organisation" or "politicalparty" => NameTypes.Org,
        "LOC" or "location" or "country" => NameTypes.Place,
        "NORP" or "Nationality" => NameTypes.Norp,
        "election" or "event" => NameTypes.Event,
        "MISC" or "OTH" or "creative-work" or "product" or "misc" => Other(words),
        _ => -1,
    };

    /// <summary>Groningen Meaning Bank: <c>gpe</c> is a nationality unless it is the name of a country.</summary>
    public int Gmb(string type, IReadOnlyList<string> words) => type switch
    {
        "per" => NameTypes.Person,
        "org" => NameTypes.Org,
        "geo" => IsGroup(words) && !IsPlace(words) ? NameTypes.Norp : NameTypes.Place,
        "gpe" => IsPlace(words) && !IsGroup(words) ? NameTypes.Place : NameTypes.Norp,
        "eve" => NameTypes.Event,
        "art" => NameTypes.Misc,
        _ => -1,
    };

    /// <summary>re3d counts nominal phrases too: only what is capitalised throughout is a name; a country is a place even where it acts.</summary>
    public int Re3d(string type, IReadOnlyList<string> words)
    {
        if (!words.All(static w => char.IsUpper(w[0]) || char.IsDigit(w[0]) || w.Length <= 3))
        {
            return -1;
        }

        return type switch
        {
            "Person" => words[0].Length > 3 ? NameTypes.Person : -1,
            "Organisation" => IsPlace(words) ? NameTypes.Place : words.Any(static w => w.Length > 2 && char.IsUpper(w[0])) ? NameTypes.Org : -1,
            "Location" => words.Any(static w => w.Length > 2 && char.IsUpper(w[0])) ? NameTypes.Place : -1,
            "Nationality" => NameTypes.Norp,
            _ => -1,
        };
    }

    /// <summary>Universal Dependencies GUM.</summary>
    public int Gum(string type, IReadOnlyList<string> words) => type switch
    {
        "person" => IsGroup(words) ? NameTypes.Norp : NameTypes.Person,
        "organization" => NameTypes.Org,
        "place" => NameTypes.Place,
        "event" => NameTypes.Event,
        "time" => -1,
        _ => Other(words),
    };

    /// <summary>Whether the words are a nationality or another group.</summary>
    public bool IsGroup(IReadOnlyList<string> words) => (Kinds(words) & GazetteerKinds.Bit(GazetteerKind.Group)) != 0;

    /// <summary>The document with nationalities and other groups, and countries before a hyphen, marked where its source left them out.</summary>
    public LabelledDocument WithGroups(LabelledDocument document)
    {
        var labels = document.Labels.ToArray();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == NameTypes.Outside && document.Tokens[i].Length > 3)
            {
                var word = document.Tokens[i].Of(document.Text);
                if (char.IsUpper(word[0]) && !char.IsUpper(word[1]) && IsGroup([word]) && !IsPlace([word]))
                {
                    labels[i] = NameTypes.Begin(NameTypes.Norp);
                }
                else if (char.IsUpper(word[0]) && i + 1 < labels.Length && document.Tokens[i + 1].Of(document.Text) == "-" && IsPlace([word]))
                {
                    // Sources whose words keep their hyphens leave "Norland-led" without a name.
                    labels[i] = NameTypes.Begin(NameTypes.Place);
                }
            }
        }

        return document with { Labels = labels };
    }

    /// <summary>Whether the words of a range are a country or a region.</summary>
    public bool IsPlace(IReadOnlyList<string> words, int start, int end) => IsPlace([.. words.Skip(start).Take(end - start)]);

    private bool IsPlace(IReadOnlyList<string> words) =>
        (Kinds(words) & (GazetteerKinds.Bit(GazetteerKind.Country) | GazetteerKinds.Bit(GazetteerKind.Region))) != 0;

    private int Other(IReadOnlyList<string> words) =>
        IsGroup(words) ? NameTypes.Norp : words.Count > 1 && words.Any(word => _events.Contains(word.ToLowerInvariant())) ? NameTypes.Event : NameTypes.Misc;

    private uint Kinds(IReadOnlyList<string> words)
    {
        var hash = 0UL;
        foreach (var word in words)
        {
            hash = GazetteerTable.Extend(hash, WordNormalizer.LowerHash(word));
        }

        return _gazetteers.Find(hash);
    }
}
