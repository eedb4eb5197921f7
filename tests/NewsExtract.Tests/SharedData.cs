namespace NewsExtract.Tests;

/// <summary>The measuring data beside the repository, where they are there.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder of <c>../shared/data</c>; the test is skipped when the data are not there.</summary>
    public static string Require(params string[] path)
    {
        Assert.SkipWhen(Repository.Shared is null, "The measuring data (../shared/data) are not here.");
        return Path.Combine([Repository.Shared!, "data", .. path]);
    }
}
