namespace NewsExtract.Learning.Neural;

/// <summary>Sets a share of values to 0 in training (Srivastava et al., JMLR 2014).</summary>
internal static class Dropout
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
