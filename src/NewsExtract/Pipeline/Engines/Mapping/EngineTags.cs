using System.Collections.Frozen;
using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Lexicons;

namespace NewsExtract.Pipeline.Engines.Mapping;

/// <summary>Tags for tokens of an engine that knows universal tags at the most: the Penn tag is guessed from tag, word and the auxiliary before it.</summary>
internal static class EngineTags
{
    // How far back an auxiliary may stand: "had, he said, never been" is beyond it.
    private const int Reach = 4;

    private static readonly byte Base = PennTags.Parse("VB");
    private static readonly byte Present = PennTags.Parse("VBP");
    private static readonly byte Past = PennTags.Parse("VBD");
    private static readonly byte Participle = PennTags.Parse("VBN");
    private static readonly byte Modal = PennTags.Parse("MD");
    private static readonly byte Opening = PennTags.Parse("``");
    private static readonly byte Plural = PennTags.Parse("NNS");

    // For each universal tag the rows of the list in their order; the first that fits counts.
    private static readonly Lazy<ILookup<Upos, (string Form, byte Penn)>> Penn = new(static () =>
        SeedLexicon.Rows("engines/penn").ToLookup(static row => Enum.Parse<Upos>(row[0]), static row => (row[1], PennTags.Parse(row[2]))));

    private static readonly Lazy<FrozenSet<string>> PastForms = new(static () => Irregular("V", static (form, lemma) => form != lemma && !form.EndsWith('s')));

    private static readonly Lazy<FrozenSet<string>> PluralForms = new(static () => Irregular("N", static (form, lemma) => form != lemma));

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

    /// <summary>The Penn tags that go with the universal tags of a document.</summary>
    public static ImmutableArray<byte> PennOf(string text, TokenLayer tokens, ImmutableArray<Upos> tags)
    {
        var penn = ImmutableArray.CreateBuilder<byte>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var guess = PennOf(tags[i], tokens[i].In(text));
            penn.Add(tags[i] is Upos.VERB or Upos.AUX ? InContext(guess, Auxiliary(text, tokens, tags, penn, i)) : Opens(text, tokens, i) ? Opening : guess);
        }

        return penn.MoveToImmutable();
    }

    /// <summary>The Penn tag that a universal tag and a word suggest by themselves.</summary>
    public static byte PennOf(Upos tag, ReadOnlySpan<char> token)
    {
        foreach (var (form, penn) in Penn.Value[tag])
        {
            if (form is "*" && Listed(tag, token) is { } irregular)
            {
                return irregular;
            }

            if (form is "*" || (form[0] is '-' && form.Length > 1 ? token.EndsWith(form.AsSpan(1), StringComparison.OrdinalIgnoreCase) : token.Equals(form, StringComparison.OrdinalIgnoreCase)))
            {
                return penn;
            }
        }

        return tag == Upos.AUX ? Present : (byte)0;
    }

    // A straight mark opens when it touches the word after it and not the one before.
    private static bool Opens(string text, TokenLayer tokens, int i) =>
        tokens[i].In(text) is "\"" or "'" && i + 1 < tokens.Count && tokens[i + 1].Start == tokens[i].End && (i == 0 || tokens[i - 1].End < tokens[i].Start);

    private static byte? Listed(Upos tag, ReadOnlySpan<char> token) => tag switch
    {
        Upos.VERB when PastForms.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(token) => Past,
        Upos.NOUN when PluralForms.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(token) => Plural,
        _ => null,
    };

    private static byte InContext(byte guess, Before before) => (before, guess) switch
    {
        (Before.Other, var past) when past == Past => Participle,
        (Before.None, var form) when form == Base => Present,
        (Before.Base, var form) when form == Present => Base,
        _ => guess,
    };

    /// <summary>What stands before a verb, adverbs and negations left out.</summary>
    private static Before Auxiliary(string text, TokenLayer tokens, ImmutableArray<Upos> tags, ImmutableArray<byte>.Builder penn, int verb)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - Reach; i--)
        {
            var word = tokens[i].In(text);
            if (tags[i] == Upos.PART && word.Equals("to", StringComparison.OrdinalIgnoreCase))
            {
                return Before.Base;
            }

            if (tags[i] == Upos.AUX)
            {
                return penn[i] == Modal || word.StartsWith("do", StringComparison.OrdinalIgnoreCase) || word.StartsWith("did", StringComparison.OrdinalIgnoreCase) ? Before.Base : Before.Other;
            }

            if (tags[i] is not (Upos.ADV or Upos.PART))
            {
                return tags[i] is Upos.NOUN or Upos.PROPN or Upos.PRON ? Before.None : Before.Unknown;
            }
        }

        return Before.Unknown;
    }

    private static FrozenSet<string> Irregular(string kind, Func<string, string, bool> keep) =>
        SeedLexicon.Rows("lemmas/irregular").Where(row => row[0] == kind && keep(row[1], row[2])).Select(static row => row[1]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private enum Before
    {
        Unknown,
        None,
        Base,
        Other,
    }
}
