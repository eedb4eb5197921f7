namespace NewsExtract.Entities.Coreference;

/// <summary>
/// Who speaks between quotation marks, as far as the nearest verb of speaking tells. Speakers call themselves <c>I</c>: whoever is named, or is "he", in a
/// quotation of whole sentences is not its speaker. (A few quoted words may well hold the speaker's own "his".)
/// </summary>
internal sealed class QuoteSpeakers
{
    private const int ShortestSentence = 3;

    private int[] _speaker = new int[32];
    private bool[] _isWhole = new bool[32];
    private int _count;

    /// <summary>Finds the speakers of a document's quotations.</summary>
    public void Find(CoreferenceScratch scratch)
    {
        _count = 0;
        for (var token = 0; token < scratch.Tokens.Count; token++)
        {
            if (scratch.Quote[token] >= _count)
            {
                Open(scratch, token);
            }
        }

        for (var index = 0; index < scratch.MentionCount; index++)
        {
            ref readonly var mention = ref scratch.Mentions[index];
            if (mention.Quote < 0 && Speaks(scratch, mention))
            {
                GiveVoice(scratch, index);
            }
        }
    }

    /// <summary>Whether a pronoun cannot be the entity that another mention belongs to, since one of them speaks of the other.</summary>
    public bool Forbid(CoreferenceScratch scratch, int pronoun, int other)
    {
        ref readonly var mention = ref scratch.Mentions[pronoun];
        if ((mention.Genders & GenderSet.Person) == 0)
        {
            return false;
        }

        ref readonly var candidate = ref scratch.Mentions[other];
        return (Said(mention.Quote) is var speaker and >= 0 && scratch.Mentions[speaker].Entity == candidate.Entity)
            || (candidate.Quote >= 0 && mention.Quote < 0 && Said(candidate.Quote) == pronoun);
    }

    // The mention whose words a whole quotation is, or −1.
    private int Said(int quote) => quote >= 0 && quote < _count && _isWhole[quote] ? _speaker[quote] : -1;

    private void Open(CoreferenceScratch scratch, int token)
    {
        // Numbers may be skipped: a quotation can be empty.
        var quote = scratch.Quote[token];
        if (quote >= _speaker.Length)
        {
            Array.Resize(ref _speaker, 2 * quote);
            Array.Resize(ref _isWhole, 2 * quote);
        }

        _speaker[quote] = -1;
        _isWhole[quote] = IsLong(scratch, token) && char.IsUpper(scratch.Word(token + 1)[0]);
        _count = quote + 1;
    }

    private static bool IsLong(CoreferenceScratch scratch, int token) =>
        token + ShortestSentence < scratch.Tokens.Count && scratch.Quote[token + ShortestSentence] == scratch.Quote[token];

    private static bool Speaks(CoreferenceScratch scratch, in Mention mention) =>
        mention.Role == MentionRole.Subject && mention.Governor >= 0 && scratch.Quote[mention.Governor] < 0
        && (scratch.Facts[mention.Governor] & WordFacts.Reporting) != 0;

    // All that is quoted in the speaker's sentence, and what follows in the paragraph until somebody else speaks.
    private void GiveVoice(CoreferenceScratch scratch, int index)
    {
        var sentence = scratch.Mentions[index].Sentence;
        var paragraph = scratch.Sentences[sentence].Paragraph;
        for (var next = sentence; next < scratch.Sentences.Count && next <= sentence + 4 && scratch.Sentences[next].Paragraph == paragraph; next++)
        {
            var range = scratch.Sentences[next].Tokens;
            var (hasWhole, last) = (false, -1);
            for (var token = range.Start; token < range.End; token++)
            {
                if (scratch.Quote[token] is not (var quote and >= 0))
                {
                    continue;
                }

                // "I like her," Poe said, "but she is wrong.": the second part goes on with the first.
                _isWhole[quote] |= hasWhole && quote != last && token > range.Start && scratch.Word(token - 1) is "," && IsLong(scratch, token);
                (hasWhole, last) = (hasWhole || _isWhole[quote], quote);
                if (next == sentence || _speaker[quote] < 0 || scratch.Mentions[_speaker[quote]].Sentence < next)
                {
                    _speaker[quote] = index;
                }
            }
        }
    }
}
