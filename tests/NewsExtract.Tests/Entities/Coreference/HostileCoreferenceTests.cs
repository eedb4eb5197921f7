using System.Text;
using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Entities.Coreference;

namespace NewsExtract.Tests.Entities.Coreference;

public class HostileCoreferenceTests
{
    private static readonly CoreferenceStage Stage = new(CoreferenceModel.Empty);

    private static readonly Gen<string> Pieces = Of(
        "[PERSON|Ada Quill]", "[PERSON|Quill]", "[ORG|Quill & Co.]", "[ORG|QC]", "[GPE|U.S.]", "[NORP|s]", "[PERSON|.]", "[ORG|the]", "[MISC|“]", "[PERSON|Mr.]",
        "[DATE|now|2025]", "he", "her", "it", "they", "who", "the company", "\"", "“", "said", ".", "\n\n", "(", "),");

    [Fact]
    public void Every_name_stays_and_every_mention_is_in_one_entity() =>
        Pieces.Array[0, 40].Sample(static pieces =>
        {
            var document = MarkedText.Read(string.Join(' ', pieces));
            var entities = Stage.Annotate(document, CancellationToken.None).Get<EntityLayer>().Entities;
            var mentions = entities.SelectMany(static entity => entity.Mentions).ToList();
            mentions.Where(static mention => mention.Kind == MentionKind.Name).Select(static mention => mention.Span).Order()
                .Should().Equal(document.Get<MentionLayer>().Mentions.Select(static mention => mention.Span));
            mentions.Select(static mention => mention.Span).Should().OnlyHaveUniqueItems();
            entities.All(static entity => entity.Name.Length > 0 && entity.Mentions.Length > 0).Should().BeTrue();
            entities.Select(static entity => entity.Id).Should().Equal(Enumerable.Range(1, entities.Length).Select(static number => $"e{number}"));
        }, iter: 300);

    [Fact]
    public void Fifty_thousand_words_of_names_and_pronouns_come_to_an_end()
    {
        var text = new StringBuilder();
        for (var number = 0; number < 5000; number++)
        {
            text.Append($"[PERSON|Ann{number % 700} Poe{number % 40}] told [PERSON|Poe{number % 40}] and [ORG|Poe Works {number}] that he said it was hers. ");
        }

        var document = MarkedText.Read(text.ToString());
        Stage.Annotate(document, CancellationToken.None).Get<EntityLayer>().Entities.Should().NotBeEmpty();
    }

    [Fact]
    public void A_sentence_without_end_and_a_chain_of_heads_through_it_come_to_one()
    {
        const int Words = 20_000;
        var article = new Article { Id = "chain", Text = string.Concat(Enumerable.Repeat("man ", Words)) };
        var document = new Document(article)
            .With(new TokenLayer([.. Enumerable.Range(0, Words).Select(static word => new TextSpan(4 * word, (4 * word) + 3))]))
            .With(new SentenceLayer([new Sentence(new TextSpan(0, (4 * Words) - 1), new TokenRange(0, Words), 0, false)]))
            .With(new MentionLayer([]))
            .With(new TagLayer([.. Enumerable.Repeat(Upos.NOUN, Words)], [.. Enumerable.Repeat(PennTags.Parse("NN"), Words)]))
            .With(new ParseLayer([.. Enumerable.Range(-1, Words)], [.. Enumerable.Repeat(Relation.Nmod, Words)]));
        Stage.Annotate(document, CancellationToken.None).Find<EntityLayer>().Should().NotBeNull();
    }

    // A parser may err in any way: a conjunct before its first, a name below its own title.
    [Fact]
    public void Any_tree_will_do() =>
        Gen.Select(Of("man", "Ada", "and", "who", "he", "the", ",", "said", "its").Array[1, 14], Gen.Int[0, 1000].Array[14], Gen.Enum<Relation>().Array[14], Gen.Enum<Upos>().Array[14])
            .Sample(static (words, heads, relations, upos) =>
            {
                var document = Tree(words, [.. words.Select((_, word) => (heads[word] % (words.Length + 1)) - 1)], [.. relations.Take(words.Length)], [.. upos.Take(words.Length)]);
                Stage.Annotate(document, CancellationToken.None).Get<EntityLayer>().Entities
                    .SelectMany(static entity => entity.Mentions).All(static mention => mention.Span.Length > 0).Should().BeTrue();
            }, iter: 3000);

