using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Digests;
using PlusPortal.Data.Jobs;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Profile;
using PlusPortal.Web.Email;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Retention;

namespace PlusPortal.Web.Digests;

/// <summary>What leaves on Monday: the digest of staff and the summaries of partners. It runs every working day, so that a Monday without service is made up for in the same week; a week has one of each.</summary>
public sealed class MondayJob(PortalDb db, Announcer announcer, CurrentProfile profile, OneByOne each) : IRecurringJob
{
    /// <summary>Its code.</summary>
    public const string Code = "lundi";

    /// <inheritdoc />
    public static string Title => "Envoyer les résumés du lundi";

    /// <inheritdoc />
    public static string Purpose => "Envoie à l’équipe les chiffres de la semaine, et aux partenaires qui le veulent le nombre de demandes et de fiches qui les attendent. Une fois par semaine, le lundi, ou le premier jour de la semaine où le portail fonctionne.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (week, today) = (WeekOf(now.ParisDay), now.ParisDay);
        var off = (await profile.GetAsync(ct)).SwitchedOffRecurring;
        var digests = off.Contains(RecurringReminder.StaffWeek) ? 0 : await TellStaffAsync(week, now, ct);
        if (off.Contains(RecurringReminder.PartnerWeek)) return new JobResult(new JobCount("Résumés à l’équipe", digests), new JobCount("Résumés aux partenaires, arrêtés", await db.PartnersToSummarise(week, today).CountAsync(ct)));
        var summaries = 0;
        await foreach (var done in each.DoAsync(db.PartnersToSummarise(week, today).Select(user => user.Id), id => SummariseAsync(id, week, today, ct), ct)) summaries += done;
        return new JobResult(new JobCount("Résumés à l’équipe", digests), new JobCount("Résumés aux partenaires", summaries));
    }

    /// <summary>« 2026-W49 », by ISO 8601: the days around New Year belong to one week.</summary>
    public static string WeekOf(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}");
    }

    private async Task<int> TellStaffAsync(string week, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.WeekDigests.AnyAsync(digest => digest.Week == week, ct)) return 0;
        var digest = new WeekDigest { Id = Guid.CreateVersion7(now), Week = week, At = now };
        db.Add(digest);
        announcer.Announce(Occasion.WeekBegan, digest.Id, "week");
        try
        {
            await db.SaveChangesAsync(ct);
            return 1;
        }
        catch (DbUpdateException other) when (other.Breaks(DigestQueries.OneAWeek))
        {
            // Another node was quicker.
            db.ChangeTracker.Clear();
            return 0;
        }
    }

    private async Task<bool> SummariseAsync(Guid userId, string week, DateOnly today, CancellationToken ct)
    {
        if (!await db.PartnersToSummarise(week, today).AnyAsync(user => user.Id == userId, ct)) return false;
        announcer.Announce(Occasion.PartnerWeekBegan, userId, week);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
