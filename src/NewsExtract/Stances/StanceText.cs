using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Stances.Lexicon;
using NewsExtract.Syntax.Sentences;

namespace NewsExtract.Stances;

/// <summary>A document as the stance rules and features see it: words looked up, the tree with children, mentions and quotes by token.</summary>
internal sealed class StanceText
{
    private readonly ImmutableArray<int> _heads;
    private readonly ImmutableArray<Relation> _relations;
    private readonly ImmutableArray<Upos> _upos;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    public StanceText(Document document)
    {
        Text = document.Text;
        Tokens = document.Get<TokenLayer>();
        Sentences = document.Get<SentenceLayer>();
        Entities = document.Find<EntityLayer>()?.Entities ?? [];
        Quotes = document.Find<QuoteLayer>()?.Quotes ?? [];
        var parse = document.Find<ParseLayer>();
        HasParse = parse is not null;
        _heads = parse?.Heads ?? [];
        _relations = parse?.Relations ?? [];
        var tags = document.Find<TagLayer>();
        _upos = tags?.Upos ?? [];
        var count = Tokens.Count;
        Lower = new ulong[count];
        Words = new WordEntry?[count];
        _firstChild = new int[HasParse ? count : 0];
        _nextSibling = new int[HasParse ? count : 0];
        var lexicon = StanceLexicon.Instance;
        for (var i = 0; i < count; i++)
        {
            Lower[i] = FeatureHash.OfLower(Tokens[i].In(Text));
            Words[i] = lexicon.Find(Lower[i]);
        }

        LinkChildren();
        Connotations = new ConnotationMap(this, tags?.Penn ?? []);
        Mentions = new MentionMap(this);
        Speech = new SpeechMap(this);
    }

    public string Text { get; }

    public TokenLayer Tokens { get; }

    public SentenceLayer Sentences { get; }

    public ImmutableArray<Entity> Entities { get; }

    public ImmutableArray<Quote> Quotes { get; }

    public bool HasParse { get; }

    public bool HasTags => _upos.Length > 0;

    /// <summary>Hash of each token in lower case.</summary>
    public ulong[] Lower { get; }

    /// <summary>What the lexicons know of each token.</summary>
    public WordEntry?[] Words { get; }

    /// <summary>What each token implies.</summary>
    public ConnotationMap Connotations { get; }

    public MentionMap Mentions { get; }

    public SpeechMap Speech { get; }

    public ReadOnlySpan<char> Word(int token) => Tokens[token].In(Text);

    public bool Is(int token, string word) => Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token is of the dateline that a report starts with: a place there does nothing.</summary>
    public bool IsInDateline(int token) => token < Dateline.Skip(Text, Tokens, Sentences, Sentences.IndexOfToken(token));

    public bool Has(int token, Cues cue) => Words[token] is { } entry && (entry.Cues & cue) != 0;

    public int HeadOf(int token) => HasParse ? _heads[token] : -1;

    public Relation RelationOf(int token) => HasParse ? _relations[token] : Relation.Dep;

    /// <summary>The tag, or X where no tagger ran.</summary>
    public Upos TagOf(int token) => HasTags ? _upos[token] : Upos.X;

    /// <summary>First child in text order, or −1.</summary>
    public int FirstChild(int token) => HasParse ? _firstChild[token] : -1;

    /// <summary>Next child of the same head, or −1.</summary>
    public int NextSibling(int token) => _nextSibling[token];

    /// <summary>The first child with that relation, or −1.</summary>
    public int ChildBy(int token, Relation relation)
    {
        for (var child = FirstChild(token); child >= 0; child = NextSibling(child))
        {
            if (RelationOf(child) == relation)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The word that marks the case of a noun (its preposition) or the clause, or −1.</summary>
    public int CaseOf(int token)
    {
        var found = ChildBy(token, Relation.Case);
        return found >= 0 ? found : ChildBy(token, Relation.Mark);
    }

    /// <summary>The token of a range whose head lies outside it; without a parse, the last one before a preposition.</summary>
    public int HeadIn(TokenRange range)
    {
        if (HasParse)
        {
            for (var i = range.Start; i < range.End; i++)
            {
                if (!range.Contains(_heads[i]) && RelationOf(i) is not (Relation.Punct or Relation.Case))
                {
                    return i;
                }
            }
        }

        return range.End - 1;
    }

    /// <summary>A phrase and the word that governs it.</summary>
    public TokenRange GovernedBy(TokenRange phrase)
    {
        var governor = HasParse ? HeadOf(HeadIn(phrase)) : -1;
        return governor < 0 ? phrase : new TokenRange(Math.Min(governor, phrase.Start), Math.Max(governor + 1, phrase.End));
    }

    public Sentence SentenceAt(int token) => Sentences[Sentences.IndexOfToken(token)];

    private void LinkChildren()
    {
        if (!HasParse)
        {
            return;
        }

        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (var i = Tokens.Count - 1; i >= 0; i--)
        {
            var head = _heads[i];
            if (head >= 0 && head != i && head < _firstChild.Length)
            {
                _nextSibling[i] = _firstChild[head];
                _firstChild[head] = i;
            }
        }
    }
}
