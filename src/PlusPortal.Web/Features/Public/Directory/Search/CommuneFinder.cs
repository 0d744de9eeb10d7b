using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Web.Features.Public.Directory.Search;

/// <summary>What a typed commune may mean.</summary>
public abstract record CommuneSearch
{
    private CommuneSearch()
    {
    }

    /// <summary>One commune, without doubt.</summary>
    /// <param name="Code">INSEE code.</param>
    /// <param name="Text">« Toul (54528) », which always means this one.</param>
    /// <param name="Departement">Code of its département.</param>
    /// <param name="DepartementName">Name of its département.</param>
    public sealed record One(string Code, string Text, string Departement, string DepartementName) : CommuneSearch;

    /// <summary>Communes to choose from.</summary>
    public sealed record Several(IReadOnlyList<CommuneMatch> Communes) : CommuneSearch;

    /// <summary>No commune.</summary>
    public sealed record None : CommuneSearch;
}

/// <summary>Finds the commune of a search: « Toul (54528) », a name, a postal code or an INSEE code. Digits alone may be both codes: then people choose.</summary>
public sealed class CommuneFinder(PortalDb db)
{
    /// <summary>How the address names a commune.</summary>
    public static string TextOf(string name, string code) => $"{name} ({code})";

    /// <summary>Answers what was typed.</summary>
    public async Task<CommuneSearch> FindAsync(string typed, CancellationToken ct)
    {
        if (CodeBetweenParentheses(typed) is { } code) return await db.LocateCommuneAsync(code, ct) is { } located ? Found(located) : new CommuneSearch.None();
        var byCode = CommuneCode.TryParse(typed, out var insee) ? await db.LocateCommuneAsync(insee.Value, ct) : null;
        var matches = await db.SearchCommunesAsync(typed, GeographyQueries.MaxResults, ct);
        if (byCode is not null && matches.All(match => match.Code == byCode.Place.Commune)) return Found(byCode);
        if (byCode is not null) matches = [Match(byCode), .. matches.Where(match => match.Code != byCode.Place.Commune)];

        var sought = GeographyText.Normalise(typed);
        var exact = matches.Where(match => match.FormerName is null && GeographyText.Normalise(match.Name) == sought).ToList();
        return (matches, exact) switch
        {
            ([], _) => new CommuneSearch.None(),
            ([{ FormerName: null } one], _) => Found(one),
            (_, [var one]) => Found(one),
            (_, [_, _, ..]) => new CommuneSearch.Several(exact),
            _ => new CommuneSearch.Several(matches),
        };
    }

    private static string? CodeBetweenParentheses(string typed)
    {
        var open = typed.LastIndexOf('(');
        return open >= 0 && typed.EndsWith(')') && CommuneCode.TryParse(typed[(open + 1)..^1], out var code) ? code.Value : null;
    }

    private static CommuneSearch.One Found(LocatedCommune commune) =>
        new(commune.Place.Commune, TextOf(commune.Name, commune.Place.Commune), commune.Place.Departement, commune.DepartementName);

    private static CommuneSearch.One Found(CommuneMatch commune) =>
        new(commune.Code, TextOf(commune.Name, commune.Code), commune.DepartementCode, commune.DepartementName);

    private static CommuneMatch Match(LocatedCommune commune) =>
        new(commune.Place.Commune, commune.Name, [], commune.Place.Departement, commune.DepartementName, null);
}
