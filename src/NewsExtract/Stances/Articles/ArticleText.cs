using System.Numerics;
using System.Runtime.InteropServices;
using NewsExtract.Documents;

namespace NewsExtract.Stances.Articles;

/// <summary>Who stands where in an article: its entities by sentence, who speaks in each, and what is known of each from all of it.</summary>
internal sealed class ArticleText
{
    private readonly List<List<Presence>> _present = [];
    private readonly List<List<(int Entity, int Tokens)>> _speakers = [];
    private int[] _speeches = [];
    private int[] _first = [];
    private int[] _rank = [];
    private int[] _order = [];
    private int _salient;

    // For each entity a bit for each sentence: where it stands, and where it stands or speaks.
    private ulong[] _standing = [];
    private ulong[] _active = [];
    private int _words;
    private StanceText? _text;

    /// <summary>Looks at another document.</summary>
    public void Begin(StanceText text)
    {
        _text = text;
        var (sentences, entities) = (text.Sentences.Count, text.Entities.Length);
        if (_speeches.Length < entities)
        {
            (_speeches, _first, _rank, _order) = (new int[entities * 2], new int[entities * 2], new int[entities * 2], new int[entities * 2]);
        }

        Array.Clear(_speeches);
        Array.Fill(_first, sentences);
        _words = (sentences + 63) / 64;
        if (_standing.Length < entities * _words)
        {
            (_standing, _active) = (new ulong[entities * _words * 2], new ulong[entities * _words * 2]);
        }

        Array.Clear(_standing);
        Array.Clear(_active);
        for (var s = 0; s < sentences; s++)
        {
            if (s == _present.Count)
            {
                _present.Add([]);
                _speakers.Add([]);
            }

            _present[s].Clear();
            _speakers[s].Clear();
            CountSpeakers(s);
        }

        foreach (var (entity, mention) in text.Mentions.All)
        {
            Place(entity, mention);
        }

        Rank(entities);
    }

    public StanceText Text => _text!;

    /// <summary>Entities but values, the most often mentioned first.</summary>
    public ReadOnlySpan<int> Salient => _order.AsSpan(0, _salient);

    /// <summary>The entities of a sentence, each by its best mention.</summary>
    public List<Presence> PresentIn(int sentence) => _present[sentence];

    /// <summary>Who speaks in a sentence, with how many of its tokens.</summary>
    public List<(int Entity, int Tokens)> SpeakersIn(int sentence) => _speakers[sentence];

    public bool Speaks(int sentence, int entity)
    {
        foreach (var (speaker, _) in _speakers[sentence])
        {
            if (speaker == entity)
            {
                return true;
            }
        }

        return false;
    }

    public int MentionsOf(int entity) => Text.Entities[entity].Type.IsValue() ? 0 : Text.Entities[entity].Mentions.Length;

    /// <summary>In how many sentences the entity speaks.</summary>
    public int SpeechesOf(int entity) => _speeches[entity];

    public int FirstSentenceOf(int entity) => _first[entity];

    public int RankOf(int entity) => _rank[entity];

