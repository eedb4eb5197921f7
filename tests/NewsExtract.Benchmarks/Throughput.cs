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
        var stages = DefaultPipeline.Build(ModelStore.Default).Stages.TakeWhile(static stage => stage.Name != "quotes").ToList();
        var words = articles.Sum(static a => (long)a.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var watch = Stopwatch.StartNew();
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var article in articles)
            {
                var document = new Document(article);
                foreach (var stage in stages)
                {
                    document = stage.Annotate(document, default);
                }
            }
        }

        Console.WriteLine(Math.Round(words * passes / watch.Elapsed.TotalSeconds));
        Console.Error.WriteLine($"{words} words, {passes} passes, stages {string.Join(' ', stages.Select(static s => s.Name))}");
    }
}
