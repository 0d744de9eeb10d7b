using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Geography;
using PlusPortal.Web.Privacy;

namespace PlusPortal.Web.Samples;

/// <summary>Fills a database of Development, once, with what a demonstration needs: accounts, two invented actors and a few requests. No message is queued.</summary>
public sealed class SampleData(
    PortalDb db,
    UserManager<PortalUser> users,
    IHostEnvironment environment,
    TransmissionRecorder transmissions,
    TimeProvider clock)
{
    private const string SetName = "samples";

    /// <summary>Fills it. Returns whether anything was added.</summary>
    /// <exception cref="InvalidOperationException">The portal is not in Development: a known password must never open a real one.</exception>
    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment()) throw new InvalidOperationException("The sample accounts are for Development only.");
        if (await db.ReferenceDataVersions.AnyAsync(set => set.Name == SetName, ct)) return false;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var actors = SampleActors.All.Select(sample => sample.Build(clock)).ToDictionary(actor => actor.ImportKey);
        db.SupportActors.AddRange(actors.Values);
        await db.SaveChangesAsync(ct);
        var accounts = new Dictionary<string, Guid>();
        foreach (var account in SampleAccounts.All)
            accounts[account.Email] = await AddAsync(account, account.ActorKey is { } key ? actors[key].Id : null);

        await new SampleRequests(db, clock, accounts, actors).AddAsync(ct);

        // Nobody is e-mailed about them; what actors were told stands in the register.
        foreach (var request in db.OrientationRequests.Local.ToList())
        {
            await transmissions.RecordAsync(request, request.TakeUnannounced(), ct);
            foreach (var referral in request.Referrals.Where(referral => referral.FirstContactDueOn is not null)) transmissions.AddContact(request, referral, referral.AnsweredAt!.Value.AddHours(1));
        }

        db.ReferenceDataVersions.Add(new ReferenceDataVersion { Name = SetName, Version = "1", LoadedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<Guid> AddAsync(SampleAccount account, Guid? actorId)
    {
        var now = clock.GetUtcNow();
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = account.Email,
            Email = account.Email,
            EmailConfirmed = true,
            DisplayName = account.DisplayName,
            SupportActorId = actorId,
            CreatedAt = now,
        };

        // Published, hence refused by the rules.
        user.PasswordHash = users.PasswordHasher.HashPassword(user, SampleAccounts.Password);
        Check(await users.CreateAsync(user));
        Check(await users.AddToRolesAsync(user, account.Role.Stored));
        return user.Id;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }
}
