using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Web.Email;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.People.Factor;

/// <summary>Takes every second factor of a person away: application, recovery codes, passkeys. The person is told, and its sessions end.</summary>
public sealed class ResetFactor(PortalDb db, Announcer announcer, SecurityLog log, TimeProvider clock)
{
    /// <summary>Runs it.</summary>
    public async Task ExecuteAsync(Guid id, FactorForm form, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var user = await db.Users.SingleAsync(candidate => candidate.Id == id, ct);
        await db.UserTokens.Where(token => token.UserId == id).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == id).ExecuteDeleteAsync(ct);
        user.TwoFactorEnabled = false;
        user.LastCodeStep = null;
        user.EndSessions();
        db.FactorResets.Add(new FactorReset(Guid.CreateVersion7(now), id, byId, now, form.Check!.Value, Typed.Line(form.Note)!));
        announcer.Announce(Occasion.FactorReset, id, $"{Guid.CreateVersion7(now):N}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        log.Write(SecurityEvent.FactorReset, id.ToString());
    }
}
