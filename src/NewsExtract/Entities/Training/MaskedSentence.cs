namespace NewsExtract.Entities.Training;

/// <summary>A sentence of raw text as a network sees it, with what it is to guess of the words that are withheld.</summary>
/// <param name="Vectors">The row of each word among the word vectors, −1 for none.</param>
/// <param name="Rows">The rows of the words in the table of embeddings, one word after the other.</param>
/// <param name="Starts">Where each word's rows start, and the end of the last.</param>
/// <param name="Spelling">How many of a word's rows are on the first side.</param>
/// <param name="Classes">The class of each word; 0 for a word that is not guessed.</param>
internal sealed record MaskedSentence(int[] Vectors, ushort[] Rows, int[] Starts, byte[] Spelling, ushort[] Classes);
