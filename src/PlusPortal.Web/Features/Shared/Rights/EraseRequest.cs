using PlusPortal.Data;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email;
using PlusPortal.Web.Privacy;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Shared.Rights;

/// <summary>
/// Erases a request at the demand of its person, whoever passes the demand on: it ends, becomes anonymous, everybody who
/// had it is told, the person gets a receipt; all in one save. Then the erasure is recorded outside the database.
/// </summary>
public sealed class EraseRequest(PortalDb db, Announcer announcer, ErasureRecorder recorder, CurrentProfile profile, AuditLog audit, TimeProvider clock)
{
    private const string Occurrence = "effacement";

    /// <summary>Erases and saves.</summary>
    /// <param name="request">A tracked request with its referrals.</param>
    /// <param name="identityCheck">How staff knew who asks; null when the person holds the link that went to its address.</param>
    /// <param name="reason">Why, in words of staff that name nobody; null when the person does it.</param>
    /// <param name="by">The structure, or a member of staff.</param>
    /// <param name="ct">Cancellation.</param>
    /// <exception cref="Domain.DomainRuleException">As <see cref="OrientationRequest.AskErasure"/>: it is anonymous already, for example.</exception>
    public async Task ExecuteAsync(OrientationRequest request, string? identityCheck, string? reason, Author by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var address = request.Contact.Email;
        var told = request.Referrals.Where(referral => referral.WasTold).ToList();
        if (request.IsOpen) request.Close(ClosingReasons.EffacementDemande, message: null, keptRequest: null, by, now, await profile.TodayAsync(ct));
        request.AskErasure(identityCheck, reason, by, now);
        await db.AnonymiseAsync(request, by, now, ct);

        // The erasure has words of its own: not those of an end, nor of a referral that is taken back.
        request.TakeUnannounced();
        if (address.Length > 0) announcer.Announce(Occasion.RequestErased, request.Id, Occurrence, address);
        foreach (var referral in told.Where(referral => !referral.IsByHand)) announcer.Announce(Occasion.ReferralErased, referral.Id, Occurrence);
        if (told.Exists(referral => referral.IsByHand)) announcer.Announce(Occasion.RequestToldByHandErased, request.Id, Occurrence);
        db.Erasures.Add(new Erasure { SubjectId = request.Id, Kind = ErasedKind.Request, At = now });
        await db.SaveChangesAsync(ct);
        audit.WriteAbout(request.Id, AuditAct.RequestErased);
        await recorder.TryRecordAsync();
    }
}
