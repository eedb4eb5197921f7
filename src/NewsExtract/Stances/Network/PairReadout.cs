namespace NewsExtract.Stances.Network;

/// <summary>How the scores of a pair come from those of its words: some are read at the target's last word, some at the holder's.</summary>
internal static class PairReadout
{
    /// <summary>Neither, support, oppose.</summary>
    public const int Classes = 3;

    /// <summary>Scores of a word: as a target, then as a holder.</summary>
    public const int Outputs = 2 * Classes;

    /// <summary>The scores of the classes.</summary>
    /// <param name="scores">A row for each word.</param>
    /// <param name="width">Floats of a row.</param>
    /// <param name="target">The target's last word.</param>
    /// <param name="holder">The holder's last word; −1 where there is none.</param>
    /// <param name="sums">Receives them.</param>
    public static void Read(ReadOnlySpan<float> scores, int width, int target, int holder, Span<float> sums)
    {
        for (var k = 0; k < Classes; k++)
        {
            sums[k] = scores[(target * width) + k] + (holder < 0 ? 0 : scores[(holder * width) + Classes + k]);
        }
    }

    /// <summary>Gives the gradients of the sums back to the words: the inverse of <see cref="Read"/>.</summary>
    public static void Write(Span<float> gradients, int width, int target, int holder, ReadOnlySpan<float> sums)
    {
        sums.CopyTo(gradients[(target * width)..]);
        if (holder >= 0)
        {
            sums.CopyTo(gradients[((holder * width) + Classes)..]);
        }
    }
}
