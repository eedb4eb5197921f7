namespace NewsExtract.Documents;

/// <summary>What kind of thing an entity is. The written names are upper case (<c>PERSON</c>).</summary>
public enum EntityType : byte
{
    /// <summary>A person; titles stay outside the span.</summary>
    Person,

    /// <summary>A company, agency, party, team, newspaper or other organisation.</summary>
    Org,

    /// <summary>A country, state, province, city or other place with a government.</summary>
    Gpe,

    /// <summary>Another place: river, mountain, region, street, building.</summary>
    Loc,

    /// <summary>A nationality, or a political, ethnic or religious group.</summary>
    Norp,

    /// <summary>A named event.</summary>
    Event,

    /// <summary>A named thing of another kind: a work, a law, a product, a language.</summary>
    Misc,

    /// <summary>A date or a period of days or longer.</summary>
    Date,

    /// <summary>A time of day or a period shorter than a day.</summary>
    Time,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A measured amount with its unit.</summary>
    Quantity,
}
