using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Network;

namespace NewsExtract.Syntax.Parsing;

/// <summary>Gives each sentence its dependency tree and, unless another stage has done so, each token its part of speech: both come from one encoder.</summary>
internal sealed class ParseStage(SyntaxModel model) : IStage
{
    internal const string ModelKind = "parser";

    private readonly SyntaxAnnotator _annotator = new(model);

    public string Name => "parse";

    public ImmutableArray<Type> Requires { get; } = [typeof(TokenLayer), typeof(SentenceLayer)];

    public ImmutableArray<Type> Provides { get; } = [typeof(TagLayer), typeof(ParseLayer)];

    /// <summary>The stage with the parser of a store.</summary>
    public static ParseStage Load(ModelStore models) => new(SyntaxModel.Load(models, ModelKind));

    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (tags, parse) = _annotator.Annotate(document, parse: true, cancellation);
        return (document.Find<TagLayer>() is null ? document.With(tags) : document).With(parse!);
    }
}
