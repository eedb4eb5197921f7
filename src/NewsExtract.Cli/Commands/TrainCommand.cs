using System.CommandLine;
using NewsExtract.Cli.Rendering;
using NewsExtract.Errors;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract train</c>: rebuilds a model.</summary>
internal static class TrainCommand
{
    public static Command Build()
    {
        var data = new Option<string>("--data") { Description = "The folder of the training data.", HelpName = "DIR", DefaultValueFactory = _ => "../shared/data" };
        var labels = new Option<string>("--labels") { Description = "The folder of our own labels of the data, which the stances learn from.", HelpName = "DIR", DefaultValueFactory = _ => "models/stances/labels" };
        var output = new Option<string?>("--output", "-o") { Description = "The model file to write; by default models/KIND/KIND.nxm.", HelpName = "FILE" };
        var threads = new Option<int>("--threads") { Description = "How many threads to use; the model does not depend on it.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("train", "Rebuild a model from data: the same data gives the same bytes.");
        foreach (var trainer in ModelTrainers.All)
        {
            var kind = new Command(trainer.Kind, $"Train the model \"{trainer.Kind}\" from {trainer.Data}") { data, labels, output, threads };
            kind.SetAction(parsed => Execute(
                trainer, parsed.GetRequiredValue(data), parsed.GetRequiredValue(labels), parsed.GetValue(output) ?? $"models/{trainer.Kind}/{trainer.Kind}.nxm", parsed.GetValue(threads)));
            command.Add(kind);
        }

        return command;
    }

    private static int Execute(IModelTrainer trainer, string data, string labels, string output, int threads)
    {
        using var interrupt = new InterruptSignal();
        var options = new TrainingOptions(data, output, threads, ModelStore.Default, labels);
        foreach (var (name, value) in Train(trainer, options, interrupt.Token).Figures)
        {
            Console.WriteLine($"{name}\t{value}");
        }

        return ExitCode.Done;
    }

    private static TrainingReport Train(IModelTrainer trainer, TrainingOptions options, CancellationToken cancellation)
    {
        try
        {
            return trainer.Train(options, new StderrProgress(), cancellation);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NewsExtractException(ErrorCatalog.TrainingData(options.Data, e.Message));
        }
    }
}
