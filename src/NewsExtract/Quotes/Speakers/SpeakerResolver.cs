using NewsExtract.Documents;
using NewsExtract.Entities.Coreference;
using NewsExtract.Learning;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Speakers;

/// <summary>Gives a source phrase its entity and name, through the mention that holds the head of the phrase.</summary>
internal sealed class SpeakerResolver
{
    // Whom an interview is with, the article speaks of so often, and so many times as often as of anybody else.
    private const int LeastMentions = 3;
    private const double Lead = 1.5;
    private const int MostSteps = 4;

    private readonly Dictionary<int, (Entity Entity, EntityMention Mention)> _byToken = [];
    private readonly Func<int, string?> _nameAt;

    public SpeakerResolver() =>
        _nameAt = token => _byToken.TryGetValue(token, out var found) && found.Mention.Kind is MentionKind.Name or MentionKind.Pronoun ? found.Entity.Name : null;

    /// <summary>The first name of the person whom the article is about; empty when nobody stands out.</summary>
    public TokenRange MainPerson { get; private set; }

    /// <summary>Prepares for a document.</summary>
    public void Fill(Document document)
    {
        _byToken.Clear();
        MainPerson = default;
        var (most, second) = (0, 0);
        foreach (var entity in document.Find<EntityLayer>()?.Entities ?? [])
        {
            if (entity.Type.IsValue())
            {
                continue;
            }

            if (entity.Type == EntityType.Person && entity.Mentions.FirstOrDefault(static m => m.Kind == MentionKind.Name) is { } name)
            {
                var count = entity.Mentions.Length;
                (MainPerson, second) = count > most ? (name.Tokens, most) : (MainPerson, Math.Max(second, count));
                most = Math.Max(most, count);
            }

            foreach (var mention in entity.Mentions)
            {
                for (var t = mention.Tokens.Start; t < mention.Tokens.End; t++)
                {
                    // Of mentions inside each other the shorter one says more about a token.
                    if (!_byToken.TryGetValue(t, out var other) || (other.Mention.Tokens.Length > mention.Tokens.Length) != IsOneOf(other, entity, mention, t))
                    {
                        _byToken[t] = (entity, mention);
                    }
                }
            }
        }

        if (most < LeastMentions || most < Lead * second)
        {
            MainPerson = default;
        }
    }

    /// <summary>
    /// The entity's id and the name to show for a source phrase; of several who speak together no entity and all their names; without an entity the phrase's own words, and for a pronoun that leads nowhere no name.
    /// </summary>
    public (string? Entity, string? Name) Resolve(QuoteSheet sheet, TokenRange source)
    {
        var head = SpeakerHead.Of(sheet, source);
        if (JointSpeakers.NameOf(sheet, source, head, _nameAt) is { } joint)
        {
            return (null, joint);
        }

        head = PersonAtEnd(sheet, source) is >= 0 and var person ? person : head;
        var isNamed = head >= 0 && _byToken.TryGetValue(head, out var known) && known.Mention.Kind != MentionKind.Nominal && known.Entity.Type != EntityType.Norp;
        head = !isNamed && PersonBehindComma(sheet, source, head) is >= 0 and var named ? named : head;
        if (head >= 0 && _byToken.TryGetValue(head, out var found) && !IsOneOfMany(sheet, source, head, found.Entity))
        {
            return (found.Entity.Id, found.Entity.Name);
        }

        while (source.Length > 1 && !sheet.IsWord(source.Start))
        {
            source = new TokenRange(source.Start + 1, source.End);
        }

        if (source.Length == 1 && Antecedent(sheet, source.Start) is { Length: > 0 } antecedent)
        {
            if (_byToken.TryGetValue(SpeakerHead.Of(sheet, antecedent), out found))
            {
                return (found.Entity.Id, found.Entity.Name);
            }

            // Things that "that" stands for seldom say anything.
            source = sheet.Chars(source.Start) is "who" ? antecedent : source;
        }

        return source.Length == 1 && sheet.Upos[source.Start] == Upos.PRON ? (null, null) : (null, sheet.Tokens.SpanOf(source).Of(sheet.Text));
    }

    // "The Italian said": one person, not the people.
    private static bool IsOneOf((Entity Entity, EntityMention Mention) other, Entity entity, EntityMention mention, int token)
    {
        var own = (Entity: entity, Mention: mention);
        var (person, people) = other.Mention.Tokens.Length > mention.Tokens.Length ? (other, own) : (own, other);
        var (longer, shorter) = (person.Mention.Tokens, people.Mention.Tokens);
        return person.Entity.Type == EntityType.Person && people.Entity.Type == EntityType.Norp && person.Mention.Kind == MentionKind.Nominal
            && longer.Start < shorter.Start && longer.End == shorter.End && token == shorter.Start;
    }

