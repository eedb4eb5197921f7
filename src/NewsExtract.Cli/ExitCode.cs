namespace NewsExtract.Cli;

/// <summary>What the tool tells the shell; part of its contract.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command line is wrong, or what it names cannot be used.</summary>
    public const int Usage = 1;

    /// <summary>Finished, but some articles failed; or writing had to be given up.</summary>
    public const int SomeFailed = 2;

    /// <summary>A <c>--fail-under</c> gate was missed.</summary>
    public const int GateMissed = 3;

    public const int Interrupted = 130;
}
