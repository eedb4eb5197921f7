using NewsExtract.Errors;

namespace NewsExtract.Cli.Rendering;

/// <summary>Errors as people read them: code and message, then what to do.</summary>
internal static class ErrorText
{
    public static void Write(TextWriter output, ErrorInfo error)
    {
        output.WriteLine($"error {error.Code}: {error.Message}");
        output.WriteLine($"  {error.Remedy}");
    }
}
