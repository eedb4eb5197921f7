using System.Buffers;
using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>
/// Finds dates, times, amounts of money, percentages and measures by hand-written grammars, with normalised values. The formats are in
/// docs/formats-values.md; they follow ISO 8601 and the TIMEX3 values of TimeML (Pustejovsky et al. 2003).
/// </summary>
public static class ValueRecognizer
{
    // The share of right ones among those found; the grammars give no probability of their own.
    private const double Confidence = 0.95;

    /// <summary>The value expressions of a document in text order, without overlaps.</summary>
    public static ImmutableArray<NamedMention> Recognize(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tokens = document.Get<TokenLayer>();
        var text = document.Text.AsSpan();
        var lexicon = ValueLexicon.Instance;
        var heads = ArrayPool<int>.Shared.Rent(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            heads[i] = lexicon.HeadOf(tokens[i].In(text));
        }

        var context = new DateContext(document.Article.Published);
        var found = ImmutableArray.CreateBuilder<NamedMention>();
        foreach (var sentence in document.Get<SentenceLayer>().Sentences)
        {
            var words = new ValueCursor(text, tokens.Tokens.AsSpan(), heads, sentence.Tokens, context);
            for (var at = sentence.Tokens.Start; at < sentence.Tokens.End;)
            {
                var match = heads[at] == 0 && !MayBegin(words.Word(at)) ? default : Longest(words, at);
                // "$100,000 a year" is one amount with its rate, "a year" no length of time.
                var isRate = match.End > 0 && found.Count > 0 && found[^1].Tokens.End == at && words.Is(at, ValueCategory.Article);
                if (match.End == 0 || isRate)
                {
                    at++;
                    continue;
                }

                var range = new TokenRange(at, match.End);
                found.Add(new NamedMention(tokens.SpanOf(range), range, match.Type, Confidence) { Value = match.Value });
                at = match.End;
            }
        }

        ArrayPool<int>.Shared.Return(heads);
        return found.DrainToImmutable();
    }

    /// <summary>Whether a word that is in no list can begin a value: digits, '90s, mid-May, Q1.</summary>
    private static bool MayBegin(ReadOnlySpan<char> word) =>
        char.IsAsciiDigit(word[0]) || word[0] is '\'' or '’' or '.' || word.StartsWith("mid-", StringComparison.OrdinalIgnoreCase)
        || (word.Length is 2 or 6 && word[0] is 'Q' or 'F');

    private static ValueMatch Longest(in ValueCursor words, int at) =>
        CalendarGrammar.At(words, at).Or(RelativeGrammar.At(words, at)).Or(TimeGrammar.At(words, at)).Or(DurationGrammar.At(words, at)).Or(AmountGrammar.At(words, at));
}
