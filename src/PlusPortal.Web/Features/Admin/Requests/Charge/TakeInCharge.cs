using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Charge;

/// <summary>Who looks after a request: takes it, gives it to a colleague, gives it back to the team.</summary>
public sealed class TakeInCharge(PortalDb db, RequestChange change, TimeProvider clock)
{
    /// <summary>The author takes it.</summary>
    public Task<RequestResult> ExecuteAsync(string reference, Seen seen, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.TakeInCharge, (request, today) => request.TakeInCharge(by, clock.GetUtcNow(), today), ct);

    /// <summary>Gives it to a colleague who can sign in.</summary>
    public async Task<RequestResult> AssignAsync(string reference, Seen seen, Guid staffId, Author by, CancellationToken ct)
    {
        if (!await db.ActiveStaff.AnyAsync(user => user.Id == staffId, ct)) return new RequestResult.Refused("Form.StaffId", "Cette personne ne fait pas partie de l’équipe. Choisissez dans la liste.");
        return await change.ExecuteAsync(reference, seen, Acts.Assign, (request, _) => request.Assign(staffId, by, clock.GetUtcNow()), ct);
    }

    /// <summary>Gives it back to the team.</summary>
    public Task<RequestResult> ReleaseAsync(string reference, Seen seen, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.Release, (request, _) => request.Assign(null, by, clock.GetUtcNow()), ct);
}
