using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Privacy;

/// <summary>
/// Erases again what a restore brought back: every request that the record outside the database names and that is not
/// anonymous here. Nobody is told, since whoever had to be was told the first time. Safe to repeat.
/// </summary>
public sealed class ErasureReplay(PortalDb db, TimeProvider clock)
{
    /// <summary>The person asked for it, in a life of the database that is lost.</summary>
    private static readonly Author Person = new(AuthorKind.Structure, null, Channel.Import);

    /// <summary>Applies the lines that the database does not know.</summary>
    /// <param name="lines">Lines of the record.</param>
    /// <param name="today">Current day in Paris, on which what was open ends.</param>
    /// <param name="ct">Cancellation; what is left is done by the next run.</param>
    /// <returns>How many requests were erased again.</returns>
    public async Task<int> ApplyAsync(IReadOnlyList<ErasureLine> lines, PlusDay today, CancellationToken ct)
    {
        var erased = 0;
        foreach (var some in lines.Where(line => line.Kind == ErasedKind.Request).Chunk(BatchDeletion.Size))
        {
            Guid[] named = [.. some.Select(line => line.Subject)];
            var back = await db.OrientationRequests.Where(request => named.Contains(request.Id) && request.AnonymisedAt == null).Select(request => request.Id).ToListAsync(ct);
            foreach (var line in some.Where(line => back.Contains(line.Subject)))
            {
                await EraseAsync(line, today, ct);
                erased++;
            }
        }

        return erased;
    }

    private async Task EraseAsync(ErasureLine line, PlusDay today, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var request = await db.OrientationRequests.WithReferrals().SingleAsync(request => request.Id == line.Subject, ct);
        if (request.IsOpen) request.Close(ClosingReasons.EffacementDemande, null, null, Person, now, today);
        request.AskErasure(identityCheck: null, reason: null, Person, now);
        await db.AnonymiseAsync(request, Person, now, ct);
        request.TakeUnannounced();
        if (!await db.Erasures.AnyAsync(erasure => erasure.SubjectId == line.Subject, ct)) db.Erasures.Add(new Erasure { SubjectId = line.Subject, Kind = line.Kind, At = line.At });
        await db.SaveChangesAsync(ct);
        await db.NoteRecordedAsync([line], now, ct);
        db.ChangeTracker.Clear();
    }
}
