using NewsExtract.Documents;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning;
using NewsExtract.Learning.Neural;
using NewsExtract.Stances;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Network;
using NewsExtract.Tests.Stances.Articles;

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

    [Theory]
    [InlineData(5)]
    [InlineData(200)]
    public void A_pair_read_in_its_window_gets_the_answer_of_the_kept_case_whatever_was_read_before(int between)
    {
        var filler = string.Join(' ', Enumerable.Range(0, between).Select(static i => i % 2 == 0 ? "very" : "slowly"));
        var (features, text) = Begin($"The dock opened {filler} before the harbour council praised Ostrava again for its plan. The mayor, who {filler} left, angered Brandt and the dockers on Monday.");
        var (input, whole) = (Network(), new PairWords());
        var (warm, cold) = (new PairPass([input]), new PairPass([input]));
        var (first, second) = (text.Sentences[0].Tokens, text.Sentences[1].Tokens);
        (string Holder, string Target, TokenRange Window)[] pairs = [("council", "Ostrava", first), ("Ostrava", "council", first), ("mayor", "Brandt", second), ("council", "Ostrava", first), ("council", "Ostrava", Whole(text))];
        foreach (var (holder, target, window) in pairs)
        {
            var places = new PairWords();
            if (!features.Places(places, Find(text, holder), Find(text, target), window))
            {
                features.Words(whole, Find(text, holder), Find(text, target), window).Should().BeFalse();
                continue;
            }

            features.Words(whole, Find(text, holder), Find(text, target), window).Should().BeTrue();
            warm.Score(features, places, window).Should().Be(cold.Score(whole.Copy()), "{0} and {1} in {2}", holder, target, window);
        }
    }

    [Fact]
    public void Of_another_document_nothing_is_left()
    {
        var (input, whole) = (Network(), new PairWords());
        var (warm, cold) = (new PairPass([input]), new PairPass([input]));
        foreach (var sentence in (string[])["The council praised Ostrava.", "The council angered Ostrava."])
        {
            var (features, text) = Begin(sentence);
            var places = new PairWords();
            warm.Begin();
            features.Places(places, Find(text, "council"), Find(text, "Ostrava"), Whole(text));
            features.Words(whole, Find(text, "council"), Find(text, "Ostrava"), Whole(text));
            warm.Score(features, places, Whole(text)).Should().Be(cold.Score(whole.Copy()));
        }
    }

    [Theory]
    [InlineData("The council praised Ostrava.", "council", "Ostrava", 2, 2)]
    [InlineData("Ostrava was praised by the council.", "council", "Ostrava", 2, 2)]
    [InlineData("The council angered Ostrava.", "Ostrava", "council", -2, -2)]
    [InlineData("The council angered Ostrava.", "council", "Ostrava", 0, 0)]
    [InlineData("The council did not praise Ostrava.", "council", "Ostrava", 2, -2)]
    [InlineData("The council voted against Ostrava.", "council", "Ostrava", -2, -2)]
    [InlineData("Brandt stands by Ostrava.", "Brandt", "Ostrava", 2, 2)]
    public void What_the_word_between_implies_goes_by_the_parts_of_the_two(string sentence, string holder, string target, float implied, float signed)
    {
        var (features, text) = Begin(sentence);
        var row = new FeatureRow();

        features.Pair(row, Find(text, holder), Find(text, target), Whole(text), default);

        row.Dense[FeatureLayout.Implied].Should().Be(implied);
        row.Dense[FeatureLayout.ImpliedSigned].Should().Be(signed);
    }

    [Theory]
    [InlineData("The corrupt mayor left.", "mayor", -2)]
    [InlineData("The mayor lied.", "mayor", -2)]
    [InlineData("They spoke of the corruption of the mayor.", "mayor", -2)]
    [InlineData("The council praised the mayor.", "mayor", 2)]
    [InlineData("The council met the mayor.", "mayor", 0)]
    public void The_words_beside_a_name_put_it_in_a_light(string sentence, string target, float grade)
    {
        var (features, text) = Begin(sentence);
        var row = new FeatureRow();

        features.Target(row, Find(text, target), Whole(text));

        row.Dense[FeatureLayout.TargetGrade].Should().Be(grade);
    }

    private static FoldedInput Network()
    {
        var vectors = WordVectors.Load(ModelStore.Default);
        var layers = new NameLayers(vectors.Dimensions, 64, 2, PairReadout.Outputs);
        layers.Initialise(3);
        var random = new SplitMix(4);
        return new FoldedInput(new NameNetwork(layers, Enumerable.Range(0, PairWords.Buckets * NameLayers.Side).Select(_ => random.NextSingle() - 0.5f).ToArray(), 1), vectors);
    }

    private static IEnumerable<ushort> ToHolder(PairWords words) =>
        Enumerable.Range(0, words.Count).Select(i => words.Rows[(i * PairWords.Slots) + PairWords.OwnSlots]);

    private static (PairFeatures Features, StanceText Text) Begin(string sentence = Text)
    {
        var text = ReadArticle.Text(sentence);
        var features = new PairFeatures(WordVectors.Load(ModelStore.Default), default);
        features.Begin(text, PairDomain.Sentences);
        return (features, text);
    }

    private static TokenRange Whole(StanceText text) => new(0, text.Tokens.Count);

    private static TokenRange Find(StanceText text, string word)
    {
        var start = text.Text.IndexOf(word, StringComparison.Ordinal);
        return text.Tokens.Covering(new TextSpan(start, start + word.Length));
    }
}
