using BenchmarkDotNet.Attributes;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Benchmarks;

/// <summary>Each stage of the default pipeline alone, over documents that the stages before it have annotated.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private Document[] _documents = [];
    private IStage _stage = null!;

    /// <summary>The names of the stages that the models here give.</summary>
    public static IEnumerable<string> Stages => DefaultPipeline.Build(ModelStore.Default).Stages.Select(static stage => stage.Name);

    [ParamsSource(nameof(Stages))]
    public string Stage { get; set; } = "";

    [GlobalSetup]
    public void Annotate()
    {
        var stages = DefaultPipeline.Build(ModelStore.Default).Stages;
        var before = stages.TakeWhile(stage => stage.Name != Stage).ToList();
        _stage = stages.First(stage => stage.Name == Stage);
        _documents = [.. NewsTexts.Read().Select(article => before.Aggregate(new Document(article), static (document, stage) => stage.Annotate(document, default)))];
    }

    /// <summary>All articles (67,609 words for the PolNeAR ones): divide the time and the bytes by the words.</summary>
    [Benchmark]
    public int AllArticles()
    {
        var layers = 0;
        foreach (var document in _documents)
        {
            layers += _stage.Annotate(document, default).Text.Length;
        }

        return layers;
    }
}
