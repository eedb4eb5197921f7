using NewsExtract.Documents;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Coreference;

/// <summary>The layers of one document and the working memory of its thread, which one document after another uses again.</summary>
internal sealed class CoreferenceScratch
{
    [ThreadStatic]
    private static CoreferenceScratch? t_current;

    public string Text = "";
    public TokenLayer Tokens = null!;
    public SentenceLayer Sentences = null!;
    public MentionLayer Names = null!;
    public TagLayer? Tags;
    public ParseLayer? Parse;

    /// <summary>For each token: hash in lower case, facts, sentence, quoted stretch (−1 outside), the name it belongs to (−1), the mention it is the head of (−1).</summary>
    public ulong[] Hash = [];
    public WordFacts[] Facts = [];
    public int[] SentenceOf = [];
    public int[] Quote = [];
    public int[] NameAt = [];
    public int[] MentionAt = [];

    /// <summary>For each token: the outer edges of the phrase it is the head of, without and with relative clauses and appositions.</summary>
    public int[] Left = [];
    public int[] Right = [];
    public int[] FullLeft = [];
    public int[] FullRight = [];

    public Mention[] Mentions = new Mention[256];
    public int MentionCount;

    public EntityTable Entities { get; } = new();

    /// <summary>The scratch of this thread, with the document's layers in it.</summary>
    public static CoreferenceScratch For(Document document)
    {
        var scratch = t_current ??= new CoreferenceScratch();
        scratch.Load(document);
        return scratch;
    }

    /// <summary>Lets go of the document.</summary>
    public void Release()
    {
        Text = "";
        Tokens = null!;
        Sentences = null!;
        Names = null!;
        Tags = null;
        Parse = null;
    }

    public int Head(int token) => Parse!.Heads[token];

    public Relation Relation(int token) => Parse!.Relations[token];

    public ReadOnlySpan<char> Word(int token) => Tokens[token].In(Text);

    public ref Mention Add()
    {
        if (MentionCount == Mentions.Length)
        {
            Array.Resize(ref Mentions, 2 * Mentions.Length);
        }

        ref var mention = ref Mentions[MentionCount++];
        mention = new Mention { Name = -1, Governor = -1, Quote = -1, SameAs = -1, Entity = -1, Type = Mention.UnknownType };
        return ref mention;
    }

    private void Load(Document document)
    {
        Text = document.Text;
        Tokens = document.Get<TokenLayer>();
        Sentences = document.Get<SentenceLayer>();
        Names = document.Get<MentionLayer>();
        Tags = document.Find<TagLayer>();
        Parse = document.Find<ParseLayer>();
        MentionCount = 0;
        Reserve(Tokens.Count);
        var lexicon = CoreferenceLexicon.Instance;
        for (var token = 0; token < Tokens.Count; token++)
        {
            Hash[token] = FeatureHash.OfLower(Word(token));
            var word = Word(token);
            Facts[token] = lexicon.FactsOf(word.Length > 1 && word[^1] == '.' ? FeatureHash.OfLower(word[..^1]) : Hash[token]);
            NameAt[token] = -1;
            MentionAt[token] = -1;
        }

        for (var name = 0; name < Names.Mentions.Length; name++)
        {
            var range = Names.Mentions[name].Tokens;
            NameAt.AsSpan(range.Start, range.Length).Fill(name);
        }

        for (var sentence = 0; sentence < Sentences.Count; sentence++)
        {
            var range = Sentences[sentence].Tokens;
            SentenceOf.AsSpan(range.Start, range.Length).Fill(sentence);
        }

        QuotationMarks.Number(this);
    }

    private void Reserve(int count)
    {
        if (Hash.Length >= count)
        {
            return;
        }

        var size = Math.Max(1024, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count));
        Hash = new ulong[size];
        Facts = new WordFacts[size];
        SentenceOf = new int[size];
        Quote = new int[size];
        NameAt = new int[size];
        MentionAt = new int[size];
        Left = new int[size];
        Right = new int[size];
        FullLeft = new int[size];
        FullRight = new int[size];
    }
}
