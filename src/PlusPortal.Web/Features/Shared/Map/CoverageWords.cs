using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Web.Features.Shared.Map;

/// <summary>Zones in words: the wide ones first, then what they leave out.</summary>
public static class CoverageWords
{
    private const int MostNames = 4;

    /// <summary>Every zone: « Meuse, CC Terres Touloises ; sauf Toul ».</summary>
    public static string Full(IReadOnlyList<CoverageZone> zones, IReadOnlyDictionary<CoverageZone, string> names) => Say(zones, names, int.MaxValue);

    /// <summary>The first zones: « CC Terres Touloises, CC Moselle et Madon et 3 autres territoires ».</summary>
    public static string Short(IReadOnlyList<CoverageZone> zones, IReadOnlyDictionary<CoverageZone, string> names) => Say(zones, names, MostNames);

    private static string Say(IReadOnlyList<CoverageZone> zones, IReadOnlyDictionary<CoverageZone, string> names, int most)
    {
        var included = zones.Where(zone => !zone.IsExcluded).Distinct().ToList();
        if (included.Count == 0) return "Aucun territoire";
        var isAllOfLorraine = Lorraine.Departements.All(code => included.Contains(new CoverageZone(TerritoryLevel.Departement, code)));
        var wide = isAllOfLorraine ? ["Toute la Lorraine"] : new List<string>();
        var others = included
            .Where(zone => !isAllOfLorraine || zone.Level != TerritoryLevel.Departement || !Lorraine.Contains(zone.Code))
            .OrderByDescending(zone => zone.Level).ThenBy(NameOf, StringComparer.CurrentCulture).Select(NameOf);
        var said = Listed([.. wide, .. others], most);
        var excluded = zones.Where(zone => zone.IsExcluded).OrderByDescending(zone => zone.Level).ThenBy(NameOf, StringComparer.CurrentCulture).Select(zone => NameOf(zone)).ToList();
        return excluded.Count == 0 ? said : $"{said}\u00A0; {Listed(excluded, most)}";

        string NameOf(CoverageZone zone) => names.GetValueOrDefault(zone, zone.Code);
    }

    private static string Listed(List<string> names, int most) => names.Count - 1 <= most
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(most))} et {names.Count - most} autres territoires";
}
