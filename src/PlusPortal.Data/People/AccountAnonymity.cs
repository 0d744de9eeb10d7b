using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Access;
using PlusPortal.Data.Links;
using PlusPortal.Data.Profile;
using PlusPortal.Domain.Profile;

namespace PlusPortal.Data.People;

/// <summary>Takes a person out of its account, of which a number stays: what it did keeps an author.</summary>
public static class AccountAnonymity
{
    /// <summary>What stands where an address of the person stood.</summary>
    private const string Nobody = "adresse supprimée";

    private const int NumberLength = 6;

    /// <summary>What the account is called afterwards. Its last digits are random, those before tell when it was made.</summary>
    public static string NameOf(Guid userId) => $"Compte supprimé {userId.ToString("N")[^NumberLength..]}";

    extension(PortalDb db)
    {
        /// <summary>
        /// Leaves nothing of a person in its account nor beside it: address, name, password, factors, sessions, links, invitations, changes of
        /// address, what administrators noted about it, and its address in the history of the settings. Writes at once, within the transaction of the caller.
        /// </summary>
        public async Task AnonymiseAccountAsync(Guid userId, DateTimeOffset now, CancellationToken ct)
        {
            var email = await db.Users.Where(user => user.Id == userId).Select(user => user.Email).SingleAsync(ct);
            await db.PartFromAddressAsync(userId, ct);
            await db.UserLogins.Where(login => login.UserId == userId).ExecuteDeleteAsync(ct);
            await db.UserClaims.Where(claim => claim.UserId == userId).ExecuteDeleteAsync(ct);
            await db.Sessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(ct);
            var changes = db.AddressChanges.Where(change => change.UserId == userId);
            await db.AccessLinks.Where(link => link.SubjectId == userId || changes.Any(change => change.Id == link.SubjectId)).ExecuteDeleteAsync(ct);
            await changes.ExecuteDeleteAsync(ct);
            await db.FactorResets.Where(reset => reset.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(reset => reset.Note, ""), ct);
            if (email is not null) await db.ForgetAddressAsync(email, now, ct);
            var name = NameOf(userId);
            await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(
                set => set
                    .SetProperty(user => user.DisplayName, name)
                    .SetProperty(user => user.PhoneNumber, (string?)null)
                    .SetProperty(user => user.IsDisabled, true)
                    .SetProperty(user => user.AnonymisedAt, now),
                ct);
        }

        /// <summary>An invitation that still waits is one of somebody else's, to another place: it has a term of its own.</summary>
        private async Task ForgetAddressAsync(string email, DateTimeOffset now, CancellationToken ct)
        {
            var normalized = email.ToUpperInvariant();
            await db.Invitations
                .Where(invitation => invitation.NormalizedEmail == normalized && (invitation.AcceptedAt != null || invitation.WithdrawnAt != null || invitation.ExpiresAt <= now))
                .ExecuteDeleteAsync(ct);
            ProfileSetting[] lists = [ProfileSetting.UrgentRequest, ProfileSetting.StaffAttention];
            foreach (var change in await db.ProfileChanges.AsNoTracking().Where(change => lists.Contains(change.Setting)).ToListAsync(ct))
            {
                var (before, after) = (Without(change.Before, email), Without(change.After, email));
                if ((before, after) == (change.Before, change.After)) continue;
                await db.ProfileChanges.Where(stored => stored.Number == change.Number)
                    .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Before, before).SetProperty(stored => stored.After, after), ct);
            }
        }
    }

    private static string Without(string audience, string email) => StaffAudience.Read(audience).Moved(email, Nobody).ToString();
}
