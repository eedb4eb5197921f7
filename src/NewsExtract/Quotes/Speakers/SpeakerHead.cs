using NewsExtract.Documents;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Speakers;

/// <summary>Finds the head word of a source phrase.</summary>
internal static class SpeakerHead
{
    /// <summary>The token that the phrase is about: by the parse, or else by the shape of noun phrases; −1 for an empty phrase.</summary>
    public static int Of(QuoteSheet sheet, TokenRange source)
    {
        if (source.Length == 0)
        {
            return -1;
        }

        if (sheet.HasParse)
        {
            var brackets = 0;
            for (var t = source.Start; t < source.End; t++)
            {
                brackets += sheet.Punctuation[t] == PunctuationKind.Opening ? 1 : sheet.Punctuation[t] == PunctuationKind.Closing && brackets > 0 ? -1 : 0;

                // What stands in brackets explains the source: a party, a ticker symbol.
                if (brackets == 0 && sheet.IsWord(t) && !source.Contains(sheet.Head[t]))
                {
                    return t;
                }
            }
        }

        return LastOfFirstPhrase(sheet, source);
    }

    /// <summary>Whether somebody or something stands there that may speak, no date or number.</summary>
    public static bool MaySpeak(QuoteSheet sheet, int head) =>
        sheet.Upos[head] is Upos.NOUN or Upos.PROPN or Upos.PRON
        && sheet.Mention[head] is var mention && (mention == 0 || (EntityType)(mention - 1) is EntityType.Person or EntityType.Org or EntityType.Gpe or EntityType.Loc or EntityType.Norp);

    /// <summary>The last word before the first comma, bracket or preposition.</summary>
    public static int LastOfFirstPhrase(QuoteSheet sheet, TokenRange source)
    {
        var head = source.Start;
        for (var t = source.Start; t < source.End; t++)
        {
            if (t > source.Start && (!sheet.IsWord(t) || sheet.Chars(t) is "of" or "for" or "in" or "at" or "from" or "who" or "which" or "with" or "and" or "to" or "on" or "'s" or "’s"))
            {
                break;
            }

            head = t;
        }

        return head;
    }
}
