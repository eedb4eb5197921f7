using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Gazetteers;

namespace NewsExtract.Entities.Recognition;

/// <summary>Names whose own words say what they are, where the recogniser was not sure of something else: <c>African Union</c>, <c>U.S.</c>, <c>Democrat of Oregon</c>.</summary>
internal static class KnownKinds
{
    private const double Unsure = 0.8;
    private const double Doubtful = 0.5;

    private static readonly uint _country = GazetteerKinds.Bit(GazetteerKind.Country);
    private static readonly uint _place = _country | GazetteerKinds.Bit(GazetteerKind.City) | GazetteerKinds.Bit(GazetteerKind.Division) | GazetteerKinds.Bit(GazetteerKind.Region);

    public static void Apply(string text, TokenLayer tokens, WordForms forms, GazetteerTable gazetteers, ImmutableArray<NamedMention>.Builder mentions)
    {
        for (var m = 0; m < mentions.Count; m++)
        {
            var (mention, name) = (mentions[m], mentions[m].Tokens);
            if (mention.Type == EntityType.Org && name.Length is 2 or 3 && tokens[name.Start + 1].In(text) is "of" && (Kinds(gazetteers, forms, name.Start, name.Start + 1) & GazetteerKinds.Bit(GazetteerKind.Group)) != 0)
            {
                // "Ann Poe, Democrat of Oregon": a member and a state, which may be a mention of its own already.
                mentions[m] = Cut(tokens, mention, new TokenRange(name.Start, name.Start + 1), EntityType.Norp);
                if (name.Length == 3)
                {
                    mentions.Insert(++m, Cut(tokens, mention, new TokenRange(name.End - 1, name.End), EntityType.Gpe));
                }
            }
            else if (mention.Type == EntityType.Org && mention.Confidence < Doubtful && name.Length == 1 && (Kinds(gazetteers, forms, name.Start, name.End) & _country) != 0)
            {
                mentions[m] = mention with { Type = EntityType.Gpe };
            }
            else if (mention.Type is EntityType.Gpe or EntityType.Loc && mention.Confidence < Unsure && name.Length > 1
                && (Kinds(gazetteers, forms, name.End - 1, name.End) & GazetteerKinds.Bit(GazetteerKind.OrgWord)) != 0 && (Kinds(gazetteers, forms, name.Start, name.End) & _place) == 0)
            {
                mentions[m] = mention with { Type = EntityType.Org };
            }
        }
    }

    private static NamedMention Cut(TokenLayer tokens, NamedMention mention, TokenRange range, EntityType type) =>
        mention with { Span = tokens.SpanOf(range), Tokens = range, Type = type };

    private static uint Kinds(GazetteerTable gazetteers, WordForms forms, int start, int end)
    {
        var hash = 0ul;
        for (var token = start; token < end; token++)
        {
            hash = GazetteerTable.Extend(hash, forms.Lower[token]);
        }

        return gazetteers.Find(hash);
    }
}
