using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Data.Access;

/// <summary>How a person showed who it is, besides or instead of the password.</summary>
public enum SecondFactor
{
    /// <summary>By the password alone.</summary>
    None,

    /// <summary>By a code of an application (TOTP, RFC 6238).</summary>
    Code,

    /// <summary>By one of the recovery codes.</summary>
    RecoveryCode,

    /// <summary>By a passkey (WebAuthn).</summary>
    Passkey,
}

/// <summary>A session of a person in one browser, from its sign-in on. The cookie names it; a session that ended here ends there within a minute.</summary>
public sealed class Session
{
    /// <summary>Most characters of <see cref="Client"/>.</summary>
    public const int ClientLength = 60;

    /// <summary>Most characters of <see cref="Stamp"/>.</summary>
    public const int StampLength = 64;

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Account.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Security stamp of the account at the sign-in: whatever changes it (password, factor, role, address, deactivation) ends the session.</summary>
    public required string Stamp { get; init; }

    /// <summary>Sign-in, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Last page, UTC, to some minutes.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Its absolute end, UTC, whatever the person does.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it was ended before, UTC; null while it may go on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How the person signed in.</summary>
    public required SecondFactor Factor { get; init; }

    /// <summary>Browser and system in words, for the person to know it again.</summary>
    public required string Client { get; init; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Client).HasMaxLength(Session.ClientLength);
        builder.Property(session => session.Stamp).HasMaxLength(Session.StampLength);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_sessions_user");
        builder.HasIndex(session => new { session.UserId, session.StartedAt }).HasDatabaseName("ix_sessions_user");
        builder.HasIndex(session => session.EndsAt).HasDatabaseName("ix_sessions_ends_at");
    }
}

/// <summary>Which sessions go on.</summary>
public static class SessionQueries
{
    extension(PortalDb db)
    {
        /// <summary>Sessions of people signed in.</summary>
        public DbSet<Session> Sessions => db.Set<Session>();
    }

    extension(IQueryable<Session> sessions)
    {
        /// <summary>Those that were not ended and are not over, of accounts that have not changed since. One that nobody used for long is over in its browser already.</summary>
        /// <param name="users">The accounts.</param>
        /// <param name="now">Current time.</param>
        public IQueryable<Session> GoingOn(IQueryable<PortalUser> users, DateTimeOffset now) => sessions.Where(session =>
            session.EndedAt == null && session.EndsAt > now && users.Any(user => user.Id == session.UserId && user.SecurityStamp == session.Stamp && !user.IsDisabled));

        /// <summary>Ends them. Writes at once.</summary>
        public Task<int> EndAsync(DateTimeOffset now, CancellationToken ct) =>
            sessions.Where(session => session.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), ct);
    }
}
