namespace NewsExtract.Pipeline.Batch;

/// <summary>What the ledger knows of one finished article.</summary>
/// <param name="Name">The path of its outputs.</param>
/// <param name="Key">Hash of the article, the configuration and the models.</param>
/// <param name="Output">Hash of its JSON.</param>
/// <param name="Offset">Where its line begins in the file of JSON Lines.</param>
/// <param name="Length">How many bytes the JSON has, without line feed.</param>
internal readonly record struct LedgerEntry(string Name, UInt128 Key, UInt128 Output, long Offset, int Length)
{
    /// <summary>As a line of the ledger.</summary>
    public string ToLine() => $"{Name}\t{LedgerHash.Write(Key)}\t{LedgerHash.Write(Output)}\t{Offset}\t{Length}\n";

    /// <summary>Reads a line; false for one that a killed run left unfinished.</summary>
    public static bool TryParse(string line, out LedgerEntry entry)
    {
        entry = default;
        if (line.Split('\t') is not [var name, var key, var output, var offset, var length]
            || !LedgerHash.TryRead(key, out var keyHash) || !LedgerHash.TryRead(output, out var outputHash)
            || !long.TryParse(offset, out var offsetNumber) || !int.TryParse(length, out var lengthNumber))
        {
            return false;
        }

        entry = new LedgerEntry(name, keyHash, outputHash, offsetNumber, lengthNumber);
        return true;
    }
}
