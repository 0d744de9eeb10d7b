using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using PlusPortal.Web.Startup.Logging;

namespace PlusPortal.Web.Security;

/// <summary>
/// The security events, under a category of their own, so that they can be kept apart and are never silenced with the rest: when (UTC),
/// what, by whom, from where, on which route, about what. People are identifiers of accounts; a client is its network, without
/// the last part of its address.
/// </summary>
public sealed class SecurityLog(ILoggerFactory loggers, IHttpContextAccessor accessor)
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
            NetworkOf(http?.Connection.RemoteIpAddress), http is null ? "-" : RequestLog.RouteOf(http), target ?? "-");
    }

    /// <summary>The first three parts of an IPv4 address, the first three groups of an IPv6 one: enough to see where an attack comes from.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "-";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetworkV6 ? 6 : 3;
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }
}