    // "co-founder and CEO Ann Poe": nothing but bare nouns and a name.
    private static bool IsTitle(QuoteSheet sheet, TokenRange source)
    {
        for (var t = source.Start; t < source.End; t++)
        {
            if (!(sheet.Upos[t] is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.CCONJ || sheet.Punctuation[t] == PunctuationKind.Dash) || (t == source.Start && sheet.Upos[t] == Upos.PROPN))
            {
                return false;
            }
        }

        return true;
    }

    // "Thousands of farmers who say …": what the relative pronoun stands for, up to it.
    private static TokenRange Antecedent(QuoteSheet sheet, int pronoun)
    {
        if (!sheet.HasParse || !(sheet.Chars(pronoun) is "who" or "which" or "that"))
        {
            return default;
        }

        var (token, step) = (pronoun, 0);
        while (token >= 0 && sheet.Relation[token] != Relation.AclRelcl && step++ < MostSteps)
        {
            token = sheet.Head[token];
        }

        var noun = token >= 0 && sheet.Relation[token] == Relation.AclRelcl ? sheet.Head[token] : -1;
        var end = pronoun;
        while (end > 0 && !sheet.IsWord(end - 1))
        {
            end--;
        }

        // "thousands of farmers": the clause hangs on the farmers.
        noun = noun >= 0 && noun < end && sheet.Chars(sheet.Left[noun]) is "of" && sheet.Head[noun] >= 0 ? sheet.Head[noun] : noun;
        return noun >= 0 && noun < end ? new TokenRange(PhraseStart(sheet, noun), end) : default;
    }

    // "One of the family's lawyers, Ann Poe", "another Republican, then-Sen. Ann Poe": the name behind the comma is the speaker's, where the tree hangs it on another word.
    private int PersonBehindComma(QuoteSheet sheet, TokenRange source, int head)
    {
        // "Her lawyers, Ann Poe and Bob Roe" are not Ann Poe.
        for (var t = Math.Max(head, source.Start) + 1; t < source.End && !(head >= 0 && sheet.HasTags && PennTags.IsPlural(sheet.Penn[head])); t++)
        {
            if (!_byToken.TryGetValue(t, out var found) || found.Entity.Type != EntityType.Person || found.Mention.Kind != MentionKind.Name || found.Mention.Tokens.Start != t)
            {
                continue;
            }

            var before = t - 1;
            while (before > source.Start && (sheet.Punctuation[before] == PunctuationKind.Dash || sheet.Chars(before) is "then" or "former"
                || (CoreferenceLexicon.Instance.FactsOf(FeatureHash.OfLower(sheet.Chars(before).TrimEnd('.'))) & (WordFacts.Title | WordFacts.Office)) != 0))
            {
                before--;
            }

            if (before > source.Start && sheet.Punctuation[before] == PunctuationKind.Comma)
            {
                return t;
            }
        }

        return -1;
    }

    /// <summary>Where the noun phrase of a noun begins: with its article, adjectives and owner, without a preposition or a subject before them.</summary>
    private static int PhraseStart(QuoteSheet sheet, int noun)
    {
        var start = noun;
        for (var t = noun - 1; t >= sheet.Left[noun]; t--)
        {
            if (sheet.Head[t] == noun)
            {
                if (!(sheet.Relation[t] is Relation.Det or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.NmodPoss or Relation.NmodDesc))
                {
                    break;
                }

                start = sheet.Left[t];
            }
        }

        return start;
    }

    // "A Republican", "one Democrat": not the whole group.
    private static bool IsOneOfMany(QuoteSheet sheet, TokenRange source, int head, Entity entity) =>
        entity.Type == EntityType.Norp && source.Length > 1 && sheet.HasTags && !PennTags.IsPlural(sheet.Penn[head]) && sheet.Chars(head) is [.., 'n' or 'i' or 't'];

    // "Taiwan Premier Ann Poe, who …": a person's name that ends the first noun phrase is the speaker, whatever the tree makes of what stands before it.
    private int PersonAtEnd(QuoteSheet sheet, TokenRange source)
    {
        var last = SpeakerHead.LastOfFirstPhrase(sheet, source);
        last = last + 1 < source.End && sheet.Chars(last + 1) is "and" && IsTitle(sheet, source) ? source.End - 1 : last;

        // "Poe's lawyer": Poe does not speak.
        var isOwner = last + 1 < source.End && sheet.Chars(last + 1) is "'s" or "’s" or "'" or "’";
        return source.Length > 0 && !isOwner && _byToken.TryGetValue(last, out var found) && found.Entity.Type == EntityType.Person && found.Mention.Kind == MentionKind.Name ? last : -1;
    }
}
