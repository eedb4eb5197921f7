namespace NewsExtract.Syntax.Training;

/// <summary>The larger networks that label text for a small one.</summary>
/// <param name="Settings">How each is trained; they differ by their seeds.</param>
/// <param name="Count">How many.</param>
/// <param name="Words">How many words they label.</param>
/// <param name="GoldRepeats">How often the treebanks are read in one epoch beside the labelled text.</param>
internal sealed record SyntaxTeachers(SyntaxSettings Settings, int Count, int Words, int GoldRepeats);
