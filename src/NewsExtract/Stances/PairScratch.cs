using NewsExtract.Documents;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Network;

namespace NewsExtract.Stances;

/// <summary>Working memory of one thread for judging pairs.</summary>
internal sealed class PairScratch(StanceModel model)
{
    private readonly PairPass? _pass = model.CreatePass();
    private readonly PairWords _words = new();

    public PairFeatures Features { get; } = model.CreateFeatures();

    public FeatureRow Row { get; } = new();

    public FeatureRow Back { get; } = new();

    /// <summary>Looks at another document.</summary>
    public void Begin(StanceText text, PairDomain domain)
    {
        Features.Begin(text, domain);
        _pass?.Begin();
    }

    /// <summary>What the network makes of a pair; <see cref="StanceModel.Unread"/> where the two stand too far apart, twice 0 where there is no network.</summary>
    public (float Support, float Oppose) Read(TokenRange holder, TokenRange target, TokenRange sentence) =>
        _pass is null ? default : Features.Places(_words, holder, target, sentence) ? _pass.Score(Features, _words, sentence) : StanceModel.Unread;
}
