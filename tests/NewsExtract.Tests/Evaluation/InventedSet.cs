using System.Text.Json.Nodes;

namespace NewsExtract.Tests.Evaluation;

/// <summary>Makes labelled articles and imperfect predictions for them out of invented words, the same for the same seed.</summary>
internal sealed class InventedSet(int seed)
{
    private static readonly string[] Words =
        ["Ann", "Teal", "Bob", "Reed", "Oslo", "mayor", "said", "that", "late", "harbour", "🚢", "plan,", "“we", "will”", "Dr.", "Ministry", "of", "the", "Sea", "it", "é", "GOP"];

    private static readonly string[] Names = ["Ann Teal", "Bob Reed", "Oslo", "Ministry of the Sea", "republican party"];
    private static readonly string[] Spoken = ["Teal", "Mr. Reed", "Oslo's", "the Ministry of the Sea", "GOP", "Dr. Ann Teal", "someone", "author"];
    private readonly Random _random = new(seed);

    /// <summary>Writes gold files, <c>set.json</c> and predictions.</summary>
    public void Write(string gold, string predicted, string layer, string scorer)
    {
        Directory.CreateDirectory(gold);
        Directory.CreateDirectory(Path.Combine(predicted, "articles", "deep"));
        File.WriteAllText(Path.Combine(gold, "set.json"), $$"""{"set": "invented", "layer": "{{layer}}", "scorer": "{{scorer}}", "types": ["PERSON", "ORG", "LOC", "NORP"]}""");
        for (var number = 0; number < 12; number++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 120).Select(i => Choose(Words) + (i % 12 == 11 ? ".\n" : "")));
            var article = new Maker(text, _random);
            File.WriteAllText(Path.Combine(gold, $"a{number}.json"), article.File(number, "codepoint", scorer, isGold: true));
            if (number > 0)
            {
                File.WriteAllText(Path.Combine(predicted, "articles", number % 2 == 0 ? "deep" : "", $"a{number}.json"), article.File(number, number % 3 == 0 ? "codepoint" : "utf16", scorer, isGold: false));
            }
        }
    }

    private string Choose(string[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>One article; gold and prediction draw from the same few spans, so that they often agree.</summary>
    private sealed class Maker(string text, Random random)
    {
        private readonly int[] _utf16 = [.. Utf16(text)];
        private readonly (int Start, int End)[] _spans = [.. Enumerable.Range(0, 14).Select(_ => Span(text, random))];
        private readonly string[] _runes = [.. text.EnumerateRunes().Select(static r => r.ToString())];
        private bool _isUtf16;

        public string File(int number, string unit, string scorer, bool isGold)
        {
            _isUtf16 = unit == "utf16";
            var file = new JsonObject
            {
                ["schema"] = "newsextract/1",
                ["article"] = new JsonObject { ["id"] = $"deep/a{number}" },
                ["offsetUnit"] = unit,
                ["text"] = text,
                ["sentences"] = new JsonArray([.. Sentences().Select(JsonNode (s) => Node(s))]),
                ["entities"] = Many(9, i => new JsonObject
                {
                    ["id"] = $"e{i}",
                    ["type"] = Choose("PERSON", "ORG", "GPE", "LOC", "NORP", "DATE"),
                    ["name"] = Choose(Names),
                    ["mentions"] = Many(3, _ => With(Node(Any()), "kind", Choose("name", "name", "nominal", "pronoun"))),
                }),
                ["quotes"] = Many(9, i => Quote(i, isGold)),
                ["stances"] = Many(9, i => Stance(i, scorer, isGold)),
            };
            if (isGold)
            {
                file["entity_names"] = new JsonArray([.. Names.Select(JsonNode (n) => n)]);
                file["other_attitudes"] = Many(4, i => Stance(i, scorer, isGold));
            }

            return file.ToJsonString();
        }

        private JsonObject Quote(int id, bool isGold)
        {
            var quote = new JsonObject
            {
                ["id"] = $"q{id}",
                ["type"] = Choose("direct", "mixed", "indirect"),
                ["content"] = Many(2, _ => Node(Any())),
                ["cue"] = Maybe(0.8) ? Node(Any()) : null,
                ["speaker"] = Maybe(0.7) ? Node(Any()) : null,
            };
            if (isGold)
            {
                quote["speech_cue"] = Maybe(0.7);
                quote["cue_in_quotes"] = Maybe(0.1);
                quote["pronoun"] = Maybe(0.3);
                quote["cluster_mentions"] = Many(3, _ => new JsonObject { ["text"] = Choose(Spoken) + Choose("", ", the mayor", " (late)"), ["pronoun"] = Maybe(0.3) });
            }
            else
            {
                quote["speech"] = Maybe(0.8);
                quote["speakerName"] = Maybe(0.8) ? Choose(Names) : null;
            }

            return quote;
        }

        private JsonObject Stance(int id, string scorer, bool isGold)
        {
            var stance = new JsonObject
            {
                ["id"] = $"s{id}",
                ["polarity"] = isGold && scorer != "dse" ? Choose("support", "oppose") : Choose("support", "oppose", "neutral"),
                ["holder"] = Side(isGold),
                ["target"] = Side(isGold),
                ["evidence"] = Node(Any()),
                ["confidence"] = random.Next(100) / 100.0,
            };
            if (isGold)
            {
                stance["sentence"] = random.Next(5);
                stance["holders"] = Many(2, _ => Node(Any()));
                stance["targets"] = Many(3, _ => Node(Any()));
            }

            return stance;
        }

        private JsonObject Side(bool isGold)
        {
            var side = Maybe(0.8) ? Node(Any()) : [];
            side["name"] = isGold ? Choose([.. Names, "author", "Not in the list"]) : Choose(Spoken);
            if (!isGold && Maybe(0.5))
            {
                side["entity"] = $"e{random.Next(5)}";
            }

            return side;
        }

        private (int Start, int End) Any() => _spans[random.Next(_spans.Length)] is var (start, end) && Maybe(0.6) ? (start, end) : Span(text, random);

        private IEnumerable<(int Start, int End)> Sentences()
        {
            var start = 0;
            for (var i = 0; i < _runes.Length; i++)
            {
                if (_runes[i] == "\n")
                {
                    yield return (start, i);
                    start = i + 1;
                }
            }
        }

        private JsonObject Node((int Start, int End) span) => new()
        {
            ["start"] = _isUtf16 ? _utf16[span.Start] : span.Start,
            ["end"] = _isUtf16 ? _utf16[span.End] : span.End,
            ["text"] = string.Concat(_runes[span.Start..span.End]),
        };

        private static JsonObject With(JsonObject node, string name, string value)
        {
            node[name] = value;
            return node;
        }

        private JsonArray Many(int most, Func<int, JsonNode> make) => new([.. Enumerable.Range(0, random.Next(most + 1)).Select(make)]);

        private bool Maybe(double chance) => random.NextDouble() < chance;

        private string Choose(params string[] choices) => choices[random.Next(choices.Length)];

        private static (int Start, int End) Span(string text, Random random)
        {
            var length = text.EnumerateRunes().Count();
            var start = random.Next(length - 40);
            return (start, start + 1 + random.Next(39));
        }

        private static IEnumerable<int> Utf16(string text)
        {
            var at = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                yield return at;
                at += rune.Utf16SequenceLength;
            }

            yield return at;
        }
    }
}
