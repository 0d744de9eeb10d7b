using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>Sends a request to the actors chosen. The matcher proposed, the database decides: the offers are read again, and held, in the transaction that sends.</summary>
public sealed class SendReferrals(PortalDb db, RequestChange change, CurrentProfile profile, IHeldConsequences consequences, TimeProvider clock)
{
    /// <summary>Writes the summary, and sends nothing.</summary>
    public Task<RequestResult> SaveSummaryAsync(string reference, Seen seen, SendForm form, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.WriteSummary, (request, _) => request.WriteSummary(form.Summary!, by, clock.GetUtcNow()), ct);

    /// <summary>Writes the summary and sends. An actor without account nor checked address is left to staff: nothing is e-mailed to it.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, SendForm form, Author by, CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var request = await change.FindAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();

        var referrals = request.Referrals.Where(referral => form.ReferralIds.Contains(referral.Id)).ToList();
        if (referrals.Count != form.ReferralIds.Distinct().Count()) return new RequestResult.NotFound();
        var offers = await db.HoldOffersAsync([.. referrals.Select(referral => referral.OfferId)], ct);
        var actors = await db.ReachOfAsync([.. referrals.Select(referral => referral.ActorId)], ct);
        var calendars = await db.CalendarsOfAsync([.. referrals.Select(referral => referral.ActorId)], today, ct);
        var now = clock.GetUtcNow();
        var closed = referrals.Where(referral => offers.GetValueOrDefault(referral.OfferId)?.MayReceive(today, chosenByHand: referral.MatchRank is null) != true).ToList();
        if (closed.Count > 0)
        {
            var names = string.Join(", ", closed.Select(referral => actors[referral.ActorId].Name));
            return new RequestResult.Refused("Form.ReferralIds", $"L’offre n’est plus publiée ou n’accepte pas de demande aujourd’hui\u00A0: {names}. Décochez, retirez l’envoi ou choisissez un autre acteur.");
        }

        if (request.PassagesThatWait().Count == 0 && request.SensitiveIn(form.Summary!) is { Count: > 0 } personal)
        {
            var kinds = string.Join(", ", personal.Aggregate(SensitiveKinds.None, (all, passage) => all | passage.Kinds).InWords).Replace('\'', '’');
            return new RequestResult.Refused("Form.Summary", $"Le résumé semble contenir {kinds}. Reformulez-le sans ce passage.");
        }

        var refused = RequestChange.Decide(() =>
        {
            if (request.Summary != form.Summary!.Trim()) request.WriteSummary(form.Summary!, by, now);
            foreach (var referral in referrals)
            {
                request.SendReferral(referral.Id, offers[referral.OfferId], isByHand: !actors[referral.ActorId].IsReachable, by, now, today, calendars[referral.ActorId]);
            }
        });
        if (refused is not null) return refused;

        var result = await change.SaveAsync(request, Acts.SendReferral, ct, isByHand: referrals.Any(referral => referral.IsByHand));
        if (result is not RequestResult.Saved) return result;
        await transaction.CommitAsync(CancellationToken.None);
        if (!referrals.Exists(referral => referral.IsByHand)) return result;

        // That staff have to tell an actor stands on their list as soon as they sent, not at the next look of the clock.
        await transaction.DisposeAsync();
        db.ChangeTracker.Clear();
        await consequences.DrawAsync(request.Id, now, ct);
        return result;
    }
}
