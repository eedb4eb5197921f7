using System.Text.Json.Nodes;

namespace NewsExtract.Formats.Exchange.Standoff;

/// <summary>A labelled stretch of text, as annotation tools know it.</summary>
/// <param name="Id">By which links name it.</param>
/// <param name="Label">An entity type, <c>Quote_direct</c>, <c>Cue</c>, <c>Stance_support</c> …</param>
/// <param name="Start">Offset of its first character, in code points.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Note">What the label cannot say: ids, names, confidence; null for a span that someone added in the tool.</param>
internal sealed record StandoffSpan(string Id, string Label, int Start, int End, string Text, JsonObject? Note);
