using System.Globalization;
using NewsExtract.Documents;
using NewsExtract.Lexicons;

namespace NewsExtract.Stances;

/// <summary>
/// How likely a stance between two sides of an article is before its words are read, as a factor on the threshold: likelier towards what the article keeps
/// coming back to, by a speaker in his own words, between people; unlikelier where a name stands in passing. In single sentences there is no telling.
/// </summary>
internal sealed class ArticlePrior
{
    private const int ArticleLength = 8;

    private static readonly Lazy<ArticlePrior> Shared = new(static () => new ArticlePrior());

    private readonly Dictionary<string, float> _values = [];

    private ArticlePrior()
    {
        foreach (var cells in SeedLexicon.Rows("stances/prior"))
        {
            _values.Add(cells[0], float.Parse(cells[1], CultureInfo.InvariantCulture));
        }
    }

    public static ArticlePrior Instance => Shared.Value;

    /// <summary>The factor for what the classifier of pairs finds.</summary>
    public float Pair(StanceText text, Side holder, Side target)
    {
        if (text.Sentences.Count < ArticleLength)
        {
            return 1;
        }

        var factor = Salience(text, target, "target-exponent") * Salience(text, holder, "holder-exponent");
        var quote = text.Speech.QuoteAt(target.Tokens.Start);
        if (quote >= 0 && !(text.Speech.Speaker(quote) is { IsNone: false } speaker && speaker.Meets(holder)))
        {
            factor *= _values["others-words"];
        }

        if (target.Entity >= 0 && text.Entities[target.Entity].Type != EntityType.Person)
        {
            factor *= _values["target-not-a-person"];
        }

        if (holder.Entity >= 0 && text.Entities[holder.Entity].Type is not (EntityType.Person or EntityType.Norp))
        {
            factor *= _values["holder-not-a-person-or-group"];
        }

        if (IsOwner(text, holder))
        {
            factor *= _values["holder-owns-a-person"];
        }

        if (IsModifier(text, target))
        {
            factor *= _values["target-a-modifier"];
        }

        return holder.Entity < 0 || target.Entity < 0 ? factor * _values["without-an-entity"] : factor;
    }

    /// <summary>The factor for what a speaker outside the sentence is taken to think of a target.</summary>
    public float Light(StanceText text, Side target) =>
        text.Sentences.Count < ArticleLength ? 1 : _values["light"] * Salience(text, target, "target-exponent");

    /// <summary>"The Ostrava question": the name only says which question.</summary>
    private static bool IsModifier(StanceText text, Side target) =>
        text.HasParse && text.HeadIn(target.Tokens) is >= 0 and var head && text.RelationOf(head) is Relation.Compound or Relation.Amod or Relation.NmodUnmarked;

    /// <summary>"The bank's chairwoman praised …": she did, not the bank.</summary>
    private static bool IsOwner(StanceText text, Side holder) =>
        text.HasParse && text.HeadIn(holder.Tokens) is >= 0 and var head && text.RelationOf(head) is Relation.NmodPoss or Relation.Nmod or Relation.Compound or Relation.Amod && text.HeadOf(head) is >= 0 and var owned
        && text.Mentions.HeadedAt(owned) is >= 0 and var mention && text.Entities[text.Mentions.All[mention].Entity].Type == EntityType.Person;

    private float Salience(StanceText text, Side side, string exponent) =>
        MathF.Pow(_values["usual-mentions"] / (side.Entity < 0 ? 1 : text.Entities[side.Entity].Mentions.Length), _values[exponent]);
}
