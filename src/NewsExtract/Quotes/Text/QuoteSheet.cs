using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Quotes.Marks;

namespace NewsExtract.Quotes.Text;

/// <summary>
/// A document laid out for the quote finders: one value a token in arrays that are used again for the next document. Layers that are missing leave
/// zeros (no tag, no head, no mention).
/// </summary>
internal sealed class QuoteSheet
{
    private readonly List<TextSpan> _paragraphSpans = [];

    public ulong[] Word = [];
    public ulong[] Stem = [];
    public ulong[] Shape = [];
    public ulong[] Suffix = [];
    public byte[] Penn = [];
    public Upos[] Upos = [];
    public int[] Head = [];
    public Relation[] Relation = [];
    public int[] Left = [];
    public int[] Right = [];
    public int[] Sentence = [];
    public int[] Paragraph = [];

    /// <summary>1 + the index in <see cref="Quoted"/> of the outermost stretch in marks that the token is in (marks included); 0 outside.</summary>
    public int[] Mark = [];
    public PunctuationKind[] Punctuation = [];
    public CueKind[] Cue = [];

    /// <summary>1 + the type of the named mention that the token is in; 0 outside.</summary>
    public byte[] Mention = [];

    /// <summary>The number of tokens.</summary>
    public int Count { get; private set; }

    public string Text { get; private set; } = "";

    public TokenLayer Tokens { get; private set; } = new([]);

    public SentenceLayer Sentences { get; private set; } = new([]);

    public bool HasTags { get; private set; }

    public bool HasParse { get; private set; }

    /// <summary>All stretches in quotation marks.</summary>
    public List<QuotedSpan> Quoted { get; private set; } = [];

    /// <summary>For each stretch the tokens of its inside.</summary>
    public List<TokenRange> QuotedTokens { get; } = [];

    /// <summary>For each paragraph (numbered from 0 without gaps) its tokens.</summary>
    public List<TokenRange> Paragraphs { get; } = [];

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Chars(int token) => Tokens[token].In(Text);

    /// <summary>The tokens of a token's sentence.</summary>
    public TokenRange SentenceOf(int token) => Sentences[Sentence[token]].Tokens;

    /// <summary>Whether a token is a word, a number or a symbol rather than punctuation.</summary>
    public bool IsWord(int token) => Punctuation[token] == PunctuationKind.Word;

    /// <summary>Whether any of the tokens stands in quotation marks.</summary>
    public bool HasMarks(TokenRange range) => Mark.AsSpan(range.Start, range.Length).ContainsAnyExcept(0);

    /// <summary>Lays out a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="layers">The layers to look at among those that merely help.</param>
    public void Fill(Document document, SheetLayers layers = SheetLayers.All)
    {
        Text = document.Text;
        Tokens = document.Get<TokenLayer>();
        Sentences = document.Get<SentenceLayer>();
        Count = Tokens.Count;
        Resize();
        FillPlaces();
        FillWords();
        FillMarks();
        FillTags(
            layers.HasFlag(SheetLayers.Tags) ? document.Find<TagLayer>() : null, layers.HasFlag(SheetLayers.Parse) ? document.Find<ParseLayer>() : null);
        FillMentions(layers.HasFlag(SheetLayers.Mentions) ? document.Find<MentionLayer>() : null);
    }

    private void Resize()
    {
        if (Word.Length < Count)
        {
            var length = Math.Max(Count, Word.Length * 2);
            (Word, Stem, Shape, Suffix) = (new ulong[length], new ulong[length], new ulong[length], new ulong[length]);
            (Penn, Upos, Relation, Mention) = (new byte[length], new Upos[length], new Relation[length], new byte[length]);
            (Head, Left, Right, Sentence, Paragraph, Mark) = (new int[length], new int[length], new int[length], new int[length], new int[length], new int[length]);
            (Punctuation, Cue) = (new PunctuationKind[length], new CueKind[length]);
        }
    }

    private void FillPlaces()
    {
        Paragraphs.Clear();
        _paragraphSpans.Clear();
        var last = -1;
        for (var s = 0; s < Sentences.Count; s++)
        {
            var sentence = Sentences[s];
            if (sentence.Paragraph == last)
            {
                Paragraphs[^1] = new TokenRange(Paragraphs[^1].Start, sentence.Tokens.End);
                _paragraphSpans[^1] = _paragraphSpans[^1].Union(sentence.Span);
            }
            else
            {
                Paragraphs.Add(sentence.Tokens);
                _paragraphSpans.Add(sentence.Span);
                last = sentence.Paragraph;
            }

            Sentence.AsSpan(sentence.Tokens.Start, sentence.Tokens.Length).Fill(s);
            Paragraph.AsSpan(sentence.Tokens.Start, sentence.Tokens.Length).Fill(Paragraphs.Count - 1);
        }
    }

