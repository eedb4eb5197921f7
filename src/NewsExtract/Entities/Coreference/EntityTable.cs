using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>The entities of one document while it is read; its memory serves one document after another.</summary>
internal sealed class EntityTable
{
    private EntityState[] _states = new EntityState[128];

    public int Count { get; private set; }

    public ref EntityState this[int index] => ref _states[index];

    public void Clear() => Count = 0;

    /// <summary>A new entity, of which nothing has been met yet.</summary>
    public int Add(byte type, NumberSet numbers)
    {
        if (Count == _states.Length)
        {
            Array.Resize(ref _states, 2 * _states.Length);
        }

        _states[Count] = new EntityState { Type = type, Numbers = numbers, First = -1, Last = -1, LastName = -1, LastSubject = -1 };
        return Count++;
    }

    /// <summary>Makes a mention the latest of its entity.</summary>
    public void Meet(Mention[] mentions, int index)
    {
        ref readonly var mention = ref mentions[index];
        ref var entity = ref _states[mention.Entity];
        entity.First = entity.First < 0 ? index : entity.First;
        entity.Last = index;
        entity.Count++;
        entity.InHeading |= mention.InHeading;
        if (mention.Role is MentionRole.Subject or MentionRole.PassiveSubject)
        {
            entity.LastSubject = index;
        }

        switch (mention.Kind)
        {
            case MentionKind.Name:
                entity.LastName = index;
                entity.HasName = true;
                break;
            case MentionKind.Pronoun:
                entity.Pronouns++;
                break;
            default:
                entity.Describe(mention.HeadHash);
                break;
        }

        if (entity.Type == Mention.UnknownType)
        {
            // "the 45-year-old who …", "… he": a person.
            var isPerson = mention.Kind == MentionKind.Pronoun && (mention.Genders & GenderSet.Person) != 0;
            entity.Type = isPerson ? (byte)EntityType.Person : mention.Type;
        }

        if (entity.Genders == GenderSet.Unknown && mention.Genders != GenderSet.Person)
        {
            entity.Genders = mention.Genders;
        }
        else if ((entity.Genders & mention.Genders) != 0)
        {
            entity.Genders &= mention.Genders;
        }

        if ((entity.Numbers & mention.Numbers) != 0 && mention.Kind != MentionKind.Pronoun)
        {
            entity.Numbers &= mention.Numbers;
        }
    }
}
