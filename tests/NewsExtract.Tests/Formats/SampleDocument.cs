using NewsExtract.Documents;

namespace NewsExtract.Tests.Formats;

/// <summary>A short document annotated by hand, with something of everything that the formats hold.</summary>
internal static class SampleDocument
{
    public const string Text = "🚢 Ann Teal of Oslo said:\r\n“It's 🎉 late.” She praised =Bob.";

    public static Document Make()
    {
        TextSpan At(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);
        var ann = new EntityMention(At("Ann Teal"), new TokenRange(1, 3), MentionKind.Name, 0.987654);
        var she = new EntityMention(At("She"), new TokenRange(9, 10), MentionKind.Pronoun, 0.5);
        var oslo = new EntityMention(At("Oslo"), new TokenRange(4, 5), MentionKind.Name, 1) { Country = "NO" };
        var bob = new EntityMention(At("=Bob"), new TokenRange(11, 12), MentionKind.Name, 0.25);
        return new Document(new Article { Id = "a/b", Source = "a/b.txt", Text = Text })
            .With(new SentenceLayer([new Sentence(new TextSpan(0, Text.Length), new TokenRange(0, 12), 0, false)]))
            .With(new EntityLayer(
            [
                new Entity("e1", EntityType.Person, "Ann Teal", [ann, she]), new Entity("e2", EntityType.Gpe, "Oslo", [oslo]), new Entity("e3", EntityType.Person, "=Bob", [bob]),
            ]))
            .With(new QuoteLayer(
            [
                new Quote("q1", QuoteType.Direct, [At("It's"), At("🎉 late.")], 0.75) { Cue = At("said"), Speaker = At("Ann Teal of Oslo"), SpeakerEntity = "e1", SpeakerName = "Ann Teal" },
                new Quote("q2", QuoteType.Indirect, [At("late")], 0.5) { IsSpeech = false },
            ]))
            .With(new StanceLayer(
            [
                new Stance("s1", new StanceSide("Ann Teal", "e1", At("She")), new StanceSide("=Bob", "e3", At("=Bob")), Polarity.Support, 0.9, At("praised")) { Quote = "q2", Basis = ["verb:praise"] },
                new Stance("s2", StanceSide.Author, new StanceSide("Oslo", "e2", At("Oslo")), Polarity.Neutral, 0.4, At("Oslo")),
            ]));
    }
}
