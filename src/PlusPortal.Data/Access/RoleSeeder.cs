using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Data.Access;

/// <summary>Writes the roles of Identity, so that nobody who gives one has to think of it.</summary>
public sealed class RoleSeeder(PortalDb db, TimeProvider clock)
{
    /// <summary>Adds those that are missing.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        var known = await db.Roles.Select(role => role.Name).ToListAsync(ct);
        foreach (var name in PortalRoles.All.Except(known))
            db.Roles.Add(new IdentityRole<Guid>(name!) { Id = Guid.CreateVersion7(clock.GetUtcNow()), NormalizedName = name!.ToUpperInvariant() });
        await db.SaveChangesAsync(ct);
    }
}
