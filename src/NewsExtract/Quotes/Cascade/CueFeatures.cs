using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Learning.Linear;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>What a token of a sentence shows about being (part of) a cue; shared by training and running.</summary>
internal static class CueFeatures
{
    /// <summary>Fills the rows with the features of a sentence.</summary>
    public static void Extract(QuoteSheet sheet, CascadeTokens extra, TokenRange sentence, FeatureRows rows)
    {
        rows.Clear();
        var marks = MarksBucket(sheet, sentence);
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            rows.Next();
            Words(sheet, extra, sentence, t, rows);
            Places(sheet, sentence, t, marks, rows);
            if (sheet.HasTags)
            {
                Tags(sheet, sentence, t, rows);
            }

            if (sheet.HasParse)
            {
                Tree(sheet, extra, t, rows);
            }

            Edges(sheet, sentence, t, rows);
        }
    }

    private static void Words(QuoteSheet s, CascadeTokens extra, TokenRange sentence, int t, FeatureRows rows)
    {
        var (w, before, after) = (s.Word[t], At(s.Word, t - 1, sentence), At(s.Word, t + 1, sentence));
        var stem = s.Stem[t];
        rows.Add(Mix(1, w));
        rows.Add(Mix(2, before));
        rows.Add(Mix(3, after));
        rows.Add(Mix(4, At(s.Word, t - 2, sentence)));
        rows.Add(Mix(5, At(s.Word, t + 2, sentence)));
        rows.Add(Mix(6, w, after));
        rows.Add(Mix(7, before, w));
        rows.Add(Mix(8, stem));
        rows.Add(Mix(9, stem, after));
        rows.Add(Mix(10, At(s.Stem, t - 1, sentence), stem));
        rows.Add(Mix(11, s.Suffix[t]));
        rows.Add(Mix(12, s.Shape[t]));
        rows.Add(Mix(13, At(s.Stem, t - 1, sentence)));
        rows.Add(Mix(14, At(s.Stem, t + 1, sentence)));
        rows.Add(Mix(15, (ulong)s.Cue[t], (ulong)s.Upos[t]));
        rows.Add(Mix(16, (ulong)s.Cue[t], after));
        rows.Add(Mix(17, extra.Coarse[t]));
        rows.Add(Mix(18, extra.Fine[t]));
        rows.Add(Mix(19, extra.Fine[t], After(extra.Fine, t + 1, sentence)));
        rows.Add(Mix(20, After(extra.Fine, t - 1, sentence), extra.Fine[t]));
        rows.Add(Mix(21, After(extra.Fine, t - 1, sentence)));
        rows.Add(Mix(22, After(extra.Fine, t + 1, sentence)));
        rows.Add(Mix(23, stem, At(s.Word, t + 2, sentence)));
        rows.Add(Mix(24, extra.Cue0(t - 1, sentence), extra.Cue0(t + 1, sentence), (ulong)s.Cue[t]));
    }

    private static void Places(QuoteSheet s, TokenRange sentence, int t, ulong marks, FeatureRows rows)
    {
        var inside = s.Mark[t] != 0 ? 1UL : 0;
        var (before, after) = (Kind(s, t - 1, sentence), Kind(s, t + 1, sentence));
        var far = Kind(s, t - 2, sentence);
        rows.Add(Mix(30, inside, marks));
        rows.Add(Mix(31, inside, s.Stem[t]));
        rows.Add(Mix(32, inside, (ulong)s.Cue[t], (ulong)s.Upos[t]));
        rows.Add(Mix(33, before, after));
        rows.Add(Mix(34, before, after, s.Stem[t]));
        rows.Add(Mix(35, far, before, (ulong)s.Cue[t]));
        rows.Add(Mix(36, NextMark(s, t, sentence), (ulong)s.Cue[t], inside));
        rows.Add(Mix(37, LastMark(s, t, sentence), (ulong)s.Cue[t], inside));
        rows.Add(Mix(38, marks, (ulong)s.Cue[t], (ulong)s.Upos[t]));
        var heading = s.Sentences[s.Sentence[t]].IsHeading ? 1UL : 0;
        rows.Add(Mix(39, heading, Math.Min(3UL, (ulong)(t - sentence.Start)), Math.Min(3UL, (ulong)(sentence.End - 1 - t))));
        rows.Add(Mix(40, heading, (ulong)s.Cue[t]));
        rows.Add(Mix(41, s.Mention[t], At(s.Mention, t - 1, sentence), At(s.Mention, t + 1, sentence)));
        rows.Add(Mix(42, At(s.Mention, t - 1, sentence), s.Stem[t]));
        rows.Add(Mix(43, At(s.Mention, t + 1, sentence), s.Stem[t]));
    }

    private static void Tags(QuoteSheet s, TokenRange sentence, int t, FeatureRows rows)
    {
        var (tag, before, after) = ((ulong)s.Penn[t], (ulong)At(s.Penn, t - 1, sentence), (ulong)At(s.Penn, t + 1, sentence));
        rows.Add(Mix(50, tag));
        rows.Add(Mix(51, before));
        rows.Add(Mix(52, after));
        rows.Add(Mix(53, before, tag));
        rows.Add(Mix(54, tag, after));
        rows.Add(Mix(55, before, tag, after));
        rows.Add(Mix(56, s.Stem[t], tag));
        rows.Add(Mix(57, s.Stem[t], after));
        rows.Add(Mix(58, At(s.Penn, t - 2, sentence), before, tag));
        rows.Add(Mix(59, tag, after, At(s.Penn, t + 2, sentence)));
        rows.Add(Mix(60, (ulong)s.Cue[t], tag, after));
        rows.Add(Mix(61, s.Stem[t], before));
    }

    private static void Tree(QuoteSheet s, CascadeTokens extra, int t, FeatureRows rows)
    {
        var relation = (ulong)s.Relation[t];
        var head = s.Head[t];
        var headStem = head < 0 ? 0 : s.Stem[head];
        var children = extra.Children[t];
        rows.Add(Mix(70, relation));
        rows.Add(Mix(71, relation, s.Stem[t]));
        rows.Add(Mix(72, relation, headStem));
        rows.Add(Mix(73, headStem, s.Stem[t]));
        rows.Add(Mix(74, children));
        rows.Add(Mix(75, children, s.Stem[t]));
        rows.Add(Mix(76, children, (ulong)s.Cue[t], relation));
        var subject = extra.Subject[t];
        rows.Add(Mix(77, subject < 0 ? 0 : s.Stem[subject], (ulong)s.Cue[t]));
        rows.Add(Mix(78, subject < 0 ? 0 : 1 + (ulong)s.Upos[subject], subject < 0 ? 0UL : s.Mention[subject], s.Stem[t]));
        rows.Add(Mix(79, subject < 0 ? 0 : 1 + (ulong)extra.Fine[subject], (ulong)s.Cue[t]));
        var clause = extra.Clause[t];
        rows.Add(Mix(80, clause < 0 ? 0 : (ulong)s.Relation[clause], clause < 0 ? 0 : s.Word[s.Left[clause]], (ulong)s.Cue[t]));
        rows.Add(Mix(81, clause < 0 ? 0 : (ulong)s.Relation[clause], s.Stem[t]));
        rows.Add(Mix(82, clause < 0 ? 0 : s.Stem[clause], s.Stem[t]));
        var (kind, path) = extra.Above(s, t);
        rows.Add(Mix(83, kind, path));
        rows.Add(Mix(84, kind, path, (ulong)s.Cue[t]));
        rows.Add(Mix(85, kind, s.Stem[t]));
        rows.Add(Mix(86, head < 0 ? 0 : 1 + (ulong)s.Cue[head], relation, (ulong)s.Cue[t]));
    }

    private static void Edges(QuoteSheet s, TokenRange sentence, int t, FeatureRows rows)
    {
        var before = At(s.Word, t - 1, sentence);
        rows.AddEdge(Mix(90, (ulong)At(s.Penn, t - 1, sentence), (ulong)s.Penn[t]));
        rows.AddEdge(Mix(91, s.Stem[t]));
        rows.AddEdge(Mix(92, before, s.Word[t]));
        rows.AddEdge(Mix(93, s.Penn[t], (ulong)At(s.Penn, t + 1, sentence)));
        if (s.HasParse && t > sentence.Start)
        {
            var link = s.Head[t] == t - 1 ? 1UL : s.Head[t - 1] == t ? 2UL : s.Head[t] == s.Head[t - 1] ? 3UL : 0;
            rows.AddEdge(Mix(94, link, (ulong)s.Relation[t], (ulong)s.Relation[t - 1]));
            rows.AddEdge(Mix(95, link, (ulong)s.Penn[t - 1], (ulong)s.Penn[t]));
        }
    }

    private static ulong Kind(QuoteSheet s, int t, TokenRange sentence) => sentence.Contains(t) ? (ulong)s.Punctuation[t] : 99;

    private static ulong NextMark(QuoteSheet s, int t, TokenRange sentence)
    {
        for (var i = t + 1; i < sentence.End && i <= t + 12; i++)
        {
            if (s.Punctuation[i] == PunctuationKind.OpeningMark)
            {
                return Bucket(i - t);
            }
        }

        return 0;
    }

    private static ulong LastMark(QuoteSheet s, int t, TokenRange sentence)
    {
        for (var i = t - 1; i >= sentence.Start && i >= t - 12; i--)
        {
            if (s.Punctuation[i] == PunctuationKind.ClosingMark)
            {
                return Bucket(t - i);
            }
        }

        return 0;
    }

    /// <summary>How many words of the sentence are in marks, coarsely.</summary>
    private static ulong MarksBucket(QuoteSheet s, TokenRange sentence)
    {
        var words = 0;
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            words += s.Mark[t] != 0 && s.IsWord(t) ? 1 : 0;
        }

        return words == 0 ? 0 : words < 4 ? 1 : words < 7 ? 2UL : 3;
    }

    private static ulong Bucket(int distance) => distance <= 3 ? (ulong)distance : distance <= 6 ? 4UL : 5;

    private static T At<T>(T[] values, int t, TokenRange sentence)
        where T : unmanaged =>
        sentence.Contains(t) ? values[t] : default;

    private static ulong After(ushort[] values, int t, TokenRange sentence) => sentence.Contains(t) ? values[t] : 9999UL;

    private static ulong Mix(ulong template, ulong a) => FeatureHash.Mix(template, a);

    private static ulong Mix(ulong template, ulong a, ulong b) => FeatureHash.Mix(FeatureHash.Mix(template, a), b);

    private static ulong Mix(ulong template, ulong a, ulong b, ulong c) => FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Mix(template, a), b), c);
}
