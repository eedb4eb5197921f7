using System.Collections.Frozen;
using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Gazetteers;
using NewsExtract.Lexicons;
using NewsExtract.Syntax.Sentences;

namespace NewsExtract.Entities.Recognition;

/// <summary>
/// Brings the types of an article's names into agreement: a name that the article mostly uses for a person is one everywhere, a company keeps its type without its <c>Ltd</c>, and a report comes
/// from a place. The second pass sees the other mentions as well, but weighs them against the words around each. Scratch memory.
/// </summary>
internal sealed class TypeAgreement
{
    // So many times the support of the others, in sums of confidence, outweighs the words around a mention.
    private const double Weight = 2;

    // A mention of that confidence keeps its type unless it is outweighed so.
    private const double Sure = 0.8;

    private static readonly Lazy<FrozenSet<string>> s_suffixes = new(static () =>
        SeedLexicon.Rows("coreference/suffixes").Where(static row => row[1] == "o").Select(static row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    // The full name of a company says more about its short form than a mention of that does, above all one with "Ltd".
    private const double LegalName = 6;
    private const double FullName = 3;

    // So does that of a person about a surname that is no place or organisation.
    private const double FullPerson = 2;

    private static readonly uint _person = GazetteerKinds.Bit(GazetteerKind.Surname) | GazetteerKinds.Bit(GazetteerKind.FirstName) | GazetteerKinds.Bit(GazetteerKind.Person);

    /// <summary>What the last article said of each spelling.</summary>
    public NameSupport Support { get; } = new();

    /// <summary>Changes the types of names that stand against the rest.</summary>
    /// <param name="text">The article.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="forms">Their forms.</param>
    /// <param name="gazetteers">Tells names that are known from those that this article alone explains.</param>
    /// <param name="mentions">The names found.</param>
    public void Apply(string text, TokenLayer tokens, WordForms forms, GazetteerTable gazetteers, ImmutableArray<NamedMention>.Builder mentions)
    {
        Support.Clear();
        foreach (var mention in mentions)
        {
            Support.Add(mention.Span.In(text), mention.Type, mention.Confidence);
            if (mention.Type == EntityType.Person && mention.Tokens.Length > 1)
            {
                var name = mention.Span.In(text);
                var weight = IsOnlyAName(forms, gazetteers, mention.Tokens.End - 1) ? FullPerson : 1;
                Support.Add(name[(name.LastIndexOf(' ') + 1)..], mention.Type, weight * mention.Confidence);
            }
            else if (mention.Type == EntityType.Org && mention.Tokens.Length > 1 && s_suffixes.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens[mention.Tokens.End - 1].In(text).TrimEnd('.')))
            {
                Support.Add(tokens.SpanOf(new TokenRange(mention.Tokens.Start, mention.Tokens.End - 1)).In(text), mention.Type, LegalName * mention.Confidence);
            }
            else if (mention.Type == EntityType.Org && mention.Tokens.Length is > 1 and < 4 && IsUnheardOf(forms, gazetteers, mention.Tokens.Start))
            {
                // "Norvik" after "Norvik Line".
                Support.Add(tokens[mention.Tokens.Start].In(text), mention.Type, FullName * mention.Confidence);
            }
        }

        for (var i = 0; i < mentions.Count; i++)
        {
            var best = Support.Best(mentions[i].Span.In(text), mentions[i].Type);
            if ((best.Sum >= Weight * best.Own || (best.Type == EntityType.Person && best.Sum > best.Own && mentions[i].Confidence < Sure && !FollowsPreposition(text, tokens, mentions[i].Tokens.Start))) && !IsSame(best.Type, mentions[i].Type) && best.Type is EntityType.Person or EntityType.Org or EntityType.Gpe or EntityType.Loc)
            {
                mentions[i] = mentions[i] with { Type = best.Type };
            }
        }
    }

    /// <summary>A name that goes over the dash of a dateline is two: <c>BERLIN — Poe</c>.</summary>
    public static void Split(string text, TokenLayer tokens, SentenceLayer sentences, ImmutableArray<NamedMention>.Builder mentions)
    {
        var m = 0;
        foreach (var sentence in sentences.Sentences)
        {
            while (m < mentions.Count && mentions[m].Tokens.Start < sentence.Tokens.Start)
            {
                m++;
            }

            if (m < mentions.Count && mentions[m].Tokens.Start == sentence.Tokens.Start && mentions[m].Tokens.Length > 2
                && Dateline.Skip(text, tokens, sentence.Tokens) is var after && after > mentions[m].Tokens.Start + 1 && after < mentions[m].Tokens.End)
            {
                var (place, rest) = (new TokenRange(mentions[m].Tokens.Start, after - 1), new TokenRange(after, mentions[m].Tokens.End));
                mentions.Insert(m + 1, mentions[m] with { Span = tokens.SpanOf(rest), Tokens = rest });
                mentions[m] = mentions[m] with { Span = tokens.SpanOf(place), Tokens = place, Type = EntityType.Gpe };
            }
        }
    }

    /// <summary>The place that an agency report starts with is one, whatever else has that name.</summary>
    public static void Place(string text, TokenLayer tokens, SentenceLayer sentences, ImmutableArray<NamedMention>.Builder mentions)
    {
        var (next, paragraph) = (0, -1);
        foreach (var sentence in sentences.Sentences)
        {
            while (next < mentions.Count && mentions[next].Tokens.Start < sentence.Tokens.Start)
            {
                next++;
            }

            if (sentence.Paragraph != paragraph && next < mentions.Count && mentions[next].Tokens.Start == sentence.Tokens.Start
                && mentions[next].Type is not (EntityType.Gpe or EntityType.Loc) && Dateline.Skip(text, tokens, sentence.Tokens) > mentions[next].Tokens.End)
            {
                mentions[next] = mentions[next] with { Type = EntityType.Gpe };
            }

            paragraph = sentence.Paragraph;
        }
    }

    // "in Moyo", "to Moyo": a place, whoever else is called so.
    private static bool FollowsPreposition(string text, TokenLayer tokens, int token) =>
        token > 0 && tokens[token - 1].In(text) is "in" or "In" or "at" or "At" or "near" or "Near" or "from" or "From" or "to" or "of" or "into" or "across" or "outside" or "around" or "the";

    private static bool IsOnlyAName(WordForms forms, GazetteerTable gazetteers, int token) =>
        (gazetteers.Find(GazetteerTable.Extend(0, forms.Lower[token])) & ~GazetteerTable.Continues & ~_person) == 0;

    private static bool IsUnheardOf(WordForms forms, GazetteerTable gazetteers, int token) =>
        forms.Facts[token].Capital is 0 or >= NameRepeats.MostlyCapital && (gazetteers.Find(GazetteerTable.Extend(0, forms.Lower[token])) & ~GazetteerTable.Continues) == 0;

    private static bool IsSame(EntityType a, EntityType b) => a == b || (a is EntityType.Gpe or EntityType.Loc && b is EntityType.Gpe or EntityType.Loc);
}
