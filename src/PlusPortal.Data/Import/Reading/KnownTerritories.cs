using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Data.Import.Reading;

/// <summary>The territories that a file may name.</summary>
/// <param name="Departements">Codes of the départements.</param>
/// <param name="Epcis">Codes of the intercommunalités.</param>
/// <param name="Communes">Current commune of each commune that the file names; a former commune leads to its successor.</param>
internal sealed record KnownTerritories(IReadOnlySet<string> Departements, IReadOnlySet<string> Epcis, IReadOnlyDictionary<string, string> Communes)
{
    /// <summary>Reads them from the official geography.</summary>
    public static async Task<KnownTerritories> LoadAsync(PortalDb db, IReadOnlyCollection<string> communes, CancellationToken ct)
    {
        var departements = await db.Departements.Select(departement => departement.Code).ToHashSetAsync(ct);
        var epcis = await db.Epcis.Select(epci => epci.Code).ToHashSetAsync(ct);
        var successors = await db.FormerCommunes.Where(former => communes.Contains(former.Code))
            .OrderBy(former => former.Code).ThenBy(former => former.Kind)
            .Select(former => new { former.Code, former.SuccessorCode }).ToListAsync(ct);
        var current = await db.Communes.Where(commune => communes.Contains(commune.Code)).Select(commune => commune.Code).ToListAsync(ct);

        var known = current.ToDictionary(code => code);
        foreach (var former in successors) known.TryAdd(former.Code, former.SuccessorCode);
        return new KnownTerritories(departements, epcis, known);
    }

    /// <summary>The zone of a code, or null when there is no such territory.</summary>
    public CoverageZone? Zone(TerritoryLevel level, string code) => level switch
    {
        TerritoryLevel.Commune => Communes.TryGetValue(code, out var current) ? new CoverageZone(level, current) : null,
        TerritoryLevel.Epci => Epcis.Contains(code) ? new CoverageZone(level, code) : null,
        TerritoryLevel.Departement => Departements.Contains(code) ? new CoverageZone(level, code) : null,
        TerritoryLevel.Region or TerritoryLevel.France => null,
    };
}
