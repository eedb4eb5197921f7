using NewsExtract.Errors;
using NewsExtract.Formats;
using NewsExtract.Formats.Csv;

namespace NewsExtract.Pipeline.Batch;

/// <summary>Joins the outputs of several finished runs (shards of a large one) into one, as if one run had made it.</summary>
internal sealed class RunMerge
{
    private readonly List<FinishedRun> _shards;
    private readonly BatchOptions _options;
    private long _articles;
    private long _failed;
    private AnnotationCounts _counts;

    private RunMerge(IEnumerable<string> runs, string output)
    {
        _shards = [.. runs.Select(FinishedRun.Open)];
        _options = _shards[0].Options with { Output = output };
    }

    /// <summary>Writes the joined output: the articles in the order of the runs, and of each run.</summary>
    /// <param name="runs">The output folders of the runs.</param>
    /// <param name="output">The folder to write.</param>
    /// <param name="inputs">If any, every article that these inputs hold must be in one of the runs, as an article or as a failure.</param>
    /// <exception cref="NewsExtractException">NX0205, NX0211 to NX0213: a run is not finished, differs from the first, has an article of another; an article is missing.</exception>
    public static BatchSummary Merge(IReadOnlyList<string> runs, string output, IReadOnlyList<string> inputs)
    {
        var merge = new RunMerge(runs, output);
        merge.CheckSame();
        merge.CheckNames();
        merge.CheckCoverage(inputs);
        return merge.Write();
    }

    private void CheckSame()
    {
        var first = _shards[0];
        foreach (var shard in _shards)
        {
            var (a, b) = (shard.Options, first.Options);
            var areSame = a.Annotation.Tool!.Version == b.Annotation.Tool!.Version && a.Annotation.Tool.Configuration == b.Annotation.Tool.Configuration
                && a.Annotation.Tool.Models.SequenceEqual(b.Annotation.Tool.Models) && a.Format == b.Format;
            if (!areSame)
            {
                throw new NewsExtractException(ErrorCatalog.RunsDiffer(shard.Folder.Root, first.Folder.Root));
            }
        }
    }

    private void CheckNames()
    {
        var names = new HashSet<UInt128>();
        foreach (var shard in _shards)
        {
            foreach (var entry in shard.Entries())
            {
                if (!names.Add(LedgerHash.Of(entry.Name)))
                {
                    throw new NewsExtractException(ErrorCatalog.ArticleTwice(entry.Name, shard.Folder.Root));
                }
            }
        }
    }

    /// <summary>By contents, since names depend on the folder that each run was given.</summary>
    private void CheckCoverage(IReadOnlyList<string> inputs)
    {
        if (inputs.Count == 0)
        {
            return;
        }

        var (contents, failures) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var shard in _shards)
        {
            contents.UnionWith(shard.Articles().Select(static a => a.Article.ContentHash ?? ""));
            failures.UnionWith(shard.Failures().Select(static f => f.Input));
        }

        foreach (var item in new InputScanner(_options with { Inputs = [.. inputs] }).Scan())
        {
            if (!IsCovered(item, contents, failures))
            {
                throw new NewsExtractException(ErrorCatalog.ArticleMissing(item.Input));
            }
        }
    }

    private static bool IsCovered(BatchItem item, HashSet<string> contents, HashSet<string> failures)
    {
        try
        {
            return contents.Contains(AnnotationBuilder.HashOf(ArticleLoader.Load(item).Article.Text));
        }
        catch (NewsExtractException)
        {
            return failures.Any(failure => item.Input.EndsWith(failure, StringComparison.Ordinal) || failure.EndsWith(item.Input, StringComparison.Ordinal));
        }
    }

    private BatchSummary Write()
    {
        using var folder = new RunFolder(_options.Output);
        folder.Open();
        using var ledger = RunLedger.Read(folder, _options.Annotation.Tool!.Version, _options.Format, force: true);
        ledger.Start();
        using var output = new RunOutput(folder, _options.Csv, _options.Format);
        foreach (var shard in _shards)
        {
            foreach (var (entry, json, article) in shard.Articles())
            {
                ledger.Append(output.Add(Copy(folder, entry, json, article)));
            }

            foreach (var (input, fault) in shard.Failures())
            {
                output.AddFailure(input, fault);
                _failed++;
            }
        }

        output.Complete();
        ledger.Complete();
        var summary = new BatchSummary(_articles, 0, _failed, 0, IsInterrupted: false, _counts);
        AtomicFile.Write(folder.Manifest, RunManifest.Write(_options, summary));
        return summary;
    }

    private ArticleResult Copy(RunFolder folder, LedgerEntry entry, ReadOnlyMemory<byte> json, AnnotatedArticle article)
    {
        if (_options.Format == OutputFormat.Json)
        {
            AtomicFile.Write(folder.JsonOf(entry.Name), json.Span);
            AtomicFile.Write(folder.CsvOf(entry.Name), ArticleCsv.Write(article, _options.Csv));
        }

        _articles++;
        _counts = _counts.Add(AnnotationCounts.Of(article));
        return new ArticleResult(new BatchItem(entry.Name, entry.Name), 0)
        {
            Entry = entry with { Offset = 0 },
            Line = json,
            Rows = [.. CsvTable.OfRun.Select(table => RunRows.Of(table, article, _options.Csv))],
        };
    }
}
