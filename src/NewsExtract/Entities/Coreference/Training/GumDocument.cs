using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference.Training;

/// <summary>A document of the GUM corpus with gold tokens, sentences, tags, trees, names and coreference.</summary>
internal sealed class GumDocument
{
    private GumDocument(string id, Document document, ImmutableArray<GumMention> mentions)
    {
        Id = id;
        Document = document;
        Mentions = mentions;
    }

    public string Id { get; }

    /// <summary>The document with the gold layers.</summary>
    public Document Document { get; }

    /// <summary>The gold mentions, single ones included.</summary>
    public ImmutableArray<GumMention> Mentions { get; }

    /// <summary>Reads a <c>.conllu</c> file of GUM.</summary>
    public static GumDocument Read(string path) => new Reader().Read(Path.GetFileNameWithoutExtension(path), File.ReadAllLines(path));

    /// <summary>The documents of a part of the standard split that are there, by name.</summary>
    public static IEnumerable<string> Files(string folder, string part)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "splits.md"));
        return lines.SkipWhile(line => line.Trim() != "## " + part).Skip(1).TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(static line => line.TrimStart().StartsWith("* ", StringComparison.Ordinal))
            .Select(line => Path.Combine(folder, line.Trim()[2..] + ".conllu"))
            .Where(File.Exists).Order(StringComparer.Ordinal);
    }

    private sealed class Reader
    {
        private readonly System.Text.StringBuilder _text = new();
        private readonly ImmutableArray<TextSpan>.Builder _tokens = ImmutableArray.CreateBuilder<TextSpan>();
        private readonly ImmutableArray<Sentence>.Builder _sentences = ImmutableArray.CreateBuilder<Sentence>();
        private readonly ImmutableArray<Upos>.Builder _upos = ImmutableArray.CreateBuilder<Upos>();
        private readonly ImmutableArray<byte>.Builder _penn = ImmutableArray.CreateBuilder<byte>();
        private readonly ImmutableArray<int>.Builder _heads = ImmutableArray.CreateBuilder<int>();
        private readonly ImmutableArray<Relation>.Builder _relations = ImmutableArray.CreateBuilder<Relation>();
        private readonly List<(int Start, int End, int Entity, string Type)> _mentions = [];
        private readonly List<(int Start, int Entity, string Type)> _open = [];
        private int _paragraph = -1;
        private bool _isHeading;

        public GumDocument Read(string id, string[] lines)
        {
            var first = 0;
            var spaceAfter = true;
            foreach (var line in lines)
            {
                if (line.StartsWith("# newpar", StringComparison.Ordinal))
                {
                    _paragraph += line.StartsWith("# newpar_block", StringComparison.Ordinal) ? 0 : 1;
                    _isHeading = line.Contains(" head ", StringComparison.Ordinal);
                }
                else if (line.Length == 0 && _tokens.Count > first)
                {
                    _sentences.Add(new Sentence(
                        new TextSpan(_tokens[first].Start, _tokens[^1].End), new TokenRange(first, _tokens.Count), Math.Max(0, _paragraph), _isHeading));
                    first = _tokens.Count;
                    _text.Append('\n');
                    spaceAfter = false;
                }
                else if (line.Length > 0 && line[0] != '#' && line.Split('\t') is var columns && !columns[0].AsSpan().ContainsAny('-', '.'))
                {
                    if (spaceAfter && _tokens.Count > first)
                    {
                        _text.Append(' ');
                    }

                    AddToken(columns, first);
                    spaceAfter = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
                }
            }

            var heads = _heads.ToImmutable();
            var mentions = _mentions.Select(m => new GumMention(m.Start, m.End, HeadOf(heads, m.Start, m.End), m.Entity, m.Type))
                .OrderBy(static m => m.Start).ThenByDescending(static m => m.End).ToImmutableArray();
            var document = new Document(new Article { Id = id, Text = _text.ToString() })
                .With(new TokenLayer(_tokens.ToImmutable()))
                .With(new SentenceLayer(_sentences.ToImmutable()))
                .With(new TagLayer(_upos.ToImmutable(), _penn.ToImmutable()))
                .With(new ParseLayer(heads, _relations.ToImmutable()));
            return new GumDocument(id, document.With(GumNames.Of(document, mentions)), mentions);
        }

        private void AddToken(string[] columns, int first)
        {
            var token = _tokens.Count;
            _tokens.Add(new TextSpan(_text.Length, _text.Length + columns[1].Length));
            _text.Append(columns[1]);
            _upos.Add(Enum.TryParse<Upos>(columns[3], out var upos) ? upos : Upos.X);
            _penn.Add(PennTags.Parse(columns[4]));
            _heads.Add(columns[6] == "0" ? -1 : first + int.Parse(columns[6]) - 1);
            _relations.Add(RelationNames.Parse(columns[7]));
            foreach (var feature in columns[9].Split('|'))
            {
                if (feature.StartsWith("Entity=", StringComparison.Ordinal))
                {
                    ReadEntities(feature.AsSpan(7), token);
                }
            }
        }

        // "(4-abstract-new-sssss-cf2-3-coref(5-object-…)4)": brackets open with number and type, and close after the number.
        private void ReadEntities(ReadOnlySpan<char> text, int token)
        {
            while (!text.IsEmpty)
            {
                if (text[0] == '(')
                {
                    var end = text[1..].IndexOfAny('(', ')') + 1;
                    end = end == 0 ? text.Length : end;
                    var parts = text[1..end].ToString().Split('-');
                    var isPiece = parts[0].Contains('[', StringComparison.Ordinal);
                    var entity = int.Parse(parts[0].Split('[')[0]);
                    var isOneToken = end < text.Length && text[end] == ')';
                    if (isOneToken && !isPiece)
                    {
                        _mentions.Add((token, token + 1, entity, parts[1]));
                    }
                    else if (!isOneToken)
                    {
                        _open.Add((token, isPiece ? -1 : entity, parts[1]));
                        if (isPiece)
                        {
                            _open.RemoveAt(_open.Count - 1);
                        }
                    }

                    text = text[Math.Min(text.Length, isOneToken ? end + 1 : end)..];
                }
                else
                {
                    var end = text.IndexOf(')');
                    if (int.TryParse(text[..end], out var entity))
                    {
                        var at = _open.FindLastIndex(open => open.Entity == entity);
                        if (at >= 0)
                        {
                            _mentions.Add((_open[at].Start, token + 1, entity, _open[at].Type));
                            _open.RemoveAt(at);
                        }
                    }

                    text = text[(end + 1)..];
                }
            }
        }

        private static int HeadOf(ImmutableArray<int> heads, int start, int end)
        {
            for (var token = start; token < end; token++)
            {
                if (heads[token] < start || heads[token] >= end)
                {
                    return token;
                }
            }

            return end - 1;
        }
    }
}
