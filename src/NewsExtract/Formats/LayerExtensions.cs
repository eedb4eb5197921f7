using System.Collections.Immutable;

namespace NewsExtract.Formats;

/// <summary>Layers of annotation files, which may be absent.</summary>
internal static class LayerExtensions
{
    /// <summary>The items of a layer; none when it is absent.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> layer) => layer.IsDefault ? [] : layer;
}
