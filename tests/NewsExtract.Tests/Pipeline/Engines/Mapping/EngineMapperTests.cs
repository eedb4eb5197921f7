using System.Collections.Immutable;
using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Pipeline.Engines.Mapping;

namespace NewsExtract.Tests.Pipeline.Engines.Mapping;

/// <summary>One row for every trap that is known of other engines' positions, and whatever an engine may make up.</summary>
public class EngineMapperTests
{
    [Theory]
    [InlineData("a\tb", "a b")]
    [InlineData("a\0b\u0085c\u001F", "a b c ")]
    [InlineData("a\r\nb", "a\r\nb")]
    [InlineData("é “x” 👍 \u00AD", "é “x” 👍 \u00AD")]
    public void Control_characters_become_spaces_and_offsets_stay(string text, string expected) => EngineText.Clean(text).Should().Be(expected);

    [Fact]
    public void A_text_without_control_characters_is_not_copied()
    {
        var text = new string("plain");
        EngineText.Clean(text).Should().BeSameAs(text);
    }

    [Fact]
    public void Inclusive_ends_become_exclusive() =>
        Map("Ann ran .", [Sentence("Ann ran .", (0, 2), (4, 6), (8, 8))]).Tokens.Should().Equal("Ann", "ran", ".");

    [Theory]
    [InlineData("We didn't go", "3-3r 4-8r", "We|did|n't|go")]
    [InlineData("We don’t go", "3-4r 5-7r", "We|do|n’t|go")]
    [InlineData("We can't go", "3-4r 5-7r", "We|ca|n't|go")]
    [InlineData("We xyzzyq go", "3-4r 5-8r", "We|xyzzyq|go")]
    public void Pieces_of_contractions_are_merged_and_split_by_our_own_rule(string text, string pieces, string expected)
    {
        var start = text.LastIndexOf(' ') + 1;
        var mapped = Map(text, [Sentence(text, ["0-1", .. pieces.Split(' '), $"{start}-{text.Length - 1}"])]);
        mapped.Tokens.Should().Equal(expected.Split('|'));
    }

    [Fact]
    public void The_pieces_of_a_contraction_keep_their_tags()
    {
        ImmutableArray<EngineToken> tokens = [new(0, 1, false, "PRON"), new(3, 3, true, "AUX"), new(4, 8, true, "PART"), new(10, 11, false, "VERB")];
        Map("We didn't go", [new EngineSentence(0, 11, tokens)]).Upos.Should().Equal(Upos.PRON, Upos.AUX, Upos.PART, Upos.VERB);
    }

    [Fact]
    public void A_single_replaced_token_is_left_whole() => Map("It's", [Sentence("It's", "0-3r")]).Tokens.Should().Equal("It's");

    [Theory]
    [InlineData("Oh 😀great day .", "0-1 3-5 6-9 11-13 15-15")] // takes the g with the emoji
    [InlineData("Oh 😀great day .", "0-1 6-9 11-13 15-15")] // loses it
    [InlineData("Oh 😀great day .", "0-1 3-3 5-9 11-13 15-15")] // cuts the emoji in two
    [InlineData("Oh 😀great day .", "0-1 3-4 5-9 5-9 11-13 15-15")] // counts twice
    [InlineData("Oh 😀great day .", "0-9 11-13 15-15")] // with a space inside
    [InlineData("Oh 😀great day .", "0-1 3-4 5-9 11-13 15-99")] // beyond the text
    [InlineData("Oh 😀great day .", "15-15 0-1 3-4 5-9 11-13")] // out of order
    [InlineData("Oh 😀great day .", "")] // a sentence without tokens
    public void A_sentence_with_broken_positions_gets_our_own_tokens(string text, string tokens)
    {
        var broken = tokens.Length == 0 ? new EngineSentence(0, text.Length - 1, []) : Sentence(text, tokens.Split(' '));
        var own = Map(text, []);
        own.Tokens.Should().Contain("day").And.Contain("great");
        Map(text, [broken]).Tokens.Should().Equal(own.Tokens);
    }

    [Fact]
    public void Our_own_tokens_take_the_tags_of_the_engine_at_the_same_place()
    {
        ImmutableArray<EngineToken> tokens = [new(0, 1, false, "INTJ"), new(6, 9, false, "ADJ"), new(11, 13, false, "NOUN"), new(15, 15, false, "PUNCT")];
        var mapped = Map("Oh 😀great day .", [new EngineSentence(0, 15, tokens)]);
        mapped.Upos[mapped.Tokens.IndexOf("day")].Should().Be(Upos.NOUN);
        mapped.Upos[^1].Should().Be(Upos.PUNCT);
    }

