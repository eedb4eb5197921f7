namespace NewsExtract.Entities.Coreference;

/// <summary>What is known of an entity while its document is read from the start.</summary>
internal struct EntityState
{
    public const int MostHeads = 6;

    public byte Type;
    public GenderSet Genders;
    public NumberSet Numbers;

    /// <summary>Whether a name in the document, met already or not, is one of its mentions.</summary>
    public bool HasName;
    public bool InHeading;

    /// <summary>Indices of mentions met so far; −1 before the first.</summary>
    public int First;
    public int Last;
    public int LastName;
    public int LastSubject;
    public int Count;
    public int Pronouns;

    /// <summary>Heads of the noun phrases that describe it.</summary>
    public Heads Descriptions;
    public int DescriptionCount;

    [System.Runtime.CompilerServices.InlineArray(MostHeads)]
    public struct Heads
    {
        private ulong _first;
    }

    public readonly bool IsDescribedBy(ulong head)
    {
        for (var index = 0; index < DescriptionCount; index++)
        {
            if (Descriptions[index] == head)
            {
                return true;
            }
        }

        return false;
    }

    public void Describe(ulong head)
    {
        if (DescriptionCount < MostHeads && !IsDescribedBy(head))
        {
            Descriptions[DescriptionCount++] = head;
        }
    }
}
