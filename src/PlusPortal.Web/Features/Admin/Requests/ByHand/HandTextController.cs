using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.ByHand;

/// <summary>Staff note that they said to an actor without address what stands ready on its card: the register of what was transmitted has its line then.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/envois/{referralId:guid}/dit")]
public sealed class HandTextController(TellByHand tell, RequestForms forms) : Controller
{
    /// <summary>Notes it; a second time changes nothing.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Told(string reference, Guid referralId, Seen seen, CancellationToken ct)
    {
        var result = await tell.ExecuteAsync(reference, referralId, seen, ct);
        return result is RequestResult.Saved ? LocalRedirect($"{RequestLinks.Request(reference)}#texte-{referralId}") : await this.AnswerAsync(result, reference, seen, forms, ct);
    }
}
