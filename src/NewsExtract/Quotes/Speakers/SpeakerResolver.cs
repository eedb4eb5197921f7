using NewsExtract.Documents;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Speakers;

/// <summary>Gives a source phrase its entity and name, through the mention that holds the head of the phrase.</summary>
internal sealed class SpeakerResolver
{
    // Whom an interview is with, the article speaks of so often, and so many times as often as of anybody else.
    private const int LeastMentions = 3;
    private const double Lead = 1.5;

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
                    if (!_byToken.TryGetValue(t, out var other) || other.Mention.Tokens.Length > mention.Tokens.Length)
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
        if (head >= 0 && _byToken.TryGetValue(head, out var found))
        {
            return (found.Entity.Id, found.Entity.Name);
        }

        return source.Length == 1 && sheet.Upos[source.Start] == Upos.PRON ? (null, null) : (null, sheet.Tokens.SpanOf(source).Of(sheet.Text));
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

    // "Taiwan Premier Ann Poe, who …": a person's name that ends the first noun phrase is the speaker, whatever the tree makes of what stands before it.
    private int PersonAtEnd(QuoteSheet sheet, TokenRange source)
    {
        var last = SpeakerHead.LastOfFirstPhrase(sheet, source);
        last = last + 1 < source.End && sheet.Chars(last + 1) is "and" && IsTitle(sheet, source) ? source.End - 1 : last;
        return source.Length > 0 && _byToken.TryGetValue(last, out var found) && found.Entity.Type == EntityType.Person && found.Mention.Kind == MentionKind.Name ? last : -1;
    }
}
