using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>The coverage of an offer as people type it: boxes for the wide zones, one line for each nearer one.</summary>
/// <param name="Wide">Values of the boxes: <c>FR</c>, <c>R44</c> or a département code.</param>
/// <param name="Near">EPCI, communes and territories without a box, one a line: « Toul (54528) »; the code of a région bears an R, since its two digits may be those of a département.</param>
/// <param name="Excluded">Territories left out, one a line.</param>
public sealed record ZoneTexts(IReadOnlyList<string> Wide, string Near, string Excluded);

/// <summary>Reads and writes coverage in words, with the names of the official geography.</summary>
public sealed class ZoneReader(PortalDb db)
{
    /// <summary>Most lines of a field; every Lorraine commune is far below.</summary>
    public const int MaxLines = 400;

    private const int MaxProblems = 3;
    private const int MaxSuggestions = 5;
    private const string RegionPrefix = "R";

    /// <summary>Writes zones in words.</summary>
    public async Task<ZoneTexts> WriteAsync(IReadOnlyList<CoverageZone> zones, CancellationToken ct)
    {
        var names = await NamesOfAsync(zones, ct);
        var wide = zones.Where(zone => !zone.IsExcluded && IsWide(zone)).Select(WideValue).ToList();
        var near = zones.Where(zone => !zone.IsExcluded && !IsWide(zone)).Select(Line);
        var excluded = zones.Where(zone => zone.IsExcluded).Select(Line);
        return new ZoneTexts(wide, string.Join('\n', near), string.Join('\n', excluded));

        string Line(CoverageZone zone) => names.TryGetValue((zone.Level, zone.Code), out var name) ? $"{name} ({WideValue(zone)})" : WideValue(zone);
    }

    /// <summary>Each zone in words for people who read: « Meuse », « CC Terres Touloises », « sauf Toul ».</summary>
    public async Task<IReadOnlyDictionary<CoverageZone, string>> NamesByZoneAsync(IReadOnlyList<CoverageZone> zones, CancellationToken ct)
    {
        var names = await NamesOfAsync(zones, ct);
        return zones.ToDictionary(zone => zone, zone =>
            (zone.IsExcluded ? "sauf " : "") + (zone.Level == TerritoryLevel.France ? "France entière" : names.GetValueOrDefault((zone.Level, zone.Code), zone.Code)));
    }

    /// <summary>Départements that each EPCI among the zones lies in; several for those that straddle a border.</summary>
    public async Task<ILookup<string, string>> DepartementsByEpciAsync(IReadOnlyList<CoverageZone> zones, CancellationToken ct)
    {
        var codes = zones.Where(zone => zone.Level == TerritoryLevel.Epci).Select(zone => zone.Code).Distinct().ToList();
        if (codes.Count == 0) return Enumerable.Empty<string>().ToLookup(code => code);
        var rows = await db.Communes.Where(commune => codes.Contains(commune.Epci!)).Select(commune => new { commune.Epci, commune.Departement }).Distinct().ToListAsync(ct);
        return rows.ToLookup(row => row.Epci!, row => row.Departement);
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

    /// <summary>All the lines of a field with one query a kind of territory, however many lines there are.</summary>
    private async Task<List<CoverageZone>> ReadLinesAsync(string? text, string field, bool isExcluded, ModelStateDictionary state, CancellationToken ct)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (lines.Count == 0) return [];
        if (lines.Count > MaxLines)
        {
            state.AddModelError(field, $"{lines.Count} lignes, c’est trop\u00A0: {MaxLines} au plus. Cochez plutôt un département.");
            return [];
        }

        var territories = await TerritoriesAsync(lines, ct);
        var zones = new List<CoverageZone>();
        var problems = new List<string>();
        for (var index = 0; index < lines.Count; index++)
        {
            var found = Meant(lines[index], territories);
            if (found.Count == 1) zones.Add(new CoverageZone(found[0].Level, found[0].Code, isExcluded));
            else problems.Add(found.Count == 0
                ? $"Ligne {index + 1}\u00A0: «\u00A0{lines[index]}\u00A0» n’est ni une commune ni une intercommunalité. Vérifiez le nom, ou indiquez son code INSEE ou son SIREN."
                : $"Ligne {index + 1}\u00A0: plusieurs territoires s’appellent «\u00A0{lines[index]}\u00A0». Recopiez le bon\u00A0: {string.Join(", ", found.Take(MaxSuggestions).Select(territory => $"{territory.Name} ({territory.Mark})"))}.");
        }

        // A field shows one message: it speaks of the first lines, the next ones come back with the next try.
        if (problems.Count > 0) state.AddModelError(field, string.Join(' ', problems.Take(MaxProblems)));
        return [.. zones.Distinct()];
    }

    /// <summary>Territories that a line may mean: by its code, else by its name, those of Lorraine first.</summary>
    private static List<Territory> Meant(string line, List<Territory> territories)
    {
        var code = CodeIn(line);
        var byCode = territories.Where(territory => territory.Mark == code).ToList();
        if (byCode.Count > 0) return byCode;
        var name = GeographyText.Normalise(line);
        var named = territories.Where(territory => territory.SearchName == name).ToList();
        var local = named.Where(territory => territory.IsInLorraine).ToList();
        return local.Count > 0 ? local : named;
    }

    private async Task<List<Territory>> TerritoriesAsync(List<string> lines, CancellationToken ct)
    {
        var codes = lines.Select(CodeIn).ToList();
        var names = lines.Select(GeographyText.Normalise).ToList();
        var current = db.Communes;
        var communes = await current.Where(commune => codes.Contains(commune.Code) || names.Contains(commune.SearchName))
            .Select(commune => new { commune.Code, commune.Name, commune.Departement }).ToListAsync(ct);
        var former = await db.FormerCommunes.Where(line => codes.Contains(line.Code) && !current.Any(commune => commune.Code == line.Code))
            .OrderBy(line => line.Kind).Select(line => new { line.Code, line.Name, line.SuccessorCode }).ToListAsync(ct);
        var epcis = await db.Epcis.Select(epci => new { epci.Code, epci.Name }).ToListAsync(ct);
        var departements = await db.Departements.Select(departement => new { departement.Code, departement.Name }).ToListAsync(ct);
        var regions = await db.Regions.Select(region => new { region.Code, region.Name }).ToListAsync(ct);
        return
        [
            .. communes.Select(commune => new Territory(TerritoryLevel.Commune, commune.Code, commune.Code, commune.Name, Lorraine.Contains(commune.Departement))),
            .. former.DistinctBy(line => line.Code).Select(line => new Territory(TerritoryLevel.Commune, line.SuccessorCode, line.Code, line.Name, false)),
            .. epcis.Select(epci => new Territory(TerritoryLevel.Epci, epci.Code, epci.Code, epci.Name, false)),
            .. departements.Select(departement => new Territory(TerritoryLevel.Departement, departement.Code, departement.Code, departement.Name, Lorraine.Contains(departement.Code))),
            .. regions.Select(region => new Territory(TerritoryLevel.Region, region.Code, RegionPrefix + region.Code, region.Name, false)),
        ];
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
        var code = open >= 0 && line.EndsWith(')') ? line[(open + 1)..^1] : line;
        return string.Concat(code.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
    }

    /// <summary>A territory that a line may mean.</summary>
    /// <param name="Mark">Its code as lines write it.</param>
    private sealed record Territory(TerritoryLevel Level, string Code, string Mark, string Name, bool IsInLorraine)
    {
        public string SearchName { get; } = GeographyText.Normalise(Name);
    }
}
