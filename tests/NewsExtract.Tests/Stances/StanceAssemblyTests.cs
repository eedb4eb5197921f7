using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Tests.Stances;

public sealed class StanceAssemblyTests
{
    private const string Text = "Ann Reed criticized Okafor, the senator, before he left and Okafor replied.";

    [Fact]
    public void Of_two_names_the_first_in_the_text_is_the_side() =>
        TargetOf(Entities((20, 26, MentionKind.Name), (60, 66, MentionKind.Name)), (60, 66, 0.9), (20, 26, 0.4)).Should().Be("Okafor@20");

    [Fact]
    public void A_name_goes_before_what_stands_earlier_without_one() =>
        TargetOf(Entities((28, 39, MentionKind.Nominal), (60, 66, MentionKind.Name)), (28, 39, 0.9), (60, 66, 0.4)).Should().Be("Okafor@60");

    [Fact]
    public void A_description_in_the_sentence_stands_for_a_pronoun_where_there_is_no_name() =>
        TargetOf(Entities((28, 39, MentionKind.Nominal), (48, 50, MentionKind.Pronoun)), (48, 50, 0.9)).Should().Be("the senator@28");

    [Fact]
    public void A_pronoun_alone_stays() => TargetOf(Entities((48, 50, MentionKind.Pronoun)), (48, 50, 0.9)).Should().Be("he@48");

    private static (int Start, int End, MentionKind Kind)[] Entities(params (int Start, int End, MentionKind Kind)[] mentions) => mentions;

    // A critic's stance on the second entity, found at these places with these weights.
    private static string TargetOf((int Start, int End, MentionKind Kind)[] mentions, params (int Start, int End, double Weight)[] found)
    {
        var document = new Document(new Article { Id = "a", Text = Text });
        foreach (var stage in DefaultPipeline.WithoutStances(ModelStore.Default).Stages)
        {
            document = stage.Annotate(document, CancellationToken.None);
        }

        var tokens = document.Get<TokenLayer>();
        EntityMention Mention(int start, int end, MentionKind kind) => new(new TextSpan(start, end), tokens.Covering(new TextSpan(start, end)), kind, 1);
        document = document.With(new EntityLayer([
            new Entity("e1", EntityType.Person, "Ann Reed", [Mention(0, 8, MentionKind.Name)]),
            new Entity("e2", EntityType.Person, "Okafor", [.. mentions.Select(m => Mention(m.Start, m.End, m.Kind))]),
        ]));
        var text = new StanceText(document);
        Side SideAt(int entity, int start, int end) => new(entity, tokens.Covering(new TextSpan(start, end)));
        var findings = found.Select(f => new Finding(SideAt(0, 0, 8), SideAt(1, f.Start, f.End), -1, new TokenRange(2, 3), "model:pair", f.Weight)).ToList();

        var stance = StanceAssembly.Build(text, findings, StanceOptions.Default).Stances.Should().ContainSingle().Subject;

        return $"{stance.Target.Span!.Value.Of(Text)}@{stance.Target.Span.Value.Start}";
    }
}
