using System.Collections.Immutable;
using System.Security.Cryptography;
using NewsExtract.Errors;

namespace NewsExtract.Syntax.Treebanks;

/// <summary>The treebanks that tagger and parser learn from and are measured on: English Web Treebank and GUM, each in its standard split.</summary>
internal sealed class TreebankSplits
{
    private TreebankSplits()
    {
    }

    /// <summary>EWT train and those GUM documents that are neither dev nor test.</summary>
    public required ImmutableArray<TreebankSentence> Train { get; init; }

    public required ImmutableArray<TreebankSentence> EwtDev { get; init; }

    public required ImmutableArray<TreebankSentence> EwtTest { get; init; }

    public required ImmutableArray<TreebankSentence> GumDev { get; init; }

    /// <summary>The training files with their hashes.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>Reads <c>syntax/</c> below a data folder.</summary>
    /// <exception cref="NewsExtractException">NX0401: a file is missing; NX0403: one is malformed.</exception>
    public static TreebankSplits Read(string data)
    {
        var sources = ImmutableArray.CreateBuilder<string>();
        var train = ImmutableArray.CreateBuilder<TreebankSentence>();
        var gumDev = ImmutableArray.CreateBuilder<TreebankSentence>();
        void Learn(string file)
        {
            var path = Existing(data, file);
            using var stream = File.OpenRead(path);
            sources.Add($"{file} sha256:{Convert.ToHexStringLower(SHA256.HashData(stream))}");
            train.AddRange(ConlluReader.Read(path));
        }

        Learn("syntax/ewt/en_ewt-ud-train.conllu");
        var splits = Splits(Existing(data, "syntax/gum/splits.md"));
        foreach (var path in Directory.GetFiles(Path.Combine(data, "syntax", "gum"), "*.conllu").Order(StringComparer.Ordinal))
        {
            switch (splits.GetValueOrDefault(Path.GetFileNameWithoutExtension(path)))
            {
                case "train":
                    Learn("syntax/gum/" + Path.GetFileName(path));
                    break;
                case "dev":
                    gumDev.AddRange(ConlluReader.Read(path));
                    break;
            }
        }

        return new TreebankSplits
        {
            Train = train.ToImmutable(),
            EwtDev = [.. ConlluReader.Read(Existing(data, "syntax/ewt/en_ewt-ud-dev.conllu"))],
            EwtTest = [.. ConlluReader.Read(Existing(data, "syntax/ewt/en_ewt-ud-test.conllu"))],
            GumDev = gumDev.ToImmutable(),
            Sources = sources.ToImmutable(),
        };
    }

    private static string Existing(string data, string file)
    {
        var path = Path.Combine(data, file);
        return File.Exists(path) ? path : throw new NewsExtractException(ErrorCatalog.TrainingFileMissing(path));
    }

    /// <summary>Documents by split; those that the list calls neither dev nor test are <c>train</c>.</summary>
    private static Dictionary<string, string> Splits(string path)
    {
        var splits = new Dictionary<string, string>();
        var section = "";
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..].Trim();
            }
            else if (line.Trim().StartsWith("* ", StringComparison.Ordinal))
            {
                splits[line.Trim()[2..]] = section;
            }
        }

        foreach (var document in Directory.GetFiles(Path.GetDirectoryName(path)!, "*.conllu"))
        {
            splits.TryAdd(Path.GetFileNameWithoutExtension(document), "train");
        }

        return splits;
    }
}
