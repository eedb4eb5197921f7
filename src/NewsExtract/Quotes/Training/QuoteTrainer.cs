using System.Globalization;
using System.Security.Cryptography;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Quotes.Cascade;

namespace NewsExtract.Quotes.Training;

/// <summary>Trains the quote finder on PolNeAR, over the layers that the default pipeline itself predicts.</summary>
internal sealed class QuoteTrainer : IModelTrainer
{
    private const string Articles = "quotes/polnear.train.jsonl";
    private const string Coarse = "word_classes/cl100.tsv";
    private const string Fine = "word_classes/cl400.tsv";

    /// <inheritdoc/>
    public string Kind => CascadeModel.Kind;

    /// <inheritdoc/>
    public string Data => $"{Articles}, {Coarse}, {Fine}";

    /// <inheritdoc/>
    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var read = PolnearReader.Read(Path.Combine(options.Data, Articles));
        var classes = WordClasses.Read(Path.Combine(options.Data, Coarse), Path.Combine(options.Data, Fine));
        var documents = Annotate(read, options.Models, progress, cancellation);
        var plan = new QuoteTrainingPlan();
        var (model, figures) = new CascadeTraining(documents, classes, plan, progress, cancellation).Run();
        var sources = new[] { Articles, Coarse, Fine }.Select(name => $"{name} sha256:{Hash(Path.Combine(options.Data, name))}");
        var writer = new ModelFileWriter(new ModelProvenance(Kind, ToolIdentity.Version, $"newsextract train {Kind}", [.. sources]));
        model.Save(writer);
        writer.Write(options.Output);
        figures.Insert(0, ("articles", documents.Count.ToString(CultureInfo.InvariantCulture)));
        figures.Insert(1, ("attributions", documents.Sum(static d => d.Gold.Count).ToString(CultureInfo.InvariantCulture)));
        return new TrainingReport([.. figures]);
    }

    /// <summary>Runs the pipeline before this stage over the articles.</summary>
    internal static List<LabelledDocument> Annotate(List<PolnearArticle> articles, ModelStore models, IProgress<string>? progress, CancellationToken cancellation)
    {
        var stages = DefaultPipeline.WithoutStances(models).Stages.Where(static stage =>
            !stage.Provides.Contains(typeof(QuoteLayer)) && !stage.Provides.Contains(typeof(StanceLayer)) && !stage.Provides.Contains(typeof(EntityLayer))).ToList();
        progress?.Report($"annotating {articles.Count} articles with {string.Join(", ", stages.Select(static s => s.Name))}");
        var sheet = new Text.QuoteSheet();
        var documents = new List<LabelledDocument>(articles.Count);
        foreach (var article in articles)
        {
            var document = new Document(new Article { Id = article.Id, Text = article.Text });
            foreach (var stage in stages)
            {
                document = stage.Annotate(document, cancellation);
            }

            sheet.Fill(document);
            documents.Add(new LabelledDocument(document, GoldQuotes.Of(sheet, article.Attributions)));
        }

        return documents;
    }

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
