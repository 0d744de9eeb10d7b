using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Correcting;

/// <summary>Finds the commune that staff typed.</summary>
public sealed class CommuneSearch(PortalDb db)
{
    /// <summary>Reads the commune of the form: left as it was, found at once, or chosen among several.</summary>
    public async Task<FoundCommune> FindAsync(CorrectionForm form, OrientationRequest request, CancellationToken ct)
    {
        if (string.Equals(form.Commune!.Trim(), request.CommuneName, StringComparison.OrdinalIgnoreCase) && form.CommuneCode is null)
            return new FoundCommune(new LocatedCommune(request.Place, request.CommuneName, "", null, request.CommuneName), []);
        var matches = await db.SearchCommunesAsync(form.Commune!.Replace("\0", ""), GeographyQueries.MaxResults, ct);
        var code = (matches.FirstOrDefault(match => match.Code == form.CommuneCode) ?? TheOnly(matches) ?? TheOnly(Named(form.Commune, matches)))?.Code;
        var choices = matches.DistinctBy(match => match.Code).Select(match => new Choice(match.Code, match.Label, match.FormerName is { } former ? $"Comprend {former}." : null)).ToList();
        return new FoundCommune(code is null ? null : await db.LocateCommuneAsync(code, ct), choices);
    }

    /// <summary>« Metz » is Metz, although other names begin so.</summary>
    private static List<CommuneMatch> Named(string typed, IEnumerable<CommuneMatch> matches)
    {
        var sought = GeographyText.Normalise(typed);
        return [.. matches.Where(match => match.FormerName is null && GeographyText.Normalise(match.Name) == sought)];
    }

    private static CommuneMatch? TheOnly(IReadOnlyList<CommuneMatch> matches) => matches.Count == 1 ? matches[0] : null;
}

/// <summary>The commune, or those among which to choose; neither when nothing matches.</summary>
public sealed record FoundCommune(LocatedCommune? Commune, IReadOnlyList<Choice> Choices);
