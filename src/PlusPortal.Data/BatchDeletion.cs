using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data;

/// <summary>How what is over is deleted.</summary>
public static class BatchDeletion
{
    /// <summary>Rows deleted by one statement at the most: nobody waits long for a row beside them.</summary>
    public const int Size = 500;

    extension<T>(IOrderedQueryable<T> rows)
    {
        /// <summary>Deletes the rows in batches, the first of their order first. Writes at once. Returns how many there were.</summary>
        public async Task<int> DeleteInBatchesAsync(CancellationToken ct)
        {
            var (count, deleted) = (0, 0);
            do
            {
                deleted = await rows.Take(Size).ExecuteDeleteAsync(ct);
                count += deleted;
            }
            while (deleted == Size);

            return count;
        }
    }
}
