using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Learning.Linear;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>What a token shows about being content or source of one cue; shared by training and running.</summary>
internal static class ExtentFeatures
{
    private const ulong Other = 1;
    private const ulong Cue = 8;

    /// <summary>Fills the rows with the features of the window around a cue.</summary>
    public static void Extract(QuoteSheet s, CascadeTokens extra, CueSurroundings around, FeatureRows rows)
    {
        rows.Clear();
        var cue = around.Cue;
        var stem = s.Stem[cue.Head];
        var kind = (cue.Speech >= 0.5f ? 1UL : 0) | ((ulong)s.Cue[cue.Head] << 1);
        var shape = CueShape(s, cue);
        var window = around.Window;
        for (var t = window.Start; t < window.End; t++)
        {
            rows.Next();
            if (cue.Range.Contains(t))
            {
                rows.Restrict(Cue);
                continue;
            }

            rows.Restrict(Other | 2 | 4);
            var at = t - window.Start;
            var after = t > cue.Head;
            var side = after ? 1UL : 0;
            var distance = after ? t - cue.Range.End + 1 : cue.Range.Start - t;
            var far = side | ((ulong)Bucket(distance) << 1);
            var between = side | ((ulong)around.Commas[at] << 1) | ((ulong)around.Breaks[at] << 3) | ((ulong)around.Others[at] << 5);
            var marks = side | MarkState(s, around, t);
            Places(s, around, rows, t, (side, far, between, marks), stem, kind, shape);
            Words(s, extra, around, rows, t, side, far, stem);
            if (s.HasParse)
            {
                Tree(s, extra, around, rows, t, side, between, stem);
            }

            Edges(s, around, rows, t, side, distance, between, stem);
        }
    }

    private static void Places(
        QuoteSheet s, CueSurroundings around, FeatureRows rows, int t, (ulong Side, ulong Far, ulong Between, ulong Marks) p, ulong stem, ulong kind, ulong shape)
    {
        var at = t - around.Window.Start;
        var punctuation = (ulong)s.Punctuation[t];
        var marks = p.Marks;
        var other = around.InOther[at] ? 1UL : 0;
        rows.Add(Mix(1, p.Far));
        rows.Add(Mix(2, p.Far, stem));
        rows.Add(Mix(3, p.Far, shape));
        rows.Add(Mix(4, p.Between));
        rows.Add(Mix(5, p.Between, shape));
        rows.Add(Mix(6, marks, (ulong)around.Breaks[at] | ((ulong)around.Others[at] << 2)));
        rows.Add(Mix(7, marks, (ulong)around.Breaks[at], kind | (shape << 8)));
        rows.Add(Mix(8, marks, p.Between));
        rows.Add(Mix(9, p.Side, stem));
        rows.Add(Mix(10, other, p.Between, marks));
        rows.Add(Mix(11, punctuation, p.Between));
        rows.Add(Mix(12, punctuation, marks, p.Side));
        rows.Add(Mix(13, kind, p.Far));
        rows.Add(Mix(14, p.Between, stem));
    }

    private static void Words(QuoteSheet s, CascadeTokens extra, CueSurroundings around, FeatureRows rows, int t, ulong side, ulong far, ulong stem)
    {
        var window = around.Window;
        var (tag, before, after) = ((ulong)s.Penn[t], (ulong)At(s.Penn, t - 1, window), (ulong)At(s.Penn, t + 1, window));
        var at = t - window.Start;
        var near = side | ((ulong)around.Commas[at] << 1) | ((ulong)Math.Min(1, (int)around.Breaks[at]) << 3);
        rows.Add(Mix(20, s.Word[t], side));
        rows.Add(Mix(21, s.Word[t], far));
        rows.Add(Mix(22, s.Word[t], near, stem));
        rows.Add(Mix(23, At(s.Word, t - 1, window), side));
        rows.Add(Mix(24, At(s.Word, t + 1, window), side));
        rows.Add(Mix(25, tag, near));
        rows.Add(Mix(26, before, tag, near));
        rows.Add(Mix(27, tag, after, near));
        rows.Add(Mix(28, tag, far));
        rows.Add(Mix(29, tag, near, stem));
        rows.Add(Mix(30, extra.Fine[t], near));
        rows.Add(Mix(31, extra.Coarse[t], far));
        rows.Add(Mix(32, s.Mention[t], near, s.Shape[t] & 3));
        rows.Add(Mix(33, s.Mention[t], far));
        rows.Add(Mix(34, s.Shape[t], near));
        rows.Add(Mix(35, s.Stem[t], near));
        rows.Add(Mix(36, At(s.Word, t - 1, window), s.Word[t], side));
    }

