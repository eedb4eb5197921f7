using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Rules;

/// <summary>The baseline: two neighbouring names with a stance verb between them, the first holds it towards the second.</summary>
internal static class NameVerbBaseline
{
    public static List<Finding> Run(StanceText text)
    {
        var findings = new List<Finding>();
        var names = text.Mentions.All.Where(static m => m.Mention.Kind == MentionKind.Name).ToArray();
        for (var i = 1; i < names.Length; i++)
        {
            var (left, right) = (names[i - 1].Mention.Tokens, names[i].Mention.Tokens);
            if (left.End > right.Start || names[i - 1].Entity == names[i].Entity || text.Sentences.IndexOfToken(left.Start) != text.Sentences.IndexOfToken(right.Start))
            {
                continue;
            }

            for (var token = left.End; token < right.Start; token++)
            {
                if (text.Words[token]?.Predicates.FirstOrDefault(static p => p.Kind == PredicateKind.Verb) is { } predicate)
                {
                    findings.Add(new Finding(
                        new Side(names[i - 1].Entity, left), new Side(names[i].Entity, right), predicate.Sign, new TokenRange(token, token + 1), predicate.Basis, 0.5));
                    break;
                }
            }
        }

        return findings;
    }
}