    [Fact]
    public void Text_outside_every_sentence_is_tokenized_too() =>
        Map("One two. Three four. Five", [Sentence("", 9, 19, "9-13", "15-18", "19-19")]).Tokens.Should().Equal("One", "two", ".", "Three", "four", ".", "Five");

    [Fact]
    public void Processed_twice_is_still_one_document() // an engine that doubles its tokens when it sees a document again
    {
        var once = Sentence("One two", "0-2", "4-6");
        Map("One two", [once, once]).Tokens.Should().Equal("One", "two");
    }

    [Fact]
    public void A_sentence_ends_with_its_paragraph()
    {
        const string Text = "Bridge reopens\n\nThe bridge is open.";
        var mapped = Map(Text, [Sentence(Text, "0-5", "7-13", "16-18", "20-25", "27-28", "30-33", "34-34")]);
        mapped.Sentences.Should().Equal("Bridge reopens", "The bridge is open.");
        mapped.Document.Get<SentenceLayer>()[0].IsHeading.Should().BeTrue();
    }

    [Theory]
    [InlineData("Person", EntityType.Person)]
    [InlineData("Organization", EntityType.Org)]
    [InlineData("Location", EntityType.Gpe)]
    [InlineData("person", EntityType.Person)]
    public void Types_are_ours(string type, EntityType expected) =>
        Mentions("Ann Poe ran .", new EngineName(0, 6, type)).Should().Equal($"Ann Poe {expected}");

    [Theory]
    [InlineData("EmailOrURL")]
    [InlineData("Hashtag")]
    [InlineData("")]
    public void Types_that_are_no_entities_are_left_out(string type) => Mentions("ann@example.org ran", new EngineName(0, 14, type)).Should().BeEmpty();

    [Theory]
    [InlineData(1, 5, "Ann Poe Person")] // inside its tokens: grows to their edges
    [InlineData(0, 8, "Ann Poe Person")] // with the possessive: loses it
    [InlineData(-3, 5, null)]
    [InlineData(5, 2, null)]
    [InlineData(0, 400, null)]
    public void Names_stand_on_whole_tokens(int begin, int last, string? expected) =>
        Mentions("Ann Poe's dog ran .", new EngineName(begin, last, "Person")).Should().Equal(expected is null ? [] : [expected]);

    [Fact]
    public void Of_names_that_overlap_the_first_and_longest_counts() =>
        Mentions("Ann Poe ran .", new EngineName(4, 6, "Location"), new EngineName(0, 2, "Person"), new EngineName(0, 6, "Organization")).Should().Equal("Ann Poe Org");

    [Theory]
    [InlineData("NONE", "word", Upos.X)]
    [InlineData("X", "!", Upos.PUNCT)]
    [InlineData(null, "12", Upos.NUM)]
    [InlineData(null, "€", Upos.SYM)]
    [InlineData("NOUN", "dogs", Upos.NOUN)]
    [InlineData("3", "word", Upos.X)]
    public void Tags_that_are_unknown_are_guessed(string? tag, string word, Upos expected) => EngineTags.Universal(tag, word).Should().Be(expected);

    [Theory]
    [InlineData("She had not closed it", "PRON AUX PART VERB PRON", 3, "VBN")]
    [InlineData("They closed it", "PRON VERB PRON", 1, "VBD")]
    [InlineData("They thought so", "PRON VERB ADV", 1, "VBD")]
    [InlineData("They will close it", "PRON AUX VERB PRON", 2, "VB")]
    [InlineData("They close it", "PRON VERB PRON", 1, "VBP")]
    [InlineData("They want to close it", "PRON VERB PART VERB PRON", 3, "VB")]
    [InlineData("They have it", "PRON AUX PRON", 1, "VBP")]
    [InlineData("They didn't have it", "PRON AUX PART AUX PRON", 3, "VB")]
    [InlineData("So \"we\" go", "ADV PUNCT PRON PUNCT VERB", 1, "``")]
    public void Penn_tags_of_verbs_depend_on_what_stands_before(string text, string tags, int token, string expected)
    {
        var document = EngineMapper.Map(Document(text), [], []);
        var penn = EngineTags.PennOf(text, document.Get<TokenLayer>(), [.. tags.Split(' ').Select(Enum.Parse<Upos>)]);
        PennTags.Names[penn[token]].Should().Be(expected);
    }

    [Fact]
    public void Without_tags_there_is_no_layer_of_them() =>
        EngineMapper.Map(Document("One two"), [Sentence("One two", "0-2", "4-6")], [], withTags: false).Find<TagLayer>().Should().BeNull();

