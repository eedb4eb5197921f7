using System.Security.Cryptography;

namespace NewsExtract.Cli.Tests;

/// <summary>A folder of its own for each test, deleted afterwards.</summary>
public abstract class Workspace : IDisposable
{
    private const string Story = """
        Harbour plan divides Port Ellery

        Mayor Lucia Ferrante of Port Ellery defended the plan for a new harbour on Tuesday. "We will build it, and we will build it on time," Ferrante said.

        Tomas Okafor, who leads the fishermen's union, rejected the plan. "This harbour," he told reporters, "would be the end of us."

        The council of Brightwater said in a statement that it welcomed the decision.
        """;

    protected Workspace() => Root = Directory.CreateTempSubdirectory("newsextract-").FullName;

    protected string Root { get; }

    protected string In => Path.Combine(Root, "in");

    protected string Out => Path.Combine(Root, "out");

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>An article of a few sentences, different for each number.</summary>
    protected static string Article(int number = 0) => number == 0 ? Story : $"{Story}\n\nIt was vote number {number} of the year, the clerk said.\n";

    /// <summary>Writes an input file.</summary>
    protected string Write(string name, string text) => WriteBytes(name, System.Text.Encoding.UTF8.GetBytes(text));

    protected string WriteBytes(string name, byte[] bytes)
    {
        var path = Path.Combine(In, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    protected string Output(params string[] parts) => Path.Combine([Out, .. parts]);

    protected string ReadOutput(params string[] parts) => File.ReadAllText(Output(parts));

    /// <summary>Every file below a folder with the hash of its bytes.</summary>
    protected static Dictionary<string, string> Snapshot(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), static path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));

    /// <summary>The rows of failures.csv as (input, code).</summary>
    protected Dictionary<string, string> Failures() =>
        File.ReadAllLines(Output("failures.csv")).Skip(1).Select(static line => line.Split(',')).ToDictionary(static cells => cells[0], static cells => cells[1]);
}
