using System.Text;
using NewsExtract.Errors;

namespace NewsExtract.Formats.Exchange;

/// <summary>What the exchange formats share: finding files, and names of articles as paths.</summary>
internal static class ExchangeFiles
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The files of an extension at or below a path, in order, each with its path relative to the folder without extension.</summary>
    /// <exception cref="NewsExtractException">NX0101, NX0601.</exception>
    public static List<(string Path, string Name)> Find(string path, string extension)
    {
        if (File.Exists(path))
        {
            return [(path, Path.GetFileNameWithoutExtension(path))];
        }

        if (!Directory.Exists(path))
        {
            throw new NewsExtractException(ErrorCatalog.InputMissing(path));
        }

        var root = Path.Combine(path, "articles") is var articles && Directory.Exists(articles) ? articles : path;
        var files = Directory.EnumerateFiles(root, "*" + extension, SearchOption.AllDirectories)
            .Where(static file => Path.GetFileName(file) is not ("run.json" or "set.json")).Order(StringComparer.Ordinal)
            .Select(file => (file, Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/'))).ToList();
        return files.Count > 0 ? files : throw new NewsExtractException(ErrorCatalog.NothingToConvert(path, extension));
    }

    /// <summary>The text of a file as it stands, a byte order mark included: offsets count it.</summary>
    /// <exception cref="NewsExtractException">NX0102, NX0108.</exception>
    public static string Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NewsExtractException(ErrorCatalog.Unreadable(path, e.Message), e);
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new NewsExtractException(ErrorCatalog.NotUtf8(path, Math.Max(0, e.Index), e.BytesUnknown is [var first, ..] ? first : (byte)0), e);
        }
    }

    /// <summary>The lines of a file that are not empty, with their numbers.</summary>
    /// <exception cref="NewsExtractException">NX0102, NX0108.</exception>
    public static IEnumerable<(int Number, string Text)> Lines(string path) =>
        Read(path).Split('\n').Select(static (line, index) => (index + 1, line.TrimEnd('\r'))).Where(static line => !string.IsNullOrWhiteSpace(line.Item2));

    /// <summary>Opens a file below a folder to write many articles into.</summary>
    public static StreamWriter Open(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        return new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
    }

    /// <summary>Writes a text file below a folder.</summary>
    public static void Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
