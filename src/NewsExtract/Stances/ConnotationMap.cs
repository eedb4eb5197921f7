using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Stances.Lexicon;
using NewsExtract.Syntax.Lemmas;

namespace NewsExtract.Stances;

/// <summary>
/// What each word of a document implies. A preposition (or the mark of a clause) that decides after its governor, <em>vote against</em>, carries what it decides;
/// the particle of a verb counts with the verb. Empty where no tagger ran.
/// </summary>
internal sealed class ConnotationMap
{
    private readonly Connotation[] _words;

    public ConnotationMap(StanceText text, ImmutableArray<byte> penn)
    {
        _words = penn.IsEmpty ? [] : new Connotation[text.Tokens.Count];
        var (bare, whole) = (new ulong[_words.Length], new ulong[_words.Length]);
        var lexicon = ConnotationLexicon.Instance;
        Span<char> lemma = stackalloc char[(2 * Lemmatizer.LongestWord) + 4];
        for (var t = 0; t < _words.Length; t++)
        {
            if (text.TagOf(t) is not (Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.ADV) || text.Word(t).Length > Lemmatizer.LongestWord)
            {
                continue;
            }

            var length = Lemmatizer.Write(text.Word(t), penn[t], lemma);
            whole[t] = bare[t] = Key(lemma[..length], text.TagOf(t));
            _words[t] = lexicon.Find(bare[t]);
            if (text.ChildBy(t, Relation.CompoundPrt) is >= 0 and var particle && text.Word(particle).Length <= Lemmatizer.LongestWord)
            {
                lemma[length] = '_';
                whole[t] = Key(lemma[..(length + 1 + text.Word(particle).ToLowerInvariant(lemma[(length + 1)..]))], Upos.VERB);
                _words[t] = lexicon.Find(whole[t]) is { IsNeutral: false } found ? found : _words[t];
            }
        }

        for (var t = 0; t < _words.Length; t++)
        {
            if (text.RelationOf(t) is not (Relation.Case or Relation.Mark) || text.HeadOf(t) is not (>= 0 and var head) || text.HeadOf(head) is not (>= 0 and var governor) || bare[governor] == 0)
            {
                continue;
            }

            // The preposition hangs on its noun, and that on the word it goes with; a clause that only says when or why is no complement.
            var isClause = text.RelationOf(t) == Relation.Mark;
            if (!isClause || text.RelationOf(head) is Relation.Ccomp or Relation.Xcomp or Relation.Acl)
            {
                var after = isClause ? ConnotationLexicon.ClauseKey : text.Lower[t];
                var grade = lexicon.After(whole[governor], after);
                _words[t] = new Connotation(grade != 0 ? grade : lexicon.After(bare[governor], after), 0, 0, 0);
            }
        }
    }

    /// <summary>What a word implies.</summary>
    public Connotation this[int token] => _words.Length == 0 ? default : _words[token];

    private static ulong Key(ReadOnlySpan<char> lemma, Upos kind) => ConnotationLexicon.Key(FeatureHash.OfLower(lemma), kind);
}
