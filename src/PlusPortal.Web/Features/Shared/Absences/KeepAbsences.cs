using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Web.Clock;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Shared.Absences;

/// <summary>Announces, ends and removes the absences of one actor: for its partners, and for staff.</summary>
public sealed class KeepAbsences(PortalDb db, ActorClocks clocks, TimeProvider clock)
{
    /// <summary>The page, without its addresses; null when there is no such actor.</summary>
    public async Task<AbsencesPage?> ReadAsync(Guid actorId, AbsenceForm form, CancellationToken ct)
    {
        var today = clock.TodayInParis;
        var departements = db.Departements;
        var actor = await db.SupportActors.AsNoTracking().Where(candidate => candidate.Id == actorId)
            .Select(candidate => new { candidate.Name, Office = departements.Where(departement => departement.Code == candidate.OfficeDepartement).Select(departement => departement.Name).FirstOrDefault() })
            .SingleOrDefaultAsync(ct);
        if (actor is null) return null;
        var ahead = await db.AbsencesAhead(actorId, today).AsNoTracking().Take(ActorAbsence.MostUpcoming).ToListAsync(ct);
        return new AbsencesPage
        {
            ActorName = actor.Name,
            Office = actor.Office,
            Rows = ahead.ConvertAll(absence => AbsenceWords.RowOf(absence, today)),
            Form = form,
            IsForStaff = false,
            Address = "",
            OfficeAddress = null,
        };
    }

    /// <summary>Announces an absence; on the very days of another, it names the substitute anew.</summary>
    /// <exception cref="Domain.DomainRuleException">See <see cref="ActorAbsence.Announce"/>.</exception>
    public async Task AnnounceAsync(Guid actorId, AbsenceForm form, CancellationToken ct)
    {
        var (from, to, today) = (form.From.Read().Day!.Value, form.To.Read().Day!.Value, clock.TodayInParis);
        var (name, email) = (Typed.Line(form.SubstituteName), Typed.Line(form.SubstituteEmail));
        if (await db.ActorAbsences.SingleOrDefaultAsync(absence => absence.ActorId == actorId && absence.From == from && absence.To == to, ct) is { } same)
        {
            same.Name(name, email);
        }
        else
        {
            db.Add(ActorAbsence.Announce(actorId, from, to, name, email, await db.AbsencesAhead(actorId, today).CountAsync(ct), today, clock.GetUtcNow()));
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException second) when (second.Breaks(AbsenceQueries.SameDays))
        {
            // A second click announced the same days.
            db.ChangeTracker.Clear();
        }

        await clocks.CountAnewAsync(actorId, ct);
    }

    /// <summary>Ends an absence today, or removes one that has not begun. One that is gone already is gone.</summary>
    /// <returns>False when it is another actor's.</returns>
    public async Task<bool> EndAsync(Guid actorId, Guid absenceId, CancellationToken ct)
    {
        if (await db.ActorAbsences.SingleOrDefaultAsync(candidate => candidate.Id == absenceId, ct) is not { } absence) return true;
        if (absence.ActorId != actorId) return false;
        if (!absence.EndBefore(clock.TodayInParis)) db.Remove(absence);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else ended it first.
            db.ChangeTracker.Clear();
        }
        catch (DbUpdateException other) when (other.Breaks(AbsenceQueries.SameDays))
        {
            // Another absence stands on the days that are left: this one says nothing more.
            await db.ActorAbsences.Where(candidate => candidate.Id == absenceId).ExecuteDeleteAsync(ct);
        }

        await clocks.CountAnewAsync(actorId, ct);
        return true;
    }
}
