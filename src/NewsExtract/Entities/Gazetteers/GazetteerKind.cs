namespace NewsExtract.Entities.Gazetteers;

/// <summary>What a gazetteer entry is; the numbers are bits of the masks in a <see cref="GazetteerTable"/>.</summary>
internal enum GazetteerKind : byte
{
    /// <summary>A forename.</summary>
    FirstName,

    /// <summary>A family name.</summary>
    Surname,

    /// <summary>A whole name of a known person.</summary>
    Person,

    /// <summary>A country, in any of its names.</summary>
    Country,

    /// <summary>A city or town.</summary>
    City,

    /// <summary>A state, province, county or other division with a government.</summary>
    Division,

    /// <summary>A river, sea, continent, region or another place without a government.</summary>
    Region,

    /// <summary>A nationality, people or religious group.</summary>
    Group,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A ministry, agency, committee or international body.</summary>
    Agency,

    /// <summary>A political party.</summary>
    Party,

    /// <summary>A university.</summary>
    University,

    /// <summary>A newspaper or another news organisation.</summary>
    Media,

    /// <summary>A sports team.</summary>
    Team,

    /// <summary>An armed group.</summary>
    Militia,

    /// <summary>An abbreviation that stands for an organisation.</summary>
    Acronym,

    /// <summary>A title or an occupation.</summary>
    Title,

    /// <summary>The first or last words of an organisation's name that name its kind (<c>ministry</c>, <c>inc</c>).</summary>
    OrgWord,

    /// <summary>A word that names the kind of a natural or built place (<c>river</c>, <c>street</c>).</summary>
    PlaceWord,

    /// <summary>A language.</summary>
    Language,
}
