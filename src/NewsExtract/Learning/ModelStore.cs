using System.Collections.Immutable;

namespace NewsExtract.Learning;

/// <summary>The folder of the models: <c>{folder}/{kind}/{kind}.nxm</c>.</summary>
internal sealed class ModelStore(string folder)
{
    /// <summary>The models beside the assembly, or those that the environment variable <c>NEWSEXTRACT_MODELS</c> names.</summary>
    public static ModelStore Default { get; } =
        new(Environment.GetEnvironmentVariable("NEWSEXTRACT_MODELS") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>Where the model of a kind stands.</summary>
    public string PathOf(string kind) => Path.Combine(folder, kind, kind + ".nxm");

    /// <summary>Whether there is a model of that kind.</summary>
    public bool Has(string kind) => File.Exists(PathOf(kind));

    /// <summary>Reads and checks the model of a kind.</summary>
    /// <exception cref="Errors.NewsExtractException">NX0301 to NX0305.</exception>
    public ModelFile Read(string kind) => ModelFile.Read(PathOf(kind), kind);

    /// <summary>The models that are there, by kind, each with the hash that its file states (<c>sha256:…</c>); in the order of their kinds.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Hashes() =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).Where(kind => Has(kind!)).Select(kind => KeyValuePair.Create(kind!, ModelFile.StatedHash(PathOf(kind!))))]
            : [];
}
