using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security.Audit;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Features.Admin.Requests.HandingOver;

/// <summary>Gives a request to another person of the structure. The announcer sends a link to its address, tells the actors that know whom to call, and ends the links of the former one.</summary>
public sealed class HandOverRequest(PortalDb db, RequestChange change, Announcer announcer, AuditLog audit, TimeProvider clock)
{
    /// <summary>Gives it.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, HandOverForm form, Author by, CancellationToken ct)
    {
        var request = await FindAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();
        var (former, wasProven) = (request.Contact.Email, request.AddressProvenAt is not null);
        var email = Typed.Line(form.Email)!;
        if (string.Equals(former, email, StringComparison.OrdinalIgnoreCase)) return new RequestResult.Refused("Form.Email", "C’est l’adresse enregistrée\u00A0: écrivez celle de l’autre personne.");
        var to = new NewPerson(Typed.Line(form.Name)!, email, Telephone.Stored(Typed.Line(form.Phone)));
        if (RequestChange.Decide(() => request.HandOver(to, !form.RemovesFollowers, form.Check!, form.Reason!, by, clock.GetUtcNow())) is { } refused) return refused;

        // An address that nobody proved may be a stranger's: it is told nothing.
        if (wasProven) announcer.Announce(Occasion.RequestLeftToSomebodyElse, request.Id, $"{request.LastEventNumber}", former);
        var result = await change.SaveAsync(request, Acts.HandOver, ct);
        if (result is RequestResult.Saved) audit.WriteAbout(request.Id, AuditAct.RequestHandedOver);
        return result;
    }

    /// <summary>Lets somebody follow no longer.</summary>
    public async Task<RequestResult> RemoveFollowerAsync(string reference, Seen seen, Guid followerId, Author by, CancellationToken ct)
    {
        var request = await FindAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();
        return RequestChange.Decide(() => request.RemoveFollower(followerId, by, clock.GetUtcNow())) ?? await change.SaveAsync(request, Acts.RemoveFollower, ct);
    }

    private async Task<OrientationRequest?> FindAsync(string reference, CancellationToken ct)
    {
        var request = await change.FindAsync(reference, ct);
        if (request is not null) await db.Entry(request).Collection(tracked => tracked.Followers).LoadAsync(ct);
        return request;
    }
}
