using System.Collections.Immutable;
using NewsExtract.Entities.Coreference.Training;
using NewsExtract.Entities.Recognition;

namespace NewsExtract.Entities.Training;

/// <summary>The sources that the shipped recogniser learns from, and how much of each.</summary>
internal static class NameCorpora
{
    private const string Gmb = "entities/gmb.bio";
    private const string GumFolder = "syntax/gum";

    private static readonly ImmutableArray<string> _common =
    [
        "entities/uner_ewt.train.bio", "entities/uner_ewt.dev.bio", "entities/wikigold.bio", "entities/re_docred.bio",
        "entities/wnut17.train.bio", "entities/wnut17.dev.bio", "entities/wnut17.test.bio",
        "entities/crossner_politics.train.bio", "entities/crossner_politics.dev.bio", "entities/crossner_politics.test.bio",
        "entities/btc.a.bio", "entities/btc.b.bio", "entities/btc.e.bio", "entities/btc.f.bio", "entities/btc.g.bio", "entities/btc.h.bio",
        "entities/europarl.bio",
    ];

    /// <summary>The files read, relative to the data folder.</summary>
    public static ImmutableArray<string> FilesOf(string root) =>
        [Gmb, .. _common, .. GumFiles(root)];

    /// <summary>All documents, in a fixed order.</summary>
    public static List<LabelledDocument> Read(string root, TypeMaps maps)
    {
        // A fourth of GMB, by groups of 25 sentences: it is silver, and all of it outweighs the rest.
        var documents = CorpusReader.Read(root, Gmb, maps.Gmb, static number => number / 25 % 4 == 0, maps.IsPlace).ToList();
        foreach (var file in _common)
        {
            documents.AddRange(CorpusReader.Read(root, file, maps.Common, static _ => true, maps.IsPlace));
        }

        documents.AddRange(GumFiles(root).Select(file => GumReader.Read(root, file, maps)));
        return [.. documents.Select(maps.WithGroups)];
    }

    /// <summary>The rest of the Groningen Meaning Bank, to be learnt from where another model agrees.</summary>
    public static List<LabelledDocument> ReadRest(string root, TypeMaps maps) =>
        [.. CorpusReader.Read(root, Gmb, maps.Gmb, static number => number / 25 % 4 != 0, maps.IsPlace).Select(maps.WithGroups)];

    /// <summary>CoNLL-2003 with its own four types (its <c>MISC</c> as <see cref="NameTypes.Misc"/>), for measuring the learner alone.</summary>
    public static List<LabelledDocument> ReadConll(string root, string file) =>
        [.. CorpusReader.Read(root, file, static (type, _) => type switch
        {
            "PER" => NameTypes.Person,
            "ORG" => NameTypes.Org,
            "LOC" => NameTypes.Place,
            _ => NameTypes.Misc,
        }, static _ => true, sentences: 80)];

    /// <summary>Persons, organisations and places of a set that is there to measure with.</summary>
    public static List<LabelledDocument> ReadToMeasure(string root, string file) =>
        [.. CorpusReader.Read(root, file, static (type, _) => type switch
        {
            "PER" or "Person" => NameTypes.Person,
            "ORG" or "Organization" => NameTypes.Org,
            "LOC" or "Location" or "Facility" => NameTypes.Place,
            _ => -1,
        }, static _ => true)];

    private static IEnumerable<string> GumFiles(string root) =>
        GumDocument.Files(Path.Combine(root, GumFolder), "train").Select(static path => GumFolder + "/" + Path.GetFileName(path));
}
