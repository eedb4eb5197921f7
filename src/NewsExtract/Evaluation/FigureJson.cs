using System.Text.Json;

namespace NewsExtract.Evaluation;

/// <summary>The figures of an evaluation as JSON: rates in percent, and the counts they rest on.</summary>
internal static class FigureJson
{
    public static byte[] Write(EvaluationResult result)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("set", result.Set);
            json.WriteStartObject("integrity");
            Group(json, result.Integrity.ToFigures());
            json.WriteEndObject();
            json.WriteStartObject("layers");
            foreach (var (layer, scorer, figures) in result.Layers)
            {
                json.WriteStartObject(layer);
                json.WriteString("scorer", scorer);
                json.WriteStartObject("figures");
                Group(json, figures);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.ToArray();
    }

    private static void Group(Utf8JsonWriter json, Figures figures)
    {
        foreach (var (name, value) in figures)
        {
            switch (value)
            {
                case Prf prf:
                    json.WriteStartObject(name);
                    json.WriteNumber("p", prf.Precision);
                    json.WriteNumber("r", prf.Recall);
                    json.WriteNumber("f1", prf.F1);
                    json.WriteNumber("tp", prf.Right);
                    json.WriteNumber("predicted", prf.Predicted);
                    json.WriteNumber("gold", prf.Gold);
                    if (prf.Hit is { } hit)
                    {
                        json.WriteNumber("hit", hit);
                    }

                    json.WriteEndObject();
                    break;
                case Figures group:
                    json.WriteStartObject(name);
                    Group(json, group);
                    json.WriteEndObject();
                    break;
                default:
                    json.WriteNumber(name, (double)value);
                    break;
            }
        }
    }
}
