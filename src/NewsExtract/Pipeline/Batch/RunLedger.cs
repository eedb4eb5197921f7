using System.Text;
using NewsExtract.Errors;

namespace NewsExtract.Pipeline.Batch;

/// <summary>
/// Remembers which articles are finished, so that a run goes on where an earlier one was stopped and does again only what changed. A text file with
/// one line an article, appended to as articles are finished; at the end of a complete run it holds that run's articles in their order.
/// </summary>
internal sealed class RunLedger : IDisposable
{
    private readonly RunFolder _folder;
    private readonly string _header;
    private readonly Dictionary<UInt128, (UInt128 Key, UInt128 Output, long Offset, int Length)> _earlier = [];
    private readonly HashSet<UInt128> _now = [];
    private FileStream? _part;

    private RunLedger(RunFolder folder, string version, OutputFormat format)
    {
        _folder = folder;
        _header = $"newsextract-ledger\t1\t{version}\t{format}";
    }

    /// <summary>Reads what earlier runs finished.</summary>
    /// <exception cref="NewsExtractException">NX0201: the folder is of another version, and <paramref name="force"/> is not set.</exception>
    public static RunLedger Read(RunFolder folder, string version, OutputFormat format, bool force)
    {
        var ledger = new RunLedger(folder, version, format);
        foreach (var path in new[] { folder.Ledger, folder.LedgerPart })
        {
            if (!File.Exists(path))
            {
                continue;
            }

            using var reader = new StreamReader(path, Encoding.UTF8);
            var header = reader.ReadLine() ?? "";
            if (!force && header.Split('\t') is [_, _, var found, ..] && found != version)
            {
                throw new NewsExtractException(ErrorCatalog.OutputVersion(folder.Root, found, version));
            }

            if (!force && header == ledger._header)
            {
                ledger.Load(reader);
            }
        }

        return ledger;
    }

    /// <summary>Starts this run's own part. What a killed run had finished is kept until this run is complete.</summary>
    public void Start()
    {
        RunFolder.Guarded(_folder.Ledger, () =>
        {
            if (File.Exists(_folder.LedgerPart))
            {
                var lines = (File.Exists(_folder.Ledger) ? File.ReadLines(_folder.Ledger) : [_header]).Concat(File.ReadLines(_folder.LedgerPart).Skip(1));
                var merged = _folder.Ledger + AtomicFile.PartExtension;
                File.WriteAllLines(merged, lines.Where(static line => line.Contains('\t', StringComparison.Ordinal)));
                File.Move(merged, _folder.Ledger, overwrite: true);
            }

            _part = new FileStream(_folder.LedgerPart, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            _part.Write(Encoding.UTF8.GetBytes(_header + "\n"));
        });
    }

    /// <summary>What an earlier run knows of an article, if its inputs were the same.</summary>
    public bool TryFind(string name, UInt128 key, out LedgerEntry entry)
    {
        var found = _earlier.TryGetValue(LedgerHash.Of(name), out var earlier) && earlier.Key == key;
        entry = found ? new LedgerEntry(name, key, earlier.Output, earlier.Offset, earlier.Length) : default;
        return found;
    }

    /// <summary>Adds a finished article.</summary>
    /// <exception cref="NewsExtractException">NX0202.</exception>
    public void Append(LedgerEntry entry)
    {
        _now.Add(LedgerHash.Of(entry.Name));
        RunFolder.Guarded(_folder.LedgerPart, () => _part!.Write(Encoding.UTF8.GetBytes(entry.ToLine())));
    }

    /// <summary>Deletes the outputs of articles that earlier runs finished and this one does not have, and puts this run's part in place.</summary>
    /// <returns>How many articles were deleted.</returns>
    public int Complete()
    {
        _part?.Dispose();
        var deleted = 0;
        RunFolder.Guarded(_folder.Ledger, () =>
        {
            deleted = DeleteStale();
            File.Move(_folder.LedgerPart, _folder.Ledger, overwrite: true);
        });
        return deleted;
    }

    public void Dispose() => _part?.Dispose();

    private int DeleteStale()
    {
        if (!File.Exists(_folder.Ledger))
        {
            return 0;
        }

        var deleted = new HashSet<UInt128>();
        var isLinesNow = _header.EndsWith(nameof(OutputFormat.JsonLines), StringComparison.Ordinal);
        var wasLines = false;
        foreach (var line in File.ReadLines(_folder.Ledger))
        {
            if (line.StartsWith("newsextract-ledger", StringComparison.Ordinal))
            {
                wasLines = line.EndsWith(nameof(OutputFormat.JsonLines), StringComparison.Ordinal);
                if (wasLines && !isLinesNow)
                {
                    File.Delete(_folder.Lines);
                }
            }
            else if (LedgerEntry.TryParse(line, out var entry) && LedgerHash.Of(entry.Name) is var name && (isLinesNow || !_now.Contains(name)) && !wasLines)
            {
                _folder.DeleteArticle(entry.Name);
                if (!_now.Contains(name))
                {
                    deleted.Add(name);
                }
            }
        }

        return deleted.Count;
    }

    private void Load(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (LedgerEntry.TryParse(line, out var entry))
            {
                _earlier[LedgerHash.Of(entry.Name)] = (entry.Key, entry.Output, entry.Offset, entry.Length);
            }
        }
    }
}
