using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>What the cascade's features need of a document beyond its sheet, a value a token: word classes, and each word's subject, clause and dependents.</summary>
internal sealed class CascadeTokens
{
    private CueKind[] _cue = [];

    public ushort[] Coarse = [];
    public ushort[] Fine = [];

    /// <summary>The subject of a verb, its own or the one it shares with the verb above; −1 when there is none.</summary>
    public int[] Subject = [];

    /// <summary>The head of the clause or object below a word; −1 when there is none.</summary>
    public int[] Clause = [];

    /// <summary>Which relations a word's dependents have, as bits hashed later.</summary>
    public ulong[] Children = [];

    /// <summary>Fills in a document.</summary>
    public void Fill(QuoteSheet sheet, WordClasses classes)
    {
        if (Coarse.Length < sheet.Count)
        {
            var length = Math.Max(sheet.Count, Coarse.Length * 2);
            (Coarse, Fine, Subject, Clause, Children) = (new ushort[length], new ushort[length], new int[length], new int[length], new ulong[length]);
        }

        _cue = sheet.Cue;
        for (var t = 0; t < sheet.Count; t++)
        {
            (Coarse[t], Fine[t]) = classes.Of(sheet.Chars(t));
            Subject[t] = Clause[t] = -1;
            Children[t] = 0;
        }

        if (sheet.HasParse)
        {
            FillTree(sheet);
        }
    }

    /// <summary>The cue kind of a neighbour.</summary>
    public ulong Cue0(int token, TokenRange sentence) => sentence.Contains(token) ? (ulong)_cue[token] : 9;

    /// <summary>The nearest word above that the cue lexicon has, and by which relation its branch hangs on it.</summary>
    public (ulong Kind, ulong Path) Above(QuoteSheet sheet, int token)
    {
        var node = token;
        for (var step = 0; step < 6 && sheet.Head[node] >= 0; step++)
        {
            var head = sheet.Head[node];
            if (_cue[head] is CueKind.Speech or CueKind.Belief)
            {
                return ((ulong)_cue[head], FeatureHash.Mix((ulong)sheet.Relation[node], step == 0 ? 0UL : 1UL));
            }

            node = head;
        }

        return (0, 0);
    }

    private void FillTree(QuoteSheet s)
    {
        for (var t = 0; t < s.Count; t++)
        {
            var head = s.Head[t];
            if (head < 0)
            {
                continue;
            }

            switch (s.Relation[t])
            {
                case Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter:
                    Subject[head] = t;
                    Children[head] |= t < head ? 1UL : 2UL;
                    Children[head] |= s.Relation[t] == Relation.NsubjPass ? 4UL : 0;
                    break;
                case Relation.Ccomp:
                    Clause[head] = t;
                    Children[head] |= t < head ? 8UL : 16UL;
                    break;
                case Relation.Xcomp:
                    Clause[head] = Clause[head] < 0 || s.Relation[Clause[head]] == Relation.Obj ? t : Clause[head];
                    Children[head] |= 32;
                    break;
                case Relation.Obj:
                    Clause[head] = Clause[head] < 0 ? t : Clause[head];
                    Children[head] |= 64;
                    break;
                case Relation.Parataxis:
                    Children[head] |= t < head ? 128UL : 256UL;
                    break;
                case Relation.Obl or Relation.OblAgent:
                    Children[head] |= 512;
                    break;
                case Relation.Aux or Relation.AuxPass:
                    Children[head] |= s.Relation[t] == Relation.Aux ? 1024UL : 2048UL;
                    break;
                case Relation.Mark:
                    Children[head] |= 4096;
                    break;
                case Relation.Cop:
                    Children[head] |= 8192;
                    break;
                case Relation.NmodPoss:
                    Children[head] |= 16384;
                    Subject[head] = Subject[head] < 0 ? t : Subject[head];
                    break;
                case Relation.Acl or Relation.AclRelcl:
                    Children[head] |= 32768;
                    break;
                case Relation.Nmod:
                    Children[head] |= 65536;
                    break;
                default:
                    break;
            }
        }

        // "X came and said": the second verb has the first one's subject.
        for (var t = 0; t < s.Count; t++)
        {
            var node = t;
            for (var step = 0; step < 3 && Subject[t] < 0 && s.Head[node] >= 0; step++)
            {
                if (s.Relation[node] is not (Relation.Conj or Relation.Xcomp or Relation.Advcl))
                {
                    break;
                }

                node = s.Head[node];
                Subject[t] = Subject[node];
            }
        }
    }
}
