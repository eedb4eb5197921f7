using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Stances.Training;

/// <summary>A text with marked sides, and who of them is for (+1) or against (−1) whom; every other ordered pair of them has no stance.</summary>
/// <param name="Text">The text, a sentence mostly.</param>
/// <param name="Sides">Where the sides stand.</param>
/// <param name="Stances">Holder and target as indices into <paramref name="Sides"/>, each ordered pair once.</param>
internal sealed record LabelledText(string Text, ImmutableArray<TextSpan> Sides, ImmutableArray<(int Holder, int Target, int Sign)> Stances)
{
    /// <summary>What the labels say of an ordered pair.</summary>
    public int SignOf(int holder, int target)
    {
        foreach (var (h, t, sign) in Stances)
        {
            if (h == holder && t == target)
            {
                return sign;
            }
        }

        return 0;
    }
}
