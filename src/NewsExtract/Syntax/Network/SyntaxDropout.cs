using NewsExtract.Learning.Neural;

namespace NewsExtract.Syntax.Network;

/// <summary>Shares of values set to 0 in training (Srivastava et al., JMLR 2014), in layers the same for a whole sentence (Gal and Ghahramani, NIPS 2016).</summary>
/// <param name="Input">Of the embeddings' values.</param>
/// <param name="Layer">Of the channels into the gates of a layer.</param>
/// <param name="Sides">Of the channels of dependents and heads.</param>
internal sealed record SyntaxDropout(float Input, float Layer, float Sides)
{
    /// <summary>Fills a mask with 0 and the factor that keeps the mean.</summary>
    public static void Fill(Span<float> mask, float share, SplitMix random)
    {
        var keep = 1 / (1 - share);
        var limit = (uint)(share * 65536);
        for (var i = 0; i < mask.Length; i += 4)
        {
            var bits = random.Next();
            for (var j = i; j < Math.Min(i + 4, mask.Length); j++)
            {
                mask[j] = (uint)(bits & 0xFFFF) < limit ? 0 : keep;
                bits >>= 16;
            }
        }
    }
}
