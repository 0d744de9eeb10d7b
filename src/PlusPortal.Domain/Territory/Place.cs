namespace PlusPortal.Domain.Territory;

/// <summary>Where a structure sits: one commune with the territories that contain it, through both chains.</summary>
/// <param name="Commune">INSEE code of the current commune.</param>
/// <param name="Epci">SIREN of its EPCI; null for the few communes (islands) that have none.</param>
/// <param name="Departement">Code of its département; never deduced from the EPCI, since some straddle a border.</param>
/// <param name="Region">Code of its région.</param>
public sealed record Place(string Commune, string? Epci, string Departement, string Region)
{
    /// <summary>Whether the place lies in Lorraine (54, 55, 57, 88).</summary>
    public bool IsInLorraine => Lorraine.Contains(Departement);

    /// <summary>Whether a territory contains the place.</summary>
    public bool IsInside(TerritoryLevel level, string code) => level switch
    {
        TerritoryLevel.Commune => Commune == code,
        TerritoryLevel.Epci => Epci == code,
        TerritoryLevel.Departement => Departement == code,
        TerritoryLevel.Region => Region == code,
        TerritoryLevel.France => true,
    };
}
