using System.Text.Json;
using NewsExtract.Documents;

namespace NewsExtract.Evaluation;

/// <summary>Exact spans of named mentions; GPE counts as LOC; only the types that the set scores.</summary>
internal static class EntityScorer
{
    private static readonly string[] Core = ["PERSON", "ORG", "LOC"];

    public static Figures Score(IReadOnlyList<ScoredDocument> documents, GoldSet set)
    {
        var types = set.Types.Count > 0
            ? set.Types
            : Labelled(documents);
        Prf Over(IReadOnlyList<string> chosen) => Prf.OfSets(documents.Select(d => (Spans(d.Gold, chosen), Spans(d.Predicted, chosen))));
        var untyped = Prf.OfSets(documents.Select(static d => (Untyped(Spans(d.Gold, Core)), Untyped(Spans(d.Predicted, Core)))));
        var byType = new Figures();
        foreach (var type in types)
        {
            byType.Add(type, Over([type]));
        }

        return new Figures { { "overall", Over(types) }, { "person_org_loc", Over(Core) }, { "untyped_person_org_loc", untyped }, { "types", byType } };
    }

    /// <summary>Without a list: every type of name that occurs, and the value types that the labels have (a set may leave them out altogether).</summary>
    private static List<string> Labelled(IReadOnlyList<ScoredDocument> documents)
    {
        var gold = documents.SelectMany(static d => d.Gold.Items("entities")).Select(Type).ToHashSet(StringComparer.Ordinal);
        var found = documents.SelectMany(static d => d.Predicted.Items("entities")).Select(Type).Where(static t => EntityTypeNames.TryParse(t, out var type) && !type.IsValue());
        return [.. gold.Union(found).Order(StringComparer.Ordinal)];
    }

    private static HashSet<(ScoreSpan Span, string Type)> Spans(ScoredArticle article, IReadOnlyList<string> types)
    {
        var spans = new HashSet<(ScoreSpan, string)>();
        foreach (var entity in article.Items("entities"))
        {
            var type = Type(entity);
            if (!types.Contains(type))
            {
                continue;
            }

            foreach (var mention in ScoredArticle.Items(entity, "mentions"))
            {
                if ((ScoredArticle.String(mention, "kind") ?? "name") == "name" && article.Span(mention) is { } span)
                {
                    spans.Add((span, type));
                }
            }
        }

        return spans;
    }

    private static HashSet<ScoreSpan> Untyped(HashSet<(ScoreSpan Span, string Type)> spans) => [.. spans.Select(static s => s.Span)];

    private static string Type(JsonElement entity) => ScoredArticle.String(entity, "type") is var type && type == "GPE" ? "LOC" : type ?? "";
}
