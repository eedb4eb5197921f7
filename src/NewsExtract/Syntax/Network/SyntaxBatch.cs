namespace NewsExtract.Syntax.Network;

/// <summary>The words of some sentences, one after another, as the network takes them. Used again and again; grows as needed.</summary>
internal sealed class SyntaxBatch
{
    private int[] _starts = new int[64];

    /// <summary>Words so far.</summary>
    public int Count { get; private set; }

    /// <summary>Sentences so far.</summary>
    public int Sentences { get; private set; }

    /// <summary>First word of each sentence, and the end.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Sentences + 1);

    /// <summary>Row of each word's vector, or −1.</summary>
    public int[] Vectors { get; private set; } = new int[1024];

    /// <summary>Row of each word's learnt embedding; 0 for an unknown word.</summary>
    public int[] Words { get; private set; } = new int[1024];

    /// <summary>Rows of the affix table, <see cref="TokenFeatures.Rows"/> a word.</summary>
    public int[] Affixes { get; private set; } = new int[1024 * TokenFeatures.Rows];

    /// <summary>Empties the batch.</summary>
    public void Clear()
    {
        Count = 0;
        Sentences = 0;
        _starts[0] = 0;
    }

    /// <summary>Adds a word to the sentence that is open, and gives its number.</summary>
    public int Add()
    {
        if (Count == Words.Length)
        {
            var size = Count * 2;
            int[] vectors = Vectors, words = Words, affixes = Affixes;
            Array.Resize(ref vectors, size);
            Array.Resize(ref words, size);
            Array.Resize(ref affixes, size * TokenFeatures.Rows);
            (Vectors, Words, Affixes) = (vectors, words, affixes);
        }

        return Count++;
    }

    /// <summary>Ends the sentence that is open.</summary>
    public void EndSentence()
    {
        Sentences++;
        if (Sentences == _starts.Length)
        {
            Array.Resize(ref _starts, Sentences * 2);
        }

        _starts[Sentences] = Count;
    }
}
