using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>The coverage of an offer as people type it: boxes for the wide zones, one line for each nearer one.</summary>
/// <param name="Wide">Values of the boxes: <c>FR</c>, <c>R44</c> or a département code.</param>
/// <param name="Near">EPCI and communes, one a line: « Toul (54528) ».</param>
/// <param name="Excluded">Territories left out, one a line.</param>
public sealed record ZoneTexts(IReadOnlyList<string> Wide, string Near, string Excluded);

/// <summary>Reads and writes coverage in words, with the names of the official geography.</summary>
public sealed class ZoneReader(PortalDb db)
{
    /// <summary>Most lines of a field; every Lorraine commune is far below.</summary>
    public const int MaxLines = 400;

    private const string RegionPrefix = "R";

    /// <summary>Writes zones in words.</summary>
    public async Task<ZoneTexts> WriteAsync(IReadOnlyList<CoverageZone> zones, CancellationToken ct)
    {
        var names = await NamesOfAsync(zones, ct);
        var wide = zones.Where(zone => !zone.IsExcluded && IsWide(zone)).Select(WideValue).ToList();
        var near = zones.Where(zone => !zone.IsExcluded && !IsWide(zone)).Select(Line);
        var excluded = zones.Where(zone => zone.IsExcluded).Select(Line);
        return new ZoneTexts(wide, string.Join('\n', near), string.Join('\n', excluded));

        string Line(CoverageZone zone) => names.TryGetValue((zone.Level, zone.Code), out var name) ? $"{name} ({zone.Code})" : zone.Code;
    }

    /// <summary>Each zone in words for people who read: « Meuse », « CC Terres Touloises », « sauf Toul ».</summary>
    public async Task<IReadOnlyDictionary<CoverageZone, string>> NamesByZoneAsync(IReadOnlyList<CoverageZone> zones, CancellationToken ct)
    {
        var names = await NamesOfAsync(zones, ct);
        return zones.ToDictionary(zone => zone, zone =>
            (zone.IsExcluded ? "sauf " : "") + (zone.Level == TerritoryLevel.France ? "France entière" : names.GetValueOrDefault((zone.Level, zone.Code), zone.Code)));
    }

    /// <summary>Reads the fields of a form, whose names start with <paramref name="prefix"/>. A line that names no territory, or several, is an error beside its field.</summary>
    public async Task<IReadOnlyList<CoverageZone>> ReadAsync(OfferForm form, ModelStateDictionary state, string prefix, CancellationToken ct)
    {
        var zones = new List<CoverageZone>();
        foreach (var value in form.WideZones.Distinct())
        {
            if (value == CoverageZone.FranceCode) zones.Add(new CoverageZone(TerritoryLevel.France, CoverageZone.FranceCode));
            else if (value == RegionPrefix + Lorraine.RegionCode) zones.Add(new CoverageZone(TerritoryLevel.Region, Lorraine.RegionCode));
            else if (Lorraine.Contains(value)) zones.Add(new CoverageZone(TerritoryLevel.Departement, value));
            else state.AddModelError(prefix + nameof(OfferForm.WideZones), "Un des territoires cochés n’existe pas. Rechargez la page, puis recommencez.");
        }

        zones.AddRange(await ReadLinesAsync(form.NearZones, prefix + nameof(OfferForm.NearZones), isExcluded: false, state, ct));
        zones.AddRange(await ReadLinesAsync(form.ExcludedZones, prefix + nameof(OfferForm.ExcludedZones), isExcluded: true, state, ct));
        return zones;
    }

    /// <summary>All the lines of a field with one query for the codes and one for the names, however many lines there are.</summary>
    private async Task<List<CoverageZone>> ReadLinesAsync(string? text, string field, bool isExcluded, ModelStateDictionary state, CancellationToken ct)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (lines.Count > MaxLines)
        {
            state.AddModelError(field, $"{lines.Count} lignes, c’est trop\u00A0: {MaxLines} au plus. Cochez plutôt un département.");
            return [];
        }

