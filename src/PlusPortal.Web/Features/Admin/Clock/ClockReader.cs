using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors.Sheets;
using PlusPortal.Data.Digests;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Web.Digests;
using PlusPortal.Web.Features.Public.Orientation.Resume;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Sheets;

namespace PlusPortal.Web.Features.Admin.Clock;

/// <summary>Reads what the clock did, and what it would do. It changes nothing.</summary>
public sealed class ClockReader(PortalDb db, CurrentProfile profile, CurrentLexicon lexicon, TimeProvider clock)
{
    /// <summary>Requests at which the dry run looks.</summary>
    public const int MostRequests = 100;

    /// <summary>Days ahead.</summary>
    public const int DaysAhead = 7;

    private const int PageSize = 50;

    /// <summary>A page of the list and, above the first, the dry run.</summary>
    public async Task<ClockPage> ReadAsync(ClockFilter filter, CancellationToken ct)
    {
        ClockOutcome? outcome = filter.Outcome is { } outcomeName ? Enum.Parse<ClockOutcome>(outcomeName) : null;
        ClockStep? step = filter.Step is { } stepName ? Enum.Parse<ClockStep>(stepName) : null;
        var found = await db.ClockLinesAsync(outcome, step, ListCursor.Parse(filter.Cursor), PageSize + 1, ct);
        var next = found.Count > PageSize ? ListCursor.At(found[PageSize - 1].Record.At, found[PageSize - 1].Record.Id).ToString() : null;
        return new ClockPage(filter, [.. found.Take(PageSize)], next, filter.Cursor is null ? await DryRunAsync(ct) : null);
    }

    private async Task<ClockDryRun> DryRunAsync(CancellationToken ct)
    {
        var (plus, today) = (await profile.GetAsync(ct), await profile.TodayAsync(ct));
        var last = today.Date.AddDays(DaysAhead);
        var found = await db.ClocksUntilAsync(clock.GetUtcNow().AddDays(DaysAhead + 1), MostRequests + 1, ct);
        var requests = found.Take(MostRequests).ToList();
        var actors = requests.SelectMany(request => request.Referrals).Select(referral => referral.ActorId).Distinct().ToList();
        var names = await db.SupportActors.Where(actor => actors.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
        var soon = requests.SelectMany(request => request.StepsToCome(today).Where(step => step.DueOn > today.Date && step.DueOn <= last)
            .Select(step => Foreseen(request, step, plus.SwitchedOff.Contains(step.Row.Step) ? ClockOutcome.SwitchedOff : null))).ToList();

        // The very steps of the job, on rows that were read to be looked at: nothing of it is saved.
        var words = await lexicon.GetAsync(ct);
        var now = requests.SelectMany(request => request.ReadWith(words).TakeSteps(plus.SwitchedOff, clock.GetUtcNow(), today).Select(step => Foreseen(request, step.Step, step.Outcome))).ToList();
        return new ClockDryRun([.. now.OrderBy(step => step.Step.DueOn).ThenBy(step => step.Reference, StringComparer.Ordinal)], [.. soon.OrderBy(step => step.Step.DueOn).ThenBy(step => step.Reference, StringComparer.Ordinal)], found.Count > MostRequests, await RecurringAsync(plus, ct));

        ClockForeseen Foreseen(OrientationRequest request, DueStep step, ClockOutcome? outcome) => new(
            request.Reference,
            request.Referrals.FirstOrDefault(known => known.Id == step.ReferralId) is { } about ? names.GetValueOrDefault(about.ActorId) : null,
            step,
            outcome);
    }

    /// <summary>By the functions of the jobs themselves.</summary>
    private async Task<IReadOnlyList<RecurringForeseen>> RecurringAsync(PlusProfile plus, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (today, week) = (now.ParisDay, MondayJob.WeekOf(now.ParisDay));
        return
        [
            Foreseen(RecurringReminder.UntouchedDraft, await UntouchedDrafts.CountAsync(db, now, ct)),
            Foreseen(RecurringReminder.SheetDue, SheetJob.StepsOf(await db.DueSheetsAsync(null, today, ct), today).Select(next => next.Sheet.ActorId).Distinct().Count()),
            Foreseen(RecurringReminder.StaffWeek, await db.WeekDigests.AnyAsync(digest => digest.Week == week, ct) ? 0 : 1),
            Foreseen(RecurringReminder.PartnerWeek, await db.PartnersToSummarise(week, today).CountAsync(ct)),
        ];

        RecurringForeseen Foreseen(RecurringReminder reminder, int count) => new(reminder, count, plus.SwitchedOffRecurring.Contains(reminder));
    }
}
