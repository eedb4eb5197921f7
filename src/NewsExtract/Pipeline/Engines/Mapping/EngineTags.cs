using NewsExtract.Documents;
using NewsExtract.Lexicons;

namespace NewsExtract.Pipeline.Engines.Mapping;

/// <summary>Tags for tokens of an engine that knows universal tags at the most.</summary>
internal static class EngineTags
{
    // For each universal tag the rows of the list in their order; the first that fits counts.
    private static readonly Lazy<ILookup<Upos, (string Form, byte Penn)>> Penn = new(static () =>
        SeedLexicon.Rows("engines/penn").ToLookup(
            static row => Enum.Parse<Upos>(row[0]), static row => (row[1], PennTags.Parse(row[2]))));

    /// <summary>The universal tag; without a known name, that which the characters suggest.</summary>
    public static Upos Universal(string? tag, ReadOnlySpan<char> token)
    {
        if (tag is not null && char.IsAsciiLetter(tag[0]) && Enum.TryParse<Upos>(tag, out var known) && known != Upos.X)
        {
            return known;
        }

        var hasDigit = false;
        foreach (var unit in token)
        {
            if (char.IsLetter(unit))
            {
                return Upos.X;
            }

            hasDigit |= char.IsDigit(unit);
        }

        return hasDigit ? Upos.NUM : token.Length > 0 && (char.IsPunctuation(token[0]) || token[0] is '`') ? Upos.PUNCT : Upos.SYM;
    }

    /// <summary>The Penn tag that goes with a universal tag and a word, guessed by endings: an engine without Penn tags tells no more.</summary>
    public static byte PennOf(Upos tag, ReadOnlySpan<char> token)
    {
        foreach (var (form, penn) in Penn.Value[tag])
        {
            if (form is "*" || (form[0] is '-' && form.Length > 1 ? token.EndsWith(form.AsSpan(1), StringComparison.OrdinalIgnoreCase) : token.Equals(form, StringComparison.OrdinalIgnoreCase)))
            {
                return penn;
            }
        }

        return 0;
    }
}
