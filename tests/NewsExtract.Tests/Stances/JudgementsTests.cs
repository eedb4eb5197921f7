using NewsExtract.Documents;
using NewsExtract.Stances;
using NewsExtract.Stances.Rules;
using NewsExtract.Tests.Stances.Articles;

namespace NewsExtract.Tests.Stances;

public sealed class JudgementsTests
{
    private static readonly Side Holder = new(0, new TokenRange(0, 1));
    private static readonly Side Target = new(1, new TokenRange(2, 3));

    [Fact]
    public void The_surest_answer_in_the_window_counts()
    {
        var judgements = new Judgements();
        judgements.Add(new TokenRange(0, 5), Holder, Target, 0, 0);
        judgements.Add(new TokenRange(0, 5), Holder, Target, 0.4, 0.1);
        judgements.Add(new TokenRange(5, 9), Holder, Target, 0.9, 0.9);

        judgements.TryFind(1, Holder, Target, 1, out var support).Should().BeTrue();
        support.Should().Be(0.4);
        judgements.TryFind(1, Holder, Target, -1, out var oppose).Should().BeTrue();
        oppose.Should().Be(0.1);
    }

    [Fact]
    public void The_other_direction_and_another_window_are_no_answers()
    {
        var judgements = new Judgements();
        judgements.Add(new TokenRange(0, 5), Holder, Target, 1, 1);

        judgements.TryFind(1, Target, Holder, 1, out _).Should().BeFalse();
        judgements.TryFind(5, Holder, Target, 1, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("verb:attack+owned", 0.1, false)]
    [InlineData("verb:attack+owned", 0.6, true)]
    [InlineData("verb:attack+owned", -1, true)]
    [InlineData("verb:attack", 0.1, false)]
    [InlineData("verb:attack", 0.3, true)]
    [InlineData("verb:attack", -1, true)]
    [InlineData("verb:attack+contrast", 0.1, true)]
    public void A_rule_needs_the_classifiers_consent_where_it_was_asked(string basis, double share, bool isKept)
    {
        var text = ReadArticle.Text("Okafor attacked Lindqvist's plan.");
        var finding = new Finding(Holder, Target, -1, new TokenRange(1, 3), basis, 0.56);
        var judgements = new Judgements();
        if (share >= 0)
        {
            judgements.Add(text.Sentences[0].Tokens, Holder, Target, 0, share);
        }

        var topic = finding with { Target = new Side(-1, new TokenRange(2, 4)) };
        new RuleFindings([topic], []).With([], judgements, text).Should().Contain(topic, "about topics it is not asked");
        new RuleFindings([finding], []).With([], judgements, text).Contains(finding).Should().Be(isKept);
    }
}
