using NewsExtract.Entities.Recognition;

namespace NewsExtract.Entities.Training;

/// <summary>
/// Varied copies of training documents: people and places under other names, sentences as headlines write them, abbreviations spaced out. All choices follow
/// from a seed.
/// </summary>
internal sealed class Augmenter(IReadOnlyList<string> forenames, IReadOnlyList<string> surnames, IReadOnlyList<string> places, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A copy with other names: each word of a person's name is replaced by the same new word throughout the document, so is each place of one word.</summary>
    public LabelledDocument SwapNames(LabelledDocument document)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        return Rewrite(document, (word, label, position, length) =>
        {
            var type = NameTypes.TypeOf(label);
            var pool = type switch
            {
                NameTypes.Person when length > 1 && position == 0 => forenames,
                NameTypes.Person when position == length - 1 => surnames,
                NameTypes.Place when length == 1 => places,
                _ => null,
            };
            if (pool is null || word.Length < 3 || !char.IsUpper(word[0]))
            {
                return word;
            }

            if (!map.TryGetValue(word, out var other))
            {
                other = pool[_random.Next(pool.Count)];
                map.Add(word, other);
            }

            return other;
        });
    }

    /// <summary>A copy in which some sentences are written as headlines: all in capitals, or each word with one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="share">The share of sentences to change.</param>
    public LabelledDocument Headlines(LabelledDocument document, double share)
    {
        var style = new Dictionary<int, int>();
        foreach (var sentence in document.Sentences)
        {
            var draw = _random.NextDouble();
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                style[i] = draw < share ? 1 : draw < 2 * share ? 2 : 0;
            }
        }

        var at = 0;
        return Rewrite(document, (word, _, _, _) =>
        {
            var how = style[at];
            at++;
            return how switch
            {
                1 => word.ToUpperInvariant(),
                2 when word.Length > 3 => char.ToUpperInvariant(word[0]) + word[1..],
                _ => word,
            };
        });
    }

    private static LabelledDocument Rewrite(LabelledDocument document, Func<string, byte, int, int, string> change)
    {
        var builder = new DocumentBuilder(document.Source);
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                var label = document.Labels[i];
                var (start, end) = (i, i + 1);
                if (label != NameTypes.Outside)
                {
                    while (!NameTypes.IsBegin(document.Labels[start]))
                    {
                        start--;
                    }

                    while (end < sentence.End && document.Labels[end] != NameTypes.Outside && !NameTypes.IsBegin(document.Labels[end]))
                    {
                        end++;
                    }
                }

                Emit(builder, change(document.Tokens[i].Of(document.Text), label, i - start, end - start), label);
            }

            builder.EndSentence();
        }

        return builder.Build() with { Weight = document.Weight };
    }

    /// <summary>A replacement may be several words.</summary>
    private static void Emit(DocumentBuilder builder, string words, byte label)
    {
        foreach (var word in words.Split(' '))
        {
            builder.Add(word, label);
            label = label == NameTypes.Outside ? label : NameTypes.Inside(NameTypes.TypeOf(label));
        }
    }

    /// <summary>A copy with <c>U.S.</c> as the tokens <c>U . S .</c>: some texts come with their tokens spaced out.</summary>
    public static LabelledDocument SpaceOut(LabelledDocument document) =>
        Rewrite(document, (word, _, _, _) =>
            word.Length == 4 && word[1] == '.' && word[3] == '.' && char.IsUpper(word[0]) && char.IsUpper(word[2])
                ? $"{word[0]} . {word[2]} ."
                : word);
}
