using System.Buffers;
using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Formats;
using NewsExtract.Formats.Json;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Tests.Pipeline;

public class NewsPipelineTests
{
    [Fact]
    public void Articles_in_blocks_give_the_same_bytes_as_one_by_one()
    {
        var pipeline = DefaultPipeline.Build(ModelStore.Default);
        var articles = Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus", "articles"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(static path => new Article { Id = path, Text = File.ReadAllText(path) }).ToList();
        articles.Count.Should().BeGreaterThan(2 * NewsPipeline.BlockSize);

        var together = pipeline.AnnotateAll(articles).Select(BytesOf).ToList();

        together.Should().HaveCount(articles.Count);
        for (var i = 0; i < articles.Count; i++)
        {
            Assert.True(together[i].AsSpan().SequenceEqual(BytesOf(pipeline.Annotate(articles[i]))), articles[i].Id);
        }
    }

    [Fact]
    public void A_document_at_which_a_stage_fails_does_not_cost_the_others()
    {
        var pipeline = new NewsPipelineBuilder().Use(new FailingStage("boom")).Build();
        Document[] documents = [.. new[] { "good", "boom", "good as well" }.Select(static text => new Document(new Article { Id = text, Text = text }))];
        var faults = new Exception?[documents.Length];

        pipeline.AnnotateBlock(documents, faults, CancellationToken.None);

        faults.Select(static fault => fault?.Message).Should().Equal(null, "boom", null);
        documents.Select(static document => document.Find<SentenceLayer>() is not null).Should().Equal(true, false, true);
        FluentActions.Enumerating(() => pipeline.AnnotateAll([new Article { Id = "a", Text = "boom" }])).Should().Throw<InvalidOperationException>().WithMessage("boom");
    }

    [Fact]
    public void A_block_stops_when_it_is_told_to()
    {
        var pipeline = new NewsPipelineBuilder().Use(new FailingStage("boom")).Build();
        FluentActions.Enumerating(() => pipeline.AnnotateAll([new Article { Id = "a", Text = "good" }], new CancellationToken(canceled: true))).Should().Throw<OperationCanceledException>();
    }

    private static byte[] BytesOf(Document document)
    {
        var bytes = new ArrayBufferWriter<byte>();
        AnnotationWriter.Write(bytes, AnnotationBuilder.Build(document, new AnnotationOptions()), indented: true);
        return bytes.WrittenSpan.ToArray();
    }

    private sealed class FailingStage(string text) : IStage
    {
        public string Name => "failing";

        public ImmutableArray<Type> Requires => [];

        public ImmutableArray<Type> Provides { get; } = [typeof(SentenceLayer)];

        public Document Annotate(Document document, CancellationToken cancellation) =>
            document.Text == text ? throw new InvalidOperationException(text) : document.With(new SentenceLayer([]));
    }
}
