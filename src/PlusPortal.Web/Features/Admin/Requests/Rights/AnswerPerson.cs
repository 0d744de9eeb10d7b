using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Rights;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Rights;

/// <summary>What staff do for a person who asks for its data, or for their erasure.</summary>
public sealed class AnswerPerson(RequestChange change, EraseRequest erase, TimeProvider clock)
{
    /// <summary>Sends a link to the recorded address, and nowhere else.</summary>
    public Task<RequestResult> SendLinkAsync(string reference, Seen seen, DataLinkForm form, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.SendDataLink, (request, _) => request.SendDataLink(form.Check!, form.Reason!, by, clock.GetUtcNow()), ct);

    /// <summary>Erases.</summary>
    public async Task<RequestResult> EraseAsync(string reference, Seen seen, ErasureForm form, Author by, CancellationToken ct)
    {
        var request = await change.FindAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();
        try
        {
            await erase.ExecuteAsync(request, form.Check, form.Reason, by, ct);
            return new RequestResult.Saved(Acts.AskErasure);
        }
        catch (DomainRuleException broken)
        {
            return new RequestResult.Refused("", RuleSentences.Of(broken.Code));
        }
        catch (DbUpdateException lost) when (lost.IsConflict)
        {
            return new RequestResult.Conflict();
        }
    }
}
