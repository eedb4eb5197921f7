using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Exchange.Standoff;

/// <summary>The labels of spans and links in annotation tools; the same that the brat form uses where it has them.</summary>
internal static class StandoffLabels
{
    public const string Quote = "Quote_";
    public const string Stance = "Stance_";
    public const string Cue = "Cue";
    public const string Speaker = "Speaker";
    public const string Holder = "Holder";
    public const string Target = "Target";

    /// <summary>From a mention to the first mention of the same entity.</summary>
    public const string SameAs = "SameAs";

    /// <summary>From a later part of a quote to its first.</summary>
    public const string PartOf = "PartOf";

    /// <summary>The labels of spans.</summary>
    public static ImmutableArray<string> Spans { get; } =
    [
        .. EntityTypeNames.All,
        .. Enum.GetValues<QuoteType>().Select(static type => Quote + AnnotationNames.Of(type)), Cue, Speaker,
        .. Enum.GetValues<Polarity>().Select(static polarity => Stance + AnnotationNames.Of(polarity)), Holder, Target,
    ];

    /// <summary>The labels of links.</summary>
    public static ImmutableArray<string> Roles { get; } = [SameAs, PartOf, Of(Cue), Of(Speaker), Of(Holder), Of(Target)];

    /// <summary>The link from a cue, speaker, holder or target to its quote or stance.</summary>
    public static string Of(string part) => part + "Of";
}