    public int IndexOf(int sentence, int entity)
    {
        var present = CollectionsMarshal.AsSpan(_present[sentence]);
        for (var i = 0; i < present.Length; i++)
        {
            if (present[i].Entity == entity)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>An entity as a side: where it stands in a sentence, or else as the one who speaks there.</summary>
    public Side SideOf(int entity, int sentence)
    {
        if (IndexOf(sentence, entity) is >= 0 and var present)
        {
            return new Side(entity, _present[sentence][present].Tokens);
        }

        var tokens = Text.Sentences[sentence].Tokens;
        for (var t = tokens.Start; t < tokens.End; t++)
        {
            if (Text.Speech.QuoteAt(t) is >= 0 and var quote && Text.Speech.Speaker(quote) is var speaker && speaker.Entity == entity)
            {
                return speaker;
            }
        }

        return new Side(entity, Text.Entities[entity].Mentions[0].Tokens);
    }

    /// <summary>The words of a speaker in a sentence, from the first to the last.</summary>
    public TokenRange WordsOf(int speaker, int sentence)
    {
        var tokens = Text.Sentences[sentence].Tokens;
        var (start, end) = (tokens.End, tokens.Start);
        for (var t = tokens.Start; t < tokens.End; t++)
        {
            if (Text.Speech.QuoteAt(t) is >= 0 and var quote && Text.Speech.Speaker(quote).Entity == speaker)
            {
                (start, end) = (Math.Min(start, t), t + 1);
            }
        }

        return start < end ? new TokenRange(start, end) : tokens;
    }

    /// <summary>In how many sentences two entities stand, or the first speaks and the second stands.</summary>
    public int Together(int a, int b)
    {
        var count = 0;
        ReadOnlySpan<ulong> active = _active.AsSpan(a * _words, _words);
        ReadOnlySpan<ulong> standing = _standing.AsSpan(b * _words, _words);
        for (var w = 0; w < _words; w++)
        {
            count += BitOperations.PopCount(active[w] & standing[w]);
        }

        return count;
    }

    /// <summary>Entities but values by how often they are mentioned, then values.</summary>
    private void Rank(int entities)
    {
        var order = _order.AsSpan(0, entities);
        for (var e = 0; e < entities; e++)
        {
            order[e] = e;
        }

        order.Sort((a, b) => MentionsOf(b) != MentionsOf(a) ? MentionsOf(b).CompareTo(MentionsOf(a)) : a.CompareTo(b));
        _salient = 0;
        for (var i = 0; i < entities; i++)
        {
            _rank[order[i]] = i;
            _salient += Text.Entities[order[i]].Type.IsValue() ? 0 : 1;
        }
    }

    private void CountSpeakers(int sentence)
    {
        var tokens = Text.Sentences[sentence].Tokens;
        var list = _speakers[sentence];
        for (var t = tokens.Start; t < tokens.End; t++)
        {
            if (Text.Speech.QuoteAt(t) is >= 0 and var quote && Text.Speech.Speaker(quote) is { Entity: >= 0 } speaker)
            {
                var known = list.Count - 1;
                while (known >= 0 && list[known].Entity != speaker.Entity)
                {
                    known--;
                }

                if (known < 0)
                {
                    list.Add((speaker.Entity, 1));
                    _active[(speaker.Entity * _words) + (sentence / 64)] |= 1UL << (sentence % 64);
                    _speeches[speaker.Entity]++;
                }
                else
                {
                    list[known] = (speaker.Entity, list[known].Tokens + 1);
                }
            }
        }
    }

    private void Place(int entity, EntityMention mention)
    {
        var sentence = Text.Sentences.IndexOfToken(mention.Tokens.Start);
        _first[entity] = Math.Min(_first[entity], sentence);
        if (Text.IsInDateline(mention.Tokens.Start))
        {
            return;
        }

        _standing[(entity * _words) + (sentence / 64)] |= 1UL << (sentence % 64);
        _active[(entity * _words) + (sentence / 64)] |= 1UL << (sentence % 64);
        var head = Text.HeadIn(mention.Tokens);
        var relation = Text.RelationOf(head);
        var role = relation is Relation.Nsubj or Relation.NsubjPass ? Role.Subject
            : relation is Relation.Obj or Relation.Iobj ? Role.Object
            : relation is Relation.Compound or Relation.Amod or Relation.NmodPoss or Relation.NmodUnmarked or Relation.Nmod or Relation.Appos ? Role.Modifier
            : Role.Other;
        var list = _present[sentence];
        var known = IndexOf(sentence, entity);
        var presence = new Presence(entity, mention.Tokens, mention.Kind, role, Text.Speech.QuoteAt(mention.Tokens.Start));
        if (known < 0)
        {
            list.Add(presence);
        }
        else if (mention.Kind < list[known].Kind)
        {
            list[known] = presence with { Role = Min(role, list[known].Role) };
        }
        else
        {
            list[known] = list[known] with { Role = Min(role, list[known].Role) };
        }
    }

    private static Role Min(Role a, Role b) => a < b ? a : b;

    /// <summary>What a mention does in its clause.</summary>
    internal enum Role : byte
    {
        Subject,
        Object,
        Other,
        Modifier,
    }

    /// <summary>An entity in a sentence: its best mention there, its best role, the quote it stands in or −1.</summary>
    internal readonly record struct Presence(int Entity, TokenRange Tokens, MentionKind Kind, Role Role, int Quote);
}
