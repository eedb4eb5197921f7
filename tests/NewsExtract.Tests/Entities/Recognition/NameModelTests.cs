using NewsExtract.Documents;
using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Training;
using NewsExtract.Errors;
using NewsExtract.Learning;

namespace NewsExtract.Tests.Entities.Recognition;

/// <summary>Training on a few made-up sentences: what it learns, that threads change nothing, that a file holds all of it.</summary>
public class NameModelTests
{
    private static readonly WordVectors Vectors = WordVectors.Load(ModelStore.Default);
    private static readonly string[] People = ["Ada Quill", "Omar Brandt", "Lise Verhoeven", "Tom Ferris", "Nadia Costa"];
    private static readonly string[] Firms = ["Quarrel Steel", "Verdin Foods", "Ostrow Rail", "Kestrel Bank", "Lumen Press"];

    [Fact]
    public void What_it_was_trained_on_it_finds_again()
    {
        var documents = Documents();
        var recognizer = new NameRecognizer(Train(documents, threads: 1));

        foreach (var document in documents)
        {
            recognizer.Recognize(document.Text, document.Tokens, document.Sentences, withMarginals: true, default);
            recognizer.Labels.ToArray().Should().Equal(document.Labels);
            recognizer.Confidence(new TokenRange(0, 2)).Should().BeInRange(0.05, 1);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_no_byte()
    {
        var documents = Documents();

        Bytes(Train(documents, threads: 1)).Should().Equal(Bytes(Train(documents, threads: 3)));
    }

    [Fact]
    public void A_file_gives_the_model_back()
    {
        var document = Documents()[0];
        var model = Train(Documents(), threads: 2) with { Confidence = new ConfidenceScale(0.5f, [1, 2, 3, 4, 5, 6]) };
        var file = ModelFile.Read("test", Bytes(model), NameModel.Kind);
        var loaded = NameModel.Load(file, Vectors);
        var (before, after) = (new NameRecognizer(model), new NameRecognizer(loaded));

        before.Recognize(document.Text, document.Tokens, document.Sentences, withMarginals: true, default);
        after.Recognize(document.Text, document.Tokens, document.Sentences, withMarginals: true, default);

        after.Marginals.ToArray().Should().Equal(before.Marginals.ToArray());
        after.Confidence(new TokenRange(0, 2)).Should().Be(before.Confidence(new TokenRange(0, 2)));
        Bytes(loaded).Should().Equal(Bytes(model));
    }

    [Fact]
    public void Networks_decide_together_with_the_passes()
    {
        var documents = Documents();
        var together = Train(documents, threads: 3, networks: 2);

        together.Networks.Should().HaveCount(2);
        Labels(new NameRecognizer(together), documents[0]).Should().Equal(documents[0].Labels);
        Labels(new NameRecognizer(together with { NetworkWeight = -1e4f }), documents[0]).Should().NotEqual(documents[0].Labels, "against all that the networks say");
    }

    [Fact]
    public void Other_word_vectors_than_those_of_the_training_are_refused()
    {
        var writer = new ModelFileWriter(new ModelProvenance(NameModel.Kind, "0", "test", [])).AddLines("vectors", ["sha256:0"]);
        var file = ModelFile.Read("test", writer.ToBytes(), NameModel.Kind);

        var load = () => NameModel.Load(file, Vectors);

        load.Should().Throw<NewsExtractException>().Which.Message.Should().Contain("NX0308");
    }

    private static byte[] Labels(NameRecognizer recognizer, LabelledDocument document)
    {
        recognizer.Recognize(document.Text, document.Tokens, document.Sentences, withMarginals: false, default);
        return recognizer.Labels.ToArray();
    }

    private static NameModel Train(IReadOnlyList<LabelledDocument> documents, int threads, int networks = 1) =>
        new NameModelTrainer(GazetteerTable.Build([]), WordTable.Build([]), Vectors, new NameTrainingOptions { MinCount = 1, Floor = 0, Folds = 2, Networks = networks, NetworkEpochs = 2, Network = new NetworkOptions { Width = 32 } }, threads)
            .Train(documents, null, default);

    private static byte[] Bytes(NameModel model)
    {
        var writer = new ModelFileWriter(new ModelProvenance(NameModel.Kind, "0", "test", []));
        model.Save(writer);
        return writer.ToBytes();
    }

    private static List<LabelledDocument> Documents() =>
        [.. Enumerable.Range(0, 10).Select(static n =>
        {
            var builder = new DocumentBuilder("made up");
            Add(builder, People[n % 5], NameTypes.Person);
            Add(builder, "left the board of", -1);
            Add(builder, Firms[n * 3 % 5], NameTypes.Org);
            Add(builder, n < 5 ? "on Monday ." : "without a word .", -1);
            builder.EndSentence();
            return builder.Build();
        })];

    private static void Add(DocumentBuilder builder, string words, int type)
    {
        var first = true;
        foreach (var word in words.Split(' '))
        {
            builder.Add(word, type < 0 ? NameTypes.Outside : first ? NameTypes.Begin(type) : NameTypes.Inside(type));
            first = false;
        }
    }
}
