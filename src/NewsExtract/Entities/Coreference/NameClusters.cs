using System.Runtime.InteropServices;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Coreference;

/// <summary>
/// Puts the names of a document together, most precise step first (Raghunathan et al. 2010, Lee et al. 2013): equal names, then variants that only one
/// fuller name allows, then single words by prominence. Names of different families are never one thing: a founder is not his company.
/// </summary>
internal sealed class NameClusters
{
    // A word that more names than this share does not tell them apart; it also bounds the work.
    private const int LongestChain = 24;

    private readonly Dictionary<ulong, int> _byKey = [];
    private readonly Dictionary<ulong, int> _byWord = [];
    private readonly Dictionary<ulong, int> _byAcronym = [];
    private NameRecord[] _records = new NameRecord[64];
    private (int Record, int Next)[] _links = new (int, int)[128];
    private ulong[] _words = new ulong[256];
    private int[] _recordOf = new int[64];
    private int _recordCount;
    private int _linkCount;
    private int _wordCount;

    /// <summary>Gives every mention that is a name its entity in <see cref="CoreferenceScratch.Entities"/>.</summary>
    public void Cluster(CoreferenceScratch scratch, NameGenders genders)
    {
        _byKey.Clear();
        _byWord.Clear();
        _byAcronym.Clear();
        _recordCount = _linkCount = _wordCount = 0;
        if (_recordOf.Length < scratch.MentionCount)
        {
            _recordOf = new int[Math.Max(scratch.MentionCount, 2 * _recordOf.Length)];
        }

        ReadNames(scratch, genders);
        for (var record = 0; record < _recordCount; record++)
        {
            FindFullerName(record);
        }

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
            var record = NameWords.Read(scratch, name, ref _words, ref _wordCount);
            if (record.Family == NameFamily.Person)
            {
                record.Genders |= TitleGender(scratch, mention);
                mention.Genders = record.Genders;
            }

            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, Slot(record), out var exists);
            if (exists)
            {
                _wordCount = record.WordStart;
                _recordOf[index] = known;
                if (record.WordCount > 1)
                {
                    _records[known].Genders |= record.Genders;
                }

                continue;
            }

            known = _recordCount;
            _recordOf[index] = _recordCount;
            if (record.WordCount > 1 && record.Family == NameFamily.Person && record.Genders == GenderSet.Unknown)
            {
                record.Genders = genders.Of(_words[record.WordStart]);
            }
            else if (record.WordCount == 1)
            {
                // A bare surname says nothing for the next bare surname.
                record.Genders = GenderSet.Unknown;
            }

