using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Rules;

/// <summary>Makes a holder or a target of the head word of a phrase: the entity it names, its speaker, or the phrase itself.</summary>
internal static class SideFinder
{
    private const int LongestPhrase = 16;

    /// <summary>The holder that a word heads; none when it cannot hold a stance.</summary>
    public static Side Holder(StanceText text, int token)
    {
        if (token < 0 || text.IsInDateline(token))
        {
            return Side.None;
        }

        if (text.Has(token, Cues.FirstPerson))
        {
            return Speaker(text, token);
        }

        if (Named(text, token) is >= 0 and var mention)
        {
            return text.Mentions.SideOf(mention);
        }

        if (text.Is(token, "they"))
        {
            return Before(text, token);
        }

        if (text.TagOf(token) == Upos.PROPN || text.Has(token, Cues.Holder) || (text.TagOf(token) is Upos.NOUN or Upos.ADJ && HasNameInside(text, token)))
        {
            return text.Has(token, Cues.Relative) ? Side.None : new Side(-1, Phrase(text, token));
        }

        return Side.None;
    }

    // "they" without an antecedent from coreference: the group named last before it in the sentence.
    private static Side Before(StanceText text, int token)
    {
        for (var i = token - 1; i >= text.SentenceAt(token).Tokens.Start; i--)
        {
            if (text.TagOf(i) == Upos.NOUN && text.Has(i, Cues.Holder) && text.Word(i).EndsWith("s", StringComparison.Ordinal))
            {
                return new Side(-1, Phrase(text, i));
            }
        }

        return Side.None;
    }

    /// <summary>The mention that a word heads, itself or as the title before a name; −1 when there is none.</summary>
    public static int Named(StanceText text, int token)
    {
        if (text.Mentions.HeadedAt(token) is >= 0 and var mention)
        {
            return mention;
        }

        for (var child = text.FirstChild(token); child >= 0; child = text.NextSibling(child))
        {
            if (text.RelationOf(child) is Relation.Flat or Relation.Appos && text.Mentions.HeadedAt(child) is >= 0 and var named
                && text.Entities[text.Mentions.All[named].Entity].Type is EntityType.Person or EntityType.Org)
            {
                return named;
            }
        }

        return -1;
    }

    /// <summary>The speaker of the quote around a word; the author where "I" stands outside quotes.</summary>
    public static Side Speaker(StanceText text, int token)
    {
        var quote = text.Speech.QuoteAt(token);
        if (quote >= 0)
        {
            return text.Speech.Speaker(quote);
        }

        return text.Is(token, "I") || text.Is(token, "me") || text.Is(token, "my") ? Side.Author : Side.None;
    }

    /// <summary>The target that a word heads.</summary>
    public static Side Target(StanceText text, int token)
    {
        if (token < 0)
        {
            return Side.None;
        }

        if (Named(text, token) is >= 0 and var mention)
        {
            return text.Mentions.SideOf(mention);
        }

        if (text.Has(token, Cues.FirstPerson))
        {
            return Speaker(text, token);
        }

        return text.Mentions.IsValue(token) || text.TagOf(token) is Upos.PRON or Upos.DET or Upos.PUNCT or Upos.NUM or Upos.ADV or Upos.PART or Upos.AUX
            ? Side.None
            : new Side(-1, Phrase(text, token));
    }

    /// <summary>The entity that a phrase belongs to (Reed's plan, the Reed plan): a stance on the phrase is one on it too, less surely.</summary>
    public static Side Owner(StanceText text, int token)
    {
        if (!text.HasParse)
        {
            return Side.None;
        }

        for (var child = text.FirstChild(token); child >= 0; child = text.NextSibling(child))
        {
            var relation = text.RelationOf(child);
            if ((relation is Relation.NmodPoss or Relation.Compound or Relation.Amod or Relation.Flat or Relation.Appos ||
                (relation == Relation.Nmod && text.CaseOf(child) is >= 0 and var mark && (text.Is(mark, "of") || text.Is(mark, "by"))))
                && text.Mentions.HeadedAt(child) is >= 0 and var mention)
            {
                return text.Mentions.SideOf(mention);
            }
        }

        return Side.None;
    }

