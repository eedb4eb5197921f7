using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Parsing;
using NewsExtract.Syntax.Tokens;
using NewsExtract.Syntax.Training;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Tests.Syntax;

/// <summary>A tiny network on a few sentences of our own, trained anew for each test in a second or less.</summary>
public class SyntaxLearnerTests
{
    private static readonly SyntaxSettings Tiny = new()
    {
        Shape = new SyntaxShape(Vector: 16, Word: 16, Affix: 16, AffixRows: 256, Width: 32, Layers: 2, TagLayers: 1, Arc: 32, Relation: 32),
        Dropout = new SyntaxDropout(0.1f, 0.1f, 0.1f),
        Epochs = 60,
        BatchWords = 20,
        Rate = 0.01f,
        MinimumCount = 1,
        WarmUp = 10,
        CaseShare = 0,
    };

    private static readonly WordVectors Vectors = BuildVectors("the", "minister", "praised", "plan", "a", "in", "paris", ".");

    private static readonly TreebankSentence[] Sentences =
    [
        Sentence("The/DET/DT/1/det minister/NOUN/NN/2/nsubj praised/VERB/VBD/-1/root the/DET/DT/4/det plan/NOUN/NN/2/obj ././PUNCT/./2/punct"),
        Sentence("A/DET/DT/1/det plan/NOUN/NN/2/nsubj:pass praised/VERB/VBN/-1/root in/ADP/IN/4/case Paris/PROPN/NNP/2/obl ././PUNCT/./2/punct"),
        Sentence("She/PRON/PRP/1/nsubj praised/VERB/VBD/-1/root Paris/PROPN/NNP/1/obj"),
        Sentence("No/DET/DT/1/det plan/NOUN/NN/-1/root"),
        Sentence("Paris/PROPN/NNP/-1/root"),
    ];

    [Fact]
    public void One_thread_and_two_give_the_same_bytes()
    {
        var settings = Tiny with { Epochs = 4 };
        var one = Train(settings, threads: 1);

        Train(settings, threads: 2).Should().Equal(one);
        Train(settings, threads: 1).Should().Equal(one);
    }

    [Fact]
    public void A_tiny_network_learns_its_sentences_by_heart()
    {
        var model = Load(Train(Tiny, threads: 1));

        var scores = SyntaxScores.Of(model, Sentences);

        scores.Words.Should().Be(Sentences.Sum(static sentence => sentence.Length));
        scores.Upos.Should().BeGreaterThan(scores.Words - 2);
        scores.Penn.Should().BeGreaterThan(scores.Words - 2);
        scores.Labelled.Should().BeGreaterThan(scores.Words - 3);
    }

    [Fact]
    public void One_teacher_alone_labels_as_it_analyses()
    {
        var model = Load(Train(Tiny with { Epochs = 10 }, threads: 1));

        var labelled = new SyntaxEnsemble([model]).Label([.. Sentences.Select(static sentence => sentence.Words)], CancellationToken.None);

        SyntaxScores.Of(model, labelled).Labelled.Should().Be(Sentences.Sum(static sentence => sentence.Length));
    }

    [Fact]
    public void Teachers_decide_together()
    {
        var models = Enumerable.Range(0, 3).Select(static seed => Load(Train(Tiny with { Epochs = 30, Seed = (ulong)seed }, threads: 1))).ToList();
        string[][] words = [.. Sentences.Select(static sentence => sentence.Words)];

        var together = SyntaxScores.Compare(Sentences, new SyntaxEnsemble(models).Label(words, CancellationToken.None));

        together.Labelled.Should().BeGreaterThanOrEqualTo(models.Select(static model => SyntaxScores.Of(model, Sentences).Labelled).Order().ElementAt(1));
        new SyntaxEnsemble(models).Label(words, CancellationToken.None).Select(static s => string.Join(' ', s.Heads)).Should()
            .Equal(new SyntaxEnsemble(models).Label(words, CancellationToken.None).Select(static s => string.Join(' ', s.Heads)));
    }

    [Fact]
    public void Subtypes_do_not_count_as_different_universal_relations()
    {
        RelationNames.IsSameUniversal(Relation.Nsubj, Relation.NsubjPass).Should().BeTrue();
        RelationNames.IsSameUniversal(Relation.Nsubj, Relation.Obj).Should().BeFalse();
        RelationNames.IsSameUniversal(Relation.Acl, Relation.AclRelcl).Should().BeTrue();
    }

