using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances;

namespace NewsExtract.Tests.Stances.Articles;

public sealed class ArticleReaderTests
{
    private static readonly Lazy<NewsPipeline> Pipeline = new(static () => DefaultPipeline.Build(ModelStore.Default));

    private const string Text = """
        Senator Amara Okafor attacked Governor Erik Lindqvist over the closure of the port on Monday.

        “Governor Lindqvist has betrayed this town,” Okafor said in a speech on the quay. “He lied to the dockers. It is a disgrace, and it will cost him his job.”

        Mayor Petra Brandt defended the governor. “Lindqvist had no choice,” Brandt said.

        The port opened in 1931. It has two docks and a railway. Some 400 people work there. Ships from Norway call on Tuesdays and Fridays.
        """;

    [Fact]
    public void A_speaker_goes_on_about_whom_the_sentence_before_names()
    {
        var stances = Stances(Text);
        stances.Should().Contain(s => s.Holder.Name.EndsWith("Okafor") && s.Target.Name.EndsWith("Lindqvist") && s.Polarity == Polarity.Oppose && s.Evidence.Start < Text.IndexOf("Monday"));
        stances.Should().Contain(s => s.Holder.Name.EndsWith("Okafor") && s.Target.Name.EndsWith("Lindqvist") && s.Polarity == Polarity.Oppose && s.Evidence.Start >= Text.IndexOf("It is a disgrace"));
        stances.Should().Contain(s => s.Holder.Name.EndsWith("Brandt") && s.Target.Name.EndsWith("Lindqvist") && s.Polarity == Polarity.Support);
    }

    [Fact]
    public void What_only_stands_in_the_article_is_held_by_nobody() =>
        Stances(Text).Should().NotContain(s => s.Target.Name.Contains("Norway") || s.Holder.Name.Contains("Norway"));

    [Fact]
    public void Seven_sentences_are_read_one_by_one_and_eight_as_an_article()
    {
        const string Opening = "Senator Amara Okafor attacked Governor Erik Lindqvist on Monday.\n\n";
        string Basis(int more) => string.Join(' ', Stances(Opening + string.Concat(Enumerable.Repeat("The harbour was quiet. ", more))).SelectMany(static s => s.Basis));
        Basis(6).Should().Contain("model:pair").And.NotContain("model:article");
        Basis(7).Should().Contain("model:article").And.NotContain("model:pair");
    }

    [Fact]
    public void Without_a_parse_quotes_or_entities_an_article_is_borne()
    {
        var document = Pipeline.Value.Annotate(new Article { Id = "article", Text = Text });
        var bare = new Document(document.Article).With(document.Get<TokenLayer>()).With(document.Get<SentenceLayer>());
        var stage = StanceStage.Create(ModelStore.Default, StanceOptions.Default);
        stage.Annotate(bare.With(document.Get<EntityLayer>()), CancellationToken.None).Get<StanceLayer>().Stances.Should().NotBeNull();
        stage.Annotate(bare.With(new EntityLayer([])), CancellationToken.None).Get<StanceLayer>().Stances.Should().BeEmpty();
    }

    [Fact]
    public void The_order_of_articles_changes_nothing()
    {
        var other = "Mayor Petra Brandt thanked the crews.\n\n" + string.Concat(Enumerable.Repeat("The harbour was quiet. ", 12));
        var first = string.Join('\n', Stances(Text));
        Stances(other).Should().NotBeEmpty();
        string.Join('\n', Stances(Text)).Should().Be(first);
    }

    private static ImmutableArray<Stance> Stances(string text) => Pipeline.Value.Annotate(new Article { Id = "article", Text = text }).Get<StanceLayer>().Stances;
}
