namespace NewsExtract.Syntax.Network;

/// <summary>The sizes of a <c>SyntaxNetwork</c>; stand in the model file. Widths are multiples of 32.</summary>
/// <param name="Vector">Dimensions of the word vectors that come in.</param>
/// <param name="Word">Dimensions of the learnt word embedding.</param>
/// <param name="Affix">Dimensions of each of the two sums of affix embeddings.</param>
/// <param name="AffixRows">Rows of the hashed table of affixes; a power of two.</param>
/// <param name="Width">Channels of the encoder.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="TagLayers">After how many of them the tags are read off.</param>
/// <param name="Arc">Dimensions in which heads and dependents are compared; 0 for a tagger.</param>
/// <param name="Relation">Dimensions from which relations are told.</param>
internal readonly record struct SyntaxShape(int Vector, int Word, int Affix, int AffixRows, int Width, int Layers, int TagLayers, int Arc, int Relation)
{
    /// <summary>Floats of one word's input.</summary>
    public int Input => Vector + Word + (2 * Affix);
}
