using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>Names of the territories that some offers cover, read together.</summary>
public sealed class ZoneNames
{
    private readonly Dictionary<(TerritoryLevel Level, string Code), string> names = [];

    private ZoneNames()
    {
    }

    /// <summary>Reads the names, one query a level at most.</summary>
    public static async Task<ZoneNames> LoadAsync(PortalDb db, IEnumerable<CoverageZone> zones, CancellationToken ct)
    {
        var loaded = new ZoneNames();
        foreach (var level in zones.ToLookup(zone => zone.Level, zone => zone.Code))
        {
            var codes = level.Distinct().ToList();
            var found = level.Key switch
            {
                TerritoryLevel.Commune => await db.Communes.Where(commune => codes.Contains(commune.Code)).Select(commune => new { commune.Code, commune.Name }).ToDictionaryAsync(pair => pair.Code, pair => pair.Name, ct),
                TerritoryLevel.Epci => await db.Epcis.Where(epci => codes.Contains(epci.Code)).Select(epci => new { epci.Code, epci.Name }).ToDictionaryAsync(pair => pair.Code, pair => pair.Name, ct),
                TerritoryLevel.Departement => await db.Departements.Where(departement => codes.Contains(departement.Code)).Select(departement => new { departement.Code, departement.Name }).ToDictionaryAsync(pair => pair.Code, pair => pair.Name, ct),
                TerritoryLevel.Region => await db.Regions.Where(region => codes.Contains(region.Code)).Select(region => new { region.Code, region.Name }).ToDictionaryAsync(pair => pair.Code, pair => pair.Name, ct),
                TerritoryLevel.France => new Dictionary<string, string> { [CoverageZone.FranceCode] = "toute la France" },
            };
            foreach (var (code, name) in found) loaded.names[(level.Key, code)] = name;
        }

        return loaded;
    }

    /// <summary>Name of a territory; its code when it is unknown, so that an old one stays readable.</summary>
    public string NameOf(CoverageZone zone) => names.GetValueOrDefault((zone.Level, zone.Code), zone.Code);

    /// <summary>« commune de Toul », « département des Vosges »… as people read it in a list.</summary>
    public string Describe(CoverageZone zone) => zone.Level switch
    {
        TerritoryLevel.Commune => $"{NameOf(zone)} (commune)",
        TerritoryLevel.Epci => $"{NameOf(zone)} (intercommunalité)",
        TerritoryLevel.Departement => $"{NameOf(zone)} (département)",
        TerritoryLevel.Region => $"{NameOf(zone)} (région)",
        TerritoryLevel.France => "Toute la France",
    };
}
