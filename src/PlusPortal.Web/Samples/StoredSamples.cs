using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Web.Samples;

/// <summary>Sample accounts that stand in a database, whoever put them there: their password is published, so none may open a portal that others reach.</summary>
public sealed class StoredSamples(PortalDb db)
{
    private static readonly string[] Addresses = [.. SampleAccounts.All.Select(account => account.Email.ToUpperInvariant())];

    private IQueryable<PortalUser> Accounts => db.Users.Where(user => Addresses.Contains(user.NormalizedEmail) || Addresses.Contains(user.NormalizedUserName));

    /// <summary>Whether there is one, locked or not.</summary>
    public Task<bool> AnyAccountAsync(CancellationToken ct) => Accounts.AnyAsync(ct);

    /// <summary>Deletes them; requests that they had in charge wait for somebody again. Returns how many there were.</summary>
    public Task<int> RemoveAccountsAsync(CancellationToken ct) => Accounts.ExecuteDeleteAsync(ct);
}
