using NewsExtract.Documents;

namespace NewsExtract.Syntax.Network;

/// <summary>What a batch should come out as. Heads are indices in the sentence, −1 at the root.</summary>
internal sealed class SyntaxTargets(float tagWeight)
{
    /// <summary>Weight of the losses of tags beside those of arcs and relations.</summary>
    public float TagWeight { get; } = tagWeight;

    public byte[] Penn { get; private set; } = [];

    public Upos[] Upos { get; private set; } = [];

    public int[] Heads { get; private set; } = [];

    public Relation[] Relations { get; private set; } = [];

    /// <summary>Makes room for so many words.</summary>
    public void Reserve(int words)
    {
        if (Penn.Length < words)
        {
            Penn = new byte[words];
            Upos = new Upos[words];
            Heads = new int[words];
            Relations = new Relation[words];
        }
    }
}
