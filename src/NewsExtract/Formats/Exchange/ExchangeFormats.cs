using System.Collections.Immutable;

namespace NewsExtract.Formats.Exchange;

/// <summary>The exchange formats that <c>newsextract convert</c> knows.</summary>
internal static class ExchangeFormats
{
    public static ImmutableArray<IExchangeFormat> All { get; } = [new JsonFormat(), new JsonLinesFormat(), new ConllFormat(), new BratFormat(), new LabelStudioFormat(), new DoccanoFormat(), new WebAnnotationFormat()];

    public static IExchangeFormat Find(string name) => All.First(format => format.Name == name);
}
