using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference.Training;

/// <summary>The names inside GUM's mentions, in the manner of the recogniser: the proper nouns around the head, titles left out.</summary>
internal static class GumNames
{
    public static MentionLayer Of(Document document, ImmutableArray<GumMention> mentions)
    {
        var tokens = document.Get<TokenLayer>();
        var tags = document.Get<TagLayer>();
        var taken = new bool[tokens.Count];
        var names = new List<NamedMention>();
        foreach (var mention in mentions.OrderBy(static m => m.End - m.Start))
        {
            if (tags.Upos[mention.Head] != Upos.PROPN || taken[mention.Head] || TypeOf(mention.Type) is not { } type)
            {
                continue;
            }

            int start = mention.Head, end = mention.Head + 1;
            while (end < mention.End && !taken[end] && (IsName(end) || (end + 1 < mention.End && IsJoint(end) && IsName(end + 1))))
            {
                end++;
            }

            while (start > mention.Start && !taken[start - 1] && (IsName(start - 1) || (start - 1 > mention.Start && IsJoint(start - 1) && IsName(start - 2)))
                && !(type == EntityType.Person && IsTitle(start - 1)))
            {
                start--;
            }

            for (var token = start; token < end; token++)
            {
                taken[token] = true;
            }

            var range = new TokenRange(start, end);
            names.Add(new NamedMention(tokens.SpanOf(range), range, type, 1));
        }

        names.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        return new MentionLayer([.. names]);

        bool IsName(int token) => tags.Upos[token] is Upos.PROPN or Upos.NUM || tags.PennOf(token) is "NNP" or "NNPS";

        bool IsJoint(int token) => tokens[token].In(document.Text) is "-" or "of" or "the" or "." or "&" or "–";

        bool IsTitle(int token) =>
            (CoreferenceLexicon.Instance.FactsOf(Learning.FeatureHash.OfLower(tokens[token].In(document.Text).TrimEnd('.'))) & WordFacts.Title) != 0;
    }

    private static EntityType? TypeOf(string type) => type switch
    {
        "person" => EntityType.Person,
        "organization" => EntityType.Org,
        "place" => EntityType.Gpe,
        "event" => EntityType.Event,
        "time" => EntityType.Date,
        "abstract" or "object" or "animal" => EntityType.Misc,
        _ => null,
    };
}
