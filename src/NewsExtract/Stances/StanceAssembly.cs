using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances;

/// <summary>Makes the layer of the findings: one stance for a holder and a target in a sentence, the surer polarity winning.</summary>
internal static class StanceAssembly
{
    /// <summary>Joins findings over the same sides in the same sentence, and drops what is under the threshold.</summary>
    public static StanceLayer Build(StanceText text, List<Finding> findings, StanceOptions options)
    {
        var groups = new Dictionary<(int Sentence, int Holder, int HolderAt, int Target, int TargetAt), List<Finding>>();
        var order = new List<List<Finding>>();
        foreach (var finding in findings)
        {
            if (IsNothing(text, finding.Target))
            {
                continue;
            }

            var key = (text.Sentences.IndexOfToken(finding.Evidence.Start), finding.Holder.Entity, finding.Holder.IsPhrase ? finding.Holder.Tokens.Start : -1,
                finding.Target.Entity, finding.Target.IsPhrase ? finding.Target.Tokens.Start : -1);
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
                order.Add(group);
            }

            group.Add(finding);
        }

        var stances = ImmutableArray.CreateBuilder<Stance>();
        foreach (var group in order)
        {
            double support = 1, oppose = 1;
            foreach (var finding in group)
            {
                if (finding.Sign > 0)
                {
                    support *= 1 - finding.Weight;
                }
                else if (finding.Sign < 0)
                {
                    oppose *= 1 - finding.Weight;
                }
            }

            var sign = support < oppose ? 1 : oppose < support ? -1 : group[0].Sign;

            // The classifier has seen the rules' verdicts, so that the two are no independent witnesses.
            var confidence = group.Where(f => f.Sign == sign).Max(static f => f.Weight);
            if (sign != 0 && confidence < options.Threshold)
            {
                continue;
            }

            var kept = group.Where(f => f.Sign == sign).OrderByDescending(static f => f.Weight).ToList();

            // A rule knows which words show the stance; the classifier only where the target stands.
            var evidence = kept.Find(static f => !f.Basis.StartsWith("model:", StringComparison.Ordinal)) is { Basis: not null } rule ? rule.Evidence : kept[0].Evidence;
            var quote = text.Speech.QuoteAt(evidence.Start);
            stances.Add(new Stance(
                $"s{(stances.Count + 1).ToString(CultureInfo.InvariantCulture)}",
                SideOf(text, Named(text, kept, static f => f.Holder)),
                SideOf(text, Named(text, kept, static f => f.Target)),
                sign > 0 ? Polarity.Support : sign < 0 ? Polarity.Oppose : Polarity.Neutral,
                Math.Round(sign == 0 ? kept[0].Weight : confidence, 3),
                text.Tokens.SpanOf(SideFinder.WithMarks(text, evidence)))
            {
                Quote = quote >= 0 ? text.Quotes[quote].Id : null,
                Basis = [.. kept.Select(static f => f.Basis).Distinct()],
            });
        }

        return new StanceLayer(stances.ToImmutable());
    }

    /// <summary>Whoever "supported neither side" or "none of the plans" takes no side towards them.</summary>
    private static bool IsNothing(StanceText text, Side target) =>
        target.IsPhrase && text.Has(target.Tokens.Start, Cues.QuantifierNone) && !text.Is(target.Tokens.Start, "no");

    /// <summary>Of the mentions that the findings stand on, a name rather than a nominal rather than a pronoun, and the first of a kind; for a pronoun whatever says more in its sentence.</summary>
    private static Side Named(StanceText text, List<Finding> findings, Func<Finding, Side> side)
    {
        var best = side(findings[0]);
        foreach (var finding in findings)
        {
            var other = side(finding);
            if (best.Entity >= 0 && other.Entity == best.Entity && (text.Mentions.KindAt(other.Tokens), other.Tokens.Start).CompareTo((text.Mentions.KindAt(best.Tokens), best.Tokens.Start)) < 0)
            {
                best = other;
            }
        }

        return best.Entity >= 0 && text.Mentions.KindAt(best.Tokens) == MentionKind.Pronoun ? NameNear(text, best) : best;
    }

    /// <summary>In the place of a pronoun the nearest name of its entity in the sentence, or else the nearest nominal: <c>his</c> says little in a table.</summary>
    private static Side NameNear(StanceText text, Side side)
    {
        var best = (Side: side, Kind: MentionKind.Pronoun, Distance: 0);
        var sentence = text.SentenceAt(side.Tokens.Start).Tokens;
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            if (text.Mentions.Covering(t) is >= 0 and var mention && text.Mentions.All[mention].Entity == side.Entity && text.Mentions.All[mention].Mention.Kind is not MentionKind.Pronoun and var kind
                && (kind, Math.Abs(t - side.Tokens.Start)).CompareTo((best.Kind, best.Distance)) < 0)
            {
                best = (text.Mentions.SideOf(mention), kind, Math.Abs(t - side.Tokens.Start));
            }
        }

        return best.Side;
    }

    private static StanceSide SideOf(StanceText text, Side side)
    {
        if (side.IsAuthor)
        {
            return StanceSide.Author;
        }

        var span = text.Tokens.SpanOf(side.Tokens);
        return side.Entity >= 0
            ? new StanceSide(text.Entities[side.Entity].Name, text.Entities[side.Entity].Id, span)
            : new StanceSide(SideFinder.NameOf(text, side.Tokens), null, span);
    }
}
