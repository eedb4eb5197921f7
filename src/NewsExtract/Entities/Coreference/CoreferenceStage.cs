using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Pipeline;

namespace NewsExtract.Entities.Coreference;

/// <summary>
/// Puts the mentions of one thing together: its names, the noun phrases and the pronouns that stand for it. <c>I</c>, <c>we</c> and <c>you</c> are left
/// alone, since who speaks is not known yet.
/// </summary>
internal sealed class CoreferenceStage(CoreferenceModel model) : IStage
{
    [ThreadStatic]
    private static Workers? t_workers;

    /// <inheritdoc/>
    public string Name => "coreference";

    /// <inheritdoc/>
    public ImmutableArray<Type> Requires { get; } = [typeof(TokenLayer), typeof(SentenceLayer), typeof(MentionLayer)];

    /// <inheritdoc/>
    public ImmutableArray<Type> Provides { get; } = [typeof(EntityLayer)];

    /// <inheritdoc/>
    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellation.ThrowIfCancellationRequested();
        var workers = t_workers ??= new Workers();
        var scratch = CoreferenceScratch.For(document);
        try
        {
            scratch.Entities.Clear();
            MentionFinder.Find(scratch);
            workers.Names.Cluster(scratch, model.Genders);
            workers.Resolver.Resolve(scratch, model);
            return document.With(workers.Writer.Write(scratch));
        }
        finally
        {
            scratch.Release();
        }
    }

    private sealed class Workers
    {
        public NameClusters Names { get; } = new();

        public Resolver Resolver { get; } = new();

        public EntityWriter Writer { get; } = new();
    }
}
