using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Data.Geography;

/// <summary>A commune found by a search.</summary>
/// <param name="Code">INSEE code of the current commune.</param>
/// <param name="Name">Its name.</param>
/// <param name="PostalCodes">Its postal codes.</param>
/// <param name="DepartementCode">Code of its département.</param>
/// <param name="DepartementName">Name of its département.</param>
/// <param name="FormerName">Name of the former commune that the search found, now part of it; else null.</param>
public sealed record CommuneMatch(string Code, string Name, IReadOnlyList<string> PostalCodes, string DepartementCode, string DepartementName, string? FormerName)
{
    /// <summary>« Toul (54200, Meurthe-et-Moselle) ».</summary>
    public string Label => PostalCodes.Count switch
    {
        0 => $"{Name} ({DepartementName})",
        1 => $"{Name} ({PostalCodes[0]}, {DepartementName})",
        _ => $"{Name} ({PostalCodes[0]}…, {DepartementName})",
    };
}

/// <summary>A commune with its place and display name.</summary>
public sealed record LocatedCommune(Place Place, string Name, string DepartementName, string? EpciName, string Label);

/// <summary>Reads of the official geography.</summary>
public static class GeographyQueries
{
    /// <summary>Most results of a search.</summary>
    public const int MaxResults = 20;

    /// <summary>Shortest name that is searched.</summary>
    public const int MinSearchLength = 2;

    extension(PortalDb db)
    {
        /// <summary>Place of a commune; a former commune leads to its current one. Null when the code is unknown.</summary>
        public async Task<LocatedCommune?> LocateCommuneAsync(string code, CancellationToken ct) =>
            await db.LocateCurrentCommuneAsync(code, ct)
            ?? (await db.FormerCommunes.Where(former => former.Code == code).OrderBy(former => former.Kind).Select(former => former.SuccessorCode).FirstOrDefaultAsync(ct) is { } successor
                ? await db.LocateCurrentCommuneAsync(successor, ct)
                : null);

        private async Task<LocatedCommune?> LocateCurrentCommuneAsync(string code, CancellationToken ct)
        {
            var found = await (
                from commune in db.Communes.AsNoTracking()
                where commune.Code == code
                join departement in db.Departements on commune.Departement equals departement.Code
                join epci in db.Epcis on commune.Epci equals epci.Code into epcis
                from epci in epcis.DefaultIfEmpty()
                select new { commune, DepartementName = departement.Name, EpciName = epci == null ? null : epci.Name }).SingleOrDefaultAsync(ct);
            if (found is null) return null;
            var label = new CommuneMatch(code, found.commune.Name, found.commune.PostalCodes, found.commune.Departement, found.DepartementName, null).Label;
            return new LocatedCommune(found.commune.ToPlace(), found.commune.Name, found.DepartementName, found.EpciName, label);
        }

        /// <summary>Communes by name (accents, case, hyphens and « St » make no difference) or by postal code, best first: exact name, Lorraine, beginning of the name, then size. At most <see cref="MaxResults"/>.</summary>
        public async Task<IReadOnlyList<CommuneMatch>> SearchCommunesAsync(string text, int limit, CancellationToken ct)
        {
            var sought = GeographyText.Normalise(text);
            if (sought.Length < MinSearchLength) return [];
            limit = Math.Clamp(limit, 1, MaxResults);
            if (sought.All(char.IsAsciiDigit)) return sought.Length == 5 ? await ByPostalCode(db, sought, limit).ToListAsync(ct) : [];
            var current = await ByName(db, sought, limit).ToListAsync(ct);
            if (current.Count >= limit) return current;
            var former = await ByFormerName(db, sought, limit).ToListAsync(ct);
            return [.. current.Concat(former.Where(match => match.FormerName != match.Name)).DistinctBy(match => (match.Code, match.FormerName)).Take(limit)];
        }
    }

    private static IQueryable<CommuneMatch> ByPostalCode(PortalDb db, string postalCode, int limit) => (
        from commune in db.Communes
        where commune.PostalCodes.Contains(postalCode)
        join departement in db.Departements on commune.Departement equals departement.Code
        orderby commune.Population descending, commune.Code
        select new CommuneMatch(commune.Code, commune.Name, commune.PostalCodes, departement.Code, departement.Name, null)).Take(limit);

    private static IQueryable<CommuneMatch> ByName(PortalDb db, string sought, int limit) => (
        from commune in db.Communes
        where commune.SearchName.StartsWith(sought) || commune.SearchName.Contains(" " + sought)
        join departement in db.Departements on commune.Departement equals departement.Code
        orderby commune.SearchName == sought descending,
            Lorraine.Departements.Contains(commune.Departement) descending,
            commune.SearchName.StartsWith(sought) descending,
            commune.Population descending,
            commune.Code
        select new CommuneMatch(commune.Code, commune.Name, commune.PostalCodes, departement.Code, departement.Name, null)).Take(limit);

    private static IQueryable<CommuneMatch> ByFormerName(PortalDb db, string sought, int limit) => (
        from former in db.FormerCommunes
        where former.SearchName.StartsWith(sought)
        join commune in db.Communes on former.SuccessorCode equals commune.Code
        join departement in db.Departements on commune.Departement equals departement.Code
        orderby former.SearchName == sought descending, Lorraine.Departements.Contains(commune.Departement) descending, commune.Population descending, former.Code
        select new CommuneMatch(commune.Code, commune.Name, commune.PostalCodes, departement.Code, departement.Name, former.Name)).Take(limit);
}
