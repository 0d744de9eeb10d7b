using System.Security.Claims;
using PlusPortal.Data.Audit;
using PlusPortal.Web.Security.Audit;
using PlusPortal.Web.Startup.Logging;

namespace PlusPortal.Web.Security;

/// <summary>
/// The security events, under a category of their own, so that they can be kept apart and are never silenced with the rest: when (UTC),
/// what, by whom, from where, on which route, about what. People are identifiers of accounts; a client is its network, without
/// the last part of its address. The audit keeps each as well, where administrators read it.
/// </summary>
public sealed class SecurityLog(ILoggerFactory loggers, IHttpContextAccessor accessor, AuditLog audit)
{
    /// <summary>Category of the events.</summary>
    public const string Category = "PlusPortal.Security";

    private const string Nobody = "anonymous";
    private const string CommandLine = "command line";

    private readonly ILogger logger = loggers.CreateLogger(Category);

    /// <summary>Writes one event.</summary>
    /// <param name="what">What happened.</param>
    /// <param name="target">Identifier of the account or name of the rule that it is about; never what somebody typed.</param>
    public void Write(SecurityEvent what, string? target = null)
    {
        var http = accessor.HttpContext;
        logger.Log(
            what is SecurityEvent.SignedIn or SecurityEvent.SignedOut ? LogLevel.Information : LogLevel.Warning, new EventId((int)what + 1, what.ToString()),
            "Security: {SecurityEvent} by {Actor} from {Client} on {Route}, about {Target}",
            what.ToString(), http is null ? CommandLine : http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Nobody,
            ClientNetwork.Of(http?.Connection.RemoteIpAddress), http is null ? "-" : RequestLog.RouteOf(http), target ?? "-");
        var account = Guid.TryParse(target, out var id) ? id : (Guid?)null;
        var kind = what is SecurityEvent.PersonInvited or SecurityEvent.InvitationWithdrawn ? AuditTargets.Invitation : account is null ? AuditTargets.Rule : AuditTargets.Account;
        audit.Add(AuditArea.Security, what.ToString(), kind, target, actorId: what == SecurityEvent.SignedIn ? account : null);
    }
}
