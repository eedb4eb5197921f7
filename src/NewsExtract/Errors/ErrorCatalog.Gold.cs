namespace NewsExtract.Errors;

/// <summary>Faults of annotation files that are read back: gold files, outputs, scores.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo AnnotationNotJson(string input, long line, long column) => new(
        "NX0501", $"{input} is not valid JSON at line {line}, byte {column} of the line.", "Restore it, or run again with --force.");

    public static ErrorInfo AnnotationMalformed(string input, string problem) => new(
        "NX0502", $"{input} is not an annotation file: {problem}.", "See docs/annotation.schema.json ('newsextract schema' prints it).");

    public static ErrorInfo NothingToScore(string path) => new(
        "NX0503", $"{path} holds no annotation files.", "Give a folder of annotation files, the output folder of a run, or a .jsonl file.");

    public static ErrorInfo GoldOffsets(string input) => new(
        "NX0504", $"The offsets of {input} do not fit its text.", "Run 'newsextract validate' on it: it names each span.");

    public static ErrorInfo UnknownScorer(string scorer, string known) => new(
        "NX0505", $"The set asks for the scorer \"{scorer}\", which is not there.", $"Name one of these in set.json: {known}.");

    public static ErrorInfo GateUnreadable(string gate) => new(
        "NX0506", $"\"{gate}\" is no gate.", "Write it as FIGURE=VALUE, for example quotes.f1=0.8.");

    public static ErrorInfo GateUnknown(string figure, string known) => new(
        "NX0507", $"There is no figure \"{figure}\" to gate.", $"The figures are: {known}.");

    public static ErrorInfo SpanOutside(string place, int start, int end, int length) => new(
        "NX0511", $"{place}: the span {start}..{end} lies outside the text of {length} characters, or splits one.", "Count again in the unit that offsetUnit names.");

    public static ErrorInfo SpanText(string place, int start, int end, string found, string stated) => new(
        "NX0512", $"{place}: at {start}..{end} stands \"{found}\", not \"{stated}\".", "Mend the offsets, or the text of the span.");

    public static ErrorInfo SpanEdges(string place, string text) => new(
        "NX0513", $"{place}: \"{text}\" is empty, or begins or ends with white space.", "Let the span begin and end with a character that can be seen.");

    public static ErrorInfo IdTwice(string place, string id) => new(
        "NX0514", $"{place}: the id \"{id}\" is there twice.", "Give each item of a layer an id of its own.");

    public static ErrorInfo ReferenceUnknown(string place, string id) => new(
        "NX0515", $"{place}: nothing has the id \"{id}\".", "Name an entity or quote of the same file, or leave the reference out.");

    public static ErrorInfo MentionsOverlap(string place, string other) => new(
        "NX0516", $"{place} overlaps {other}.", "Names do not overlap; of other mentions, one may stand inside another, but not share only a part or all of it.");

    public static ErrorInfo OutOfOrder(string place) => new(
        "NX0517", $"{place} begins before the one before it ends.", "List the spans in text order, without overlaps.");

    public static ErrorInfo ContentHoldsFrame(string place, string part) => new(
        "NX0518", $"{place}: the content overlaps the {part}.", "Split the content into spans that leave the speaker and the cue out.");

    public static ErrorInfo ConfidenceOutside(string place, double value) => new(
        "NX0519", $"{place}: the confidence {value} is not between 0 and 1.", "Give a probability, or leave it out.");

    public static ErrorInfo EntityWithoutMention(string place) => new(
        "NX0520", $"{place} has no mention.", "Give the spans that mention it, or remove the entity.");

    public static ErrorInfo QuoteWithoutContent(string place) => new(
        "NX0521", $"{place} has no content.", "Give the spans of the quoted words, or remove the quote.");

    public static ErrorInfo SideUnnamed(string place) => new(
        "NX0522", $"{place} has no name.", "Give its fullest name; for the article's own voice, \"author\".");
}
