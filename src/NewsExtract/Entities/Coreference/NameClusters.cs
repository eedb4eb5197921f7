using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>
/// Puts the names of a document together, most precise step first (Raghunathan et al. 2010, Lee et al. 2013): equal names, then variants that only one
/// fuller name allows, then single words by prominence. Names of different families are never one thing: a founder is not his company.
/// </summary>
internal sealed class NameClusters
{
    private readonly NameIndex _index = new();
    private int[] _recordOf = new int[64];

    /// <summary>Gives every mention that is a name its entity in <see cref="CoreferenceScratch.Entities"/>.</summary>
    public void Cluster(CoreferenceScratch scratch, NameGenders genders)
    {
        _index.Clear();
        if (_recordOf.Length < scratch.MentionCount)
        {
            _recordOf = new int[Math.Max(scratch.MentionCount, 2 * _recordOf.Length)];
        }

        ReadNames(scratch, genders);
        _index.FindFullerNames();

        var mentions = scratch.Mentions.AsSpan(0, scratch.MentionCount);
        for (var index = 0; index < mentions.Length; index++)
        {
            if (mentions[index].Name >= 0)
            {
                mentions[index].Entity = Assign(scratch, ref mentions[index], _recordOf[index]);
            }
        }
    }

    private void ReadNames(CoreferenceScratch scratch, NameGenders genders)
    {
        var mentions = scratch.Mentions.AsSpan(0, scratch.MentionCount);
        for (var index = 0; index < mentions.Length; index++)
        {
            ref var mention = ref mentions[index];
            if (mention.Name < 0)
            {
                continue;
            }

            var name = scratch.Names.Mentions[mention.Name];
            if (name.Type == EntityType.Person && IsCompany(scratch, mention))
            {
                name = name with { Type = EntityType.Org };
                mention.Type = (byte)EntityType.Org;
                (mention.Genders, mention.Numbers) = (GenderSet.Neuter, NumberSet.Both);
            }

            var record = NameWords.Read(scratch, name, ref _index.Words, ref _index.WordCount);
            if (record.Family == NameFamily.Person)
            {
                record.Genders |= TitleGender(scratch, mention);
                mention.Genders = record.Genders;
            }

            ref var known = ref _index.Known(record, out var exists);
            if (exists)
            {
                _index.WordCount = record.WordStart;
                _recordOf[index] = known;
                if (record.WordCount > 1)
                {
                    _index.Records[known].Genders |= record.Genders;
                }

                continue;
            }

            known = _index.Count;
            _recordOf[index] = _index.Count;
            if (record.WordCount > 1 && record.Family == NameFamily.Person && record.Genders == GenderSet.Unknown)
            {
                record.Genders = genders.Of(_index.Words[record.WordStart]);
            }
            else if (record.WordCount == 1)
            {
                // A bare surname says nothing for the next bare surname.
                record.Genders = GenderSet.Unknown;
            }

            record.Parent = _index.Count;
            _index.Add(record);
        }
    }

    // What "which" follows, as the subject of a sentence, or a surname and "the company", is no person, whatever the recogniser took it for. ("… to Poe, which may be wise": which is not about Poe.)
    private static bool IsCompany(CoreferenceScratch scratch, in Mention mention)
    {
        var end = Math.Min(scratch.Sentences[mention.Sentence].Tokens.End, mention.End + 6);
        if (mention.End + 1 >= end)
        {
            return false;
        }

        var hasComma = scratch.Word(mention.End) is ",";
        var first = hasComma ? mention.End + 1 : mention.End;
        if (hasComma && scratch.Word(first) is "which")
        {
            return scratch.Parse is null ? mention.Start == scratch.Sentences[mention.Sentence].Tokens.Start : mention.Role is MentionRole.Subject or MentionRole.PassiveSubject;
        }

        if (mention.Length > 1 || scratch.Word(first) is not "the")
        {
            return false;
        }

        for (var token = first + 1; token < end && scratch.NameAt[token] < 0; token++)
        {
            if ((scratch.Facts[token] & WordFacts.Organisation) != 0 && (scratch.Facts[token] & WordFacts.Person) == 0)
            {
                return token + 1 >= end || scratch.Word(token + 1) is "," or "." or "that" or "which" or "he" or "she";
            }
        }

        return false;
    }

