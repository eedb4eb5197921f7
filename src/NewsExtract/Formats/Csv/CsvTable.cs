using System.Collections.Immutable;

namespace NewsExtract.Formats.Csv;

/// <summary>A table of annotations: its file name and its fixed header, which <c>docs/formats.md</c> explains.</summary>
/// <param name="Name">The file name without extension.</param>
/// <param name="Columns">The header.</param>
public sealed record CsvTable(string Name, ImmutableArray<string> Columns)
{
    /// <summary>One row an article.</summary>
    public static CsvTable Articles { get; } = new(
        "articles",
        ["article", "source", "title", "published", "language", "characters", "words", "sentences", "entities", "mentions", "quotes", "stances"]);

    /// <summary>One row an entity.</summary>
    public static CsvTable Entities { get; } = new(
        "entities", ["article", "entity", "type", "name", "mentions", "names", "nominals", "pronouns", "start", "end", "value", "country"]);

    /// <summary>One row a quote.</summary>
    public static CsvTable Quotes { get; } = new(
        "quotes",
        [
            "article", "quote", "type", "speech", "speaker_name", "speaker_entity", "speaker", "cue", "content", "start", "end", "parts", "speaker_start",
            "speaker_end", "cue_start", "cue_end", "confidence",
        ]);

    /// <summary>One row a stance.</summary>
    public static CsvTable Stances { get; } = new(
        "stances",
        [
            "article", "stance", "holder_name", "holder_entity", "polarity", "target_name", "target_entity", "evidence", "start", "end", "holder_start",
            "holder_end", "target_start", "target_end", "quote", "confidence", "basis",
        ]);

    /// <summary>The table beside each article: one row an annotation (a mention, a quote, a stance).</summary>
    public static CsvTable Article { get; } = new(
        "article",
        [
            "layer", "id", "type", "kind", "start", "end", "text", "name", "entity", "cue", "target_name", "target_entity", "value", "country", "parts",
            "quote", "confidence", "basis",
        ]);

    /// <summary>Inputs that could not be annotated.</summary>
    public static CsvTable Failures { get; } = new("failures", ["input", "code", "message", "remedy"]);

    /// <summary>The tables of a whole run, in the order in which they are written.</summary>
    public static ImmutableArray<CsvTable> OfRun { get; } = [Articles, Entities, Quotes, Stances];
}