    [Fact]
    public void Two_conjuncts_in_the_wrong_order_are_no_pair() =>
        Stage.Annotate(
            Tree(["men", "women", "said"], [1, 2, -1], [Relation.Conj, Relation.Nsubj, Relation.Root], [Upos.NOUN, Upos.NOUN, Upos.VERB]), CancellationToken.None)
            .Get<EntityLayer>().Entities.SelectMany(static entity => entity.Mentions).Select(static mention => mention.Span.Length).Should().NotContain(0);

    // The parser hangs half of a name on the title before it.
    [Fact]
    public void No_phrase_ends_inside_a_name()
    {
        var tree = Tree(
            ["Director", "Raj", "Shah", "said"], [3, 0, 3, -1], [Relation.Nsubj, Relation.Flat, Relation.Nsubj, Relation.Root], [Upos.NOUN, Upos.PROPN, Upos.PROPN, Upos.VERB]);
        var name = new NamedMention(new TextSpan(9, 17), new TokenRange(1, 3), EntityType.Person, 0.9);
        var mentions = Stage.Annotate(tree.With(new MentionLayer([name])), CancellationToken.None).Get<EntityLayer>().Entities.SelectMany(static entity => entity.Mentions).ToList();
        mentions.Should().Contain(static mention => mention.Span == new TextSpan(9, 17));
        mentions.Should().NotContain(static mention => mention.Span.Start < 9 && mention.Span.End > 9 && mention.Span.End < 17);
    }

    [Fact]
    public void A_document_without_words_has_no_entities() =>
        Stage.Annotate(MarkedText.Read(""), CancellationToken.None).Get<EntityLayer>().Entities.Should().BeEmpty();

    [Fact]
    public async Task One_document_after_another_and_many_at_once_give_the_same()
    {
        var documents = Enumerable.Range(0, 40).Select(static number =>
            MarkedText.Read($"[PERSON|Ada Quill{number % 7}] met [PERSON|Bo Tarrow]. He said she had [PERSON|Quill{number % 7}]'s vote. The [ORG|Tarrow Works] paid.")).ToArray();
        var alone = documents.Select(static document => Written(Stage.Annotate(document, CancellationToken.None))).ToArray();
        var together = await Task.WhenAll(documents.Reverse().Select(static document => Task.Run(() => Written(Stage.Annotate(document, CancellationToken.None)))));
        together.Reverse().Should().Equal(alone);
    }

    private static Document Tree(string[] words, int[] heads, Relation[] relations, Upos[] upos)
    {
        var text = string.Join(' ', words);
        var spans = new List<TextSpan>();
        foreach (var word in words)
        {
            var start = spans.Count == 0 ? 0 : spans[^1].End + 1;
            spans.Add(new TextSpan(start, start + word.Length));
        }

        return new Document(new Article { Id = "tree", Text = text })
            .With(new TokenLayer([.. spans]))
            .With(new SentenceLayer([new Sentence(new TextSpan(0, text.Length), new TokenRange(0, words.Length), 0, false)]))
            .With(new MentionLayer([]))
            .With(new TagLayer([.. upos], [.. Enumerable.Repeat(PennTags.Parse("NN"), words.Length)]))
            .With(new ParseLayer([.. heads], [.. relations]));
    }

    private static Gen<string> Of(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static string Written(Document document) =>
        string.Join('\n', document.Get<EntityLayer>().Entities.Select(static entity =>
            $"{entity.Id} {entity.Name} {entity.Gender} {string.Join(' ', entity.Mentions.Select(static mention => $"{mention.Span} {mention.Confidence:R}"))}"));
}