        var codes = lines.Select(CodeIn).ToList();
        var names = lines.Select(GeographyText.Normalise).ToList();
        var communes = await db.Communes.AsNoTracking().Where(commune => codes.Contains(commune.Code) || names.Contains(commune.SearchName))
            .Select(commune => new { commune.Code, commune.SearchName, commune.Departement }).ToListAsync(ct);
        var epcis = await db.Epcis.AsNoTracking().Where(epci => codes.Contains(epci.Code) || lines.Contains(epci.Name))
            .Select(epci => new { epci.Code, epci.Name }).ToListAsync(ct);

        var zones = new List<CoverageZone>();
        for (var index = 0; index < lines.Count; index++)
        {
            var (line, code, name) = (lines[index], codes[index], names[index]);
            if (Lorraine.Contains(code) && isExcluded) zones.Add(new CoverageZone(TerritoryLevel.Departement, code, true));
            else if (epcis.Find(epci => epci.Code == code || epci.Name == line) is { } epci) zones.Add(new CoverageZone(TerritoryLevel.Epci, epci.Code, isExcluded));
            else if (communes.Find(commune => commune.Code == code) is { } exact) zones.Add(new CoverageZone(TerritoryLevel.Commune, exact.Code, isExcluded));
            else
            {
                var named = communes.Where(commune => commune.SearchName == name).ToList();
                var local = named.Where(commune => Lorraine.Contains(commune.Departement)).ToList();
                if (local.Count > 0) named = local;
                if (named.Count == 1) zones.Add(new CoverageZone(TerritoryLevel.Commune, named[0].Code, isExcluded));
                else state.AddModelError(field, named.Count == 0
                    ? $"Ligne {index + 1}\u00A0: «\u00A0{line}\u00A0» n’est ni une commune ni une intercommunalité. Vérifiez le nom, ou indiquez son code INSEE ou son SIREN."
                    : $"Ligne {index + 1}\u00A0: plusieurs communes s’appellent «\u00A0{line}\u00A0». Indiquez le code INSEE de la bonne.");
            }
        }

        return [.. zones.Distinct()];
    }

    private async Task<Dictionary<(TerritoryLevel, string), string>> NamesOfAsync(IReadOnlyList<CoverageZone> zones, CancellationToken ct)
    {
        var codes = zones.Select(zone => zone.Code).Distinct().ToList();
        var names = await db.Communes.Where(commune => codes.Contains(commune.Code)).Select(commune => new { Level = TerritoryLevel.Commune, commune.Code, commune.Name })
            .Concat(db.Epcis.Where(epci => codes.Contains(epci.Code)).Select(epci => new { Level = TerritoryLevel.Epci, epci.Code, epci.Name }))
            .Concat(db.Departements.Where(departement => codes.Contains(departement.Code)).Select(departement => new { Level = TerritoryLevel.Departement, departement.Code, departement.Name }))
            .Concat(db.Regions.Where(region => codes.Contains(region.Code)).Select(region => new { Level = TerritoryLevel.Region, region.Code, region.Name }))
            .ToListAsync(ct);
        return names.ToDictionary(row => (row.Level, row.Code), row => row.Name);
    }

    private static bool IsWide(CoverageZone zone) => zone.Level switch
    {
        TerritoryLevel.France => true,
        TerritoryLevel.Region => zone.Code == Lorraine.RegionCode,
        TerritoryLevel.Departement => Lorraine.Contains(zone.Code),
        TerritoryLevel.Commune or TerritoryLevel.Epci => false,
    };

    private static string WideValue(CoverageZone zone) => zone.Level == TerritoryLevel.Region ? RegionPrefix + zone.Code : zone.Code;

    /// <summary>The code of « Toul (54528) », else the whole line.</summary>
    private static string CodeIn(string line)
    {
        var open = line.LastIndexOf('(');
        return open >= 0 && line.EndsWith(')') ? line[(open + 1)..^1].Trim() : line.Replace(" ", "");
    }
}
