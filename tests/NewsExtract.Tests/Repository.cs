namespace NewsExtract.Tests;

/// <summary>Where the files of the project stand, looked up from the test binary.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory, "NewsExtract.sln")
        ?? throw new InvalidOperationException("The tests run outside the project's folder.");

    /// <summary>The shared folder beside the project with training and development data, or null.</summary>
    public static string? Shared { get; } = FindShared();

    private static string? Find(string from, string file)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static string? FindShared()
    {
        for (var folder = new DirectoryInfo(Root).Parent; folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "data")))
            {
                return shared;
            }
        }

        return null;
    }
}
