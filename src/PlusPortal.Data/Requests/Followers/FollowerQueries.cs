using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Followers;

namespace PlusPortal.Data.Requests.Followers;

/// <summary>Who follows which request, and which addresses wait for a proof.</summary>
public static class FollowerQueries
{
    internal const string EmailKey = "EmailKey";

    extension(PortalDb db)
    {
        /// <summary>Those who were invited to follow a request; they are moved through it only.</summary>
        public DbSet<RequestFollower> RequestFollowers => db.Set<RequestFollower>();

        /// <summary>Addresses that persons of requests typed.</summary>
        public DbSet<ContactAddressChange> ContactAddressChanges => db.Set<ContactAddressChange>();
    }

    extension(IQueryable<RequestFollower> followers)
    {
        /// <summary>Those who follow.</summary>
        public IQueryable<RequestFollower> Following() => followers.Where(follower => follower.JoinedAt != null && follower.EndedAt == null);

        /// <summary>Those of an address, however it is typed.</summary>
        public IQueryable<RequestFollower> At(string email)
        {
            var key = email.Trim().ToLowerInvariant();
            return followers.Where(follower => EF.Property<string?>(follower, EmailKey) == key);
        }

        /// <summary>Invitations that nobody accepted in time.</summary>
        public IQueryable<RequestFollower> NeverJoined(DateTimeOffset now) => followers.Where(follower => follower.JoinedAt == null && follower.EndedAt == null && follower.ExpiresAt <= now);
    }
}
