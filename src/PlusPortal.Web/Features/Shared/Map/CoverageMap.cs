using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Web.Features.Shared.Map;

/// <summary>How much of a département an offer covers.</summary>
public enum CoverageShare
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Some EPCI or communes, or all but some.</summary>
    Part,

    /// <summary>The whole département.</summary>
    Whole,
}

/// <summary>A département on the map of a coverage.</summary>
/// <param name="Shape">Its outline.</param>
/// <param name="Share">How much of it is covered.</param>
public sealed record CoveredDepartement(DepartementShape Shape, CoverageShare Share)
{
    /// <summary>The same in words.</summary>
    public string Words => Share switch
    {
        CoverageShare.Whole => "tout le département",
        CoverageShare.Part => "une partie seulement",
        CoverageShare.None => "non couvert",
    };
}

/// <summary>Where an offer is available in Lorraine, drawn and said in words.</summary>
/// <param name="Id">Prefix of the identifiers, so that a page may hold several maps.</param>
/// <param name="Of">What the map is about: the title of an offer.</param>
/// <param name="Departements">The four départements, by code.</param>
/// <param name="Words">The zones in words, EPCI and communes included.</param>
public sealed record CoverageMap(string Id, string Of, IReadOnlyList<CoveredDepartement> Departements, string Words)
{
    /// <summary>Draws zones.</summary>
    /// <param name="id">Prefix of the identifiers.</param>
    /// <param name="of">What the map is about.</param>
    /// <param name="zones">Zones of the offer.</param>
    /// <param name="names">The zones in words.</param>
    /// <param name="epcis">Départements of each EPCI among the zones; an EPCI may straddle a border.</param>
    public static CoverageMap Draw(string id, string of, IReadOnlyList<CoverageZone> zones, IReadOnlyDictionary<CoverageZone, string> names, ILookup<string, string> epcis) =>
        new(id, of, [.. LorraineMap.Current.Shapes.Select(shape => new CoveredDepartement(shape, ShareOf(shape.Code, zones, epcis)))], CoverageWords.Full(zones, names));

    private static CoverageShare ShareOf(string departement, IReadOnlyList<CoverageZone> zones, ILookup<string, string> epcis)
    {
        if (zones.Any(zone => zone.IsExcluded && Holds(zone, departement))) return CoverageShare.None;
        var isWhole = zones.Any(zone => !zone.IsExcluded && Holds(zone, departement));
        if (isWhole) return zones.Any(zone => zone.IsExcluded && LiesIn(zone, departement, epcis)) ? CoverageShare.Part : CoverageShare.Whole;
        return zones.Any(zone => !zone.IsExcluded && LiesIn(zone, departement, epcis)) ? CoverageShare.Part : CoverageShare.None;
    }

    /// <summary>Whether the zone contains the whole département.</summary>
    private static bool Holds(CoverageZone zone, string departement) => zone.Level switch
    {
        TerritoryLevel.France => true,
        TerritoryLevel.Region => zone.Code == Lorraine.RegionCode,
        TerritoryLevel.Departement => zone.Code == departement,
        TerritoryLevel.Commune or TerritoryLevel.Epci => false,
    };

    /// <summary>Whether the zone is a part of the département; an INSEE code begins with that of its département.</summary>
    private static bool LiesIn(CoverageZone zone, string departement, ILookup<string, string> epcis) => zone.Level switch
    {
        TerritoryLevel.Commune => zone.Code.StartsWith(departement, StringComparison.Ordinal),
        TerritoryLevel.Epci => epcis[zone.Code].Contains(departement),
        TerritoryLevel.Departement or TerritoryLevel.Region or TerritoryLevel.France => false,
    };
}
