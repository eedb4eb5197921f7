using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NewsExtract.Documents;
using NewsExtract.Entities.Coreference;
using NewsExtract.Learning;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Recognition;

/// <summary>
/// What an article says that its names are: <c>Ostrava is a company that …</c>, <c>Ostrava, a start-up</c>, <c>the newspaper Ostrava</c>, <c>the founder of Ostrava</c>, <c>this time in Ostrava</c>. The recogniser
/// weighs the words around each mention alone, and takes the same strange name for a person again and again; one such phrase settles it for all of them, unless it was sure of one. Scratch memory.
/// </summary>
internal sealed class NameDescriptions(PlaceTyper places)
{
    // How far a noun may stand from the name it describes, in tokens.
    private const int Reach = 14;

    // A mention of that confidence stands, whatever is said of it: such phrases are misread as well, by the parse or by us.
    private const double Sure = 0.9;

    private const WordFacts Kinds = WordFacts.Person | WordFacts.Organisation | WordFacts.Place;

    private static readonly Lazy<FrozenDictionary<ulong, string>> s_words = new(static () =>
        SeedLexicon.Rows("entities/descriptions").ToFrozenDictionary(static row => FeatureHash.OfLower(row[0]), static row => row[1]));

    private readonly Dictionary<ulong, Finding> _findings = [];

    /// <summary>Gives names the types that they are said to have.</summary>
    public void Apply(string text, TokenLayer tokens, TagLayer tags, ParseLayer parse, WordForms forms, ImmutableArray<NamedMention>.Builder mentions)
    {
        _findings.Clear();
        var article = new Article(text, tokens, tags, parse);
        var found = false;
        foreach (var mention in mentions)
        {
            ref var finding = ref CollectionsMarshal.GetValueRefOrAddDefault(_findings, FeatureHash.Of(mention.Span.In(text)), out _);
            finding.Said |= Said(article, mention);
            finding.Held |= mention.Confidence >= Sure ? KindOf(mention.Type) : WordFacts.None;
            found |= finding.Said != 0;
        }

        for (var i = 0; found && i < mentions.Count; i++)
        {
            var mention = mentions[i];
            var (said, held) = _findings[FeatureHash.Of(mention.Span.In(text))];
            var own = KindOf(mention.Type);
            if (own != 0 && own != said && (held & own) == 0 && said is WordFacts.Person or WordFacts.Organisation or WordFacts.Place)
            {
                mentions[i] = mention with { Type = said switch { WordFacts.Person => EntityType.Person, WordFacts.Organisation => EntityType.Org, _ => places.TypeOf(forms, mention.Tokens) } };
            }
        }
    }

    private static WordFacts KindOf(EntityType type) => type switch
    {
        EntityType.Person => WordFacts.Person,
        EntityType.Org => WordFacts.Organisation,
        EntityType.Gpe or EntityType.Loc => WordFacts.Place,
        _ => WordFacts.None,
    };

    private static WordFacts Said(in Article article, NamedMention mention)
    {
        var name = mention.Tokens;
        var head = HeadOf(article.Parse, name);
        if (article.IsPartOfLonger(name))
        {
            return WordFacts.None;
        }

        var noun = Predicate(article, name, head);
        noun = noun < 0 ? Apposition(article, name) : noun;
        if (noun >= 0)
        {
            return article.KindOf(noun);
        }

        var before = name.Start - 1;
        if (before < 1)
        {
            return WordFacts.None;
        }

        // "His party, Ostrava, lost": not "a spokesman for the party, Ann Poe".
        if (article.Parse.Relations[head] == Relation.Appos && article.Parse.Heads[head] == before - 1 && article.Word(before) is "," && article.IsNoun(before - 1) && article.Parse.Relations[before - 1] != Relation.Nmod)
        {
            return article.KindOf(before - 1);
        }

        // "the newspaper Ostrava": persons have titles before them, and the recogniser knows those.
        if (article.IsNoun(before) && (article.Parse.Heads[before] == head || (article.Parse.Heads[head] == before && article.Parse.Relations[head] is not Relation.Nsubj)))
        {
            return mention.Type == EntityType.Person && article.KindOf(before) == WordFacts.Organisation ? WordFacts.Organisation : WordFacts.None;
        }

        return mention.Type != EntityType.Person || article.IsOwner(name) ? WordFacts.None : article.Word(before) switch
        {
            "of" or "at" when article.ClassOf(before - 1) is "office" => WordFacts.Organisation,
            "at" when article.ClassOf(before - 1) is "post" or "role" => WordFacts.Organisation,
            "in" or "near" when article.ClassOf(before - 1) is not "trust" && article.EndsPhrase(name.End) => WordFacts.Place,
            _ => WordFacts.None,
        };
    }

