using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Pipeline;

namespace NewsExtract.Entities.Places;

/// <summary>
/// Gives each GPE mention, and each LOC mention that is a country's name, the country it is or lies in (ISO 3166-1 alpha-2), where that is known. "Paris, Texas" follows the place after
/// the comma; a name that is open (Georgia, Córdoba) follows the countries that the article speaks of otherwise.
/// </summary>
public sealed class PlaceStage : IStage
{
    private const int LongestName = 64;

    /// <inheritdoc/>
    public string Name => "places";

    /// <inheritdoc/>
    public ImmutableArray<Type> Requires { get; } = [typeof(TokenLayer), typeof(MentionLayer)];

    /// <inheritdoc/>
    public ImmutableArray<Type> Provides { get; } = [typeof(MentionLayer)];

    /// <inheritdoc/>
    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var mentions = document.Get<MentionLayer>().Mentions;
        var candidates = new PlaceCandidates[mentions.Length];
        var spoken = new Dictionary<string, int>(StringComparer.Ordinal);
        Span<char> folded = stackalloc char[LongestName];
        var any = false;
        for (var i = 0; i < mentions.Length; i++)
        {
            // Recogniser and reader may differ on whether a country is a land or a state; other lands get no country.
            var isGpe = mentions[i].Type == EntityType.Gpe;
            if ((isGpe || mentions[i].Type == EntityType.Loc) && PlaceNames.Fold(mentions[i].Span.In(document.Text), folded) is > 0 and var length)
            {
                candidates[i] = PlaceTable.Instance.Find(folded[..length], countriesOnly: !isGpe);
                any |= candidates[i].IsKnown;
                if (candidates[i] is { IsSure: true, Codes: { } code })
                {
                    spoken[code] = spoken.GetValueOrDefault(code) + 1;
                }
            }
        }

        if (!any)
        {
            return document;
        }

        var placed = mentions.ToBuilder();
        for (var i = 0; i < placed.Count; i++)
        {
            if (candidates[i].IsKnown)
            {
                placed[i] = placed[i] with { Country = AfterComma(document, mentions, candidates, i) ?? Choose(candidates[i], spoken) };
            }
        }

        return document.With(new MentionLayer(placed.DrainToImmutable()));
    }

    /// <summary>The country of the place that stands after a comma, when this one may lie there.</summary>
    private static string? AfterComma(Document document, ImmutableArray<NamedMention> mentions, PlaceCandidates[] candidates, int at)
    {
        if (at + 1 >= mentions.Length || mentions[at + 1].Tokens.Start != mentions[at].Tokens.End + 1)
        {
            return null;
        }

        var between = document.Get<TokenLayer>()[mentions[at].Tokens.End].In(document.Text);
        return between is "," && candidates[at + 1].Usual is { } country && candidates[at].Holds(country) ? country : null;
    }

    /// <summary>The candidate of which the article speaks most, among those of an open name; else the usual one.</summary>
    private static string? Choose(PlaceCandidates candidates, Dictionary<string, int> spoken)
    {
        if (!candidates.IsOpen)
        {
            return candidates.Usual;
        }

        string? best = null;
        var most = 0;
        foreach (var code in candidates.Codes!.TrimStart('*').Split(' '))
        {
            var times = spoken.GetValueOrDefault(code);
            if (times > most)
            {
                (best, most) = (code, times);
            }
        }

        return best ?? candidates.Fallback;
    }
}
