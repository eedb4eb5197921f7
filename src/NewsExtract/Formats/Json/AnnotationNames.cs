using NewsExtract.Documents;

namespace NewsExtract.Formats.Json;

/// <summary>The written names of the enumerations in annotation files.</summary>
internal static class AnnotationNames
{
    private static readonly string[] Kinds = ["name", "nominal", "pronoun"];
    private static readonly string[] QuoteTypes = ["direct", "mixed", "indirect"];
    private static readonly string[] Polarities = ["support", "oppose", "neutral"];

    public static string Of(MentionKind kind) => Kinds[(int)kind];

    public static string Of(QuoteType type) => QuoteTypes[(int)type];

    public static string Of(Polarity polarity) => Polarities[(int)polarity];

    public static bool TryParse(string name, out MentionKind kind)
    {
        var index = Array.IndexOf(Kinds, name);
        kind = (MentionKind)Math.Max(index, 0);
        return index >= 0;
    }

    public static bool TryParse(string name, out QuoteType type)
    {
        var index = Array.IndexOf(QuoteTypes, name);
        type = (QuoteType)Math.Max(index, 0);
        return index >= 0;
    }

    public static bool TryParse(string name, out Polarity polarity)
    {
        var index = Array.IndexOf(Polarities, name);
        polarity = (Polarity)Math.Max(index, 0);
        return index >= 0;
    }
}