    private static void Tree(QuoteSheet s, CascadeTokens extra, CueSurroundings around, FeatureRows rows, int t, ulong side, ulong between, ulong stem)
    {
        var at = t - around.Window.Start;
        var branch = around.Branch[at];
        var cue = around.Cue.Head;
        var head = s.Head[t];
        rows.Add(Mix(40, branch, side));
        rows.Add(Mix(41, branch, stem));
        rows.Add(Mix(42, branch, between));
        rows.Add(Mix(43, branch, (ulong)s.Upos[t], side));
        rows.Add(Mix(44, branch, s.Penn[cue], side));
        rows.Add(Mix(45, branch, s.Mention[t], side));
        rows.Add(Mix(46, (ulong)s.Relation[t], head < 0 ? 0 : s.Stem[head], side));
        rows.Add(Mix(47, branch, s.Word[t]));
        var subject = extra.Subject[cue];
        var inSubject = subject >= 0 && t >= s.Left[subject] && t <= s.Right[subject] ? 1UL : 0;
        rows.Add(Mix(48, inSubject | (t == subject ? 2UL : 0), side, s.Penn[cue]));
        rows.Add(Mix(49, inSubject, branch, s.Penn[t]));
        var top = around.Top[at];
        rows.Add(Mix(50, branch, top < 0 ? 0 : s.Word[s.Left[top]], side));
        rows.Add(Mix(51, branch, top < 0 ? 0 : s.Upos[top] is var upos ? (ulong)upos : 0, extra.Children[cue]));
        rows.Add(Mix(52, branch, extra.Children[cue]));
    }

    private static void Edges(QuoteSheet s, CueSurroundings around, FeatureRows rows, int t, ulong side, int distance, ulong between, ulong stem)
    {
        var window = around.Window;
        var at = t - window.Start;
        var first = t == window.Start;
        var before = first ? 99UL : (ulong)s.Punctuation[t - 1];
        var here = (ulong)s.Punctuation[t];
        var marks = (s.Mark[t] != 0 ? 1UL : 0) | (!first && s.Mark[t - 1] != 0 ? 2UL : 0);
        rows.AddEdge(Mix(60, before, here, side | (marks << 1)));
        rows.AddEdge(Mix(61, s.Word[t], side));
        rows.AddEdge(Mix(62, first ? 0 : s.Word[t - 1], side));
        rows.AddEdge(Mix(63, first ? 0UL : s.Penn[t - 1], s.Penn[t], side));
        rows.AddEdge(Mix(64, side, (ulong)Math.Min(4, distance), here));
        rows.AddEdge(Mix(65, before, here, between));
        rows.AddEdge(Mix(66, before, s.Word[t], side));
        rows.AddEdge(Mix(67, distance <= 2 ? stem : 0, side, s.Penn[t]));
        var mention = (first ? 0UL : s.Mention[t - 1]) | ((ulong)s.Mention[t] << 8);
        rows.AddEdge(Mix(68, mention, side));
        if (s.HasParse)
        {
            var changes = first ? 3UL : around.Top[at] == around.Top[at - 1] ? 0UL : 1UL;
            rows.AddEdge(Mix(69, changes, changes == 0 ? 0 : around.Branch[at], changes == 0 || first ? 0 : around.Branch[at - 1]));
            rows.AddEdge(Mix(70, changes, side, before | (here << 8)));
            var starts = around.Top[at] >= 0 && s.Left[around.Top[at]] == t ? 1UL : 0;
            rows.AddEdge(Mix(71, starts, starts == 0 ? 0 : around.Branch[at], here));
            var ends = !first && around.Top[at - 1] >= 0 && s.Right[around.Top[at - 1]] == t - 1 ? 1UL : 0;
            rows.AddEdge(Mix(72, ends, ends == 0 ? 0 : around.Branch[at - 1], here));
            rows.AddEdge(Mix(73, (ulong)s.Relation[t], side, before));
        }
    }

    /// <summary>In marks or not, in the cue's own or not, how many stretches between, and how long the stretch is; bit 0 is left free.</summary>
    private static ulong MarkState(QuoteSheet s, CueSurroundings around, int t)
    {
        var mark = s.Mark[t];
        var state = (ulong)around.Marks[t - around.Window.Start] << 3;
        if (mark != 0)
        {
            var length = s.QuotedTokens[mark - 1].Length;
            state |= 2UL | (mark == s.Mark[around.Cue.Head] ? 4UL : 0) | (length <= 2 ? 0 : length <= 7 ? 32UL : 64);
        }
        else
        {
            state |= s.Mark[around.Cue.Head] != 0 ? 4UL : 0;
        }

        return state;
    }

    /// <summary>What stands beside the cue, and where it stands in its sentence.</summary>
    private static ulong CueShape(QuoteSheet s, CueCandidate cue)
    {
        var sentence = s.SentenceOf(cue.Head);
        var before = cue.Range.Start > sentence.Start ? (ulong)s.Punctuation[cue.Range.Start - 1] : 15;
        var after = cue.Range.End < sentence.End ? (ulong)s.Punctuation[cue.Range.End] : 15;
        var (left, right) = (0UL, 0UL);
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            if (s.Mark[t] != 0)
            {
                left |= t < cue.Range.Start ? 1UL : 0;
                right |= t >= cue.Range.End ? 1UL : 0;
            }
        }

        return before | (after << 4) | (left << 8) | (right << 9) | (cue.Range.Start - sentence.Start < 2 ? 1024UL : 0) | (sentence.End - cue.Range.End < 4 ? 2048UL : 0);
    }

    private static int Bucket(int d) => d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 22 ? 8 : d <= 35 ? 9 : d <= 60 ? 10 : 11;

    private static T At<T>(T[] values, int t, TokenRange window)
        where T : unmanaged =>
        window.Contains(t) ? values[t] : default;

    private static ulong Mix(ulong template, ulong a) => FeatureHash.Mix(template, a);

    private static ulong Mix(ulong template, ulong a, ulong b) => FeatureHash.Mix(FeatureHash.Mix(template, a), b);

    private static ulong Mix(ulong template, ulong a, ulong b, ulong c) => FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Mix(template, a), b), c);
}
