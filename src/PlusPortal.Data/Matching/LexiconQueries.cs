using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Matching.Lexicon;

namespace PlusPortal.Data.Matching;

/// <summary>Reads of what staff decided about the lexicon.</summary>
public static class LexiconQueries
{
    extension(PortalDb db)
    {
        /// <summary>Number of the last change, 0 when there is none.</summary>
        public async Task<int> ReadLexiconNumberAsync(CancellationToken ct) => await db.LexiconChanges.MaxAsync(change => (int?)change.Number, ct) ?? 0;

        /// <summary>The latest change of each phrase, the newest first.</summary>
        public async Task<List<LexiconChange>> LatestLexiconChangesAsync(CancellationToken ct) => await db.LexiconChanges.AsNoTracking()
            .Where(change => !db.LexiconChanges.Any(later => later.Kind == change.Kind && later.Code == change.Code && later.Pattern == change.Pattern && later.Number > change.Number))
            .OrderByDescending(change => change.Number)
            .Take(LexiconChange.MostPhrases)
            .ToListAsync(ct);
    }
}
