using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Gazetteers;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Recognition;

/// <summary>
/// What the features of a document's tokens are made of, computed once for both passes: hashes of their spellings, casing, word classes, gazetteer
/// hits, and the run of capitalised words that each stands in. Scratch memory that is filled again for each document.
/// </summary>
internal sealed class WordForms
{
    /// <summary>Hash of the normalised spelling.</summary>
    internal ulong[] Exact = [];

    /// <summary>Hash of the normalised spelling in lower case.</summary>
    internal ulong[] Lower = [];

    /// <summary>The number of the word among the word vectors, −1 for none.</summary>
    internal int[] Vector = [];

    /// <summary>Hash of the shape: letters by case and digits, repeats collapsed.</summary>
    internal ulong[] Shape = [];

    /// <summary>Hashes of the first two and three, and the last two, three and four letters in lower case; 0 for shorter words.</summary>
    internal ulong[] Prefix2 = [], Prefix3 = [], Suffix2 = [], Suffix3 = [], Suffix4 = [];

    /// <summary>The first letter in lower case, as a byte.</summary>
    internal byte[] FirstLetter = [];

    internal Casing[] Case = [];
    internal WordFacts[] Facts = [];

    /// <summary>Gazetteer kinds of which the token is the first word (or only word), and those of which it is a later word.</summary>
    internal uint[] Begins = [], Insides = [];

    /// <summary>At the first token of a sentence: the first word of the last headline in capitals before it, which names a subject in agency news (<c>TENNIS - RESULTS</c>); 0 for none.</summary>
    internal ulong[] Topic = [];

    /// <summary>First token of the token's run of capitalised words and the one after its last; equal outside of runs.</summary>
    internal int[] RunStart = [], RunEnd = [];

    private readonly HashSet<ulong> _links = [];
    private readonly GazetteerTable _gazetteers;
    private readonly WordTable _words;
    private readonly WordVectors? _vectors;

    public WordForms(GazetteerTable gazetteers, WordTable words, WordVectors? vectors = null)
    {
        (_gazetteers, _words, _vectors) = (gazetteers, words, vectors);
        foreach (var row in Lexicons.SeedLexicon.Rows("entities/name-links"))
        {
            _links.Add(WordNormalizer.LowerHash(row[0]));
        }
    }

    /// <summary>The number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Sentence by sentence: its tokens and whether its case says nothing.</summary>
    internal List<(int Start, int End, SentenceCase Case)> Sentences { get; } = [];

    /// <summary>Fills everything for a document.</summary>
    public void Fill(string text, ImmutableArray<TextSpan> tokens, ReadOnlySpan<TokenRange> sentences)
    {
        Count = tokens.Length;
        Grow(Count);
        Span<char> normal = stackalloc char[WordNormalizer.MaxLength];
        Span<char> lower = stackalloc char[WordNormalizer.MaxLength];
        for (var i = 0; i < Count; i++)
        {
            var length = WordNormalizer.Normalize(tokens[i].In(text), normal);
            Spell(i, normal[..length], lower[..length]);
            Vector[i] = _vectors?.Find(tokens[i].In(text)) ?? -1;
        }

        Sentences.Clear();
        ulong topic = 0;
        foreach (var sentence in sentences)
        {
            var sentenceCase = CaseOf(sentence);
            if (sentence.Length > 0)
            {
                topic = sentenceCase == SentenceCase.Upper ? Lower[sentence.Start] : topic;
                Topic[sentence.Start] = topic;
            }

            Sentences.Add((sentence.Start, sentence.End, sentenceCase));
            FindRuns(sentence);
            LookUp(sentence);
        }
    }

    /// <summary>The hash that <see cref="Lower"/> has for a word of these letters (bytes of <paramref name="initials"/>, the last lowest).</summary>
    internal static ulong InitialsHash(ulong initials, int count)
    {
        Span<char> letters = stackalloc char[8];
        for (var i = 0; i < count; i++)
        {
            letters[i] = (char)(byte)(initials >> (8 * (count - 1 - i)));
        }

        return FeatureHash.Of(letters[..count]);
    }

