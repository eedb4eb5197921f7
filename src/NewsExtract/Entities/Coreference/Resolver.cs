using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>
/// Reads the mentions from the start and gives each its entity: names as clustered, appositions and relative pronouns by grammar, pronouns and definite
/// noun phrases by ranking the entities met before against each other and against being new (a cluster ranker, Rahman and Ng 2009).
/// </summary>
internal sealed class Resolver
{
    // How far back an entity is looked for: it bounds the work, and farther back the ranker is no better than chance.
    private const int PronounSentences = 9;
    private const int NominalSentences = 12;
    private const int PronounMentions = 70;
    private const int NominalMentions = 60;
    private const int MostDescriptions = 8;
    private const int MostCandidates = 24;
    private const int WordsAhead = 25;

    private readonly Candidate[] _candidates = new Candidate[MostCandidates];
    private readonly int[] _features = new int[RankFeatures.Most];
    private readonly float[] _scores = new float[MostCandidates + 1];
    private readonly DescriptionIndex _descriptions = new();
    private int[] _seen = new int[128];

    /// <summary>Called for each mention that is ranked, with its candidates; returns the chosen one, or −1 for a new entity.</summary>
    public delegate int Choose(CoreferenceScratch scratch, int mention, ReadOnlySpan<Candidate> candidates);

    /// <summary>Resolves with a model.</summary>
    public void Resolve(CoreferenceScratch scratch, CoreferenceModel model) =>
        Resolve(scratch, (document, mention, candidates) => Best(document, model, mention, candidates));

    /// <summary>Resolves with any way to choose.</summary>
    public void Resolve(CoreferenceScratch scratch, Choose choose)
    {
        if (_seen.Length < scratch.MentionCount + scratch.Entities.Count + 1)
        {
            _seen = new int[2 * (scratch.MentionCount + scratch.Entities.Count + 1)];
        }

        Array.Clear(_seen);
        _descriptions.Clear();
        for (var index = 0; index < scratch.MentionCount; index++)
        {
            ref var mention = ref scratch.Mentions[index];
            if (mention.Entity < 0)
            {
                mention.Entity = EntityOf(scratch, index, choose);
            }

            scratch.Entities.Meet(scratch.Mentions, index);
            if (mention.Kind == MentionKind.Nominal)
            {
                _descriptions.Add(mention.HeadHash, index);
            }
            else if (mention.Kind == MentionKind.Name)
            {
                DescribeByTitle(scratch, index);
                DescribeByOwnWords(scratch, index);
            }
        }
    }

    /// <summary>What a model is measured against: for pronouns the nearest candidate, for noun phrases the nearest that the same noun describes.</summary>
    public static int Nearest(CoreferenceScratch scratch, int index, ReadOnlySpan<Candidate> candidates)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        foreach (var candidate in candidates)
        {
            if (mention.Kind == MentionKind.Pronoun || scratch.Entities[candidate.Entity].IsDescribedBy(mention.HeadHash))
            {
                return candidate.Entity;
            }
        }

