using NewsExtract.Documents;
using NewsExtract.Entities.Gazetteers;

namespace NewsExtract.Entities.Recognition;

/// <summary>Tells places with a government (<see cref="EntityType.Gpe"/>) from others (<see cref="EntityType.Loc"/>) by gazetteers and by the words that name a kind of place.</summary>
internal sealed class PlaceTyper(GazetteerTable gazetteers)
{
    private static readonly uint _government =
        GazetteerKinds.Bit(GazetteerKind.Country) | GazetteerKinds.Bit(GazetteerKind.City) | GazetteerKinds.Bit(GazetteerKind.Division);

    private static readonly uint _region = GazetteerKinds.Bit(GazetteerKind.Region);
    private static readonly uint _placeWord = GazetteerKinds.Bit(GazetteerKind.PlaceWord) | GazetteerKinds.Bit(GazetteerKind.OrgWord);

    /// <summary>The type of the place at some tokens.</summary>
    public EntityType TypeOf(WordForms forms, TokenRange tokens)
    {
        var hash = 0UL;
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            hash = GazetteerTable.Extend(hash, forms.Lower[i]);
        }

        var kinds = gazetteers.Find(hash);
        if ((kinds & _region) != 0)
        {
            return EntityType.Loc;
        }

        if ((kinds & _government) != 0)
        {
            return EntityType.Gpe;
        }

        // An unknown name of several words is a town only when nothing in it says otherwise; most unknown single words are towns.
        for (var i = tokens.Start; i < tokens.End && tokens.Length > 1; i++)
        {
            var word = gazetteers.Find(GazetteerTable.Extend(0, forms.Lower[i]));
            if ((word & _placeWord) != 0 || ((word & _region) != 0 && i == tokens.End - 1))
            {
                return EntityType.Loc;
            }
        }

        return EntityType.Gpe;
    }
}
