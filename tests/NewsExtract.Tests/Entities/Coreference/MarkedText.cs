using System.Collections.Immutable;
using System.Text;
using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Entities.Coreference;

/// <summary>Documents from text in which names are marked: <c>[PERSON|Ada Quill] spoke.</c></summary>
internal static class MarkedText
{
    private static readonly NewsPipeline TokensOnly = new NewsPipelineBuilder().UseTokens().Build();

    /// <summary>Tokens, sentences and mentions; no tags, no parse.</summary>
    public static Document Read(string marked)
    {
        var text = new StringBuilder();
        var names = new List<(TextSpan Span, EntityType Type, string? Value)>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] != '[')
            {
                text.Append(marked[at]);
                continue;
            }

            var end = marked.IndexOf(']', at);
            var parts = marked[(at + 1)..end].Split('|');
            EntityTypeNames.TryParse(parts[0], out var type).Should().BeTrue();
            names.Add((new TextSpan(text.Length, text.Length + parts[1].Length), type, parts.Length > 2 ? parts[2] : null));
            text.Append(parts[1]);
            at = end;
        }

        var document = TokensOnly.Annotate(new Article { Id = "test", Text = text.ToString() });
        var tokens = document.Get<TokenLayer>();
        return document.With(new MentionLayer(names
            .Select(name => new NamedMention(name.Span, tokens.Covering(name.Span), name.Type, 0.9) { Value = name.Value }).ToImmutableArray()));
    }
}
