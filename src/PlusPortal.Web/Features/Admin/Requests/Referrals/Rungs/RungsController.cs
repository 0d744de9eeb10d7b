using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>Staff take back a rung that the team noted by mistake.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/envois/{referralId:guid}")]
public sealed class RungsController(RequestForms forms, TakeRungsBack rungs) : Controller
{
    /// <summary>Takes back the last one that the team noted.</summary>
    [HttpPost("suite/retrait")]
    [StaffAct(nameof(Acts.TakeRungBack), ActPlace.Referral, Look = ActLook.Plain)]
    public async Task<IActionResult> TakeRungBack(string reference, Guid referralId, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await rungs.ExecuteAsync(reference, referralId, seen, User.AsStaff, ct), reference, seen, forms, ct);
}
