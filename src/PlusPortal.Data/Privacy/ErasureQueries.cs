using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Privacy;

/// <summary>Which erasures the file outside the database does not hold yet.</summary>
public static class ErasureQueries
{
    extension(PortalDb db)
    {
        /// <summary>Those that are not recorded, the oldest first. One whose request still says who asked is no erasure, whoever wrote the row: replayed from the file it would become one.</summary>
        public async Task<IReadOnlyList<ErasureLine>> UnrecordedErasuresAsync(int most, CancellationToken ct)
        {
            var known = db.ErasuresRecorded;
            return await db.Erasures.AsNoTracking().Where(erasure => !known.Any(recorded => recorded.SubjectId == erasure.SubjectId)
                    && !db.OrientationRequests.Any(request => request.Id == erasure.SubjectId && request.AnonymisedAt == null))
                .OrderBy(erasure => erasure.At).ThenBy(erasure => erasure.SubjectId).Take(most)
                .Select(erasure => new ErasureLine(erasure.SubjectId, erasure.Kind, erasure.At)).ToListAsync(ct);
        }

        /// <summary>Erasures that were recorded once, and of which the record has no line any more: the disk was lost, or the folder is another.</summary>
        public async Task<IReadOnlyList<ErasureLine>> LostFromRecordAsync(IReadOnlyCollection<ErasureLine> record, CancellationToken ct)
        {
            if (await db.ErasuresRecorded.CountAsync(ct) <= record.Count) return [];
            var known = db.ErasuresRecorded;
            Guid[] there = [.. record.Select(line => line.Subject)];
            return await db.Erasures.AsNoTracking().Where(erasure => known.Any(recorded => recorded.SubjectId == erasure.SubjectId) && !there.Contains(erasure.SubjectId))
                .OrderBy(erasure => erasure.At).ThenBy(erasure => erasure.SubjectId)
                .Select(erasure => new ErasureLine(erasure.SubjectId, erasure.Kind, erasure.At)).ToListAsync(ct);
        }

        /// <summary>Notes that their lines are on the disk. Writes at once.</summary>
        /// <remarks>Raw SQL because EF writes no ON CONFLICT: two nodes may have written the same line, which does no harm.</remarks>
        public Task NoteRecordedAsync(IReadOnlyCollection<ErasureLine> lines, DateTimeOffset now, CancellationToken ct)
        {
            Guid[] subjects = [.. lines.Select(line => line.Subject)];
            return db.Database.ExecuteSqlAsync($"insert into erasures_recorded (subject_id, at) select subject, {now} from unnest({subjects}) as subject on conflict do nothing", ct);
        }
    }
}
