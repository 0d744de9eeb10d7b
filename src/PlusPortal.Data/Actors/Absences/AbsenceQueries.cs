using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Domain.Requests.Deadlines;

namespace PlusPortal.Data.Actors.Absences;

/// <summary>Days of an absence, with who answers instead.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="SubstituteName">Name of whoever answers instead; null when nobody does.</param>
/// <param name="SubstituteEmail">Its address; null likewise.</param>
public sealed record AbsenceDays(DateOnly From, DateOnly To, string? SubstituteName, string? SubstituteEmail)
{
    /// <summary>Whether it is under way on that day.</summary>
    public bool Includes(DateOnly day) => From <= day && day <= To;
}

/// <summary>What decides on which days an actor works.</summary>
/// <param name="Departement">Département of its office; null when nobody knows: the public holidays of the whole country.</param>
/// <param name="Absences">Those that have not ended long ago, in the order of the days; the delays stand still in those without a substitute.</param>
public sealed record ActorOffice(string? Departement, IReadOnlyList<AbsenceDays> Absences)
{
    /// <summary>An actor of which nothing is known.</summary>
    public static ActorOffice Unknown { get; } = new(null, []);
}

/// <summary>Reads of who is away.</summary>
public static class AbsenceQueries
{
    /// <summary>Index by which the same days are announced once.</summary>
    public const string SameDays = "ux_actor_absences_days";

    extension(PortalDb db)
    {
        /// <summary>Announced absences.</summary>
        public DbSet<ActorAbsence> ActorAbsences => db.Set<ActorAbsence>();

        /// <summary>Office and absences of these actors, in one command. An actor that is gone is left out.</summary>
        /// <param name="actorIds">The actors.</param>
        /// <param name="today">Paris day: absences that ended more than <see cref="ActorAbsence.DaysKept"/> days before are left out.</param>
        /// <param name="ct">Cancellation.</param>
        public async Task<Dictionary<Guid, ActorOffice>> ActorCalendarAsync(IReadOnlyCollection<Guid> actorIds, DateOnly today, CancellationToken ct)
        {
            var since = today.AddDays(-ActorAbsence.DaysKept);
            var absences = db.ActorAbsences;
            var rows = await db.SupportActors.AsNoTracking().Where(actor => actorIds.Contains(actor.Id))
                .Select(actor => new
                {
                    actor.Id,
                    actor.OfficeDepartement,
                    Absences = absences.Where(absence => absence.ActorId == actor.Id && absence.To >= since)
                        .OrderBy(absence => absence.From).ThenBy(absence => absence.To)
                        .Select(absence => new AbsenceDays(absence.From, absence.To, absence.SubstituteName, absence.SubstituteEmail)).ToList(),
                })
                .AsSingleQuery().ToListAsync(ct);
            return rows.ToDictionary(row => row.Id, row => new ActorOffice(row.OfficeDepartement, row.Absences));
        }

        /// <summary>How these actors count their working days, in one command.</summary>
        public async Task<Dictionary<Guid, ActorCalendar>> CalendarsOfAsync(IReadOnlyCollection<Guid> actorIds, DateOnly today, CancellationToken ct) =>
            (await db.ActorCalendarAsync(actorIds, today, ct)).ToDictionary(
                pair => pair.Key,
                pair => new ActorCalendar(pair.Value.Departement, pair.Value.Absences.Where(absence => absence.SubstituteEmail is null).Select(absence => new ActorClosed(absence.From, absence.To))));

        /// <summary>Addresses of those who answer for an actor on that day in the place of its people.</summary>
        public async Task<IReadOnlyList<string>> SubstitutesOfAsync(Guid actorId, DateOnly day, CancellationToken ct) =>
            await db.ActorAbsences.Where(absence => absence.ActorId == actorId && absence.From <= day && absence.To >= day && absence.SubstituteEmail != null)
                .OrderBy(absence => absence.From).ThenBy(absence => absence.Id).Select(absence => absence.SubstituteEmail!).Distinct().Take(ActorAbsence.MostUpcoming).ToListAsync(ct);

        /// <summary>Absences of an actor that have not ended, in the order of the days.</summary>
        public IQueryable<ActorAbsence> AbsencesAhead(Guid actorId, DateOnly today) =>
            db.ActorAbsences.Where(absence => absence.ActorId == actorId && absence.To >= today).OrderBy(absence => absence.From).ThenBy(absence => absence.To);

        /// <summary>Those under way on a day among these actors, in one command.</summary>
        public async Task<ILookup<Guid, AbsenceDays>> AwayAsync(IReadOnlyCollection<Guid> actorIds, DateOnly day, CancellationToken ct) =>
            (await db.ActorAbsences.AsNoTracking().Where(absence => actorIds.Contains(absence.ActorId) && absence.From <= day && absence.To >= day)
                .OrderBy(absence => absence.From).ThenBy(absence => absence.Id)
                .Select(absence => new { absence.ActorId, Days = new AbsenceDays(absence.From, absence.To, absence.SubstituteName, absence.SubstituteEmail) }).ToListAsync(ct))
            .ToLookup(row => row.ActorId, row => row.Days);

        /// <summary>Those that ended long ago: they go, with the substitutes that they name.</summary>
        public IQueryable<ActorAbsence> AbsencesLongOver(DateOnly today)
        {
            var before = today.AddDays(-ActorAbsence.DaysKept);
            return db.ActorAbsences.Where(absence => absence.To < before);
        }
    }
}
