// A first command line, for measuring while the real one is built: run FOLDER -o OUT, train KIND --data DIR -o FILE.
using System.Diagnostics;
using System.Text.Json;
using NewsExtract.Cli;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

string Option(string name, string fallback) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : fallback;

if (args is ["run", var folder, ..])
{
    var output = Option("-o", "out");
    var pipeline = DefaultPipeline.Build(ModelStore.Default);
    var watch = Stopwatch.StartNew();
    foreach (var path in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    {
        var id = Path.ChangeExtension(Path.GetRelativePath(folder, path), null);
        var document = pipeline.Annotate(new Article { Id = id, Source = id + ".txt", Text = File.ReadAllText(path) });
        var target = Path.Combine(output, "articles", id + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var stream = File.Create(target);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        DraftJson.Write(json, document);
    }

    Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:F2} s");
    return 0;
}

if (args is ["train", var kind, ..])
{
    var trainer = ModelTrainers.All.First(t => t.Kind == kind);
    var options = new TrainingOptions(
        Option("--data", "../shared/data"), Option("-o", $"models/{kind}/{kind}.nxm"), int.Parse(Option("--threads", "1")), ModelStore.Default);
    var report = trainer.Train(options, new StderrProgress(), CancellationToken.None);
    foreach (var (name, value) in report.Figures)
    {
        Console.WriteLine($"{name}\t{value}");
    }

    return 0;
}

return 1;
