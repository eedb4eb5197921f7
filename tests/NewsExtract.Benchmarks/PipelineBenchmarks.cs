using BenchmarkDotNet.Attributes;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Benchmarks;

/// <summary>The whole default pipeline, one thread.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly NewsPipeline _pipeline = DefaultPipeline.Build(ModelStore.Default);
    private IReadOnlyList<Article> _articles = [];

    [GlobalSetup]
    public void Read() => _articles = NewsTexts.Read();

    [Benchmark]
    public int AllArticles() => _articles.Sum(article => _pipeline.Annotate(article).Text.Length);
}