            record.Parent = _recordCount;
            AddRecord(record);
        }
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

    private static ulong Slot(in NameRecord record) =>
        FeatureHash.Mix(record.Key, (ulong)record.Family | (record.Generation << 8));

    private void AddRecord(NameRecord record)
    {
        if (_recordCount == _records.Length)
        {
            Array.Resize(ref _records, 2 * _records.Length);
        }

        _records[_recordCount] = record;
        if (record.WordCount > 1)
        {
            Link(_byWord, WordSlot(_words[record.WordStart + record.WordCount - 1], record.Family), _recordCount);
            for (var word = record.WordStart; word < record.WordStart + record.WordCount - 1; word++)
            {
                Link(_byWord, WordSlot(_words[word], record.Family), _recordCount);
            }

            if (record.Acronym != 0)
            {
                Link(_byAcronym, record.Acronym, _recordCount);
            }
        }

        _recordCount++;
    }

    private static ulong WordSlot(ulong word, NameFamily family) => FeatureHash.Mix(word, 0x100 | (ulong)family);

    private void Link(Dictionary<ulong, int> index, ulong slot, int record)
    {
        if (_linkCount == _links.Length)
        {
            Array.Resize(ref _links, 2 * _links.Length);
        }

        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(index, slot, out var exists);
        _links[_linkCount] = (record, exists ? head : -1);
        head = _linkCount++;
    }

    private ReadOnlySpan<ulong> WordsOf(in NameRecord record) => _words.AsSpan(record.WordStart, record.WordCount);

    private int Root(int record)
    {
        while (_records[record].Parent != record)
        {
            record = _records[record].Parent;
        }

        return record;
    }

    private void FindFullerName(int index)
    {
        ref var record = ref _records[index];
        if (record.Family is NameFamily.Group || record.WordCount == 0)
        {
            return;
        }

        var found = -1;
        if (record.WordCount == 1)
        {
            if (record.Family != NameFamily.Person && record.Acronym != 0 && _byAcronym.TryGetValue(record.Acronym, out var link))
            {
                for (var steps = 0; link >= 0 && steps < LongestChain; link = _links[link].Next, steps++)
                {
                    found = _records[_links[link].Record].Family == record.Family || found < 0 ? _links[link].Record : found;
                }
            }

            // Bare surnames are told apart at each mention, in Assign.
            if (found < 0 && record.Family is not NameFamily.Person)
            {
                found = OnlyFuller(index);
            }
        }
        else
        {
            found = record.Family == NameFamily.Person ? SamePerson(index) : OnlyFuller(index);
        }

        if (found >= 0 && Root(found) != index)
        {
            record.Parent = Root(found);
            _records[record.Parent].Genders |= _records[record.Parent].Genders == GenderSet.Unknown ? record.Genders : GenderSet.Unknown;
        }
    }

    // The only longer name of the family that begins or ends with these words.
    private int OnlyFuller(int index)
    {
        ref readonly var record = ref _records[index];
        if (record.Family == NameFamily.Place && record.WordCount == 1)
        {
            // "York" is not "New York", nor "Carolina" "North Carolina".
            return -1;
        }

        var words = WordsOf(record);
        var found = -1;
        for (var end = 0; end < 2; end++)
        {
            if (!_byWord.TryGetValue(WordSlot(end == 0 ? words[0] : words[^1], record.Family), out var link))
            {
                continue;
            }

            for (var steps = 0; link >= 0 && steps < LongestChain; link = _links[link].Next, steps++)
            {
                var other = _links[link].Record;
                ref readonly var longer = ref _records[other];
                if (longer.WordCount > record.WordCount && (WordsOf(longer).StartsWith(words) || WordsOf(longer).EndsWith(words)))
                {
                    if (found >= 0 && Root(found) != Root(other))
                    {
                        return -1;
                    }

                    found = other;
                }
            }
        }

        return found;
    }

    private int SamePerson(int index)
    {
        ref readonly var record = ref _records[index];
        var words = WordsOf(record);
        if (!_byWord.TryGetValue(WordSlot(words[^1], NameFamily.Person), out var link))
        {
            return -1;
        }

        var found = -1;
        for (var steps = 0; link >= 0 && steps < LongestChain; link = _links[link].Next, steps++)
        {
            var other = _links[link].Record;
            if (Root(other) != index && other != index && PersonNames.SamePerson(record, words, _records[other], WordsOf(_records[other]))
                && (_records[other].WordCount > record.WordCount || (_records[other].WordCount == record.WordCount && other < index)))
            {
                if (found >= 0 && Root(found) != Root(other))
                {
                    return -1;
                }

                found = other;
            }
        }

        return found;
    }

    private int Assign(CoreferenceScratch scratch, ref Mention mention, int index)
    {
        var target = index;
        if (_records[index].Family == NameFamily.Person && _records[index].WordCount == 1)
        {
            target = BareName(mention, index);
        }

        var root = Root(target);
        ref var record = ref _records[root];
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
        var word = _words[_records[index].WordStart];
        var best = -1;
        var bestScore = int.MinValue;
        var bestIsSurname = false;
        if (_byWord.TryGetValue(WordSlot(word, NameFamily.Person), out var link))
        {
            for (var steps = 0; link >= 0 && steps < LongestChain; link = _links[link].Next, steps++)
            {
                var other = _links[link].Record;
                var root = Root(other);
                ref readonly var bearer = ref _records[root];
                var isSurname = _words[_records[other].WordStart + _records[other].WordCount - 1] == word;
                var clash = mention.Genders != GenderSet.Unknown && bearer.Genders != GenderSet.Unknown && (mention.Genders & bearer.Genders) == 0;
                if (clash || (bestIsSurname && !isSurname))
                {
                    continue;
                }

                var score = bearer.Count == 0 ? -root - 1000 : (8 * bearer.Count) + (bearer.LastSentence >= mention.Sentence - 1 ? 6 : 0);
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
            ref readonly var bare = ref _records[index];
            if (bare.Genders != GenderSet.Unknown && (bare.Genders & mention.Genders) == 0)
            {
                return OtherBearer(index, mention.Genders);
            }
        }

        return index;
    }

    private int OtherBearer(int index, GenderSet gender)
    {
        var record = _records[index];
        record.Generation = (ulong)gender + 1;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, Slot(record), out var exists);
        if (!exists)
        {
            known = _recordCount;
            record.Parent = _recordCount;
            record.Genders = gender;
            record.Entity = -1;
            record.Count = 0;
            AddRecord(record);
        }

        return known;
    }
}
