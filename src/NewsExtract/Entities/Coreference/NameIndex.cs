using System.Runtime.InteropServices;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Coreference;

/// <summary>The different names of a document, found by their words and initials; its memory serves one document after another.</summary>
internal sealed class NameIndex
{
    // A word that more names than this share does not tell them apart; it also bounds the work.
    public const int LongestChain = 24;

    public NameRecord[] Records = new NameRecord[64];
    public ulong[] Words = new ulong[256];
    public int WordCount;

    private readonly Dictionary<ulong, int> _byKey = [];
    private readonly Dictionary<ulong, int> _byWord = [];
    private readonly Dictionary<ulong, int> _byAcronym = [];
    private (int Record, int Next)[] _links = new (int, int)[128];
    private int _linkCount;

    public int Count { get; private set; }

    public void Clear()
    {
        _byKey.Clear();
        _byWord.Clear();
        _byAcronym.Clear();
        Count = _linkCount = WordCount = 0;
    }

    /// <summary>The place of the number of the record that has the same words; to be filled in when it did not exist.</summary>
    public ref int Known(in NameRecord record, out bool exists) => ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, Slot(record), out exists);

    /// <summary>The first link of the chain of names of several words that have a word.</summary>
    public bool TryFirst(ulong word, NameFamily family, out int link) => _byWord.TryGetValue(WordSlot(word, family), out link);

    public int Next(int link) => _links[link].Next;

    public int RecordAt(int link) => _links[link].Record;

    /// <summary>Makes each name a variant of the fuller name that it can only be short for, if there is one.</summary>
    public void FindFullerNames()
    {
        for (var record = 0; record < Count; record++)
        {
            FindFullerName(record);
        }
    }

    private static ulong Slot(in NameRecord record) =>
        FeatureHash.Mix(record.Key, (ulong)record.Family | (record.Generation << 8));

    /// <summary>Takes a record in, so that it is found by its words.</summary>
    public void Add(NameRecord record)
    {
        if (Count == Records.Length)
        {
            Array.Resize(ref Records, 2 * Records.Length);
        }

        Records[Count] = record;
        if (record.WordCount > 1 && !record.IsSeveral)
        {
            Link(_byWord, WordSlot(Words[record.WordStart + record.WordCount - 1], record.Family), Count);
            for (var word = record.WordStart; word < record.WordStart + record.WordCount - 1; word++)
            {
                Link(_byWord, WordSlot(Words[word], record.Family), Count);
            }

            if (record.Acronym != 0)
            {
                Link(_byAcronym, record.Acronym, Count);
            }
        }

        Count++;
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

    /// <summary>The hashes of a record's words.</summary>
    public ReadOnlySpan<ulong> WordsOf(in NameRecord record) => Words.AsSpan(record.WordStart, record.WordCount);

    /// <summary>The record of the fullest name that a record is a variant of.</summary>
    public int Root(int record)
    {
        while (Records[record].Parent != record)
        {
            record = Records[record].Parent;
        }

        return record;
    }

    private void FindFullerName(int index)
    {
        ref var record = ref Records[index];
        if (record.Family is NameFamily.Group || record.WordCount == 0 || record.IsSeveral)
        {
            return;
        }

        var found = -1;
        if (record.WordCount == 1)
        {
            if (record.Family == NameFamily.Person)
            {
                // Bare surnames are told apart at each mention, in Assign; "JN" may be Jane Novak.
                found = record.Acronym == 0 || TryFirst(Words[record.WordStart], NameFamily.Person, out _) ? -1 : OnlyInitials(record);
            }
            else if (record.Acronym != 0 && _byAcronym.TryGetValue(record.Acronym, out var link))
            {
                for (var steps = 0; link >= 0 && steps < LongestChain; link = _links[link].Next, steps++)
                {
                    found = Records[_links[link].Record].Family == record.Family ? _links[link].Record : found;
                }
            }

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
            Records[record.Parent].Genders |= Records[record.Parent].Genders == GenderSet.Unknown ? record.Genders : GenderSet.Unknown;
        }
    }

    // The only person with these initials.
    private int OnlyInitials(in NameRecord record)
    {
        var found = -1;
        if (_byAcronym.TryGetValue(record.Acronym, out var link))
        {
            for (var steps = 0; link >= 0 && steps < LongestChain; link = _links[link].Next, steps++)
            {
                var other = _links[link].Record;
                if (Records[other].Family == NameFamily.Person && other != found)
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

    // The only longer name of the family that begins or ends with these words.
    private int OnlyFuller(int index)
    {
        ref readonly var record = ref Records[index];
        if (record.Family == NameFamily.Place && record.WordCount == 1)
        {
            // "York" is not "New York", nor "Carolina" "North Carolina".
            return -1;
        }

        var words = WordsOf(record);
        var found = -1;
        for (var end = 0; end < 2; end++)
        {
            if (!TryFirst(end == 0 ? words[0] : words[^1], record.Family, out var link))
            {
                continue;
            }

            for (var steps = 0; link >= 0 && steps < LongestChain; link = _links[link].Next, steps++)
            {
                var other = _links[link].Record;
                ref readonly var longer = ref Records[other];
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

    // "Donald Grant" and, later in the article, "Donald Grant Jr." are father and son; who is called "Jr." at first need not be later.
    private bool IsNamesake(int a, int b)
    {
        ref readonly var first = ref Records[Math.Min(a, b)];
        ref readonly var second = ref Records[Math.Max(a, b)];
        return first.Generation == 0 && second.Generation != 0 && WordsOf(first).SequenceEqual(WordsOf(second));
    }

    private int SamePerson(int index)
    {
        ref readonly var record = ref Records[index];
        var words = WordsOf(record);
        if (!TryFirst(words[^1], NameFamily.Person, out var link))
        {
            return -1;
        }

        var found = -1;
        for (var steps = 0; link >= 0 && steps < LongestChain; link = _links[link].Next, steps++)
        {
            var other = _links[link].Record;
            if (Root(other) != index && other != index && !IsNamesake(index, other) && PersonNames.SamePerson(record, words, Records[other], WordsOf(Records[other]))
                && (Records[other].WordCount > record.WordCount || (Records[other].WordCount == record.WordCount && other < index)))
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
}
