using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>
/// Reads the mentions from the start and gives each its entity: names as clustered, appositions and relative pronouns by grammar, pronouns and definite
/// noun phrases by ranking the entities met before against each other and against being new (a cluster ranker, Rahman and Ng 2009).
/// </summary>
internal sealed class Resolver
{
    private const int MostDescriptions = CandidateFinder.MostDescriptions;
    private const int MostCandidates = CandidateFinder.MostCandidates;

    private const int NearSentences = 3;

    // A name may stand behind a second description.
    private const int FarthestName = 7;

    private readonly CandidateFinder _finder;
    private readonly DescriptionIndex _descriptions = new();
    private readonly int[] _features = new int[RankFeatures.Most];
    private readonly float[] _scores = new float[MostCandidates + 1];

    public Resolver() => _finder = new CandidateFinder(_descriptions);

    /// <summary>Called for each mention that is ranked, with its candidates; returns the chosen one, or −1 for a new entity.</summary>
    public delegate int Choose(CoreferenceScratch scratch, int mention, ReadOnlySpan<Candidate> candidates);

    /// <summary>Resolves with a model.</summary>
    public void Resolve(CoreferenceScratch scratch, CoreferenceModel model) =>
        Resolve(scratch, (document, mention, candidates) => Best(document, model, mention, candidates));

    /// <summary>Resolves with any way to choose.</summary>
    public void Resolve(CoreferenceScratch scratch, Choose choose)
    {
        _descriptions.Clear();
        _finder.Begin(scratch);
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
                NameWordings.DescribeByTitle(scratch, index, _descriptions);
                NameWordings.DescribeByOwnWords(scratch, index, _descriptions);
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
            _scores[rank] = model.Score(_features.AsSpan(0, count)) + SpeakerPriors.Of(scratch, index, candidates[rank], rank);
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

        var known = KnownBy(scratch, index);
        if (known >= 0)
        {
            return known;
        }

        // "The 27-year-old", "the Italian": whoever was spoken of just now.
        if (mention.Kind == MentionKind.Nominal && !mention.IsCoordination && mention.Type == (byte)EntityType.Person && scratch.NameAt[mention.Head] >= 0)
        {
            return PersonBefore(scratch, index) is var person and >= 0 ? person : scratch.Entities.Add(mention.Type, mention.Numbers);
        }

        if (IsRanked(scratch, mention))
        {
            var candidates = _finder.Of(scratch, index);
            var chosen = choose(scratch, index, candidates);
            if (chosen >= 0)
            {
                return chosen;
            }

            if (GenericOrganisations.Of(scratch, index) is var organisation and >= 0)
            {
                return organisation;
            }
        }

        return scratch.Entities.Add(mention.Type, mention.Numbers);
    }

    // "The board" after "the Athletics Board", "the mayor" after "Mayor Ann Poe": the latest name that the noun alone describes (head match, Lee et al. 2013).
    private int KnownBy(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        if (mention.Kind != MentionKind.Nominal || mention.Determiner != WordFacts.Definite || mention.FullEnd != mention.Head + 1)
        {
            return -1;
        }

        if (mention.Head != mention.Start + 1)
        {
            return TitleOf(scratch, mention);
        }

        var steps = 0;
        for (var link = _descriptions.First(mention.HeadHash); link >= 0 && steps < MostDescriptions; link = _descriptions.Next(link), steps++)
        {
            ref readonly var before = ref scratch.Mentions[_descriptions.MentionAt(link)];
            if (before.Kind == MentionKind.Name && Agreement.Allows(mention, scratch.Entities[before.Entity], before))
            {
                return before.Entity;
            }

            if (before.Length == 2 && before.Kind == MentionKind.Nominal)
            {
                return scratch.Entities[before.Entity].HasName && Agreement.Allows(mention, scratch.Entities[before.Entity], before) ? before.Entity : -1;
            }
        }

        return -1;
    }

    // "The chief minister" after "Chief Minister Ann Poe": all its words stand before the name.
    private int TitleOf(CoreferenceScratch scratch, in Mention mention)
    {
        var steps = 0;
        for (var link = _descriptions.First(mention.HeadHash); link >= 0 && steps < MostDescriptions; link = _descriptions.Next(link), steps++)
        {
            ref readonly var name = ref scratch.Mentions[_descriptions.MentionAt(link)];
            if (name.Kind == MentionKind.Name && name.Type == (byte)EntityType.Person && NameWordings.StandBefore(scratch, mention, name.Start) && Agreement.Allows(mention, scratch.Entities[name.Entity], name))
            {
                return name.Entity;
            }
        }

        return -1;
    }

    // The person named before as a subject, or else the one named last, in the sentences just before.
    private static int PersonBefore(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var found = -1;
        for (var before = index - 1; before >= 0 && mention.Sentence - scratch.Mentions[before].Sentence <= NearSentences; before--)
        {
            ref readonly var other = ref scratch.Mentions[before];
            if (other.Quote >= 0 || scratch.Entities[other.Entity] is not { HasName: true, Type: (byte)EntityType.Person } || scratch.Sentences[other.Sentence].Paragraph < scratch.Sentences[mention.Sentence].Paragraph - 1)
            {
                continue;
            }

            if (other.Role is MentionRole.Subject or MentionRole.PassiveSubject)
            {
                return other.Entity;
            }

            found = found < 0 ? other.Entity : found;
        }

        return found;
    }

    private static int NameAfter(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        if (mention.Kind != MentionKind.Nominal || mention.IsCoordination)
        {
            return -1;
        }

        for (var next = index + 1; next < scratch.MentionCount && next <= index + 8 && scratch.Mentions[next].Start <= mention.FullEnd + FarthestName; next++)
        {
            // "the founder, the sugar merchant Ann Poe": from description to description.
            var described = scratch.Mentions[next].Entity >= 0 ? scratch.Mentions[next].SameAs : -1;
            for (var step = 0; step < 2 && described > index; step++)
            {
                described = scratch.Mentions[described].SameAs;
            }

            if (described == index)
            {
                return scratch.Mentions[next].Entity;
            }
        }

        return -1;
    }

    /// <summary>Whether a mention may be one with something before it: pronouns, and noun phrases that are not marked as new; a bare "president" is a role, not a person.</summary>
    public static bool IsRanked(CoreferenceScratch scratch, in Mention mention) =>
        mention.Kind == MentionKind.Pronoun
            ? (mention.Facts & WordFacts.Relative) == 0
            : mention.Kind == MentionKind.Nominal && !mention.IsCoordination
                && (mention.Determiner & (WordFacts.Indefinite | WordFacts.Quantifier)) == 0
                && (mention.Determiner != 0 || mention.InHeading || mention.Type != (byte)EntityType.Person
                    || mention.Numbers != NumberSet.Singular || scratch.Tags?.Upos[mention.Head] == Upos.PROPN);
}
