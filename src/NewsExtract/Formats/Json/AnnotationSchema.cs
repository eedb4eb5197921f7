using System.Text;

namespace NewsExtract.Formats.Json;

/// <summary>The JSON Schema of annotation files (draft 2020-12), which <c>docs/annotation.schema.json</c> publishes.</summary>
public static class AnnotationSchema
{
    /// <summary>The schema as JSON text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(AnnotationSchema).Assembly.GetManifestResourceStream("annotation.schema.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
