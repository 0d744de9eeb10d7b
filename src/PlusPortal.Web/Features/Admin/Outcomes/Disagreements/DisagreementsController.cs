using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests.Ladder;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Clock;
using PlusPortal.Web.Labels.Satisfaction;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Outcomes.Disagreements;

/// <summary>Where the structure and the actor say what cannot both be true, both words side by side; and where there was no room.</summary>
[Area(Areas.Admin)]
[Route("admin/desaccords")]
public sealed class DisagreementsController(PortalDb db) : Controller
{
    private const int PageSize = 25;

    /// <summary>The newest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid? apres, CancellationToken ct)
    {
        var rows = await db.Disagreements(apres, PageSize + 1).ToListAsync(ct);
        var next = rows.Count > PageSize ? (Guid?)rows[PageSize - 1].ReferralId : null;
        return View(new DisagreementsPage([.. rows.Take(PageSize).Select(DisagreementLine.Of)], next, await db.CapacityGapsAsync(ct)));
    }
}

/// <summary>The list.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
/// <param name="Gaps">Where there was no room.</param>
public sealed record DisagreementsPage(IReadOnlyList<DisagreementLine> Rows, Guid? Next, IReadOnlyList<CapacityGap> Gaps);

/// <summary>Both words on one referral.</summary>
/// <param name="ReferralId">The referral.</param>
/// <param name="Reference">Reference of the request.</param>
/// <param name="ActorName">The actor.</param>
/// <param name="Structure">What the structure says.</param>
/// <param name="Actor">What the actor says.</param>
public sealed record DisagreementLine(Guid ReferralId, string Reference, string ActorName, IReadOnlyList<string> Structure, IReadOnlyList<string> Actor)
{
    /// <summary>The words of a row.</summary>
    public static DisagreementLine Of(DisagreementRow row)
    {
        string?[] structure =
        [
            row.SaidNotCalledBack is { } said ? $"Personne ne l’a contactée ({said.InWords})" : null,
            Words(row.StructureContact),
            Words(row.StructureNeed),
            row.OutcomeState == OutcomeState.Contested ? "Elle conteste la fin notée" : null,
            row.SaidCalledBackAtEnd == false ? "À la fin\u00A0: aucun contact" : null,
            row.SaidResult is { } result ? $"À la fin\u00A0: {SatisfactionWords.Of(result).ToLower(FrenchText.Culture)}" : null,
        ];
        string?[] actor = [Words(row.ActorContact), Words(row.ActorNeed), row.ActorOutcome is { } outcome ? $"Fin notée\u00A0: {ReferralOutcomes.All.LabelOf(outcome)}" : null];
        return new DisagreementLine(row.ReferralId, row.Reference, row.ActorName, [.. structure.OfType<string>()], [.. actor.OfType<string>()]);
    }

    private static string? Words(SideWord? word) => word is null
        ? null
        : $"{RungWords.Of(word.Rung).Capitalised} ({word.On.InWords})" + (word.WhyNot is { } why ? $"\u00A0: {Domain.Requests.Ladder.UnmetReasons.All.LabelOf(why)}" : "");
}
