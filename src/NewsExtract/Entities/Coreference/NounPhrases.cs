using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>The outer edges of the phrase that each token is the head of.</summary>
internal static class NounPhrases
{
    // A chain of heads longer than this is not followed: it bounds the work on sentences without an end.
    private const int DeepestChain = 40;

    /// <summary>Fills <see cref="CoreferenceScratch.Left"/> and its fellows from the parse.</summary>
    public static void FromParse(CoreferenceScratch scratch)
    {
        var count = scratch.Tokens.Count;
        for (var token = 0; token < count; token++)
        {
            scratch.Left[token] = scratch.FullLeft[token] = token;
            scratch.Right[token] = scratch.FullRight[token] = token + 1;
        }

        for (var token = 0; token < count; token++)
        {
            var isShort = true;
            var current = token;
            for (var step = 0; step < DeepestChain; step++)
            {
                var head = scratch.Head(current);
                if (head < 0)
                {
                    break;
                }

                var extent = ExtentOf(scratch.Relation(current), current > head, IsNominal(scratch, head));
                if (extent == Extent.None && current == token && scratch.Relation(current) == Relation.Punct)
                {
                    break;
                }

                if (extent != Extent.None)
                {
                    isShort &= extent == Extent.Short;
                    scratch.FullLeft[head] = Math.Min(scratch.FullLeft[head], token);
                    scratch.FullRight[head] = Math.Max(scratch.FullRight[head], token + 1);
                    if (isShort)
                    {
                        scratch.Left[head] = Math.Min(scratch.Left[head], token);
                        scratch.Right[head] = Math.Max(scratch.Right[head], token + 1);
                    }
                }

                current = head;
            }
        }
    }

    /// <summary>Fills them from the tags alone: determiners, adjectives and nouns in a row, the last noun being the head.</summary>
    public static void FromTags(CoreferenceScratch scratch, TagLayer tags)
    {
        foreach (var sentence in scratch.Sentences.Sentences)
        {
            var start = -1;
            for (var token = sentence.Tokens.Start; token < sentence.Tokens.End; token++)
            {
                scratch.Left[token] = scratch.FullLeft[token] = token;
                scratch.Right[token] = scratch.FullRight[token] = token + 1;
                var upos = tags.Upos[token];
                if (upos is Upos.DET || (start < 0 && upos is Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN))
                {
                    start = token;
                }
                else if (upos is not (Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN) && tags.PennOf(token) is not ("POS" or "HYPH"))
                {
                    start = tags.PennOf(token) == "PRP$" ? token : -1;
                }

                if (start >= 0)
                {
                    scratch.Left[token] = scratch.FullLeft[token] = start;
                }
            }
        }
    }

    /// <summary>Whether the token is a noun, name or the like, which may be the head of a phrase that refers.</summary>
    public static bool IsNominal(CoreferenceScratch scratch, int token) =>
        scratch.Tags is { } tags
            ? tags.Upos[token] is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.SYM or Upos.ADJ or Upos.DET or Upos.X
            : scratch.NameAt[token] >= 0 || (scratch.Facts[token] & (WordFacts.Person | WordFacts.Organisation | WordFacts.Place)) != 0;

    private enum Extent
    {
        None,
        Short,
        FullOnly,
    }

    private static Extent ExtentOf(Relation relation, bool after, bool headIsNominal) => relation switch
    {
        _ when !headIsNominal => after ? Extent.FullOnly : Extent.Short,
        Relation.Det or Relation.DetPredet or Relation.Amod or Relation.Nummod or Relation.Compound or Relation.Flat or Relation.NmodPoss
            or Relation.NmodDesc or Relation.Fixed or Relation.Goeswith => Extent.Short,
        Relation.Nmod or Relation.NmodUnmarked => Extent.Short,
        Relation.Advmod => after ? Extent.FullOnly : Extent.Short,
        Relation.Acl or Relation.AclRelcl or Relation.Appos or Relation.Dep => after ? Extent.FullOnly : Extent.None,
        _ => Extent.None,
    };
}