    [Fact]
    public void A_sentence_is_analysed_the_same_alone_and_among_others()
    {
        var pipeline = Pipeline();
        var alone = pipeline.Annotate(Article("The minister praised the plan."));
        var among = pipeline.Annotate(Article(string.Concat(Enumerable.Repeat("She praised Paris. ", 120)) + "\n\nThe minister praised the plan."));

        var count = alone.Get<TokenLayer>().Count;
        var offset = among.Get<TokenLayer>().Count - count;
        among.Get<TagLayer>().Upos[offset..].Should().Equal(alone.Get<TagLayer>().Upos);
        among.Get<ParseLayer>().Relations[offset..].Should().Equal(alone.Get<ParseLayer>().Relations);
        among.Get<ParseLayer>().Heads[offset..].Should().Equal(alone.Get<ParseLayer>().Heads.Select(head => head < 0 ? head : head + offset));
    }

    [Fact]
    public void A_sentence_that_never_ends_still_gets_one_tree()
    {
        var document = Pipeline().Annotate(Article(string.Join(' ', Enumerable.Repeat("the plan praised", 700))));

        var sentences = document.Get<SentenceLayer>();
        var parse = document.Get<ParseLayer>();
        foreach (var sentence in sentences.Sentences)
        {
            var roots = 0;
            for (var token = sentence.Tokens.Start; token < sentence.Tokens.End; token++)
            {
                roots += parse.Heads[token] < 0 ? 1 : 0;
                (parse.Heads[token] < 0 == (parse.Relations[token] == Relation.Root)).Should().BeTrue();
                (parse.Heads[token] < 0 || (parse.Heads[token] >= sentence.Tokens.Start && parse.Heads[token] < sentence.Tokens.End)).Should().BeTrue();
            }

            roots.Should().Be(1);
        }
    }

    [Fact]
    public void Layers_are_all_that_a_document_allocates_in_a_steady_state()
    {
        var stage = new ParseStage(Load(Train(Tiny with { Epochs = 1 }, threads: 1)));
        var document = new NewsPipelineBuilder().UseTokens().Build().Annotate(Article(string.Concat(Enumerable.Repeat("She praised Paris and the plan. ", 200))));
        var tokens = document.Get<TokenLayer>().Count;
        stage.Annotate(document, default);
        stage.Annotate(document, default);
        var before = GC.GetAllocatedBytesForCurrentThread();

        stage.Annotate(document, default);

        // A universal tag, a Penn tag, a head and a relation: 7 bytes a token.
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan((tokens * 7) + 2000);
    }

    [Fact]
    public void A_model_of_other_vectors_is_refused()
    {
        var bytes = Train(Tiny with { Epochs = 1 }, threads: 1);

        var act = () => new SyntaxModel(ModelFile.Read("x", bytes, ParseStage.ModelKind), BuildVectors("other"));

        act.Should().Throw<NewsExtractException>().Which.Info.Code.Should().Be("NX0308");
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        var bytes = Train(Tiny with { Epochs = 1 }, threads: 1);
        bytes[bytes.Length / 2] ^= 4;

        var act = () => Load(bytes);

        act.Should().Throw<NewsExtractException>().Which.Info.Code.Should().Be("NX0304");
    }

    private static NewsPipeline Pipeline() => new NewsPipelineBuilder().UseTokens().Use(new ParseStage(Load(Train(Tiny with { Epochs = 10 }, threads: 1)))).Build();

    private static Article Article(string text) => new() { Id = "a", Source = "a.txt", Text = text };

    private static byte[] Train(SyntaxSettings settings, int threads)
    {
        var learner = new SyntaxLearner(settings, Vectors, Sentences);
        learner.Train(Sentences, threads, new Progress<string>(), null, default);
        return learner.ToModel(ParseStage.ModelKind, []);
    }

    private static SyntaxModel Load(byte[] bytes) => new(ModelFile.Read("x", bytes, ParseStage.ModelKind), Vectors);

    private static WordVectors BuildVectors(params string[] words)
    {
        var values = Enumerable.Range(0, words.Length * 16).Select(static i => MathF.Sin(i * 1.7f)).ToArray();
        var writer = new ModelFileWriter(new ModelProvenance(WordVectors.Kind, "0", "", []));
        WordVectors.Write(writer, [.. words.Select(static word => WordVectors.KeyOf(word))], values, 16);
        return new WordVectors(ModelFile.Read("x", writer.ToBytes(), WordVectors.Kind));
    }

    private static TreebankSentence Sentence(string text)
    {
        var rows = text.Split(' ').Select(static word => word.StartsWith("./", StringComparison.Ordinal) ? [".", "PUNCT", ".", "2", "punct"] : word.Split('/')).ToArray();
        return new TreebankSentence(
            [.. rows.Select(static row => row[0])],
            [.. rows.Select(static row => Enum.Parse<Upos>(row[1]))],
            [.. rows.Select(static row => PennTags.Parse(row[2]))],
            [.. rows.Select(static row => int.Parse(row[3]))],
            [.. rows.Select(static row => RelationNames.Parse(row[4]))],
            [.. rows.Select(static row => row[0])]);
    }
}