        return -1;
    }

    /// <summary>The best-scored candidate, or −1 when a new entity scores better.</summary>
    private int Best(CoreferenceScratch scratch, CoreferenceModel model, int index, ReadOnlySpan<Candidate> candidates)
    {
        var most = MostMentions(scratch, candidates);
        var best = -1;
        var count = RankFeatures.OfNew(scratch, index, candidates.Length, _features);
        var bestScore = _scores[MostCandidates] = model.Score(_features.AsSpan(0, count));
        if (candidates.Length > 0 && MustRefer(scratch.Mentions[index]))
        {
            bestScore = float.NegativeInfinity;
        }

        for (var rank = 0; rank < candidates.Length; rank++)
        {
            count = RankFeatures.OfCandidate(scratch, index, candidates[rank], rank, most, _features);
            _scores[rank] = model.Score(_features.AsSpan(0, count));
            if (_scores[rank] > bestScore)
            {
                (best, bestScore) = (candidates[rank].Entity, _scores[rank]);
            }
        }

        var sum = MathF.Exp(Math.Min(0, _scores[MostCandidates] - bestScore));
        for (var rank = 0; rank < candidates.Length; rank++)
        {
            sum += MathF.Exp(_scores[rank] - bestScore);
        }

        scratch.Mentions[index].Confidence = 1 / sum;
        return best;
    }

    // "He" and "she" always mean somebody.
    private static bool MustRefer(in Mention mention) => mention.Kind == MentionKind.Pronoun && (mention.Genders & GenderSet.Person) != 0;

    public static int MostMentions(CoreferenceScratch scratch, ReadOnlySpan<Candidate> candidates)
    {
        var most = 0;
        foreach (var candidate in candidates)
        {
            most = Math.Max(most, scratch.Entities[candidate.Entity].Count);
        }

        return most;
    }

    private int EntityOf(CoreferenceScratch scratch, int index, Choose choose)
    {
        ref var mention = ref scratch.Mentions[index];
        mention.Confidence = 1;
        if (mention.SameAs >= 0)
        {
            if (scratch.Mentions[mention.SameAs].Entity >= 0)
            {
                return scratch.Mentions[mention.SameAs].Entity;
            }
        }

        // "the secretary of state, Antony Blinken": the name in apposition decides.
        var named = NameAfter(scratch, index);
        if (named >= 0)
        {
            return named;
        }

        if (IsRanked(mention))
        {
            var candidates = Candidates(scratch, index);
            var chosen = choose(scratch, index, candidates);
            if (chosen >= 0)
            {
                return chosen;
            }
        }

        return scratch.Entities.Add(mention.Type, mention.Numbers);
    }

    private static int NameAfter(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        if (mention.Kind != MentionKind.Nominal || mention.IsCoordination)
        {
            return -1;
        }

        for (var next = index + 1; next < scratch.MentionCount && next <= index + 8 && scratch.Mentions[next].Start < mention.FullEnd; next++)
        {
            if (scratch.Mentions[next].SameAs == index && scratch.Mentions[next].Entity >= 0)
            {
                return scratch.Mentions[next].Entity;
            }
        }

        return -1;
    }

    /// <summary>Whether a mention may be one with something before it: pronouns, and noun phrases that are not marked as new.</summary>
    public static bool IsRanked(in Mention mention) =>
        mention.Kind == MentionKind.Pronoun
            ? (mention.Facts & WordFacts.Relative) == 0
            : mention.Kind == MentionKind.Nominal && !mention.IsCoordination
                && (mention.Determiner & (WordFacts.Indefinite | WordFacts.Quantifier)) == 0;

    private ReadOnlySpan<Candidate> Candidates(CoreferenceScratch scratch, int index) =>
        _candidates.AsSpan(0, scratch.Mentions[index].Kind == MentionKind.Pronoun ? ForPronoun(scratch, index) : ForNominal(scratch, index));

    private int ForPronoun(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var first = Math.Max(0, index - PronounMentions);
        var count = 0;
        for (var before = index - 1; before >= first && count < MostCandidates; before--)
        {
            if (mention.Sentence - scratch.Mentions[before].Sentence > PronounSentences)
            {
                break;
            }

            count = Consider(scratch, index, before, count);
        }

        // "In his speech, Obama said": a name ahead in the same sentence.
        for (var ahead = index + 1; ahead < scratch.MentionCount && count < MostCandidates; ahead++)
        {
            ref readonly var other = ref scratch.Mentions[ahead];
            if (other.Sentence != mention.Sentence || other.Start - mention.Start > WordsAhead)
            {
                break;
            }

            if (other.Kind == MentionKind.Name && other.Role is MentionRole.Subject or MentionRole.PassiveSubject)
            {
                count = Consider(scratch, index, ahead, count);
            }
        }

        return count;
    }

    // What the same noun described before, at any distance; and of persons, organisations and countries those met lately.
    private int ForNominal(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var count = 0;
        var steps = 0;
        for (var link = _descriptions.First(mention.HeadHash); link >= 0 && steps < MostDescriptions; link = _descriptions.Next(link), steps++)
        {
            count = Consider(scratch, index, _descriptions.MentionAt(link), count);
        }

        var first = mention.Type == Mention.UnknownType ? index : Math.Max(0, index - NominalMentions);
        for (var before = index - 1; before >= first && count < MostCandidates; before--)
        {
            ref readonly var other = ref scratch.Mentions[before];
            if (mention.Sentence - other.Sentence > NominalSentences)
            {
                break;
            }

            if (scratch.Entities[other.Entity].Type == mention.Type)
            {
                count = Consider(scratch, index, before, count);
            }
        }

        return count;
    }

    private int Consider(CoreferenceScratch scratch, int index, int other, int count)
    {
        var entity = scratch.Mentions[other].Entity;
        if (_seen[entity] == index + 1)
        {
            return count;
        }

        _seen[entity] = index + 1;
        if (Agreement.Allows(scratch.Mentions[index], scratch.Entities[entity], scratch.Mentions[other]))
        {
            _candidates[count++] = new Candidate(entity, other);
        }

        return count;
    }

    // "Secretary of State Antony Blinken" may be "the secretary" later.
    private void DescribeByTitle(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        ref var entity = ref scratch.Entities[mention.Entity];
        var lexicon = CoreferenceLexicon.Instance;
        var sentence = scratch.Sentences[mention.Sentence].Tokens.Start;
        for (var token = mention.Start - 1; token >= sentence && token >= mention.Start - 6; token--)
        {
            if ((scratch.Facts[token] & (WordFacts.Office | WordFacts.Person)) != 0)
            {
                if (scratch.Parse is null || IsBelow(scratch, token, mention.Head))
                {
                    var head = lexicon.SingularOf(scratch.Hash[token]);
                    entity.Describe(head);
                    _descriptions.Add(head, index);
                }
            }
        }
    }

    // The "University of Thornbury" may be "the university" later, and the "Foreign Ministry" "the ministry".
    private void DescribeByOwnWords(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        if (mention.Type == (byte)EntityType.Person || mention.Length < 2)
        {
            return;
        }

        const WordFacts Things = WordFacts.Organisation | WordFacts.Place;
        for (var side = 0; side < 2; side++)
        {
            var token = side == 0 ? mention.Start : mention.End - 1;
            if (side == 1 || (scratch.Facts[token] & Things) != 0)
            {
                scratch.Entities[mention.Entity].Describe(scratch.Hash[token]);
                _descriptions.Add(scratch.Hash[token], index);
            }
        }
    }

    private static bool IsBelow(CoreferenceScratch scratch, int token, int head)
    {
        for (var step = 0; step < 4 && token >= 0; step++)
        {
            token = scratch.Head(token);
            if (token == head)
            {
                return true;
            }
        }

        return false;
    }
}
