using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Web.Email;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Retention;

namespace PlusPortal.Web.Features.Public.Orientation.Resume;

/// <summary>Writes once, and never again, to people who gave an address for a draft and have not touched it for a working day.</summary>
public sealed class UntouchedDrafts(PortalDb db, Announcer announcer, CurrentProfile profile, OneByOne each) : IRecurringJob
{
    /// <summary>Its code.</summary>
    public const string Code = "brouillons-relance";

    private const int MostCounted = 1_000;

    /// <inheritdoc />
    public static string Title => "Rappeler les brouillons laissés de côté";

    /// <inheritdoc />
    public static string Purpose => "Écrit une seule fois aux personnes qui ont demandé le lien de leur brouillon et ne l’ont pas touché depuis un jour ouvré.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        if ((await profile.GetAsync(ct)).SwitchedOffRecurring.Contains(RecurringReminder.UntouchedDraft)) return new JobResult(new JobCount("Personnes non prévenues, relance arrêtée", await CountAsync(db, now, ct)));
        var reminded = 0;
        await foreach (var done in each.DoAsync(Candidates(db, now).Select(draft => draft.Id), id => RemindAsync(id, now, ct), ct)) reminded += done;
        return new JobResult(new JobCount("Personnes prévenues", reminded));
    }

    /// <summary>Whether a working day has passed since an instant, to the minute: what was left on Friday at four is untouched on Monday at four.</summary>
    public static bool IsUntouched(DateTimeOffset since, DateTimeOffset now)
    {
        var left = since.InParis.DateTime;
        var day = WorkingDayCalendar.AddWorkingDays(DateOnly.FromDateTime(left), 1, departement: null);
        return day.ToDateTime(TimeOnly.FromDateTime(left)) <= now.InParis.DateTime;
    }

    /// <summary>How many people would be told now.</summary>
    public static async Task<int> CountAsync(PortalDb db, DateTimeOffset now, CancellationToken ct) =>
        (await Candidates(db, now).OrderBy(draft => draft.Id).Select(draft => draft.UpdatedAt).Take(MostCounted).ToListAsync(ct)).Count(since => IsUntouched(since, now));

    private static IQueryable<RequestDraft> Candidates(PortalDb db, DateTimeOffset now)
    {
        var dayBefore = now.AddDays(-1).AddHours(1);
        return db.RequestDrafts.Where(draft => draft.ResumeEmail != null && draft.RemindedAt == null && draft.RequestId == null && draft.UpdatedAt <= dayBefore && draft.ExpiresAt > now);
    }

    private async Task<bool> RemindAsync(Guid draftId, DateTimeOffset now, CancellationToken ct)
    {
        if (await Candidates(db, now).SingleOrDefaultAsync(draft => draft.Id == draftId, ct) is not { } draft || !IsUntouched(draft.UpdatedAt, now)) return false;
        draft.RemindedAt = now;
        announcer.Announce(Occasion.DraftUntouched, draft.Id, "once");
        await db.SaveChangesAsync(ct);
        return true;
    }
}
