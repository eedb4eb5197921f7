using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Network;

namespace NewsExtract.Tests.Stances;

public sealed class PairFeaturesTests
{
    private const string Text = "On Monday the harbour council praised Ostrava for its plan.";

    [Fact]
    public void Words_outside_names_reach_the_network_with_their_vectors()
    {
        var (features, text) = Begin();
        var words = new PairWords();

        features.Words(words, Find(text, "council"), Find(text, "Ostrava"), Whole(text)).Should().BeTrue();

        words.Count.Should().Be(text.Tokens.Count);
        words.Target.Should().Be(Find(text, "Ostrava").Start);
        words.Vectors[Find(text, "praised").Start].Should().BeGreaterThanOrEqualTo(0);
        words.Vectors[words.Target].Should().Be(-1, "names are masked");
    }

    [Fact]
    public void A_target_alone_has_no_place_towards_a_holder()
    {
        var (features, text) = Begin();
        var (pair, alone) = (new PairWords(), new PairWords());

        features.Words(pair, Find(text, "council"), Find(text, "Ostrava"), Whole(text));
        features.Words(alone, default, Find(text, "Ostrava"), Whole(text)).Should().BeTrue();

        alone.Target.Should().Be(pair.Target);
        ToHolder(alone).Distinct().Should().HaveCount(1);
        ToHolder(pair).Distinct().Should().HaveCountGreaterThan(1);
    }

    private static IEnumerable<ushort> ToHolder(PairWords words) =>
        Enumerable.Range(0, words.Count).Select(i => words.Rows[(i * PairWords.Slots) + PairWords.OwnSlots]);

    private static (PairFeatures Features, StanceText Text) Begin()
    {
        var document = new Document(new Article { Id = "a", Text = Text });
        foreach (var stage in DefaultPipeline.WithoutStances(ModelStore.Default).Stages)
        {
            document = stage.Annotate(document, CancellationToken.None);
        }

        var text = new StanceText(document);
        var features = new PairFeatures(WordVectors.Load(ModelStore.Default), default);
        features.Begin(text, PairDomain.Sentences);
        return (features, text);
    }

    private static TokenRange Whole(StanceText text) => new(0, text.Tokens.Count);

    private static TokenRange Find(StanceText text, string word)
    {
        var start = Text.IndexOf(word, StringComparison.Ordinal);
        return text.Tokens.Covering(new TextSpan(start, start + word.Length));
    }
}