    private void FillWords()
    {
        for (var t = 0; t < Count; t++)
        {
            var chars = Chars(t);
            Word[t] = FeatureHash.OfLower(chars);
            Stem[t] = WordStem.Hash(chars);
            Shape[t] = WordShape.Of(chars);
            Suffix[t] = chars.Length > 3 ? FeatureHash.OfLower(chars[^3..]) : Word[t];
            Punctuation[t] = KindOf(chars);
            Cue[t] = Punctuation[t] == PunctuationKind.Word ? CueLexicon.Of(Stem[t]) : CueKind.None;
        }
    }

    private static PunctuationKind KindOf(ReadOnlySpan<char> chars) => chars[0] switch
    {
        ',' => PunctuationKind.Comma,
        '.' or '!' or '\u2026' => PunctuationKind.Stop,
        '?' => PunctuationKind.Question,
        ':' => PunctuationKind.Colon,
        ';' => PunctuationKind.Semicolon,
        '-' or '\u2013' or '\u2014' or '\u2015' when chars.Length < 3 || !char.IsLetterOrDigit(chars[1]) => PunctuationKind.Dash,
        '(' or '[' or '{' => PunctuationKind.Opening,
        ')' or ']' or '}' => PunctuationKind.Closing,
        var c when char.IsLetterOrDigit(c) || c is '$' or '£' or '€' or '%' or '&' or '@' or '#' => PunctuationKind.Word,
        _ when chars.Length > 1 && char.IsLetterOrDigit(chars[1]) => PunctuationKind.Word,
        _ => PunctuationKind.Other,
    };

    private void FillMarks()
    {
        Mark.AsSpan(0, Count).Clear();
        QuotedTokens.Clear();
        Quoted = QuoteMarkScanner.Scan(Text, _paragraphSpans);
        for (var q = 0; q < Quoted.Count; q++)
        {
            var span = Quoted[q];
            var outer = Tokens.Covering(span.Outer);
            var inner = span.Inner.IsEmpty ? new TokenRange(outer.Start, outer.Start) : Tokens.Covering(span.Inner);
            QuotedTokens.Add(inner);
            if (span.Depth == 0)
            {
                Mark.AsSpan(outer.Start, outer.Length).Fill(q + 1);
            }

            if (outer.Length > 0 && Tokens[outer.Start].End <= span.Inner.Start)
            {
                Punctuation[outer.Start] = PunctuationKind.OpeningMark;
            }

            if (outer.Length > 1 && Tokens[outer.End - 1].Start >= span.Inner.End)
            {
                Punctuation[outer.End - 1] = PunctuationKind.ClosingMark;
            }
        }
    }

    private void FillTags(TagLayer? tags, ParseLayer? parse)
    {
        (HasTags, HasParse) = (tags is not null, parse is not null);
        if (tags is not null)
        {
            tags.Upos.AsSpan().CopyTo(Upos);
            tags.Penn.AsSpan().CopyTo(Penn);
        }
        else
        {
            Upos.AsSpan(0, Count).Clear();
            Penn.AsSpan(0, Count).Clear();
        }

        if (parse is null)
        {
            Head.AsSpan(0, Count).Fill(-1);
            Relation.AsSpan(0, Count).Clear();
            return;
        }

        parse.Heads.AsSpan().CopyTo(Head);
        parse.Relations.AsSpan().CopyTo(Relation);
        for (var t = 0; t < Count; t++)
        {
            Left[t] = t;
            Right[t] = t;
        }

        for (var t = 0; t < Count; t++)
        {
            var steps = 0;
            for (var h = Head[t]; h >= 0 && steps < 200; h = Head[h], steps++)
            {
                Left[h] = Math.Min(Left[h], t);
                Right[h] = Math.Max(Right[h], t);
            }
        }
    }

    private void FillMentions(MentionLayer? mentions)
    {
        Mention.AsSpan(0, Count).Clear();
        foreach (var mention in mentions?.Mentions ?? [])
        {
            Mention.AsSpan(mention.Tokens.Start, mention.Tokens.Length).Fill((byte)(1 + (int)mention.Type));
        }
    }
}
