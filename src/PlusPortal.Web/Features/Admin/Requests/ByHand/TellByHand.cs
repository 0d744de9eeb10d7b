using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Privacy;

namespace PlusPortal.Web.Features.Admin.Requests.ByHand;

/// <summary>Records that an actor without address was told what stands ready for it. Nothing of the request changes.</summary>
public sealed class TellByHand(PortalDb db, HandTextReader texts, TransmissionRecorder transmissions)
{
    /// <summary>Records it, unless it is recorded already.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Guid referralId, Seen seen, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().Include(loaded => loaded.Referrals).Include(loaded => loaded.ClockRecords)
            .Include(loaded => loaded.Notes.Where(note => note.Kind == NoteKind.InformationAdded)).AsSplitQuery().SingleOrDefaultAsync(loaded => loaded.Reference == reference, ct);
        if (request?.Referrals.FirstOrDefault(referral => referral.Id == referralId) is not { } told) return new RequestResult.NotFound();

        // What they said is what the page showed.
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();
        if ((await texts.ReadAsync(request, ct)).GetValueOrDefault(referralId) is { IsToNote: true } text) await transmissions.RecordByHandAsync(request, told, text.Moment, text.Since, ct);
        return new RequestResult.Saved(Acts.ShareInformation);
    }
}
