using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Data.Actors.Sheets;
using PlusPortal.Data.Jobs;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Profile;
using PlusPortal.Web.Email;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Sheets;

/// <summary>
/// Asks actors whether their sheets are still right, and takes those that nobody confirms out of the proposals; likewise the offers of an
/// actor that has fallen silent. One actor after the other, each saved by itself: what somebody saved in between is left to the next run.
/// </summary>
public sealed class SheetJob(PortalDb db, Announcer announcer, OfferSuspensions suspensions, CurrentProfile profile, ILogger<SheetJob> logger) : IRecurringJob
{
    /// <summary>Its code.</summary>
    public const string Code = "fiches";

    /// <inheritdoc />
    public static string Title => "Faire confirmer les fiches de l’annuaire";

    /// <inheritdoc />
    public static string Purpose => "Demande aux acteurs si leurs fiches sont toujours exactes, quinze jours avant l’échéance, ce jour-là, puis quinze et trente jours après, et suspend celles que personne ne confirme trois mois après, ou dont l’acteur ne répond plus aux demandes.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = now.ParisDay;
        List<Exception> failures = [];
        var (told, passed, unconfirmed, silent) = (0, 0, 0, 0);
        var isOff = (await profile.GetAsync(ct)).SwitchedOffRecurring.Contains(RecurringReminder.SheetDue);
        foreach (var actor in (await db.DueSheetsAsync(null, today, ct)).GroupBy(sheet => sheet.ActorId))
        {
            await TryAsync(actor.Key, async () =>
            {
                var (tells, suspends) = await FollowAsync(actor.Key, [.. actor], today, now, isOff, ct);
                (told, passed) = isOff ? (told, passed + tells) : (told + tells, passed);
                unconfirmed += suspends;
            }, failures, ct);
        }

        foreach (var actorId in await db.SilentActorsAsync(null, ct))
        {
            await TryAsync(actorId, async () => silent += await suspensions.SuspendAfterSilenceAsync(actorId, now, ct), failures, ct);
        }

        db.ChangeTracker.Clear();
        var absences = await db.AbsencesLongOver(today).OrderBy(absence => absence.Id).DeleteInBatchesAsync(ct);
        if (failures.Count > 0) throw new AggregateException(failures);
        return new JobResult(
            new JobCount("Acteurs prévenus", told), new JobCount("Acteurs non prévenus, relance arrêtée", passed), new JobCount("Offres suspendues, non confirmées", unconfirmed),
            new JobCount("Offres suspendues, acteur sans réponse", silent), new JobCount("Absences passées effacées", absences));
    }

    /// <summary>Sheets of which people are to be told on that day, with the step that has come.</summary>
    public static IReadOnlyList<(DueSheet Sheet, int? Step)> StepsOf(IEnumerable<DueSheet> sheets, DateOnly today) =>
    [
        .. sheets.Where(sheet => !SheetClock.IsSuspended(today, sheet.DueOn, sheet.FirstToldOn)).Select(sheet => (Sheet: sheet, Step: SheetClock.StepOn(today, sheet.DueOn)))
            .Where(next => next.Step is { } step && !(step <= next.Sheet.LastStep)),
    ];

    /// <summary>Tells the people of one actor, by one message whatever the number of sheets, and suspends what nobody confirmed.</summary>
    private async Task<(int Told, int Suspended)> FollowAsync(Guid actorId, IReadOnlyList<DueSheet> sheets, DateOnly today, DateTimeOffset now, bool isOff, CancellationToken ct)
    {
        var overdue = sheets.Where(sheet => SheetClock.IsSuspended(today, sheet.DueOn, sheet.FirstToldOn)).Select(sheet => sheet.OfferId).ToHashSet();
        var steps = StepsOf(sheets, today);
        foreach (var (sheet, step) in isOff ? [] : steps) db.Add(new SheetNotice(sheet.OfferId, sheet.DueOn, step!.Value, today));
        if (steps.Count > 0 && !isOff) announcer.Announce(Occasion.SheetsDue, actorId, $"{today:yyyyMMdd}");

        var offers = overdue.Count == 0 ? [] : await db.SupportOffers.Include(offer => offer.Actor).Where(offer => overdue.Contains(offer.Id) && offer.State == OfferState.Published).ToListAsync(ct);
        offers = offers.FindAll(offer => sheets.Any(sheet => sheet.OfferId == offer.Id && sheet.DueOn == SheetClock.DueOn(offer.ConfirmedOn, offer.CreatedAt.ParisDay, offer.Actor!.VerifiedOn, offer.ConfirmationMonths)));
        foreach (var offer in offers) offer.Suspend(SuspensionCause.Unconfirmed, now);
        if (offers.Count > 0) announcer.Announce(Occasion.OffersUnconfirmed, actorId, $"{today:yyyyMMdd}");
        await db.SaveChangesAsync(ct);
        return (steps.Count > 0 ? 1 : 0, offers.Count);
    }

    private async Task TryAsync(Guid actorId, Func<Task> act, List<Exception> failures, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        db.ChangeTracker.Clear();
        try
        {
            await act();
        }
        catch (DbUpdateException conflict) when (conflict.IsConflict || conflict.Breaks(SheetQueries.OneNotice))
        {
            logger.LogInformation("{Actor} changed while its sheets were followed: left to the next run", actorId);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            logger.LogError(failure, "The sheets of {Actor} could not be followed", actorId);
            failures.Add(failure);
        }
    }
}
