using NewsExtract.Learning.Neural;
using NewsExtract.Syntax.Network;

namespace NewsExtract.Syntax.Training;

/// <summary>Puts a sentence of strings into a batch.</summary>
internal static class SentenceFiller
{
    /// <summary>Adds all words and ends the sentence.</summary>
    public static void Fill(SyntaxBatch batch, string[] words, SyntaxShard.Filler fill, SplitMix random)
    {
        var form = new SentenceForm();
        foreach (var word in words)
        {
            form.See(word);
        }

        var first = true;
        foreach (var word in words)
        {
            fill(batch, word, first, form.Case, random);
            first &= !SentenceForm.HasLetter(word);
        }

        batch.EndSentence();
    }
}
