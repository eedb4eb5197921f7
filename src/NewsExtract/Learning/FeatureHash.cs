using System.Runtime.CompilerServices;

namespace NewsExtract.Learning;

/// <summary>Stable 64-bit hashes of features: the same on every machine and in every run, without allocation.</summary>
internal static class FeatureHash
{
    /// <summary>Mixes a value into a hash (the finaliser of MurmurHash3 over their combination); the order of the two matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong hash, ulong value)
    {
        var mixed = (((hash + 0x632BE59BD9B4E019UL) * 0x9E3779B97F4A7C15UL) ^ value) * 0xFF51AFD7ED558CCDUL;
        mixed ^= mixed >> 33;
        mixed *= 0xC4CEB9FE1A85EC53UL;
        return mixed ^ (mixed >> 29);
    }

    /// <summary>The hash of characters, as they are.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)text.Length;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
            hash ^= hash >> 32;
        }

        return Mix(hash, (ulong)text.Length);
    }

    /// <summary>The hash of characters in lower case (invariant).</summary>
    public static ulong OfLower(ReadOnlySpan<char> text)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)text.Length;
        foreach (var c in text)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 0x100000001B3UL;
            hash ^= hash >> 32;
        }

        return Mix(hash, (ulong)text.Length);
    }
}
