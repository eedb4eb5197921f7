using System.Text;
using System.Text.Json;

namespace NewsExtract.Entities.Gazetteers;

/// <summary>Reads the shapes of file that gazetteers come in.</summary>
internal static class GazetteerFiles
{
    public static IEnumerable<string> Lines(string root, string file) =>
        File.ReadLines(Path.Combine(root, file), Encoding.UTF8).Select(static l => l.Trim('\uFEFF', ' ')).Where(static l => l.Length > 0);

    public static IEnumerable<string[]> Table(string root, string file) =>
        File.ReadLines(Path.Combine(root, file), Encoding.UTF8).Skip(1).Select(static l => l.Split('\t'));

    public static List<string> Strings(string root, string file, string list)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, file)));
        return [.. json.RootElement.GetProperty(list).EnumerateArray().Select(static e => e.GetString()!)];
    }

    public static List<(string Name, string Text)> Objects(string root, string file, string list, string property)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, file)));
        return [.. json.RootElement.GetProperty(list).EnumerateArray().Select(e => (e.GetProperty(property).GetString()!, ""))];
    }
}
