using System.Globalization;
using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Syntax.Tokens;

public class HostileTextTests
{
    private static readonly NewsPipeline Pipeline = new NewsPipelineBuilder().UseTokens().Build();

    private static Document Annotate(string text) => Pipeline.Annotate(new Article { Id = "a", Text = text });

    [Fact]
    public void Tokens_are_ordered_spans_with_visible_edges() =>
        HostileText.Any.Sample(text =>
        {
            var end = 0;
            foreach (var span in Annotate(text).Get<TokenLayer>().Tokens)
            {
                span.ShouldBeSpanOf(text, "token");
                Assert.True(span.Start >= end, "tokens overlap");
                end = span.End;
                Assert.False(IsInvisible(text, span.Start), $"token {span} begins with a character without width");
                Assert.False(IsInvisible(text, span.End - 1), $"token {span} ends with a character without width");
                Assert.False(span.Of(text).Any(char.IsWhiteSpace), $"token {span} holds white space");
            }
        });

    [Fact]
    public void Every_letter_and_digit_is_in_a_token() =>
        HostileText.Any.Sample(text =>
        {
            var tokens = Annotate(text).Get<TokenLayer>();
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsLetterOrDigit(text[i]))
                {
                    Assert.Equal(1, tokens.Covering(new TextSpan(i, i + 1)).Length);
                }
            }
        });

    [Fact]
    public void Every_token_is_in_one_sentence_and_paragraphs_do_not_share_one() =>
        HostileText.Any.Sample(text =>
        {
            var document = Annotate(text);
            var tokens = document.Get<TokenLayer>();
            int next = 0, paragraph = 0;
            foreach (var sentence in document.Get<SentenceLayer>().Sentences)
            {
                sentence.Span.ShouldBeSpanOf(text, "sentence");
                Assert.Equal(next, sentence.Tokens.Start);
                Assert.Equal(tokens.SpanOf(sentence.Tokens), sentence.Span);
                Assert.InRange(sentence.Paragraph, paragraph, paragraph + 1);
                Assert.DoesNotContain("\n\n", sentence.Span.Of(text));
                (next, paragraph) = (sentence.Tokens.End, sentence.Paragraph);
            }

            Assert.Equal(tokens.Count, next);
        });

    [Fact]
    public void The_same_text_gives_the_same_tokens_on_any_thread() =>
        HostileText.Mixed.Sample(text =>
        {
            var first = Annotate(text);
            var second = Annotate(text);
            Assert.True(first.Get<TokenLayer>().Tokens.SequenceEqual(second.Get<TokenLayer>().Tokens));
            Assert.True(first.Get<SentenceLayer>().Sentences.SequenceEqual(second.Get<SentenceLayer>().Sentences));
        });

    private static bool IsInvisible(string text, int index)
    {
        var c = text[index];
        var lone = char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            && !(char.IsLowSurrogate(c) && index > 0 && char.IsHighSurrogate(text[index - 1]));
        return lone || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
    }
}