    [Theory]
    [InlineData(Upos.NOUN, "dogs", "NNS")]
    [InlineData(Upos.NOUN, "Boss", "NN")]
    [InlineData(Upos.VERB, "said", "VBD")]
    [InlineData(Upos.VERB, "walked", "VBD")]
    [InlineData(Upos.AUX, "would", "MD")]
    [InlineData(Upos.PRON, "his", "PRP$")]
    [InlineData(Upos.PROPN, "Ann", "NNP")]
    [InlineData(Upos.PUNCT, "-", "HYPH")]
    [InlineData(Upos.X, "?", "XX")]
    public void Penn_tags_are_guessed_from_universal_tag_and_word(Upos tag, string word, string expected) =>
        PennTags.Names[EngineTags.PennOf(tag, word)].Should().Be(expected);

    [Fact]
    public void Whatever_an_engine_makes_up_the_layers_keep_the_contract()
    {
        var token = Gen.Select(Gen.Int[-3, 90], Gen.Int[-2, 9], Gen.Bool, static (begin, length, replaced) => new EngineToken(begin, begin + length, replaced, "NOUN"));
        var sentence = Gen.Select(Gen.Int[-3, 90], Gen.Int[-2, 60], token.Array[0, 8], Gen.Bool, static (begin, length, tokens, sort) =>
            new EngineSentence(begin, begin + length, [.. sort ? tokens.OrderBy(static t => t.Begin) : tokens.AsEnumerable()]));
        var name = Gen.Select(Gen.Int[-3, 90], Gen.Int[-2, 30], static (begin, length) => new EngineName(begin, begin + length, "Person"));
        Gen.Select(HostileText.Any, sentence.Array[0, 6], name.Array[0, 6]).Sample(
            static (text, sentences, names) => EngineContract.Check(EngineMapper.Map(Document(text), sentences, names), text), iter: 300);
    }

    [Fact]
    public void Half_right_engines_keep_the_contract()
    {
        // Words between spaces as the engine's tokens: right often enough that the engine's own path is taken.
        HostileText.Mixed.Sample(static text =>
        {
            var clean = EngineText.Clean(text);
            var tokens = ImmutableArray.CreateBuilder<EngineToken>();
            for (var i = 0; i < clean.Length; i++)
            {
                var start = i;
                while (i < clean.Length && clean[i] != ' ')
                {
                    i++;
                }

                if (i > start)
                {
                    tokens.Add(new EngineToken(start, i - 1, (start & 1) == 0, null));
                }
            }

            var all = tokens.ToImmutable();
            var middle = all.Length / 2;
            EngineSentence[] sentences = all.Length < 2
                ? []
                : [new(all[0].Begin, all[middle - 1].Last, all[..middle]), new(all[middle].Begin, all[^1].Last, all[middle..])];
            EngineContract.Check(EngineMapper.Map(Document(text), sentences, []), text);
        }, iter: 300);
    }

    [Fact]
    public void Cancellation_is_heeded()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var act = () => EngineMapper.Map(Document("One two"), [Sentence("One two", "0-2", "4-6")], [], cancellation: source.Token);
        act.Should().Throw<OperationCanceledException>();
    }

    private static Document Document(string text) => new(new Article { Id = "a", Text = text });

    private static EngineSentence Sentence(string text, params (int Begin, int Last)[] tokens) =>
        new(0, text.Length - 1, [.. tokens.Select(static t => new EngineToken(t.Begin, t.Last, false, null))]);

    private static EngineSentence Sentence(string text, params string[] tokens) => Sentence(text, 0, text.Length - 1, tokens);

    /// <summary>Tokens as "begin-last", with an r behind for a replaced piece.</summary>
    private static EngineSentence Sentence(string _, int begin, int last, params string[] tokens) => new(begin, last,
        [.. tokens.Select(static t => t.TrimEnd('r').Split('-').Select(int.Parse).ToArray() is var at ? new EngineToken(at[0], at[1], t.EndsWith('r'), null) : default)]);

    private static IEnumerable<string> Mentions(string text, params EngineName[] names)
    {
        var document = EngineMapper.Map(Document(text), [], names);
        EngineContract.Check(document, text);
        return document.Get<MentionLayer>().Mentions.Select(mention => $"{mention.Span.Of(text)} {mention.Type}");
    }

    private static (Document Document, List<string> Tokens, List<string> Sentences, ImmutableArray<Upos> Upos) Map(string text, EngineSentence[] sentences)
    {
        var document = EngineMapper.Map(Document(text), sentences, []);
        EngineContract.Check(document, text);
        return (document, [.. document.Get<TokenLayer>().Tokens.Select(t => t.Of(text))], [.. document.Get<SentenceLayer>().Sentences.Select(s => s.Span.Of(text))], document.Get<TagLayer>().Upos);
    }
}
