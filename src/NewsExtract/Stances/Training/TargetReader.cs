using System.Text;
using System.Text.Json;
using NewsExtract.Documents;

namespace NewsExtract.Stances.Training;

/// <summary>Reads sentences with the light they put a target in (NewsMTSC, Hamborg and Donnay 2021).</summary>
internal static class TargetReader
{
    internal sealed record Example(string Text, TextSpan Target, int Sign);

    public static IEnumerable<Example> Read(string path)
    {
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("sentence_normalized").GetString()!;
            foreach (var target in json.RootElement.GetProperty("targets").EnumerateArray())
            {
                var span = new TextSpan(target.GetProperty("from").GetInt32(), target.GetProperty("to").GetInt32());
                if (span.Start >= 0 && span.End <= text.Length && !span.IsEmpty)
                {
                    var polarity = target.GetProperty("polarity").GetDouble();
                    yield return new Example(text, span, polarity > 4 ? 1 : polarity < 4 ? -1 : 0);
                }
            }
        }
    }
}