    /// <summary>The noun of "Ostrava is a company", or −1: it governs its subject, its article and its copula.</summary>
    private static int Predicate(in Article article, TokenRange name, int head)
    {
        var noun = article.Parse.Heads[head];
        if (article.Parse.Relations[head] != Relation.Nsubj || noun < name.End || noun - name.End > Reach || !article.IsNoun(noun))
        {
            return -1;
        }

        var (hasCopula, hasArticle) = (false, false);
        for (var token = name.End; token < noun; token++)
        {
            if (article.Parse.Heads[token] == noun)
            {
                hasCopula |= article.Parse.Relations[token] == Relation.Cop && article.Word(token) is "is" or "was" or "'s" or "’s";
                hasArticle |= article.IsArticle(token);
                if (article.Word(token) is "not" or "n't" or "n’t" or "never")
                {
                    return -1;
                }
            }
        }

        return hasCopula && hasArticle ? noun : -1;
    }

    /// <summary>The noun of "Ostrava, a start-up from the north", or −1.</summary>
    private static int Apposition(in Article article, TokenRange name)
    {
        if (name.End + 1 >= article.Tokens.Count || article.Word(name.End) is not ("," or "(" or "–" or "—") || !article.IsArticle(name.End + 1))
        {
            return -1;
        }

        var noun = article.Parse.Heads[name.End + 1];
        return noun > name.End && noun - name.End <= Reach && article.Parse.Relations[noun] == Relation.Appos && name.Contains(article.Parse.Heads[noun]) && article.IsNoun(noun) ? noun : -1;
    }

    private static int HeadOf(ParseLayer parse, TokenRange name)
    {
        for (var token = name.Start; token < name.End; token++)
        {
            if (!name.Contains(parse.Heads[token]))
            {
                return token;
            }
        }

        return name.End - 1;
    }

    /// <summary>What is said of a spelling, and what the recogniser is sure of.</summary>
    private record struct Finding(WordFacts Said, WordFacts Held);

    private readonly record struct Article(string Text, TokenLayer Tokens, TagLayer Tags, ParseLayer Parse)
    {
        public ReadOnlySpan<char> Word(int token) => Tokens[token].In(Text);

        /// <summary>A common noun in the singular.</summary>
        public bool IsNoun(int token) => Tags.Upos[token] == Upos.NOUN && Tags.PennOf(token) is "NN";

        public bool IsArticle(int token) => Word(token) is "a" or "an" or "the";

        public string? ClassOf(int token)
        {
            var lexicon = CoreferenceLexicon.Instance;
            return s_words.Value.GetValueOrDefault(lexicon.SingularOf(FeatureHash.OfLower(Word(token))));
        }

        /// <summary>What a noun is used for; nothing when groups are called so as well as persons.</summary>
        public WordFacts KindOf(int noun) => ClassOf(noun) is "role" ? WordFacts.None : CoreferenceLexicon.Instance.FactsOf(FeatureHash.OfLower(Word(noun))) & Kinds;

        public bool IsOwner(TokenRange name) => name.End < Tokens.Count && Word(name.End) is "'s" or "’s" or "'" or "’" or "‘s";

        /// <summary>Whether capitalised words go on beside a name: then it is a piece, of which something else is said.</summary>
        public bool IsPartOfLonger(TokenRange name) =>
            (name.End < Tokens.Count && IsCapitalName(name.End) && !HasBreak(name.End))
            || (name.Start > 0 && IsCapitalName(name.Start - 1) && !HasBreak(name.Start));

        private bool IsCapitalName(int token) => Tags.Upos[token] is Upos.PROPN && char.IsUpper(Word(token)[0]);

        /// <summary>Whether a line ends before a token.</summary>
        private bool HasBreak(int token) => Text.AsSpan(Tokens[token - 1].End, Tokens[token].Start - Tokens[token - 1].End).Contains('\n');

        /// <summary>Whether a phrase ends before a token: a mark, a verb or a small word follows.</summary>
        public bool EndsPhrase(int token) =>
            token >= Tokens.Count || Tags.Upos[token] is Upos.PUNCT or Upos.ADP or Upos.CCONJ or Upos.SCONJ or Upos.DET or Upos.AUX or Upos.VERB or Upos.ADV;
    }
}
