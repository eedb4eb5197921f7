using System.Diagnostics;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Benchmarks;

/// <summary>Words a second from tokens to coreference, for comparisons in one run with other tools.</summary>
internal static class Throughput
{
    /// <summary>Prints the words (runs without white space) a second over all passes, warm-up of the first articles included.</summary>
    public static void Run(string folder, int passes)
    {
        var articles = NewsTexts.Read(folder);
        var stages = DefaultPipeline.Build(ModelStore.Default).Stages.ToList();
        var core = stages.TakeWhile(static stage => stage.Name != "quotes").Count();
        var words = articles.Sum(static a => (long)a.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var ticks = new long[stages.Count];
        var bytes = new long[stages.Count];
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var article in articles)
            {
                var document = new Document(article);
                for (var i = 0; i < stages.Count; i++)
                {
                    var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
                    document = stages[i].Annotate(document, default);
                    ticks[i] += Stopwatch.GetTimestamp() - start;
                    // The first pass fills the memory that is used again.
                    bytes[i] += pass > 0 ? GC.GetAllocatedBytesForCurrentThread() - allocated : 0;
                }
            }
        }

        Console.WriteLine(Math.Round(words * passes / Stopwatch.GetElapsedTime(0, ticks[..core].Sum()).TotalSeconds));
        var counted = Math.Max(1, words * (passes - 1));
        Console.Error.WriteLine($"{words} words, {passes} passes; µs and bytes a word: "
            + string.Join(", ", stages.Select((stage, i) => $"{stage.Name} {Stopwatch.GetElapsedTime(0, ticks[i]).TotalMicroseconds / (words * passes):F2} µs {bytes[i] / counted} B")));
    }
}
