using NewsExtract.Evaluation;
using Spectre.Console;

namespace NewsExtract.Cli.Rendering;

/// <summary>The figures of an evaluation as a table, one a layer.</summary>
internal static class FigureTable
{
    private const int Width = 110;

    public static void Write(TextWriter output, EvaluationResult result)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.Detect });
        console.Profile.Width = Math.Max(Width, console.Profile.Width);
        console.WriteLine($"{result.Set}: {string.Join(", ", result.Integrity.ToFigures().Flatten().Select(static f => $"{f.Name} {f.Value:F0}"))}");
        foreach (var (layer, scorer, figures) in result.Layers)
        {
            var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(layer == scorer ? layer : $"{layer} ({scorer})") };
            table.AddColumn("figure");
            foreach (var name in new[] { "P", "R", "F1", "right", "predicted", "gold" })
            {
                table.AddColumn(new TableColumn(name).RightAligned());
            }

            Add(table, figures, "");
            console.Write(table);
        }
    }

    private static void Add(Table table, Figures figures, string prefix)
    {
        foreach (var (name, value) in figures)
        {
            var label = Markup.Escape(prefix + name);
            switch (value)
            {
                case Prf prf:
                    table.AddRow(label, $"{prf.Precision:F2}", $"{prf.Recall:F2}", $"{prf.F1:F2}", $"{prf.Right}", $"{prf.Predicted}", $"{prf.Gold}");
                    break;
                case Figures group:
                    Add(table, group, $"{prefix}{name}.");
                    break;
                default:
                    table.AddRow(label, "", "", $"{value:0.##}", "", "", "");
                    break;
            }
        }
    }
}
