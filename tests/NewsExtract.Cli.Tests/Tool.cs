using System.Diagnostics;

namespace NewsExtract.Cli.Tests;

/// <summary>Runs the tool as a process of its own, as a user does.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "NewsExtract.Cli.dll");

    public static ToolResult Run(params string[] args) => RunWith("", args);

    public static ToolResult RunWith(string input, params string[] args)
    {
        using var process = Start(args);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Finish(process);
    }

    public static Process Start(params string[] args)
    {
        var info = new ProcessStartInfo(DotnetPath(), [Assembly, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        info.Environment["NO_COLOR"] = "1";
        return Process.Start(info)!;
    }

    public static ToolResult Finish(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The tool did not end.");
        }

        return new ToolResult(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>A shell command, for redirections and limits; <c>$TOOL</c> runs the tool.</summary>
    public static ToolResult Shell(string command)
    {
        var info = new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        info.Environment["TOOL"] = $"{DotnetPath()} {Assembly}";
        using var process = Process.Start(info)!;
        return Finish(process);
    }

    public static void SkipWithoutUnix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Uses what only Unix has.");

    private static string DotnetPath() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
