using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Network;

namespace NewsExtract.Syntax.Tagging;

/// <summary>Gives each token its part of speech, and no parse: for those who need tags alone. <see cref="Parsing.ParseStage"/> gives both at once.</summary>
internal sealed class TagStage(SyntaxModel model) : IStage
{
    internal const string ModelKind = "tagger";

    private readonly SyntaxAnnotator _annotator = new(model);

    public string Name => "tags";

    public ImmutableArray<Type> Requires { get; } = [typeof(TokenLayer), typeof(SentenceLayer)];

    public ImmutableArray<Type> Provides { get; } = [typeof(TagLayer)];

    /// <summary>The stage with the tagger of a store or, where there is none, with the lower half of its parser.</summary>
    public static TagStage Load(ModelStore models) =>
        new(SyntaxModel.Load(models, models.Has(ModelKind) ? ModelKind : Parsing.ParseStage.ModelKind));

    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.With(_annotator.Annotate(document, parse: false, cancellation).Tags);
    }
}