    // "Mrs. Clinton" is told apart from "Mr. Clinton" by the title before it.
    private static GenderSet TitleGender(CoreferenceScratch scratch, in Mention mention)
    {
        var genders = GenderSet.Unknown;
        var sentence = scratch.Sentences[mention.Sentence].Tokens.Start;
        for (var token = mention.Start - 1; token >= sentence && token >= mention.Start - 4; token--)
        {
            if ((scratch.Facts[token] & WordFacts.Title) != 0)
            {
                genders |= NameWords.GenderShown(scratch.Facts[token]);
            }
            else if (scratch.Word(token) is not ("." or "of" or "of"))
            {
                break;
            }
        }

        return genders is GenderSet.Person ? GenderSet.Unknown : genders;
    }

    private int Assign(CoreferenceScratch scratch, ref Mention mention, int index)
    {
        var target = index;
        if (_index.Records[index].Family == NameFamily.Person && _index.Records[index].WordCount == 1)
        {
            target = BareName(mention, index);
        }

        var root = _index.Root(target);
        ref var record = ref _index.Records[root];
        record.Count++;
        record.LastSentence = mention.Sentence;
        if (record.Genders == GenderSet.Unknown && mention.Genders != GenderSet.Unknown)
        {
            record.Genders = mention.Genders;
        }

        if (record.Entity < 0)
        {
            record.Entity = scratch.Entities.Add(mention.Type, mention.Numbers);
        }

        ref var entity = ref scratch.Entities[record.Entity];
        entity.Genders |= record.Family == NameFamily.Person ? record.Genders : mention.Genders;
        if (record.Family == NameFamily.Person && entity.Genders == GenderSet.Person)
        {
            entity.Genders = record.Genders;
        }

        return record.Entity;
    }

    // The bearer of a bare surname (or, failing that, of a bare first name): of those that the title allows the one met most often so far,
    // or last when that is a tie; before any was met, the first that the article names in full.
    private int BareName(in Mention mention, int index)
    {
        var word = _index.Words[_index.Records[index].WordStart];
        var best = -1;
        var bestScore = int.MinValue;
        var bestIsSurname = false;
        if (_index.TryFirst(word, NameFamily.Person, out var link))
        {
            for (var steps = 0; link >= 0 && steps < NameIndex.LongestChain; link = _index.Next(link), steps++)
            {
                var other = _index.RecordAt(link);
                var root = _index.Root(other);
                ref readonly var bearer = ref _index.Records[root];
                var isSurname = _index.Words[_index.Records[other].WordStart + _index.Records[other].WordCount - 1] == word;
                var clash = mention.Genders != GenderSet.Unknown && bearer.Genders != GenderSet.Unknown && (mention.Genders & bearer.Genders) == 0;
                if (clash || (bestIsSurname && !isSurname))
                {
                    continue;
                }

                // A son goes by his suffix rather than by the bare name.
                var score = bearer.Count == 0 ? -root - 1000 : (8 * bearer.Count) + (bearer.LastSentence >= mention.Sentence - 1 ? 6 : 0) - (bearer.Generation != 0 ? 4 : 0);
                if (score > bestScore || (isSurname && !bestIsSurname))
                {
                    (best, bestScore, bestIsSurname) = (root, score, isSurname);
                }
            }
        }

        if (best >= 0)
        {
            return best;
        }

        // "Mr. Smith" and "Mrs. Smith", neither ever named in full.
        if (mention.Genders != GenderSet.Unknown)
        {
            ref readonly var bare = ref _index.Records[index];
            if (bare.Genders != GenderSet.Unknown && (bare.Genders & mention.Genders) == 0)
            {
                return OtherBearer(index, mention.Genders);
            }
        }

        return index;
    }

    private int OtherBearer(int index, GenderSet gender)
    {
        var record = _index.Records[index];
        record.Generation = (ulong)gender + 1;
        ref var known = ref _index.Known(record, out var exists);
        if (!exists)
        {
            known = _index.Count;
            record.Parent = _index.Count;
            record.Genders = gender;
            record.Entity = -1;
            record.Count = 0;
            _index.Add(record);
        }

        return known;
    }
}
