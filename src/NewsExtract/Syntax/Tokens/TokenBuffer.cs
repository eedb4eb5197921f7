using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NewsExtract.Documents;

namespace NewsExtract.Syntax.Tokens;

/// <summary>The scanner's output as growing arrays, used again for the next document of the same thread.</summary>
internal sealed class TokenBuffer
{
    [ThreadStatic]
    private static TokenBuffer? s_spare;

    private TextSpan[] _spans = new TextSpan[1024];
    private TokenKind[] _kinds = new TokenKind[1024];
    private byte[] _breaks = new byte[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<TextSpan> Spans => _spans.AsSpan(0, Count);

    public ReadOnlySpan<TokenKind> Kinds => _kinds.AsSpan(0, Count);

    /// <summary>Line ends before each token: 0 none, 1 one, 2 more (a blank line).</summary>
    public ReadOnlySpan<byte> LineBreaks => _breaks.AsSpan(0, Count);

    public static TokenBuffer Rent()
    {
        var buffer = s_spare ?? new TokenBuffer();
        s_spare = null;
        buffer.Count = 0;
        return buffer;
    }

    public static void Return(TokenBuffer buffer) => s_spare = buffer;

    public void Add(int start, int end, TokenKind kind, int lineBreaks)
    {
        if (Count == _spans.Length)
        {
            Array.Resize(ref _spans, Count * 2);
            Array.Resize(ref _kinds, Count * 2);
            Array.Resize(ref _breaks, Count * 2);
        }

        _spans[Count] = new TextSpan(start, end);
        _kinds[Count] = kind;
        _breaks[Count++] = (byte)Math.Min(lineBreaks, 2);
    }

    public ImmutableArray<TextSpan> ToSpans() => ImmutableCollectionsMarshal.AsImmutableArray(Spans.ToArray());
}