    /// <summary>The words of a phrase: what hangs on its head, without relative clauses, appositions, what follows a comma, and more than the first of several in a row.</summary>
    public static TokenRange Phrase(StanceText text, int head)
    {
        if (!text.HasParse)
        {
            return new TokenRange(head, head + 1);
        }

        var sentence = text.SentenceAt(head).Tokens;
        var (start, end) = (head, head + 1);
        var verbal = text.TagOf(head) == Upos.VERB;
        for (var child = text.FirstChild(head); child >= 0; child = text.NextSibling(child))
        {
            var relation = text.RelationOf(child);
            if (relation is Relation.AclRelcl or Relation.Appos or Relation.Parataxis or Relation.Punct or Relation.Conj or Relation.Cc or Relation.Case or
                Relation.Mark or Relation.Nsubj or Relation.NsubjPass or Relation.Cop or Relation.Aux or Relation.AuxPass or Relation.Advcl or Relation.Dep or
                Relation.Discourse or Relation.CcPreconj)
            {
                continue;
            }

            if (verbal && relation is Relation.Advmod && child < head)
            {
                continue;
            }

            var (low, high) = Reach(text, child, sentence);
            if (child < head)
            {
                start = Math.Min(start, low);
            }
            else
            {
                end = Math.Max(end, high);
            }
        }

        return end - start > LongestPhrase ? new TokenRange(Math.Max(start, head - 4), Math.Min(end, head + LongestPhrase - 4)) : WithMarks(text, new TokenRange(start, end));
    }

    /// <summary>A phrase that holds one mark of a quotation takes in the other where it stands next to it: <c>a “lenient” sentence</c>.</summary>
    public static TokenRange WithMarks(StanceText text, TokenRange range)
    {
        var marks = 0;
        for (var token = range.Start; token < range.End; token++)
        {
            marks += IsMark(text, token) ? 1 : 0;
        }

        return marks != 1 ? range
            : range.Start > text.SentenceAt(range.Start).Tokens.Start && IsMark(text, range.Start - 1) ? new TokenRange(range.Start - 1, range.End)
            : range.End < text.SentenceAt(range.Start).Tokens.End && IsMark(text, range.End) ? new TokenRange(range.Start, range.End + 1)
            : range;
    }

    private static bool IsMark(StanceText text, int token) => text.Word(token) is "\"" or "“" or "”" or "``" or "''" or "«" or "»" or "„";

    /// <summary>The name of a phrase: its words without determiners and possessive marks at the edges.</summary>
    public static string NameOf(StanceText text, TokenRange range)
    {
        var start = range.Start;
        while (start < range.End - 1 && (text.TagOf(start) == Upos.DET || text.Is(start, "the") || text.Is(start, "a") || text.Is(start, "an")))
        {
            start++;
        }

        return text.Tokens.SpanOf(new TokenRange(start, range.End)).Of(text.Text);
    }

    private static (int Low, int High) Reach(StanceText text, int token, TokenRange sentence)
    {
        var (low, high) = (token, token + 1);
        for (var child = text.FirstChild(token); child >= 0; child = text.NextSibling(child))
        {
            if (text.RelationOf(child) is Relation.AclRelcl or Relation.Parataxis or Relation.Appos or Relation.Conj or Relation.Cc || !sentence.Contains(child))
            {
                continue;
            }

            if (text.RelationOf(child) == Relation.Punct && (text.Is(child, ",") || text.Is(child, "\"") || text.Is(child, ".")))
            {
                continue;
            }

            var (childLow, childHigh) = Reach(text, child, sentence);
            low = Math.Min(low, childLow);
            high = Math.Max(high, childHigh);
        }

        return (low, high);
    }

    private static bool HasNameInside(StanceText text, int token)
    {
        var owner = Owner(text, token);
        return !owner.IsNone && owner.Entity >= 0 && text.Entities[owner.Entity].Type is EntityType.Norp or EntityType.Org or EntityType.Gpe;
    }
}
