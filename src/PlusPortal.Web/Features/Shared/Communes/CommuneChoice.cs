using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Shared.Communes;

/// <summary>The commune that a form of staff names, or those among which to choose; neither when nothing matches.</summary>
/// <param name="Commune">The commune.</param>
/// <param name="Choices">What the form offers when there is a doubt.</param>
public sealed record CommuneChoice(LocatedCommune? Commune, IReadOnlyList<Choice> Choices)
{
    /// <summary>Reads what was typed, and the code chosen among several; one commune found under a former name is taken as it is.</summary>
    public static async Task<CommuneChoice> ReadAsync(PortalDb db, string? typed, string? chosenCode, CancellationToken ct)
    {
        switch (await db.FindCommuneAsync(Typed.Line(typed) ?? "", ct))
        {
            case FoundCommune.One one: return new CommuneChoice(one.Commune, []);
            case FoundCommune.Several several:
                var code = several.Communes.FirstOrDefault(match => match.Code == chosenCode)?.Code ?? (several.Communes is [var only] ? only.Code : null);
                var choices = several.Communes.DistinctBy(match => match.Code).Select(match => new Choice(match.Code, match.Label, match.FormerName is { } former ? $"Comprend {former}." : null));
                return new CommuneChoice(code is null ? null : await db.LocateCommuneAsync(code, ct), [.. choices]);
            default: return new CommuneChoice(null, []);
        }
    }
}
