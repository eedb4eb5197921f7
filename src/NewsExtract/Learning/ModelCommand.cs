namespace NewsExtract.Learning;

/// <summary>Provenance of a model that <c>newsextract train</c> makes.</summary>
internal static class ModelCommand
{
    /// <summary>The provenance of a model of a kind, from those files.</summary>
    public static ModelProvenance Provenance(string kind, IEnumerable<string> sources) =>
        new(kind, typeof(ModelCommand).Assembly.GetName().Version!.ToString(3), $"newsextract train {kind} --data ../shared/data -o models/{kind}/{kind}.nxm", [.. sources.Order(StringComparer.Ordinal)]);
}
