using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.Pipeline.Batch;

/// <summary>
/// Gives each article of a run a path of its own that every file system takes and that stays inside the output folder, whatever the input's id.
/// Two names that differ only in case count as one.
/// </summary>
internal sealed class OutputNames
{
    private const int LongestSegment = 120;
    private const string Forbidden = "<>:\"|?*\\";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    // Hashes rather than names: a run may have millions.
    private readonly HashSet<UInt128> _taken = [];

    /// <summary>A free name: the proposal, or the alternative when it is taken, or the proposal with a number.</summary>
    public string Take(string proposal, string? alternative = null)
    {
        var safe = Safe(proposal);
        if (_taken.Add(KeyOf(safe)))
        {
            return safe;
        }

        if (alternative is not null && Safe(alternative) is var other && _taken.Add(KeyOf(other)))
        {
            return other;
        }

        for (var number = 2; ; number++)
        {
            if (_taken.Add(KeyOf($"{safe}-{number}")))
            {
                return $"{safe}-{number}";
            }
        }
    }

    /// <summary>The proposal without what a file system does not take or what would lead out of the folder.</summary>
    internal static string Safe(string proposal)
    {
        var segments = proposal.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length == 0 ? "_" : string.Join('/', segments.Select(Segment));
    }

    private static string Segment(string segment)
    {
        var clean = string.Create(segment.Length, segment, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var c = source[i];
                target[i] = c < ' ' || c == '\u007F' || Forbidden.Contains(c, StringComparison.Ordinal) ? '_' : c;
            }
        });
        clean = clean.TrimEnd(' ', '.');
        if (clean.Length > LongestSegment || Encoding.UTF8.GetByteCount(clean) > 2 * LongestSegment)
        {
            var length = char.IsHighSurrogate(clean[LongestSegment / 2 - 1]) ? LongestSegment / 2 - 1 : LongestSegment / 2;
            clean = $"{clean[..length]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(segment)).AsSpan(0, 8))}";
        }

        return clean.Length == 0 || Reserved.Contains(clean.Split('.')[0]) ? "_" + clean : clean;
    }

    private static UInt128 KeyOf(string name) => LedgerHash.Of(name.ToUpperInvariant());
}
