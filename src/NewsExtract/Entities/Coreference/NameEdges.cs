namespace NewsExtract.Entities.Coreference;

/// <summary>Keeps phrases from ending inside a name: the parser may divide what the recogniser holds together.</summary>
internal static class NameEdges
{
    /// <summary>The phrase without the part of a name that goes on outside it. The head stands in no name, so something always remains.</summary>
    public static (int Start, int End) Respect(CoreferenceScratch scratch, int start, int end)
    {
        if (start > 0 && scratch.NameAt[start] >= 0 && scratch.NameAt[start - 1] == scratch.NameAt[start])
        {
            start = scratch.Names.Mentions[scratch.NameAt[start]].Tokens.End;
        }

        if (end < scratch.Tokens.Count && scratch.NameAt[end] >= 0 && scratch.NameAt[end - 1] == scratch.NameAt[end])
        {
            end = scratch.Names.Mentions[scratch.NameAt[end]].Tokens.Start;
        }

        return (start, end);
    }
}
