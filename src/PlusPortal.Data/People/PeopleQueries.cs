using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.People;

/// <summary>People with an account, and those who are invited to have one.</summary>
public static class PeopleQueries
{
    /// <summary>Any number: whoever changes people takes its turn by it.</summary>
    private const long Turn = 0x50_45_4F_50_4C_45;

    extension(PortalDb db)
    {
        /// <summary>Invitations, past ones included.</summary>
        public DbSet<Invitation> Invitations => db.Set<Invitation>();

        /// <summary>Changes of address, past ones included.</summary>
        public DbSet<AddressChange> AddressChanges => db.Set<AddressChange>();

        /// <summary>Second factors that an administrator took away.</summary>
        public DbSet<FactorReset> FactorResets => db.Set<FactorReset>();

        /// <summary>
        /// Waits until nobody else changes people, and keeps them waiting until the transaction ends: two administrators who remove
        /// each other are judged one after the other.
        /// </summary>
        public Task TakeTurnAsync(CancellationToken ct) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Turn})", ct);

        /// <summary>People who can sign in and have one of these roles of <see cref="PortalRoles"/>.</summary>
        public IQueryable<PortalUser> ActiveWith(params string[] roles) =>
            db.Users.Where(user => !user.IsDisabled && db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && roles.Contains(role.Name!))));

        /// <summary>People of an actor who can sign in.</summary>
        public IQueryable<PortalUser> AnsweringFor(Guid actorId) => db.Users.Where(user => user.SupportActorId == actorId && !user.IsDisabled);

        /// <summary>
        /// Invitations that can open an account: they wait, and nobody has the address, or a removed account has it and PLUS invites.
        /// The others wait in the lists too, but whoever follows their link is sent away.
        /// </summary>
        public IQueryable<Invitation> OpeningInvitations(DateTimeOffset now) => db.Invitations.Where(invitation =>
            invitation.AcceptedAt == null && invitation.WithdrawnAt == null && invitation.ExpiresAt > now
            && !db.Users.Any(known => known.NormalizedEmail == invitation.NormalizedEmail
                && (!known.IsDisabled || !db.Users.Any(by => by.Id == invitation.InvitedById && by.SupportActorId == null))));

        /// <summary>Who could take the place of an administrator or of a manager: others of that role there, and people invited to it. Nobody is counted for other roles: they may go.</summary>
        public async Task<(int Others, int Invited)> SuccessorsOfAsync(Member member, DateTimeOffset now, CancellationToken ct)
        {
            if (member.Role is not (PersonRole.Administrator or PersonRole.PartnerManager)) return (0, 0);
            var role = member.Role == PersonRole.Administrator ? PortalRoles.Administrator : PortalRoles.PartnerManager;
            return (await db.ActiveWith(role).CountAsync(user => user.Id != member.Id && user.SupportActorId == member.ActorId, ct),
                await db.OpeningInvitations(now).CountAsync(invitation => invitation.SupportActorId == member.ActorId && invitation.Role == member.Role, ct));
        }

        /// <summary>Gives a person this role instead of those that it has.</summary>
        public async Task GiveRoleAsync(Guid userId, PersonRole role, CancellationToken ct)
        {
            var stored = role.Stored;
            var roles = await db.Roles.Where(known => stored.Contains(known.Name!)).Select(known => known.Id).ToListAsync(ct);
            var had = await db.UserRoles.Where(link => link.UserId == userId).ToListAsync(ct);
            db.UserRoles.RemoveRange(had.Where(link => !roles.Contains(link.RoleId)));
            db.UserRoles.AddRange(roles.Except(had.Select(link => link.RoleId)).Select(id => new IdentityUserRole<Guid> { UserId = userId, RoleId = id }));
        }

        /// <summary>
        /// Parts a removed account from its address for good. Nothing opens it any more; its name stays with what it did, and the
        /// address may open another account. Writes at once, within the transaction of the caller.
        /// </summary>
        public async Task PartFromAddressAsync(Guid userId, CancellationToken ct)
        {
            await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == userId).ExecuteDeleteAsync(ct);
            await db.UserTokens.Where(token => token.UserId == userId).ExecuteDeleteAsync(ct);
            await db.UserRoles.Where(link => link.UserId == userId).ExecuteDeleteAsync(ct);
            var name = $"{userId:N}".ToUpperInvariant();
            await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(
                set => set
                    .SetProperty(user => user.Email, (string?)null)
                    .SetProperty(user => user.NormalizedEmail, (string?)null)
                    .SetProperty(user => user.UserName, name)
                    .SetProperty(user => user.NormalizedUserName, name)
                    .SetProperty(user => user.PasswordHash, (string?)null)
                    .SetProperty(user => user.TwoFactorEnabled, false)
                    .SetProperty(user => user.LastCodeStep, (long?)null),
                ct);
        }

        /// <summary>Names of the roles of a person.</summary>
        public IQueryable<string> RolesOf(Guid userId) =>
            db.UserRoles.Where(link => link.UserId == userId).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!);
    }

    extension(IQueryable<PortalUser> users)
    {
        /// <summary>Those whose name or address holds what was typed, or who answer for one of these actors.</summary>
        public IQueryable<PortalUser> Sought(string typed, IQueryable<Guid?> actors)
        {
            var (name, address) = (Folding.Fold(typed), typed.ToUpperInvariant());
            return users.Where(user => (name != "" && EF.Property<string>(user, PortalUserConfiguration.FoldedName).Contains(name)) || user.NormalizedEmail!.Contains(address) || actors.Contains(user.SupportActorId));
        }
    }
}
