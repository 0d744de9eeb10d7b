using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Clock;

/// <summary>
/// Does for one request what is due and not yet done: the steps of its situations, the consequences of an answer that can no longer be
/// taken back, the next alternate. One transaction; whoever saved in between wins, and the next look catches up.
/// </summary>
public sealed class ClockWork(PortalDb db, Announcer announcer, CurrentProfile profile, CurrentLexicon lexicon) : IHeldConsequences
{
    /// <inheritdoc />
    public Task DrawAsync(Guid requestId, DateTimeOffset now, CancellationToken ct) => LookAsync(requestId, now, ct);

    /// <summary>Looks at a request at that instant.</summary>
    /// <returns>What was done; null when somebody else saved in between, or the request is gone.</returns>
    public async Task<ClockDone?> LookAsync(Guid requestId, DateTimeOffset now, CancellationToken ct)
    {
        var plus = await profile.GetAsync(ct);
        var today = PlusDay.At(now.InParis.DateTime, plus.Calendar);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Two nodes that look at the same moment do so one after the other, instead of blocking each other halfway.
        await db.HoldRequestAsync(requestId, ct);
        var request = await db.OrientationRequests.WithReferrals().Include(request => request.ClockRecords).AsSplitQuery().SingleOrDefaultAsync(request => request.Id == requestId, ct);
        if (request is null || !(request.ClockAt <= now)) return null;

        request.ReadWith(await lexicon.GetAsync(ct));
        var taken = ClockHours.Include(now) ? request.TakeSteps(plus.SwitchedOff, now, today) : [];
        request.SettleAnswers(now);
        var asked = request.NeedsAlternate && await AskAlternateAsync(request, now, today, ct);
        await announcer.AnnounceAsync(request, ct);
        await announcer.AnnounceAsync(request, taken, ct);
        request.SetClock(today, day => ClockHours.BeginOn(day, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict)
        {
            return null;
        }

        await transaction.CommitAsync(CancellationToken.None);
        return new ClockDone(taken, asked);
    }

    /// <summary>Asks the first alternate to which everybody agrees, whose offer is open, and where somebody is there to answer.</summary>
    private async Task<bool> AskAlternateAsync(OrientationRequest request, DateTimeOffset now, PlusDay today, CancellationToken ct)
    {
        var alternates = request.AlternatesToAsk;
        var offers = await db.HoldOffersAsync([.. alternates.Select(referral => referral.OfferId)], ct);
        var actors = await db.ReachOfAsync([.. alternates.Select(referral => referral.ActorId)], ct);
        var calendars = await db.CalendarsOfAsync([.. alternates.Select(referral => referral.ActorId)], today, ct);
        var next = alternates.FirstOrDefault(referral => request.May(Acts.SendReferral, referral, Author.Job)
            && !calendars[referral.ActorId].Closed.Any(absence => absence.Includes(today))
            && offers.GetValueOrDefault(referral.OfferId)?.MayReceive(today, chosenByHand: referral.MatchRank is null) == true);
        if (next is null) return false;
        request.SendReferral(next.Id, offers[next.OfferId], isByHand: !actors[next.ActorId].IsReachable, Author.Job, now, today, calendars[next.ActorId]);

        // Nobody else tells an actor without address.
        if (next.IsByHand) request.RaiseTask(StaffTask.RemindByHand, next.Id, Author.Job, now, today);
        return true;
    }
}

/// <summary>What the clock did for one request.</summary>
/// <param name="Steps">Steps that were due, and what became of each.</param>
/// <param name="AskedAlternate">Whether the next alternate was asked.</param>
public sealed record ClockDone(IReadOnlyList<TakenStep> Steps, bool AskedAlternate);
