using CsCheck;
using NewsExtract.Documents;

namespace NewsExtract.Tests;

/// <summary>Generates texts that break careless code, and checks spans against them.</summary>
internal static class HostileText
{
    private static readonly string[] Words =
    [
        "the", "The", "minister", "Ann", "Poe", "Mr.", "U.S.", "said", "\"said", "“We", "won’t", "can't", "senators'", "Jan.", "5", "$1.2bn", "3.5%", "e.g.", "No.", "10",
        "co-founder", "20-year-old", "http://example.org/a(b)?c=d.", "a@b.example", "www.", "@", "#", "...", "…", ".", "!", "?!", "''", "``", "‘’", "—", "--", "-", "(", "))", "[1]",
        "<", ">>", ":)", "=", "café", "cafe\u0301", "e\u0301\u0302\u0303", "\u0301", "naïve", "東京", "Москва", "שלום", "مرحبا", "👍", "👩‍🚀", "👍🏽", "🇫🇷", "🇫", "❤\uFE0F", "𝒜𝓁", "\uFE0F",
        "½", "²", "１０％", "ﬁne", "ß", "İ", "Ǆ", "=CMD()", "+1", "\u00AD", "so\u00ADft", "9/11", "1/2", "24/7", "1,2,3,", "12:30", "'90s", "'", "\"", "“", "”", "«", "x" + "\u200D" + "y",
    ];

    private static readonly string[] Gaps =
    [
        " ", " ", " ", " ", "", "", "  ", "\n", "\r\n", "\r", "\n\n", "\t", "\0", "\u00A0", "\u200B", "\u200D", "\u200E", "\u200F", "\u202E", "\u2066", "\uFEFF", "\u2028", "\u0085", "\u3000", "\u0007", "\uFFFD", "\uFFFF",
        "\uD83D", "\uDE00", "\uD800", "\v", "\f",
    ];

    /// <summary>Words, marks and gaps of every kind, put together without sense.</summary>
    public static Gen<string> Mixed { get; } =
        Gen.Select(Of(Words), Of(Gaps), static (word, gap) => word + gap).Array[0, 60].Select(static parts => string.Concat(parts));

    /// <summary>Code units of every kind, half surrogate pairs included.</summary>
    public static Gen<string> Noise { get; } = Gen.Frequency(
            (6, Gen.Char[' ', '~']), (2, Gen.Char['\0', '\u001F']), (2, Gen.Char['\u0300', '\u036F']), (2, Gen.Char['\u2000', '\u206F']),
            (2, Gen.Char['\uD800', '\uDFFF']), (1, Gen.Char))
        .Array[0, 80].Select(static units => new string(units));

    /// <summary>One very long word, and a very long line of marks.</summary>
    public static Gen<string> Long { get; } =
        Gen.Select(Of("a", "A", "1", ".", "-", "'", "\"", "é", "👍", "(", "a.", "a-", "1,", "a'", "@", "/"), Gen.Int[1, 5000], static (part, times) => string.Concat(Enumerable.Repeat(part, times)));

    /// <summary>Any of the above, one after the other.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (5, Mixed), (3, Noise), (1, Long), (3, Gen.Select(Mixed, Noise, static (a, b) => a + "\n" + b)));

    /// <summary>Fails when a span lies outside the text, is empty, or cuts a surrogate pair.</summary>
    public static void ShouldBeSpanOf(this TextSpan span, string text, string what)
    {
        if (span.Start < 0 || span.End > text.Length || span.IsEmpty)
        {
            Assert.Fail($"{what} {span} is not a span of a text of {text.Length}");
        }

        if (CutsPair(text, span.Start) || CutsPair(text, span.End))
        {
            Assert.Fail($"{what} {span} cuts a surrogate pair");
        }
    }

    private static Gen<string> Of(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static bool CutsPair(string text, int index) =>
        index > 0 && index < text.Length && char.IsHighSurrogate(text[index - 1]) && char.IsLowSurrogate(text[index]);
}
