using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Privacy;

namespace PlusPortal.Web.Privacy;

/// <summary>Writes into the file of this node what was erased and does not stand there yet (docs/adr/0027): right after an erasure, and by a job for whatever a crash left out.</summary>
public sealed class ErasureRecorder(PortalDb db, IOptions<ErasureOptions> options, IHostEnvironment environment, TimeProvider clock, ILogger<ErasureRecorder> logger)
{
    private const int Batch = 500;

    /// <summary>Records what waits.</summary>
    /// <returns>How many lines were written.</returns>
    public async Task<int> RecordAsync(CancellationToken ct)
    {
        var (count, waiting) = (0, await db.UnrecordedErasuresAsync(Batch, ct));
        while (waiting.Count > 0)
        {
            // First the disk, then the note of it: a crash in between writes a line twice, and never leaves one out.
            await ErasureFile.AppendAsync(options.Value.FolderToWrite(environment.ContentRootPath), waiting, ct);
            await db.NoteRecordedAsync(waiting, clock.GetUtcNow(), ct);
            count += waiting.Count;
            waiting = waiting.Count < Batch ? [] : await db.UnrecordedErasuresAsync(Batch, ct);
        }

        return count;
    }

    /// <summary>Writes again what the record lost: a disk that was replaced, a folder that is another. Without it the next restore would bring these people back.</summary>
    /// <returns>How many lines were written.</returns>
    public async Task<int> MakeGoodAsync(CancellationToken ct)
    {
        var folder = options.Value.FolderToWrite(environment.ContentRootPath);
        var (lines, _) = await ErasureFile.ReadAsync(folder, ct);
        var lost = await db.LostFromRecordAsync(lines, ct);
        if (lost.Count == 0) return 0;
        await ErasureFile.AppendAsync(folder, lost, ct);
        logger.LogWarning("The record of erasures had lost {Count} lines, which are written again", lost.Count);
        return lost.Count;
    }

    /// <summary>Records what waits after an erasure, which stands whatever becomes of the file: the job tries again.</summary>
    public async Task TryRecordAsync()
    {
        try
        {
            await RecordAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "An erasure could not be written into the record outside the database; it is tried again within minutes");
        }
    }
}
