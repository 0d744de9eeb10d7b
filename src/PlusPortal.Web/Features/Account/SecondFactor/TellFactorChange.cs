using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Account.SecondFactor;

/// <summary>Tells a person by e-mail that its second factor changed, and the security log what did.</summary>
public sealed class TellFactorChange(Announcer announcer, SecurityLog log, TimeProvider clock)
{
    /// <summary>Queues the message; saved by the caller, with the change.</summary>
    public void Queue(PortalUser user) => announcer.Announce(Occasion.SecondFactorChanged, user.Id, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));

    /// <summary>Writes the event, once the change is made.</summary>
    public void Log(SecurityEvent what, PortalUser user) => log.Write(what, user.Id.ToString());
}
