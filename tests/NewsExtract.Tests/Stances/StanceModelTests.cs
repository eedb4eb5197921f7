using NewsExtract.Errors;
using NewsExtract.Learning;
using NewsExtract.Stances.Articles;
using NewsExtract.Stances.Model;

namespace NewsExtract.Tests.Stances;

public sealed class StanceModelTests
{
    [Fact]
    public void A_model_for_other_features_says_so_instead_of_failing_on_every_article()
    {
        var file = FileWith("", FeatureLayout.Count + 1);

        var act = () => new StanceModel(file, null);

        act.Should().Throw<NewsExtractException>().Which.Info.Code.Should().Be("NX0310");
    }

    [Fact]
    public void A_model_with_weights_of_another_size_says_so()
    {
        var writer = new ModelFileWriter(new ModelProvenance(StanceModel.Kind, "0", "", [])).AddLines("vectors", [""]).AddValues<float>("pair.support.dense", new float[FeatureLayout.Count])
            .AddValues<sbyte>("pair.support.weights", new sbyte[LinearScorer.WeightBytes / 2]);

        var act = () => new StanceModel(ModelFile.Read("x", writer.ToBytes(), StanceModel.Kind), null);

        act.Should().Throw<NewsExtractException>().Which.Info.Code.Should().Be("NX0310");
    }

    [Fact]
    public void A_model_trained_with_other_vectors_says_so()
    {
        var file = FileWith("sha256:0", FeatureLayout.Count);

        var act = () => new StanceModel(file, WordVectors.Load(ModelStore.Default));

        act.Should().Throw<NewsExtractException>().Which.Info.Code.Should().Be("NX0308");
    }

    [Fact]
    public void A_model_of_articles_for_other_features_says_so()
    {
        var model = ModelStore.Default.Read(StanceModel.Kind);
        var writer = new ModelFileWriter(new ModelProvenance(StanceModel.Kind, "0", "", []));
        foreach (var part in (string[])["support.nodes", "support.leaves", "support.node-starts", "support.leaf-starts", "oppose.nodes", "oppose.leaves", "oppose.node-starts", "oppose.leaf-starts", "calibration", "glance"])
        {
            writer.Add(ArticleModel.Prefix + part, model.Bytes(ArticleModel.Prefix + part).Span);
        }

        writer.AddValues<int>(ArticleModel.Prefix + "features", [ArticleLayout.Count + 1]);
        var act = () => new ArticleModel(ModelFile.Read("x", writer.ToBytes(), StanceModel.Kind));

        act.Should().Throw<NewsExtractException>().Which.Info.Code.Should().Be("NX0310");
    }

    private static ModelFile FileWith(string vectors, int features)
    {
        var writer = new ModelFileWriter(new ModelProvenance(StanceModel.Kind, "0", "", [])).AddLines("vectors", [vectors]).AddValues<float>("pair.support.dense", new float[features]);
        return ModelFile.Read("x", writer.ToBytes(), StanceModel.Kind);
    }
}
