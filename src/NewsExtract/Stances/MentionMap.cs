using NewsExtract.Documents;

namespace NewsExtract.Stances;

/// <summary>Which entity mention stands at a token.</summary>
internal sealed class MentionMap
{
    private readonly int[] _headed;
    private readonly int[] _covering;
    private readonly bool[] _values;

    public MentionMap(StanceText text)
    {
        _values = new bool[text.Tokens.Count];
        var list = new List<(int Entity, EntityMention Mention)>();
        for (var e = 0; e < text.Entities.Length; e++)
        {
            if (text.Entities[e].Type.IsValue())
            {
                foreach (var value in text.Entities[e].Mentions)
                {
                    Array.Fill(_values, true, value.Tokens.Start, value.Tokens.Length);
                }

                continue;
            }

            foreach (var mention in text.Entities[e].Mentions)
            {
                if (mention.Tokens.Length > 0)
                {
                    list.Add((e, mention));
                }
            }
        }

        list.Sort(static (a, b) => a.Mention.Tokens.Start != b.Mention.Tokens.Start
            ? a.Mention.Tokens.Start.CompareTo(b.Mention.Tokens.Start)
            : a.Mention.Tokens.End != b.Mention.Tokens.End ? b.Mention.Tokens.End.CompareTo(a.Mention.Tokens.End) : a.Entity.CompareTo(b.Entity));
        All = [.. list];
        _headed = new int[text.Tokens.Count];
        _covering = new int[text.Tokens.Count];
        Array.Fill(_headed, -1);
        Array.Fill(_covering, -1);
        for (var i = 0; i < All.Length; i++)
        {
            var mention = All[i].Mention;
            var head = text.HeadIn(mention.Tokens);
            if (_headed[head] < 0 || mention.Kind == MentionKind.Name)
            {
                _headed[head] = i;
            }

            // Later ones start later or are shorter: the innermost stays.
            for (var t = mention.Tokens.Start; t < mention.Tokens.End; t++)
            {
                _covering[t] = i;
            }
        }
    }

    /// <summary>Mentions of everything but values, in text order.</summary>
    public (int Entity, EntityMention Mention)[] All { get; }

    /// <summary>Index of the mention whose head is this token, or −1.</summary>
    public int HeadedAt(int token) => _headed[token];

    /// <summary>Index of the innermost mention over this token, or −1.</summary>
    public int Covering(int token) => _covering[token];

    /// <summary>Whether a token is of a date, an amount or another value: nobody is for or against these.</summary>
    public bool IsValue(int token) => _values[token];

    /// <summary>A mention as a side.</summary>
    public Side SideOf(int mention) => new(All[mention].Entity, All[mention].Mention.Tokens);

    /// <summary>Kind of the mention that covers the last token of a range.</summary>
    public MentionKind KindAt(TokenRange range) => Covering(range.End - 1) is >= 0 and var mention ? All[mention].Mention.Kind : MentionKind.Pronoun;
}
