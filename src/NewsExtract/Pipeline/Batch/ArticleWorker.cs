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

    /// <summary>The result for an item; faults of the input or of a stage are results too.</summary>
    /// <exception cref="NewsExtractException">NX0202: the output cannot be written.</exception>
    public ArticleResult Process(BatchItem item)
    {
        long bytes = item.Bytes;
        try
        {
            (var article, bytes) = ArticleLoader.Load(item);
            var key = KeyOf(article);
            if (ledger.TryFind(item.Name, key, out var entry) && Earlier(entry) is { } earlier)
            {
                return Finish(item, bytes, earlier.Article, earlier.Json, key, isUnchanged: true);
            }

            if (options.DryRun)
            {
                return new ArticleResult(item, bytes);
            }

            var annotated = Annotate(item, article);
            var json = new ArrayBufferWriter<byte>(article.Text.Length * 4);
            AnnotationWriter.Write(json, annotated, indented: options.Format == OutputFormat.Json);
            return Finish(item, bytes, annotated, json.WrittenMemory, key, isUnchanged: false);
        }
        catch (NewsExtractException e) when (e.Info.Code[2..4] is "01" || e.Info.Code == "NX0003")
        {
            return new ArticleResult(item, bytes) { Fault = e.Info };
        }
    }

    private AnnotatedArticle Annotate(BatchItem item, Article article)
    {
        var ready = pipeline.Value;
        try
        {
            return AnnotationBuilder.Build(ready.Annotate(article), options.Annotation);
        }
        catch (Exception e) when (e is not (NewsExtractException or OutOfMemoryException))
        {
            throw new NewsExtractException(ErrorCatalog.StageFailed(item.Input, $"{e.TargetSite?.DeclaringType?.Name}: {e.GetType().Name}: {e.Message}"), e);
        }
    }

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
