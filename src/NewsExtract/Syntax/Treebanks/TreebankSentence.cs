using NewsExtract.Documents;

namespace NewsExtract.Syntax.Treebanks;

/// <summary>One sentence of a treebank.</summary>
/// <param name="Words">The forms of the syntactic words.</param>
/// <param name="Upos">Universal tags.</param>
/// <param name="Penn">Penn tags, as indices into <see cref="PennTags.Names"/>.</param>
/// <param name="Heads">Index of each word's head in the sentence; −1 at the root.</param>
/// <param name="Relations">The relation to the head.</param>
/// <param name="Lemmas">The lemmas.</param>
internal sealed record TreebankSentence(string[] Words, Upos[] Upos, byte[] Penn, int[] Heads, Relation[] Relations, string[] Lemmas)
{
    /// <summary>The number of words.</summary>
    public int Length => Words.Length;
}
