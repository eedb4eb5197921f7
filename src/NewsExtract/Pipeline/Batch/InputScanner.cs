using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Formats.Reading;

namespace NewsExtract.Pipeline.Batch;

/// <summary>
/// Lists the articles of a run, in an order that depends on names alone. Files with one article are read later, by the workers; files that hold several
/// are read here, record by record, since their ids decide the names of the outputs.
/// </summary>
internal sealed class InputScanner(BatchOptions options)
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".csv" };

    private readonly OutputNames _names = new();
    private readonly string _output = Path.GetFullPath(options.Output);

    /// <summary>Every article and every fault.</summary>
    public IEnumerable<BatchItem> Scan()
    {
        foreach (var input in options.Inputs)
        {
            var items = input == "-" ? ReadStandardInput() : Directory.Exists(input) ? ReadFolder(input) : ReadFile(input, Path.GetFileName(input));
            foreach (var item in items)
            {
                yield return item;
            }
        }
    }

    /// <summary>The number of bytes of all inputs, for the progress bar; 0 when it cannot be known.</summary>
    public long Measure()
    {
        long total = 0;
        foreach (var input in options.Inputs)
        {
            if (input == "-")
            {
                return 0;
            }

            total += Directory.Exists(input) ? Files(input, "").Sum(static file => SizeOf(file.Path)) : SizeOf(input);
        }

        return total;
    }

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private IEnumerable<BatchItem> ReadFolder(string folder)
    {
        var any = false;
        foreach (var (path, relative, fault) in Files(folder, ""))
        {
            any = true;
            foreach (var item in fault is null ? ReadFile(path, relative) : [new BatchItem(relative, "") { Fault = fault }])
            {
                yield return item;
            }
        }

        if (!any)
        {
            yield return new BatchItem(folder, "") { Fault = ErrorCatalog.NoArticles(folder) };
        }
    }

    /// <summary>
    /// The files of known kinds at and below a folder, and folders that cannot be listed. Links to folders are not followed; what is hidden and the output
    /// are left out.
    /// </summary>
    private IEnumerable<(string Path, string Relative, ErrorInfo? Fault)> Files(string folder, string prefix)
    {
        FileSystemInfo[] entries = [];
        ErrorInfo? fault = null;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = ArticleLoader.FaultOf(e, prefix.Length > 0 ? prefix : folder);
        }

        if (fault is not null)
        {
            yield return (folder, prefix.Length > 0 ? prefix : folder, fault);
        }

        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var entry in entries.Where(static e => e.Name[0] != '.'))
        {
            if (entry is not DirectoryInfo directory)
            {
                if (Known.Contains(entry.Extension))
                {
                    yield return (entry.FullName, prefix + entry.Name, null);
                }
            }
            else if (entry.LinkTarget is null && !string.Equals(entry.FullName, _output, StringComparison.Ordinal))
            {
                foreach (var file in Files(directory.FullName, $"{prefix}{entry.Name}/"))
                {
                    yield return file;
                }
            }
        }
    }

    private IEnumerable<BatchItem> ReadFile(string path, string relative)
    {
        var extension = Path.GetExtension(relative);
        return extension.ToLowerInvariant() switch
        {
            ".txt" or ".md" or ".html" or ".htm" => [OneArticle(path, relative)],
            ".json" => ReadContainer(path, relative, () => JsonArticles.ReadFile(File.ReadAllBytes(path), relative, options.Reading)),
            ".jsonl" => ReadStream(path, relative, stream => JsonArticles.ReadLines(stream, relative, options.Reading)),
            ".csv" => ReadStream(path, relative, stream => CsvArticles.Read(stream, relative, options.Reading)),
            _ => [new BatchItem(relative, "") { Fault = ErrorCatalog.UnknownKind(relative, extension) }],
        };
    }

    private BatchItem OneArticle(string path, string relative) =>
        new(relative, _names.Take(WithoutExtension(relative), relative)) { Path = path };

    private IEnumerable<BatchItem> ReadStandardInput()
    {
        IEnumerable<ArticleRecord> Records()
        {
            using var stream = options.StandardInput();
            foreach (var record in JsonArticles.ReadLines(stream, "stdin", options.Reading))
            {
                yield return record;
            }
        }

        return ReadContainer("-", "stdin.jsonl", Records);
    }

    private IEnumerable<BatchItem> ReadStream(string path, string relative, Func<Stream, IEnumerable<ArticleRecord>> read)
    {
        IEnumerable<ArticleRecord> Records()
        {
            using var stream = Utf8Stream(path);
            foreach (var record in read(stream))
            {
                yield return record;
            }
        }

        return ReadContainer(path, relative, Records);
    }

    /// <summary>The file as UTF-8, whichever of the two encodings it has.</summary>
    private static Stream Utf8Stream(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        Span<byte> mark = stackalloc byte[2];
        var read = stream.Read(mark);
        stream.Position = 0;
        return read == 2 && TextDecoder.HasUtf16Mark(mark)
            ? System.Text.Encoding.CreateTranscodingStream(
                stream, new System.Text.UnicodeEncoding(mark[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true), System.Text.Encoding.UTF8)
            : stream;
    }

    private IEnumerable<BatchItem> ReadContainer(string path, string relative, Func<IEnumerable<ArticleRecord>> open)
    {
        IEnumerator<ArticleRecord>? records = null;
        ErrorInfo? fault = null;
        try
        {
            while (true)
            {
                ArticleRecord? record = null;
                try
                {
                    records ??= open().GetEnumerator();
                    record = records.MoveNext() ? records.Current : null;
                }
                catch (Exception e) when (ArticleLoader.FaultOf(e, relative) is { } found)
                {
                    fault = found;
                }

                if (record is null)
                {
                    break;
                }

                yield return Item(record, relative);
            }
        }
        finally
        {
            records?.Dispose();
        }

        if (fault is not null)
        {
            yield return new BatchItem(path == "-" ? "stdin" : relative, "") { Fault = fault };
        }
    }

    private BatchItem Item(ArticleRecord record, string relative)
    {
        var fault = record.Fault ?? (string.IsNullOrWhiteSpace(record.Text) ? ErrorCatalog.ArticleEmpty(record.Place) : null);
        if (fault is not null)
        {
            return new BatchItem(record.Place, "") { Fault = fault, Bytes = record.Bytes };
        }

        // A .json file with one article keeps its own name, as a text file does; records of a larger file go by their ids.
        var own = WithoutExtension(relative);
        var single = record.Place == relative;
        var id = record.Id ?? (single ? own : $"{own}/{record.Number:D6}");
        return new BatchItem(record.Place, single ? _names.Take(own, relative) : _names.Take(id))
        {
            Bytes = record.Bytes,
            Article = new Article
            {
                Id = id,
                Source = record.Place,
                Title = record.Title,
                PublishedText = record.Published,
                Published = PublicationDate.Parse(record.Published),
                Text = record.Text!,
            },
        };
    }

    private static string WithoutExtension(string relative) => relative[..^Path.GetExtension(relative).Length];
}
