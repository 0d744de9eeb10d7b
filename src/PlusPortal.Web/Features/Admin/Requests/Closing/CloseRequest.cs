using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Closing;

/// <summary>Sets a request aside, or ends it.</summary>
public sealed class CloseRequest(PortalDb db, RequestChange change, TimeProvider clock)
{
    /// <summary>Ends it.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, CloseForm form, Author by, CancellationToken ct)
    {
        var kept = await KeptRequestAsync(form, ct);
        if (form.Reason == ClosingReasons.Doublon && (kept is null || kept.Reference == reference || kept.DuplicateOfId is not null))
            return new RequestResult.Refused("Form.KeptReference", "Aucune autre demande à conserver ne porte cette référence, ou elle est elle-même un doublon. Vérifiez-la.");
        return await change.ExecuteAsync(reference, seen, Acts.Close, (request, today) => request.Close(form.Reason!, form.Message, kept, by, clock.GetUtcNow(), today), ct);
    }

    private async Task<OrientationRequest?> KeptRequestAsync(CloseForm form, CancellationToken ct) =>
        form.Reason == ClosingReasons.Doublon && RequestReference.TryParse(form.KeptReference, out var kept)
            ? await db.OrientationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Reference == kept.Value, ct)
            : null;
}
