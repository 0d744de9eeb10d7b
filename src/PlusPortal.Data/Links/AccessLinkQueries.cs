using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Links;

/// <summary>Which links work.</summary>
public static class AccessLinkQueries
{
    extension(PortalDb db)
    {
        /// <summary>Private links.</summary>
        public DbSet<AccessLink> AccessLinks => db.Set<AccessLink>();
    }

    extension(IQueryable<AccessLink> links)
    {
        /// <summary>The link of a token, if it works for that purpose: known, neither expired nor revoked.</summary>
        public IQueryable<AccessLink> Usable(string? token, LinkPurpose purpose, DateTimeOffset now)
        {
            var hash = LinkTokens.Hash(token);
            return links.Where(link => link.TokenHash == hash && link.Purpose == purpose && link.RevokedAt == null && link.ExpiresAt > now);
        }

        /// <summary>The link of a token, whether it works or not: for a page that says why not.</summary>
        public IQueryable<AccessLink> Known(string? token, params LinkPurpose[] purposes)
        {
            var hash = LinkTokens.Hash(token);
            return links.Where(link => link.TokenHash == hash && purposes.Contains(link.Purpose));
        }

        /// <summary>Lets no link to these things work any longer. Writes at once.</summary>
        public Task<int> RevokeAsync(IReadOnlyCollection<Guid> subjectIds, DateTimeOffset now, CancellationToken ct) =>
            links.Where(link => subjectIds.Contains(link.SubjectId) && link.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, now), ct);
    }
}
