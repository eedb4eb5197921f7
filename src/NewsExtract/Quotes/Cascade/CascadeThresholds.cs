using System.Globalization;
using NewsExtract.Lexicons;

namespace NewsExtract.Quotes.Cascade;

/// <summary>Where the cascade draws its lines; from <c>seeds/quotes/thresholds.txt</c>.</summary>
/// <param name="Cue">Least probability of a cue candidate that the best labelling leaves out.</param>
/// <param name="Accept">Least score of a quote.</param>
/// <param name="AcceptInside">The same for words in quotation marks with a sure cue and source of their own, which may stand inside what another reports.</param>
/// <param name="CueOnlyWeight">How much the probability of a right cue with wrong content counts in that score.</param>
/// <param name="Speech">Least probability of speech against belief.</param>
/// <param name="Source">Least probability of a source.</param>
/// <param name="According">Least score of a quote whose cue is <c>according to</c> and whose source is found.</param>
/// <param name="AnothersCue">Least probability of a cue that takes what hangs on it from the content of another.</param>
/// <param name="WithoutSource">By how much a quote without a source comes behind one with a source that wants the same words.</param>
internal sealed record CascadeThresholds(float Cue, float Accept, float AcceptInside, float CueOnlyWeight, float Speech, float Source, float According, float AnothersCue, float WithoutSource)
{
    private static readonly Lazy<CascadeThresholds> s_default = new(Read);

    /// <summary>Those of the seed file.</summary>
    public static CascadeThresholds Default => s_default.Value;

    private static CascadeThresholds Read()
    {
        var map = SeedLexicon.Map("quotes/thresholds");
        return new CascadeThresholds(
            Value("cue"), Value("accept"), Value("accept-inside"), Value("cue-only-weight"), Value("speech"), Value("source"), Value("according"), Value("anothers-cue"), Value("without-source"));

        float Value(string name) => float.Parse(map[name], CultureInfo.InvariantCulture);
    }
}
