using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Model;

/// <summary>
/// Features of a holder and a target in a text, one function for training and prediction. Names themselves are never features:
/// the model must not learn who dislikes whom.
/// </summary>
internal sealed partial class PairFeatures(WordVectors? vectors, ReadOnlyMemory<ushort> classes)
{
    private const int Far = 40;
    private const int Window = 5;

    private ulong[] _masked = [];
    private ulong[] _class = [];
    private int[] _vectorRows = [];
    private StanceText? _text;
    private PairDomain _domain;

    /// <summary>Looks at another document: masks its names.</summary>
    public void Begin(StanceText text, PairDomain domain)
    {
        (_text, _domain) = (text, domain);
        var count = text.Tokens.Count;
        if (_masked.Length < count)
        {
            _masked = new ulong[count * 2];
            _class = new ulong[count * 2];
            _vectorRows = new int[count * 2];
        }

        for (var t = 0; t < count; t++)
        {
            var mention = text.Mentions.Covering(t);
            var named = mention >= 0 && text.Mentions.All[mention].Mention.Kind == MentionKind.Name;
            _masked[t] = named ? 100u + (ulong)text.Entities[text.Mentions.All[mention].Entity].Type
                : text.TagOf(t) == Upos.PROPN || (!text.HasTags && IsCapitalised(text, t)) ? 99u
                : text.Lower[t];
            _vectorRows[t] = vectors is null || _masked[t] < 200 ? -1 : vectors.Find(text.Word(t));
            _class[t] = _masked[t] < 200 ? _masked[t] : _vectorRows[t] < 0 || classes.IsEmpty ? 0 : 200u + classes.Span[_vectorRows[t]];
        }
    }

    /// <summary>Fills the row with the features of a pair; <paramref name="rules"/> are the verdicts of the rules on it.</summary>
    public void Pair(FeatureRow row, TokenRange holder, TokenRange target, TokenRange window, RuleVerdict rules)
    {
        row.Clear();
        var text = _text!;
        var forward = holder.Start < target.Start;
        var (first, second) = forward ? (holder, target) : (target, holder);
        var dense = row.Dense;
        var direction = forward ? 1UL : 2UL;
        dense[FeatureLayout.Order] = forward ? 1 : 0;
        dense[FeatureLayout.IsOwnSentence] = _domain == PairDomain.OwnSentences ? 1 : 0;
        dense[FeatureLayout.IsArticle] = _domain == PairDomain.Articles ? 1 : 0;
        var between = new TokenRange(first.End, Math.Max(first.End, second.Start));
        dense[FeatureLayout.Distance] = Math.Min(between.Length, Far);
        dense[FeatureLayout.SentenceLength] = Math.Min(window.Length, 80);
        dense[FeatureLayout.HolderStart] = Math.Min(holder.Start - window.Start, Far);
        dense[FeatureLayout.TargetStart] = Math.Min(target.Start - window.Start, Far);
        dense[FeatureLayout.RuleSupport] = (float)rules.Support;
        dense[FeatureLayout.RuleOppose] = (float)rules.Oppose;
        dense[FeatureLayout.RuleBackSupport] = (float)rules.BackSupport;
        dense[FeatureLayout.RuleBackOppose] = (float)rules.BackOppose;
        var quote = text.Speech.QuoteAt(target.Start);
        dense[FeatureLayout.TargetInQuote] = quote >= 0 ? 1 : 0;
        dense[FeatureLayout.HolderInQuote] = text.Speech.QuoteAt(holder.Start) >= 0 ? 1 : 0;
        dense[FeatureLayout.HolderSpeaks] = quote >= 0 && text.Speech.Speaker(quote) is { IsNone: false } speaker && speaker.Tokens.Overlaps(holder) ? 1 : 0;
        SetType(dense, FeatureLayout.HolderType, holder);
        SetType(dense, FeatureLayout.TargetType, target);
        Between(row, between, direction);
        Around(row, new TokenRange(Math.Max(window.Start, first.Start - Window), first.Start), 3, direction);
        Around(row, new TokenRange(second.End, Math.Min(window.End, second.End + Window)), 4, direction);
        Neighbours(row, holder, window, 5);
        Neighbours(row, target, window, 6);
        Sentence(row, window, first, second);
        if (text.HasParse)
        {
            Tree(row, holder, target);
        }

        if (rules.Support > 0 || rules.Oppose > 0)
        {
            row.Add(Mix(7, rules.Support > rules.Oppose ? 1UL : 2UL, direction));
        }

        row.Add(Mix(8, direction, (ulong)Math.Min(between.Length, 12)));
    }

    private static ulong Mix(ulong template, ulong a, ulong b = 0) => FeatureHash.Mix(FeatureHash.Mix(template * 0x9E3779B97F4A7C15UL, a), b);

    private static bool IsCapitalised(StanceText text, int token) => text.Word(token) is [var c, ..] && char.IsUpper(c) && !text.Is(token, "I");

    private void SetType(float[] dense, int place, TokenRange range)
    {
        var mention = _text!.Mentions.Covering(range.End - 1);
        dense[place + (mention >= 0 ? (int)_text.Entities[_text.Mentions.All[mention].Entity].Type : 11)] = 1;
    }