    private void Spell(int i, ReadOnlySpan<char> word, Span<char> lower)
    {
        var (upper, small, digit) = (0, 0, 0);
        Span<char> shape = stackalloc char[WordNormalizer.MaxLength];
        var shapeLength = 0;
        for (var k = 0; k < word.Length; k++)
        {
            var c = word[k];
            lower[k] = char.ToLowerInvariant(c);
            var kind = c;
            if (char.IsUpper(c))
            {
                (kind, upper) = ('X', upper + 1);
            }
            else if (char.IsLetter(c))
            {
                (kind, small) = ('x', small + 1);
            }
            else if (c == '0')
            {
                digit++;
            }

            if (shapeLength == 0 || shape[shapeLength - 1] != kind)
            {
                shape[shapeLength++] = kind;
            }
        }

        Exact[i] = FeatureHash.Of(word);
        Lower[i] = FeatureHash.Of(lower);
        Shape[i] = FeatureHash.Of(shape[..shapeLength]);
        var n = lower.Length;
        Prefix2[i] = n > 2 ? FeatureHash.Of(lower[..2]) : 0;
        Prefix3[i] = n > 3 ? FeatureHash.Of(lower[..3]) : 0;
        Suffix2[i] = n > 2 ? FeatureHash.Of(lower[^2..]) : 0;
        Suffix3[i] = n > 3 ? FeatureHash.Of(lower[^3..]) : 0;
        Suffix4[i] = n > 4 ? FeatureHash.Of(lower[^4..]) : 0;
        FirstLetter[i] = n > 0 ? (byte)lower[0] : (byte)0;
        Facts[i] = _words.Find(Lower[i]);
        Case[i] = (upper, small, digit) switch
        {
            (0, 0, 0) => Casing.Mark,
            (0, 0, _) => Casing.Number,
            (_, _, > 0) => Casing.Alphanumeric,
            (0, _, _) => Casing.Lower,
            (1, 0, _) => Casing.Single,
            (_, 0, _) => Casing.Upper,
            (1, _, _) when char.IsUpper(word[0]) => Casing.Initial,
            _ => char.IsUpper(word[0]) || upper > 1 ? Casing.Mixed : Casing.Lower,
        };
        (RunStart[i], RunEnd[i], Begins[i], Insides[i]) = (i, i, 0, 0);
    }

    /// <summary>Whether most words are in capitals (a shouted headline, a dateline) or capitalised (a headline).</summary>
    private SentenceCase CaseOf(TokenRange sentence)
    {
        var (words, upper, capital) = (0, 0, 0);
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            switch (Case[i])
            {
                case Casing.Lower:
                    words++;
                    break;
                case Casing.Initial or Casing.Mixed:
                    (words, capital) = (words + 1, capital + 1);
                    break;
                case Casing.Upper:
                    (words, upper) = (words + 1, upper + 1);
                    break;
            }
        }

        return words < 3 || (upper + capital) * 10 < words * 7 ? SentenceCase.Normal
            : upper * 10 >= words * 7 ? SentenceCase.Upper
            : words >= 4 ? SentenceCase.Title : SentenceCase.Normal;
    }

    private bool IsCapital(int i) => Case[i] is Casing.Initial or Casing.Upper or Casing.Single or Casing.Mixed or Casing.Alphanumeric;

    private void FindRuns(TokenRange sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (!IsCapital(i))
            {
                continue;
            }

            var end = i + 1;
            for (var next = end; next < sentence.End && next - end < 3; next++)
            {
                if (IsCapital(next))
                {
                    end = next + 1;
                }
                else if (!_links.Contains(Lower[next]))
                {
                    break;
                }
            }

            for (var k = i; k < end; k++)
            {
                (RunStart[k], RunEnd[k]) = (i, end);
            }

            i = end - 1;
        }
    }

    private void LookUp(TokenRange sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (Case[i] == Casing.Mark)
            {
                continue;
            }

            ulong phrase = 0;
            var capital = false;
            for (var k = i; k < sentence.End && k - i < GazetteerTable.MaxWords; k++)
            {
                capital |= IsCapital(k);
                phrase = GazetteerTable.Extend(phrase, Lower[k]);
                var mask = _gazetteers.Find(phrase);
                var kinds = mask & ~GazetteerTable.Continues;
                if (!capital)
                {
                    kinds &= GazetteerKinds.WithoutCapital;
                }

                if (kinds != 0)
                {
                    Begins[i] |= kinds;
                    for (var inside = i + 1; inside <= k; inside++)
                    {
                        Insides[inside] |= kinds;
                    }
                }

                if ((mask & GazetteerTable.Continues) == 0)
                {
                    break;
                }
            }
        }
    }

    private void Grow(int count)
    {
        if (Exact.Length >= count)
        {
            return;
        }

        var size = Math.Max(count, 1024) * 5 / 4;
        Exact = new ulong[size];
        Lower = new ulong[size];
        Vector = new int[size];
        Shape = new ulong[size];
        Prefix2 = new ulong[size];
        Prefix3 = new ulong[size];
        Suffix2 = new ulong[size];
        Suffix3 = new ulong[size];
        Suffix4 = new ulong[size];
        Topic = new ulong[size];
        FirstLetter = new byte[size];
        Case = new Casing[size];
        Facts = new WordFacts[size];
        Begins = new uint[size];
        Insides = new uint[size];
        RunStart = new int[size];
        RunEnd = new int[size];
    }
}
