using System.Runtime.InteropServices;

namespace NewsExtract.Learning;

/// <summary>
/// Asks the system to back memory with pages of 2 MiB. The tables of the models are looked up all over; with pages of 4 KiB most look-ups have to find their page first.
/// Where that cannot be had nothing happens.
/// </summary>
internal static partial class LargePages
{
    /// <summary>The size of such a page, and what the address should be a multiple of.</summary>
    public const int Size = 2 << 20;

    private const int HugePage = 14;

    /// <summary>Asks for large pages, before the memory is first written to.</summary>
    public static void AskFor(nint address, int length)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = MemoryAdvice(address, (nuint)length, HugePage);
            }
            catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
            {
                // Another C library: the pages stay small.
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MemoryAdvice(nint address, nuint length, int advice);
}
