using System.Diagnostics;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Benchmarks;

/// <summary>Words a second over a folder on one thread, for comparisons in one run with other tools.</summary>
internal static class Throughput
{
    /// <summary>
    /// Prints the words (runs without white space) a second from tokens to coreference, with nothing else running in between, on standard output; on
    /// standard error the cost of each stage when all run, and the words a second of that. A first pass warms up and is not counted.
    /// </summary>
    public static void Run(string folder, int passes, bool coreOnly)
    {
        var articles = NewsTexts.Read(folder);
        var stages = DefaultPipeline.Build(ModelStore.Default).Stages.ToList();
        var words = articles.Sum(static a => (long)a.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var core = Measure(articles, stages.TakeWhile(static stage => stage.Name != "quotes").ToList(), passes);
        Console.WriteLine(Math.Round(words * passes / core.Sum(static stage => stage.Seconds)));

        if (coreOnly)
        {
            return;
        }

        var all = Measure(articles, stages, passes);
        var counted = words * passes;
        Console.Error.WriteLine($"{words} words, {passes} passes; everything on {words * passes / all.Sum(static stage => stage.Seconds):F0} words a second; µs and bytes a word: "
            + string.Join(", ", stages.Select((stage, i) => $"{stage.Name} {all[i].Seconds * 1e6 / (words * passes):F2} µs {all[i].Bytes / counted} B")));
    }

    private static (double Seconds, long Bytes)[] Measure(IReadOnlyList<Article> articles, List<IStage> stages, int passes)
    {
        var ticks = new long[stages.Count];
        var bytes = new long[stages.Count];
        for (var pass = 0; pass <= passes; pass++)
        {
            // As a run does it: stage by stage over a block of articles.
            foreach (var block in articles.Chunk(NewsPipeline.BlockSize))
            {
                var documents = Array.ConvertAll(block, static article => new Document(article));
                for (var i = 0; i < stages.Count; i++)
                {
                    var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
                    for (var d = 0; d < documents.Length; d++)
                    {
                        documents[d] = stages[i].Annotate(documents[d], default);
                    }

                    // The first pass compiles the code and fills the memory that is used again.
                    ticks[i] += pass > 0 ? Stopwatch.GetTimestamp() - start : 0;
                    bytes[i] += pass > 0 ? GC.GetAllocatedBytesForCurrentThread() - allocated : 0;
                }
            }
        }

        return [.. stages.Select((_, i) => (Stopwatch.GetElapsedTime(0, ticks[i]).TotalSeconds, bytes[i]))];
    }
}