    private void Between(FeatureRow row, TokenRange between, ulong direction)
    {
        var text = _text!;
        var dense = row.Dense;
        var (previous, before) = (1UL, 1UL);
        var lastMention = -1;
        for (var t = between.Start; t < between.End && t < between.Start + Far; t++)
        {
            row.Add(Mix(10, _masked[t], direction));
            row.Add(Mix(11, _masked[t]));
            row.Add(Mix(130, _class[t], direction));
            row.Add(Mix(131, _class[t] ^ (before * 31), direction));
            before = _class[t];
            row.Add(Mix(12, _masked[t] ^ (previous * 31), direction));
            previous = _masked[t];
            var mention = text.Mentions.Covering(t);
            if (mention >= 0 && mention != lastMention)
            {
                dense[FeatureLayout.NamesBetween]++;
                lastMention = mention;
            }

            dense[FeatureLayout.CommasBetween] += text.Is(t, ",") ? 1 : 0;
            var implied = text.Connotations[t];
            dense[implied.Towards > 0 ? FeatureLayout.ForBetween : FeatureLayout.AgainstBetween] += Math.Abs(implied.Towards);
            dense[implied.Bearer + implied.Goal > 0 ? FeatureLayout.GoodBetween : FeatureLayout.BadBetween] += Math.Abs(implied.Bearer + implied.Goal);
            if (text.Words[t] is not { } entry)
            {
                continue;
            }

            dense[entry.Valence > 0 ? FeatureLayout.PositiveBetween : FeatureLayout.NegativeBetween] += Math.Abs(entry.Valence);
            dense[FeatureLayout.NegationBetween] += (entry.Cues & Cues.Negation) != 0 ? 1 : 0;
            dense[FeatureLayout.ReportBetween] += (entry.Cues & Cues.Report) != 0 ? 1 : 0;
            dense[FeatureLayout.ThanBetween] += (entry.Cues & Cues.Comparison) != 0 ? 1 : 0;
            dense[FeatureLayout.ButBetween] += (entry.Cues & Cues.Contrast) != 0 ? 1 : 0;
            if (entry.Predicates.Length > 0)
            {
                var sign = entry.Predicates[0].Sign;
                dense[sign > 0 ? FeatureLayout.SupportBetween : FeatureLayout.OpposeBetween]++;
                row.Add(Mix(13, (ulong)(sign + 1), direction));
                row.Add(Mix(14, FeatureHash.Of(entry.Predicates[0].Lemma), direction));
            }
        }

        if (between.Length <= 3)
        {
            var joined = 3UL;
            for (var t = between.Start; t < between.End; t++)
            {
                joined = FeatureHash.Mix(joined, _masked[t]);
                dense[FeatureLayout.Coordinated] = text.Is(t, "and") || text.Is(t, ",") || text.Is(t, "or") ? 1 : dense[FeatureLayout.Coordinated];
            }

            row.Add(Mix(15, joined, direction));
        }
    }

    private void Around(FeatureRow row, TokenRange range, ulong template, ulong direction)
    {
        for (var t = range.Start; t < range.End; t++)
        {
            row.Add(Mix(20 + template, _masked[t], direction));
        }
    }

    private void Neighbours(FeatureRow row, TokenRange range, TokenRange window, ulong template)
    {
        for (var d = 1; d <= 3; d++)
        {
            var (left, right) = (range.Start - d, range.End + d - 1);
            row.Add(Mix(30 + template, left >= window.Start ? _masked[left] : 1, (ulong)d));
            row.Add(Mix(40 + template, right < window.End ? _masked[right] : 1, (ulong)d));
            row.Add(Mix(140 + template, left >= window.Start ? _class[left] : 1, (ulong)d));
            row.Add(Mix(150 + template, right < window.End ? _class[right] : 1, (ulong)d));
        }

        if (range.End + 1 < window.End)
        {
            row.Add(Mix(50 + template, _masked[range.End], _masked[range.End + 1]));
        }
    }

    private void Sentence(FeatureRow row, TokenRange window, TokenRange first, TokenRange second)
    {
        var text = _text!;
        var dense = row.Dense;
        for (var t = window.Start; t < window.End; t++)
        {
            dense[FeatureLayout.QuoteMarks] += text.Word(t) is "\"" or "“" or "”" or "``" or "''" ? 1 : 0;
            if (t >= first.Start && t < second.End)
            {
                continue;
            }

            row.Add(Mix(60, _masked[t]));
            var implied = text.Connotations[t];
            dense[implied.Towards > 0 ? FeatureLayout.ForAround : FeatureLayout.AgainstAround] += Math.Abs(implied.Towards);
            if (text.Words[t] is { } entry)
            {
                dense[entry.Valence > 0 ? FeatureLayout.PositiveAround : FeatureLayout.NegativeAround] += Math.Abs(entry.Valence);
                if (entry.Predicates.Length > 0)
                {
                    dense[entry.Predicates[0].Sign > 0 ? FeatureLayout.SupportAround : FeatureLayout.OpposeAround]++;
                }
            }
        }
    }
}
