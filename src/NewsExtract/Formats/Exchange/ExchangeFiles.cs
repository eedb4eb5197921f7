using System.Text;
using NewsExtract.Errors;

namespace NewsExtract.Formats.Exchange;

/// <summary>What the exchange formats share: finding files, and names of articles as paths.</summary>
internal static class ExchangeFiles
{
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

    /// <summary>Writes a text file below a folder.</summary>
    public static void Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
