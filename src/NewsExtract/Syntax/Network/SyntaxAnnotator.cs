using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NewsExtract.Documents;
using NewsExtract.Syntax.Sentences;

namespace NewsExtract.Syntax.Network;

/// <summary>Runs a model over the sentences of documents; safe on many threads, each of which borrows an analyser.</summary>
internal sealed class SyntaxAnnotator(SyntaxModel model)
{
    // A longer sentence (a table, a list without full stops) is analysed in pieces; each piece but the first hangs on the first one's root. So is a dateline, which is no part of the sentence that it stands before.
    internal const int LongestSentence = 400;

    private readonly ConcurrentBag<SyntaxAnalyzer> _free = [];

    /// <summary>Tags and, if asked for, a parse of all sentences.</summary>
    public (TagLayer Tags, ParseLayer? Parse) Annotate(Document document, bool parse, CancellationToken cancellation)
    {
        var tokens = document.Get<TokenLayer>();
        var sentences = document.Get<SentenceLayer>();
        var upos = new Upos[tokens.Count];
        var penn = new byte[tokens.Count];
        var heads = parse ? new int[tokens.Count] : [];
        var relations = parse ? new Relation[tokens.Count] : [];
        var analyzer = _free.TryTake(out var free) ? free : new SyntaxAnalyzer(model);
        try
        {
            var batch = analyzer.Batch;
            batch.Clear();
            var from = 0;
            for (var s = 0; s < sentences.Count; s++)
            {
                var sentence = sentences[s];
                var afterDateline = Dateline.Skip(document.Text, tokens, sentences, s);
                for (int start = sentence.Tokens.Start, end; start < sentence.Tokens.End; start = end)
                {
                    end = start < afterDateline ? afterDateline : Math.Min(start + LongestSentence, sentence.Tokens.End);
                    Add(analyzer, document.Text, tokens, start, end, start == sentence.Tokens.Start || start == afterDateline);
                    if (batch.Count >= SyntaxAnalyzer.BatchWords)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        from = Flush(analyzer, from, upos, penn, heads, relations);
                    }
                }
            }

            Flush(analyzer, from, upos, penn, heads, relations);
        }
        finally
        {
            analyzer.Batch.Clear();
            _free.Add(analyzer);
        }

        if (parse)
        {
            JoinPieces(document.Text, tokens, sentences, heads, relations);
        }

        var tags = new TagLayer(ImmutableCollectionsMarshal.AsImmutableArray(upos), ImmutableCollectionsMarshal.AsImmutableArray(penn));
        return (tags, parse ? new ParseLayer(ImmutableCollectionsMarshal.AsImmutableArray(heads), ImmutableCollectionsMarshal.AsImmutableArray(relations)) : null);
    }

    private static void Add(SyntaxAnalyzer analyzer, string text, TokenLayer tokens, int start, int end, bool isStart)
    {
        var form = default(SentenceForm);
        for (var token = start; token < end; token++)
        {
            form.See(text.AsSpan(tokens[token].Start, tokens[token].End - tokens[token].Start));
        }

        var first = isStart;
        for (var token = start; token < end; token++)
        {
            var word = text.AsSpan(tokens[token].Start, tokens[token].End - tokens[token].Start);
            analyzer.Add(word, first, form.Case);
            first &= !SentenceForm.HasLetter(word);
        }

        analyzer.Batch.EndSentence();
    }

    /// <summary>Analyses what was gathered; heads become indices in the document. Gives the first token of what comes next.</summary>
    private static int Flush(SyntaxAnalyzer analyzer, int from, Upos[] upos, byte[] penn, int[] heads, Relation[] relations)
    {
        var batch = analyzer.Batch;
        if (batch.Count == 0)
        {
            return from;
        }

        var parse = heads.Length > 0;
        var own = parse ? heads.AsSpan(from, batch.Count) : [];
        analyzer.Run(upos.AsSpan(from, batch.Count), penn.AsSpan(from, batch.Count), own, parse ? relations.AsSpan(from, batch.Count) : []);
        for (var sentence = 0; parse && sentence < batch.Sentences; sentence++)
        {
            for (var word = batch.Starts[sentence]; word < batch.Starts[sentence + 1]; word++)
            {
                own[word] += own[word] < 0 ? 0 : from + batch.Starts[sentence];
            }
        }

        from += batch.Count;
        batch.Clear();
        return from;
    }

    private static void JoinPieces(string text, TokenLayer tokens, SentenceLayer sentences, int[] heads, Relation[] relations)
    {
        for (var s = 0; s < sentences.Count; s++)
        {
            var sentence = sentences[s];
            var afterDateline = Dateline.Skip(text, tokens, sentences, s);
            if (sentence.Tokens.Length <= LongestSentence && afterDateline == sentence.Tokens.Start)
            {
                continue;
            }

            var root = Array.IndexOf(heads, -1, afterDateline);
            for (var token = sentence.Tokens.Start; token < sentence.Tokens.End; token++)
            {
                if (heads[token] < 0 && token != root)
                {
                    heads[token] = root;
                    relations[token] = token < afterDateline ? Relation.Dep : Relation.Parataxis;
                }
            }
        }
    }
}
