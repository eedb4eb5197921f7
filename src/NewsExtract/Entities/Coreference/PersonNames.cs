namespace NewsExtract.Entities.Coreference;

/// <summary>Whether two names of several words may be one person's.</summary>
internal static class PersonNames
{
    /// <summary>Same surname and first names that agree (<c>Joe</c>, <c>Joseph</c>), or one name wholly at the end or the start of the other.</summary>
    public static bool SamePerson(in NameRecord a, ReadOnlySpan<ulong> first, in NameRecord b, ReadOnlySpan<ulong> second)
    {
        if ((a.Generation != 0 && b.Generation != 0 && a.Generation != b.Generation)
            || (a.Genders != 0 && b.Genders != 0 && (a.Genders & b.Genders) == 0))
        {
            return false;
        }

        if (first.Length < second.Length && (second.EndsWith(first) || second.StartsWith(first)))
        {
            return true;
        }

        return first[^1] == second[^1] && first.Length > 1 && second.Length > 1
            && (CoreferenceLexicon.Instance.SameFirstName(first[0], second[0])
                || ((a.HasInitialOnly || b.HasInitialOnly) && a.Initial == b.Initial));
    }
}
