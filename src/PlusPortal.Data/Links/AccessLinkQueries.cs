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
        public IQueryable<AccessLink> Usable(string token, LinkPurpose purpose, DateTimeOffset now)
        {
            var hash = LinkTokens.Hash(token);
            return links.Where(link => link.TokenHash == hash && link.Purpose == purpose && link.RevokedAt == null && link.ExpiresAt > now);
        }
    }
}
