using NewsExtract.Learning.Neural;

namespace NewsExtract.Syntax.Training;

/// <summary>Shows a sentence as headlines and datelines are written, so that the network does not lean on capitals alone.</summary>
internal static class CaseChange
{
    /// <summary>The words as they are, or, in a share of cases, in lower case, in capitals, or with capitals first.</summary>
    public static string[] Draw(string[] words, float share, SplitMix random)
    {
        if (random.NextSingle() >= share)
        {
            return words;
        }

        return random.NextInt(3) switch
        {
            0 => Array.ConvertAll(words, static word => word.ToLowerInvariant()),
            1 => Array.ConvertAll(words, static word => word.ToUpperInvariant()),
            _ => Array.ConvertAll(words, static word => word.Length > 3 ? char.ToUpperInvariant(word[0]) + word[1..] : word),
        };
    }
}
