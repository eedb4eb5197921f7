namespace NewsExtract.Entities.Coreference;

/// <summary>Numbers the stretches between double quotation marks, well enough to know which mentions are quoted together.</summary>
internal static class QuotationMarks
{
    private enum Mark
    {
        None,
        Open,
        Close,
        Either,
    }

    /// <summary>Fills <see cref="CoreferenceScratch.Quote"/>. A quotation ends with its paragraph at the latest, so that one stray mark does no lasting harm.</summary>
    public static void Number(CoreferenceScratch scratch)
    {
        var number = -1;
        var open = false;
        var paragraph = -1;
        foreach (var sentence in scratch.Sentences.Sentences)
        {
            if (sentence.Paragraph != paragraph)
            {
                paragraph = sentence.Paragraph;
                open = false;
            }

            for (var token = sentence.Tokens.Start; token < sentence.Tokens.End; token++)
            {
                var mark = MarkOf(scratch.Word(token));
                if (mark == Mark.Open || (mark == Mark.Either && !open))
                {
                    open = true;
                    number++;
                }
                else if (mark != Mark.None)
                {
                    open = false;
                }

                scratch.Quote[token] = open ? number : -1;
            }
        }
    }

    private static Mark MarkOf(ReadOnlySpan<char> word) => word switch
    {
        ['“'] or ['„'] or ['«'] or ['`', '`'] => Mark.Open,
        ['”'] or ['»'] => Mark.Close,
        ['"'] or ['\'', '\''] => Mark.Either,
        _ => Mark.None,
    };
}
