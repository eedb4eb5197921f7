using System.Text.Json.Nodes;

namespace NewsExtract.Formats.Exchange.Standoff;

/// <summary>An article as spans and links alone, which is what annotation tools hold. Offsets count code points.</summary>
/// <param name="Text">The text.</param>
/// <param name="Spans">The spans.</param>
/// <param name="Links">The links.</param>
/// <param name="About">The annotation file without text and without all that stands in the spans, and the order of its items; null when the tool's file is not ours.</param>
internal sealed record StandoffArticle(string Text, List<StandoffSpan> Spans, List<StandoffLink> Links, JsonObject? About);
