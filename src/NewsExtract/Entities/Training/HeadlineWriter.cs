namespace NewsExtract.Entities.Training;

/// <summary>Copies of training documents in which some sentences are written as headlines write them. All choices follow from a seed.</summary>
internal sealed class HeadlineWriter(int seed)
{
    // Articles, conjunctions and prepositions keep their small letter in most titles.
    private const int ShortWord = 3;

    private readonly Random _random = new(seed);

    /// <summary>A copy with sentences in capitals, or with a capital for each longer word.</summary>
    /// <param name="document">The document.</param>
    /// <param name="share">The share of sentences for each of the two ways.</param>
    public LabelledDocument Rewrite(LabelledDocument document, double share)
    {
        var builder = new DocumentBuilder(document.Source);
        foreach (var sentence in document.Sentences)
        {
            var draw = _random.NextDouble();
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                var word = document.Tokens[i].Of(document.Text);
                var written = draw < share ? word.ToUpperInvariant()
                    : draw < 2 * share && word.Length > ShortWord ? char.ToUpperInvariant(word[0]) + word[1..]
                    : word;
                builder.Add(written, document.Labels[i]);
            }

            builder.EndSentence();
        }

        return builder.Build() with { Weight = document.Weight };
    }
}
