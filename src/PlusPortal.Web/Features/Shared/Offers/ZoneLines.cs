using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>
/// Territories as people write them, one a line: a code, a name, or « CC Terres Touloises (200070563) », which is how
/// the page writes them. A name that several territories bear is asked again with the possible answers.
/// </summary>
public sealed partial class ZoneLines(PortalDb db)
{
    /// <summary>Most lines that are read.</summary>
    public const int MaxLines = 300;

    private const int Suggestions = 5;
    private const char RegionMark = 'R';

    /// <summary>Large territories that the form offers to tick.</summary>
    public static IReadOnlyList<Choice> WideChoices { get; } =
    [
        new("54", "Meurthe-et-Moselle"),
        new("55", "Meuse"),
        new("57", "Moselle"),
        new("88", "Vosges"),
        new(RegionMark + Lorraine.RegionCode, "Toute la région Grand Est"),
        new(CoverageZone.FranceCode, "Toute la France"),
    ];

    /// <summary>Code of a zone as the form writes it: a région bears a mark, since its two digits may be those of a département.</summary>
    public static string Mark(CoverageZone zone) => zone.Level == TerritoryLevel.Region ? RegionMark + zone.Code : zone.Code;

    /// <summary>Writes zones, one a line.</summary>
    public static string? Write(IEnumerable<CoverageZone> zones, ZoneNames names)
    {
        var text = string.Join('\n', zones.Select(zone => $"{names.NameOf(zone)} ({Mark(zone)})"));
        return text.Length == 0 ? null : text;
    }

    /// <summary>Reads lines. The sentences say what is wrong with each that names no territory, or several.</summary>
    public async Task<(IReadOnlyList<CoverageZone> Zones, IReadOnlyList<string> Problems)> ReadAsync(string? text, bool isExcluded, CancellationToken ct)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0) return ([], []);
        if (lines.Length > MaxLines) return ([], [$"La liste est trop longue\u00A0: {MaxLines} territoires au plus. Choisissez un territoire plus large."]);

        var places = await LoadAsync(lines, ct);
        var zones = new List<CoverageZone>();
        var problems = new List<string>();
        foreach (var line in lines)
        {
            var found = Candidates(line, places);
            if (found.Count == 1) zones.Add(new CoverageZone(found[0].Level, found[0].Code, isExcluded));
            else if (found.Count == 0) problems.Add($"«\u00A0{line}\u00A0» n’est ni une commune, ni une intercommunalité, ni un département, ni une région connue. Vérifiez l’orthographe, ou indiquez le code.");
            else problems.Add($"Plusieurs territoires s’appellent «\u00A0{line}\u00A0». Recopiez celui que vous voulez\u00A0: {string.Join(", ", found.Take(Suggestions).Select(place => place.Written))}.");
        }

        return ([.. zones.Distinct()], problems);
    }

    private static IReadOnlyList<Named> Candidates(string line, IReadOnlyList<Named> places)
    {
        if (CodeOf(line) is { } code) return [.. places.Where(place => place.Marked == code)];
        var sought = GeographyText.Normalise(line);
        var exact = places.Where(place => place.SearchName == sought).ToList();
        var near = exact.Count > 0 ? exact : [.. places.Where(place => place.Level == TerritoryLevel.Epci && place.SearchName.Contains(sought, StringComparison.Ordinal))];
        var lorraine = near.Where(place => place.IsInLorraine).ToList();
        return lorraine.Count == 1 ? lorraine : near;
    }

    private static string? CodeOf(string line)
    {
        var match = TrailingCode().Match(line);
        if (!match.Success) return null;
        var code = match.Groups[1].Value.ToUpperInvariant();
        return code;
    }

    private async Task<IReadOnlyList<Named>> LoadAsync(string[] lines, CancellationToken ct)
    {
        var codes = lines.Select(CodeOf).OfType<string>().ToList();
        var names = lines.Where(line => CodeOf(line) is null).Select(GeographyText.Normalise).ToList();
        var epcis = await (
            from epci in db.Epcis
            select new { epci.Code, epci.Name, InLorraine = db.Communes.Any(commune => commune.Epci == epci.Code && Lorraine.Departements.Contains(commune.Departement)) }).ToListAsync(ct);
        var departements = await db.Departements.AsNoTracking().ToListAsync(ct);
        var regions = await db.Regions.AsNoTracking().ToListAsync(ct);
        var communes = await db.Communes.Where(commune => codes.Contains(commune.Code) || names.Contains(commune.SearchName))
            .Select(commune => new { commune.Code, commune.Name, commune.Departement }).ToListAsync(ct);
        var former = await db.FormerCommunes.Where(line => codes.Contains(line.Code) && !db.Communes.Any(commune => commune.Code == line.Code))
            .Select(line => new { line.Code, line.Name, line.SuccessorCode, line.Kind }).OrderBy(line => line.Kind).ToListAsync(ct);
        return
        [
            .. communes.Select(commune => new Named(TerritoryLevel.Commune, commune.Code, commune.Code, commune.Name, Lorraine.Contains(commune.Departement))),
            .. former.DistinctBy(line => line.Code).Select(line => new Named(TerritoryLevel.Commune, line.SuccessorCode, line.Code, line.Name, false)),
            .. epcis.Select(epci => new Named(TerritoryLevel.Epci, epci.Code, epci.Code, epci.Name, epci.InLorraine)),
            .. departements.Select(departement => new Named(TerritoryLevel.Departement, departement.Code, departement.Code, departement.Name, Lorraine.Contains(departement.Code))),
            .. regions.Select(region => new Named(TerritoryLevel.Region, region.Code, RegionMark + region.Code, region.Name, region.Code == Lorraine.RegionCode)),
            new Named(TerritoryLevel.France, CoverageZone.FranceCode, CoverageZone.FranceCode, "France", false),
        ];
    }

    [GeneratedRegex(@"(?:^|\()\s*(FR|R\d{2}|\d{9}|\d[\dAB]\d{3}|\d[\dAB]\d?)\s*\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex TrailingCode();

    private sealed record Named(TerritoryLevel Level, string Code, string Marked, string Name, bool IsInLorraine)
    {
        public string SearchName { get; } = GeographyText.Normalise(Name);

        public string Written => $"{Name} ({Marked})";
    }
}
