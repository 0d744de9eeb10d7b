using PlusPortal.Domain.Territory;

namespace PlusPortal.Data.Geography;

/// <summary>What a typed commune means.</summary>
public abstract record FoundCommune
{
    private FoundCommune()
    {
    }

    /// <summary>One commune, without doubt.</summary>
    public sealed record One(LocatedCommune Commune) : FoundCommune;

    /// <summary>
    /// Communes that it may mean, the best first: those of that very name, else those whose name begins so. One alone may
    /// stand here, found by the beginning of its name or under that of a former commune; each page says whether it asks.
    /// </summary>
    public sealed record Several(IReadOnlyList<CommuneMatch> Communes) : FoundCommune;

    /// <summary>No commune.</summary>
    public sealed record None : FoundCommune;
}

/// <summary>The one way to find the commune that somebody typed: « Toul (54528) », a name, a postal code or an INSEE code.</summary>
public static class CommuneFinder
{
    /// <summary>A commune as this finder always reads it again.</summary>
    public static string TextOf(string name, string code) => $"{name} ({code})";

    extension(PortalDb db)
    {
        /// <summary>Answers what was typed. Digits alone may be both codes; a name may be that of several communes, former ones included: then people choose.</summary>
        public async Task<FoundCommune> FindCommuneAsync(string typed, CancellationToken ct)
        {
            if (CodeBetweenParentheses(typed) is { } code) return await db.LocateCommuneAsync(code, ct) is { } named ? new FoundCommune.One(named) : new FoundCommune.None();
            var byCode = CommuneCode.TryParse(typed, out var insee) ? await db.LocateCommuneAsync(insee.Value, ct) : null;
            var matches = await db.SearchCommunesAsync(typed, GeographyQueries.MaxResults, ct);
            if (byCode is not null && matches.All(match => match.Code == byCode.Place.Commune)) return new FoundCommune.One(byCode);
            if (byCode is not null) return new FoundCommune.Several([Match(byCode), .. matches.Where(match => match.Code != byCode.Place.Commune)]);

            var sought = GeographyText.Normalise(typed);
            var exact = sought.All(char.IsAsciiDigit) ? matches : [.. matches.Where(match => GeographyText.Normalise(match.FormerName ?? match.Name) == sought)];
            return exact switch
            {
                _ when matches.Count == 0 => new FoundCommune.None(),
                [{ FormerName: null } one] when await db.LocateCommuneAsync(one.Code, ct) is { } located => new FoundCommune.One(located),
                [] => new FoundCommune.Several(matches),
                _ => new FoundCommune.Several(exact),
            };
        }
    }

    private static string? CodeBetweenParentheses(string typed)
    {
        var open = typed.LastIndexOf('(');
        return open >= 0 && typed.EndsWith(')') && CommuneCode.TryParse(typed[(open + 1)..^1], out var code) ? code.Value : null;
    }

    private static CommuneMatch Match(LocatedCommune commune) =>
        new(commune.Place.Commune, commune.Name, [], commune.Place.Departement, commune.DepartementName, null);
}
