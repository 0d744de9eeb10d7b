using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data;

/// <summary>For the changes that two people may make together on one request: the second reads again and tries once more.</summary>
public static class SaveRetry
{
    extension(PortalDb db)
    {
        /// <summary>
        /// Runs load, decide and save; when somebody else saved in between, forgets what was read and runs it once
        /// more, so that the rules judge the present state. A second conflict goes to the caller.
        /// </summary>
        public async Task<T> RetryOnceAsync<T>(Func<Task<T>> loadDecideSave)
        {
            try
            {
                return await loadDecideSave();
            }
            catch (DbUpdateException exception) when (exception.IsConflict)
            {
                db.ChangeTracker.Clear();
                return await loadDecideSave();
            }
        }
    }
}
