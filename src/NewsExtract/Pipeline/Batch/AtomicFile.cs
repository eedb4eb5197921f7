using NewsExtract.Errors;

namespace NewsExtract.Pipeline.Batch;

/// <summary>Files that appear whole or not at all: written beside their place, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>What unfinished files end in.</summary>
    public const string PartExtension = ".nxpart";

    /// <summary>Writes a file, and its folder when it is not there.</summary>
    /// <exception cref="NewsExtractException">NX0202: the disk is full, or writing is not allowed. Nothing is left behind.</exception>
    public static void Write(string path, ReadOnlySpan<byte> contents)
    {
        var part = path + PartExtension;
        try
        {
            using (var stream = Create(part))
            {
                stream.Write(contents);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(part);
            throw new NewsExtractException(ErrorCatalog.WriteFailed(path, e.Message), e);
        }
    }

    /// <summary>Deletes what a killed run left unfinished below a folder.</summary>
    public static void CleanUp(string folder)
    {
        if (Directory.Exists(folder))
        {
            foreach (var part in Directory.EnumerateFiles(folder, "*" + PartExtension, SearchOption.AllDirectories))
            {
                TryDelete(part);
            }
        }
    }

    private static FileStream Create(string part)
    {
        try
        {
            return new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            // The runtime tells a missing folder by looking again, when another worker may have made it: then it says that the file is missing.
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(part))!);
            return new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is cleaned up by the next run.
        }
    }
}
