using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>How each token around one cue stands to it: distance, what lies between, quotation marks, branch of the tree.</summary>
internal sealed class CueSurroundings
{
    /// <summary>No more tokens than this are looked at on either side of a cue.</summary>
    public const int Reach = 150;

    private int[] _above = [];
    private int[] _stamp = [];
    private int _time;

    /// <summary>The tokens looked at: the cue's paragraph, within reach.</summary>
    public TokenRange Window { get; private set; }

    public CueCandidate Cue { get; private set; }

    /// <summary>Hashed position of a token's branch relative to the cue; its highest node; steps up from the cue to where the branches part.</summary>
    public ulong[] Branch = [];
    public int[] Top = [];
    public byte[] Up = [];

    /// <summary>Between a token and the cue: commas, other cues, sentence ends, stretches in marks (each up to 3).</summary>
    public byte[] Commas = [];
    public byte[] Others = [];
    public byte[] Breaks = [];
    public byte[] Marks = [];

    /// <summary>Whether a token is in another likely cue.</summary>
    public bool[] InOther = [];

    /// <summary>Looks at the surroundings of a cue. Arrays are indexed by token − window start.</summary>
    public void Fill(QuoteSheet sheet, List<CueCandidate> cues, CueCandidate cue)
    {
        Cue = cue;
        var paragraph = sheet.Paragraphs[sheet.Paragraph[cue.Range.Start]];
        Window = new TokenRange(Math.Max(paragraph.Start, cue.Range.Start - Reach), Math.Max(cue.Range.End, Math.Min(paragraph.End, cue.Range.End + Reach)));
        Resize(Window.Length, sheet.Count);
        InOther.AsSpan(0, Window.Length).Clear();
        foreach (var other in cues)
        {
            if (other.Probability >= 0.5f && !other.Range.Overlaps(cue.Range) && Window.Overlaps(other.Range))
            {
                for (var t = Math.Max(other.Range.Start, Window.Start); t < Math.Min(other.Range.End, Window.End); t++)
                {
                    InOther[t - Window.Start] = true;
                }
            }
        }

        FillBetween(sheet, cue.Range.End, Window.End, 1);
        FillBetween(sheet, cue.Range.Start - 1, Window.Start - 1, -1);
        for (var t = cue.Range.Start; t < cue.Range.End; t++)
        {
            var at = t - Window.Start;
            (Commas[at], Others[at], Breaks[at], Marks[at]) = (0, 0, 0, 0);
        }

        FillBranches(sheet, cue);
    }

    private void Resize(int length, int tokens)
    {
        if (Branch.Length < length)
        {
            length = Math.Max(length, 512);
            (Branch, Top, Up) = (new ulong[length], new int[length], new byte[length]);
            (Commas, Others, Breaks, Marks, InOther) = (new byte[length], new byte[length], new byte[length], new byte[length], new bool[length]);
        }

        if (_above.Length < tokens)
        {
            (_above, _stamp, _time) = (new int[tokens * 2], new int[tokens * 2], 0);
        }
    }

    private void FillBetween(QuoteSheet sheet, int from, int end, int step)
    {
        var (commas, others, breaks, marks) = (0, 0, 0, 0);
        var (mark, wasOther) = (sheet.Mark[Cue.Head], false);
        var sentence = sheet.Sentence[Cue.Head];
        for (var t = from; t != end; t += step)
        {
            var at = t - Window.Start;
            if (sheet.Sentence[t] != sentence)
            {
                (breaks, sentence) = (breaks + 1, sheet.Sentence[t]);
            }

            if (sheet.Mark[t] != mark)
            {
                marks += mark != 0 && mark != sheet.Mark[Cue.Head] ? 1 : 0;
                mark = sheet.Mark[t];
            }

            others += InOther[at] && !wasOther ? 1 : 0;
            wasOther = InOther[at];
            Commas[at] = (byte)Math.Min(3, commas);
            Others[at] = (byte)Math.Min(3, others);
            Breaks[at] = (byte)Math.Min(3, breaks);
            Marks[at] = (byte)Math.Min(3, marks);
            commas += sheet.Punctuation[t] is PunctuationKind.Comma or PunctuationKind.Dash or PunctuationKind.Semicolon && sheet.Mark[t] == 0 ? 1 : 0;
        }
    }

    /// <summary>
    /// A token's branch: how many steps above the cue's head it parts from the cue's own, by which relation it hangs there, and by which the cue's does.
    /// </summary>
    private void FillBranches(QuoteSheet sheet, CueCandidate cue)
    {
        var own = sheet.SentenceOf(cue.Head);
        if (!sheet.HasParse)
        {
            Branch.AsSpan(0, Window.Length).Clear();
            Up.AsSpan(0, Window.Length).Clear();
            Top.AsSpan(0, Window.Length).Fill(-1);
            return;
        }

        _time++;
        var steps = 1;
        for (var node = cue.Head; node >= 0 && steps < 100; node = sheet.Head[node], steps++)
        {
            (_above[node], _stamp[node]) = (steps, _time);
        }

        for (var t = Window.Start; t < Window.End; t++)
        {
            var at = t - Window.Start;
            if (!own.Contains(t))
            {
                (Branch[at], Top[at], Up[at]) = (t < own.Start ? 1UL : 2UL, -1, 9);
                continue;
            }

            var node = t;
            while (_stamp[node] != _time && sheet.Head[node] >= 0)
            {
                var head = sheet.Head[node];
                if (_stamp[head] == _time)
                {
                    break;
                }

                node = head;
            }

            if (_stamp[node] == _time)
            {
                Top[at] = node;
                Up[at] = (byte)Math.Min(6, _above[node] - 1);
                Branch[at] = FeatureHash.Mix(3, Up[at]);
                continue;
            }

            var meeting = sheet.Head[node];
            var up = meeting < 0 ? 8 : Math.Min(5, _above[meeting] - 1);
            Top[at] = node;
            Up[at] = (byte)up;
            Branch[at] = FeatureHash.Mix(FeatureHash.Mix(4, (ulong)up), FeatureHash.Mix((ulong)sheet.Relation[node], up == 0 || meeting < 0 ? 99UL : CueSide(sheet, cue.Head, meeting)));
        }
    }

    private static ulong CueSide(QuoteSheet sheet, int head, int meeting)
    {
        var node = head;
        while (sheet.Head[node] != meeting)
        {
            node = sheet.Head[node];
        }

        return (ulong)sheet.Relation[node];
    }
}
