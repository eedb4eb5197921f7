using System.Buffers;
using System.Text;
using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Formats;
using NewsExtract.Formats.Csv;
using NewsExtract.Formats.Json;

namespace NewsExtract.Pipeline.Batch;

/// <summary>Does all that one article needs, on any thread: reads it, finds out whether an earlier run has it, annotates it, writes its files.</summary>
internal sealed class ArticleWorker(BatchOptions options, RunFolder folder, RunLedger ledger, Lazy<NewsPipeline> pipeline)
{
    private readonly string[] _earlierLines = [.. folder.EarlierLines()];

    /// <summary>The results for the items of a block; faults of the input or of a stage are results too.</summary>
    /// <exception cref="NewsExtractException">NX0202: the output cannot be written.</exception>
    public ArticleResult[] Process(BatchItem[] items)
    {
        var results = new ArticleResult?[items.Length];
        var read = new (Article Article, UInt128 Key, long Bytes)[items.Length];
        var open = new List<int>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            results[i] = Guarded(items[i], items[i].Bytes, () => Read(items[i], out read[i]));
            if (results[i] is null)
            {
                open.Add(i);
            }
        }

        if (open.Count > 0)
        {
            var documents = open.ConvertAll(i => new Document(read[i].Article)).ToArray();
            var faults = new Exception?[documents.Length];
            pipeline.Value.AnnotateBlock(documents, faults, CancellationToken.None);
            for (var d = 0; d < documents.Length; d++)
            {
                var i = open[d];
                results[i] = Guarded(items[i], read[i].Bytes, () => Write(items[i], read[i].Bytes, read[i].Key, documents[d], faults[d]));
            }
        }

        return results!;
    }

    private static ArticleResult? Guarded(BatchItem item, long bytes, Func<ArticleResult?> work)
    {
        try
        {
            return work();
        }
        catch (NewsExtractException e) when (e.Info.Code[2..4] is "01" || e.Info.Code == "NX0003")
        {
            return new ArticleResult(item, bytes) { Fault = e.Info };
        }
    }

    /// <summary>Reads an article; a result when there is nothing left to do with it.</summary>
    private ArticleResult? Read(BatchItem item, out (Article Article, UInt128 Key, long Bytes) read)
    {
        var (article, bytes) = ArticleLoader.Load(item);
        var key = KeyOf(article);
        read = (article, key, bytes);
        return ledger.TryFind(item.Name, key, out var entry) && Earlier(entry) is { } earlier ? Finish(item, bytes, earlier.Article, earlier.Json, key, isUnchanged: true)
            : options.DryRun ? new ArticleResult(item, bytes)
            : null;
    }

    private ArticleResult Write(BatchItem item, long bytes, UInt128 key, Document document, Exception? fault)
    {
        var annotated = fault is null ? Build(item, document) : throw StageFailed(item, fault);
        var json = new ArrayBufferWriter<byte>(document.Text.Length * 4);
        AnnotationWriter.Write(json, annotated, indented: options.Format == OutputFormat.Json);
        return Finish(item, bytes, annotated, json.WrittenMemory, key, isUnchanged: false);
    }

    private AnnotatedArticle Build(BatchItem item, Document document)
    {
        try
        {
            return AnnotationBuilder.Build(document, options.Annotation);
        }
        catch (Exception e) when (e is not (NewsExtractException or OutOfMemoryException))
        {
            throw StageFailed(item, e);
        }
    }

    private static NewsExtractException StageFailed(BatchItem item, Exception e) =>
        e as NewsExtractException ?? new NewsExtractException(ErrorCatalog.StageFailed(item.Input, $"{e.TargetSite?.DeclaringType?.Name}: {e.GetType().Name}: {e.Message}"), e);

    private ArticleResult Finish(BatchItem item, long bytes, AnnotatedArticle article, ReadOnlyMemory<byte> json, UInt128 key, bool isUnchanged)
    {
        if (options.DryRun)
        {
            return new ArticleResult(item, bytes) { IsUnchanged = isUnchanged };
        }

        if (options.Format == OutputFormat.Json)
        {
            if (!isUnchanged)
            {
                AtomicFile.Write(folder.JsonOf(item.Name), json.Span);
            }

            // The table beside it depends on more than the ledger's key, and is quickly made.
            WriteIfDifferent(folder.CsvOf(item.Name), ArticleCsv.Write(article, options.Csv));
        }

        return new ArticleResult(item, bytes)
        {
            IsUnchanged = isUnchanged,
            Entry = new LedgerEntry(item.Name, key, LedgerHash.Of(json.Span), 0, json.Length),
            Line = options.Format == OutputFormat.JsonLines ? json : default,
            Rows = [.. CsvTable.OfRun.Select(table => RunRows.Of(table, article, options.Csv))],
            Counts = AnnotationCounts.Of(article),
        };
    }

    private static void WriteIfDifferent(string path, byte[] contents)
    {
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(contents))
        {
            AtomicFile.Write(path, contents);
        }
    }

    /// <summary>The finished JSON of an earlier run, if it is there and as it was written.</summary>
    private (AnnotatedArticle Article, ReadOnlyMemory<byte> Json)? Earlier(LedgerEntry entry)
    {
        foreach (var path in options.Format == OutputFormat.Json ? [folder.JsonOf(entry.Name)] : _earlierLines)
        {
            if (Slice(path, entry) is { } json && LedgerHash.Of(json) == entry.Output)
            {
                return (AnnotationReader.Read(json, path), json);
            }
        }

        return null;
    }

    private byte[]? Slice(string path, LedgerEntry entry)
    {
        try
        {
            if (options.Format == OutputFormat.Json)
            {
                return File.ReadAllBytes(path);
            }

            using var file = File.OpenHandle(path);
            var json = new byte[entry.Length];
            return RandomAccess.Read(file, json, entry.Offset) == json.Length ? json : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Hash of all that the article's annotation depends on.</summary>
    private UInt128 KeyOf(Article article)
    {
        var key = new StringBuilder(article.Text.Length + 512);
        foreach (var part in new[] { article.Id, article.Source, article.Title, article.PublishedText, article.Language, article.Text })
        {
            key.Append(part).Append('\0');
        }

        if (options.Annotation.Tool is { } tool)
        {
            key.Append(tool.Version).Append('\0').Append(tool.Configuration).Append('\0');
            foreach (var (kind, hash) in tool.Models)
            {
                key.Append(kind).Append('=').Append(hash).Append('\0');
            }
        }

        return LedgerHash.Of(key.ToString());
    }
}
