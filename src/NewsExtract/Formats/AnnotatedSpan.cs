namespace NewsExtract.Formats;

/// <summary>A span of an annotation file.</summary>
/// <param name="Start">Offset of its first character, in the file's unit.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Text">Its characters.</param>
public sealed record AnnotatedSpan(int Start, int End, string Text);
