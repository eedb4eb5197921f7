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

    /// <summary>What the network makes of a pair; <see cref="StanceModel.Unread"/> where the two stand too far apart, twice 0 where there is no network.</summary>
    public (float Support, float Oppose) Read(TokenRange holder, TokenRange target, TokenRange sentence) =>
        _pass is null ? default
        : Features.Words(_words, holder, target, sentence) ? _pass.Score(_words.Vectors.AsSpan(0, _words.Count), _words.Rows, _words.Target, _words.Holder)
        : StanceModel.Unread;
}
