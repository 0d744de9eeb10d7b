using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Requests.Satisfaction;

namespace PlusPortal.Data.Requests.Satisfaction;

/// <summary>What structures say of requests that ended.</summary>
public static class SatisfactionQueries
{
    extension(PortalDb db)
    {
        /// <summary>Every answer.</summary>
        public DbSet<SatisfactionAnswer> SatisfactionAnswers => db.Set<SatisfactionAnswer>();
    }
}
