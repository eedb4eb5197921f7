using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>Merges names and value expressions into one list without overlaps.</summary>
internal static class MentionMerger
{
    /// <summary>Where the two overlap, the longer one stays; a value when both are equally long.</summary>
    public static ImmutableArray<NamedMention> Merge(ImmutableArray<NamedMention> names, ImmutableArray<NamedMention> values)
    {
        if (values.IsEmpty || names.IsEmpty)
        {
            return values.IsEmpty ? names : values;
        }

        var merged = ImmutableArray.CreateBuilder<NamedMention>(names.Length + values.Length);
        int name = 0, value = 0;
        while (name < names.Length || value < values.Length)
        {
            if (name == names.Length || (value < values.Length && values[value].Tokens.End <= names[name].Tokens.Start))
            {
                merged.Add(values[value++]);
            }
            else if (value == values.Length || names[name].Tokens.End <= values[value].Tokens.Start)
            {
                merged.Add(names[name++]);
            }
            else if (names[name].Tokens.Length > values[value].Tokens.Length)
            {
                value++;
            }
            else
            {
                name++;
            }
        }

        return merged.DrainToImmutable();
    }
}
