namespace NewsExtract.Errors;

/// <summary>
/// Every error text of the library, in one place. Numbers: 00xx pipeline, 01xx input, 02xx output, 03xx models, 04xx training data,
/// 05xx evaluation and gold files, 06xx formats, 07xx engines, 08xx command line. A number is never used again for another fault.
/// </summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo LayerMissing(string layer) => new(
        "NX0001", $"The document has no {layer}.", "Put the stage that provides it earlier in the pipeline.");

    public static ErrorInfo StageRequires(string stage, string layer, string? provider) => new(
        "NX0002", $"The stage \"{stage}\" needs a {layer}, and no stage before it provides one.",
        provider is null ? "Add a stage that provides it before this one." : $"Call {provider} before it on the builder.");

    public static ErrorInfo ModelMissing(string name, string path) => new(
        "NX0301", $"The model \"{name}\" is not at {path}.", "Give the folder of the models with --models, or reinstall the tool.");

    public static ErrorInfo ModelForeign(string path) => new(
        "NX0302", $"{path} is not a NewsExtract model file.", "Check the path, or rebuild the model with 'newsextract train'.");

    public static ErrorInfo ModelVersion(string path, int found, int expected) => new(
        "NX0303", $"{path} has model format {found}; this version reads {expected}.", "Rebuild it with 'newsextract train', or use the models of this version.");

    public static ErrorInfo ModelDamaged(string path) => new(
        "NX0304", $"{path} is damaged: its checksum does not match its contents.", "Copy it again, or rebuild it with 'newsextract train'.");

    public static ErrorInfo ModelKind(string path, string found, string expected) => new(
        "NX0305", $"{path} holds a model of kind \"{found}\"; \"{expected}\" is needed.", "Check which file stands in which folder of the models.");

    public static ErrorInfo ModelSection(string path, string section) => new(
        "NX0306", $"{path} lacks the part \"{section}\".", "Rebuild the model with 'newsextract train' of this version.");

    public static ErrorInfo ModelVectors(string kind) => new(
        "NX0308", $"The model \"{kind}\" was trained with other word vectors than those in the models folder.", "Use models of one version, or rebuild it with 'newsextract train'.");

    public static ErrorInfo ModelFeatures(string kind) => new(
        "NX0310", $"The model \"{kind}\" was trained for the features of another version.", "Use models of one version, or rebuild it with 'newsextract train'.");

    public static ErrorInfo TrainingData(string folder, string reason) => new(
        "NX0311", $"The training data are not all in {folder}: {reason}", "Give the folder that holds them with --data.");

    public static ErrorInfo LexiconMissing(string name) => new(
        "NX0307", $"The seed lexicon \"{name}\" is not part of this build.", "Check the file name in seeds/ and build again.");

    public static ErrorInfo TreebankMalformed(string path, int line, string what) => new(
        "NX0403", $"{path} is not valid CoNLL-U at line {line}: {what}.", "Fetch the treebank again.");

    public static ErrorInfo ModelsMissing(string folder) => new(
        "NX0309", $"There are no models in {folder}.", "Give the folder of the models with --models, or reinstall the tool.");
}
