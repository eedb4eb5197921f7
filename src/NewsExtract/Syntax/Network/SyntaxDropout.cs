namespace NewsExtract.Syntax.Network;

/// <summary>Shares of values set to 0 in training (Srivastava et al., JMLR 2014), in layers the same for a whole sentence (Gal and Ghahramani, NIPS 2016).</summary>
/// <param name="Input">Of the embeddings' values.</param>
/// <param name="Layer">Of the channels into the gates of a layer.</param>
/// <param name="Sides">Of the channels of dependents and heads.</param>
internal sealed record SyntaxDropout(float Input, float Layer, float Sides);
