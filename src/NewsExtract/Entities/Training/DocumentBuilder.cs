using System.Collections.Immutable;
using System.Text;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Training;

/// <summary>Puts a <see cref="LabelledDocument"/> together from words and labels; the words are joined by spaces.</summary>
internal sealed class DocumentBuilder(string source)
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<TextSpan>.Builder _tokens = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly List<TokenRange> _sentences = [];
    private readonly List<byte> _labels = [];
    private int _sentenceStart;

    /// <summary>The number of sentences so far.</summary>
    public int SentenceCount => _sentences.Count;

    /// <summary>Adds a token to the current sentence.</summary>
    public void Add(ReadOnlySpan<char> word, byte label)
    {
        var start = _text.Length;
        _text.Append(word);
        _tokens.Add(new TextSpan(start, _text.Length));
        _text.Append(' ');
        _labels.Add(label);
    }

    /// <summary>Ends the current sentence, if it has a token.</summary>
    public void EndSentence()
    {
        if (_tokens.Count > _sentenceStart)
        {
            _sentences.Add(new TokenRange(_sentenceStart, _tokens.Count));
            _sentenceStart = _tokens.Count;
        }
    }

    /// <summary>The document.</summary>
    public LabelledDocument Build()
    {
        EndSentence();
        return new LabelledDocument(source, _text.ToString(), _tokens.ToImmutable(), [.. _sentences], [.. _labels]);
    }
}
