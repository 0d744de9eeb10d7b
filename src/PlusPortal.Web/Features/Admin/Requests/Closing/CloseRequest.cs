using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Closing;

/// <summary>Sets a request aside or ends it, and opens it again.</summary>
public sealed class CloseRequest(PortalDb db, TimeProvider clock)
{
    /// <summary>Ends it: the actors that had it are told, the structure too unless the request was unsolicited.</summary>
    public async Task<TriageResult> ExecuteAsync(string reference, Seen seen, CloseForm form, Author by, CancellationToken ct)
    {
        var kept = await KeptRequestAsync(form, ct);
        if (form.Reason == ClosingReasons.Doublon && (kept is null || kept.Reference == reference || kept.DuplicateOfId is not null))
            return new TriageResult.Refused("Form.KeptReference", "Aucune autre demande à conserver ne porte cette référence, ou elle est elle-même un doublon. Vérifiez-la.");
        return await db.ChangeAsync(
            reference,
            seen,
            Done.Closed,
            request =>
            {
                var now = clock.GetUtcNow();
                var told = request.Referrals.Where(referral => referral is { IsByHand: false } && (referral.IsAwaitingAnswer || referral.Status == ReferralStatus.Accepted)).ToList();
                request.Close(form.Reason!, form.Message, kept, by, now, clock.TodayInParis);
                foreach (var referral in told) db.Tell(MailKind.ReferralChangedForPartner, request, referral.Id, now);
                if (form.Reason != ClosingReasons.Indesirable) db.Tell(MailKind.RequestClosed, request, request.Id, now);
            },
            ct);
    }

    /// <summary>Opens it again with a reason.</summary>
    public Task<TriageResult> ReopenAsync(string reference, Seen seen, string reason, Author by, CancellationToken ct) =>
        db.ChangeAsync(reference, seen, Done.Reopened, request => request.Reopen(reason, by, clock.GetUtcNow(), clock.TodayInParis), ct);

    private async Task<OrientationRequest?> KeptRequestAsync(CloseForm form, CancellationToken ct) =>
        form.Reason == ClosingReasons.Doublon && RequestReference.TryParse(form.KeptReference, out var kept)
            ? await db.OrientationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Reference == kept.Value, ct)
            : null;
}
