using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Security;

/// <summary>
/// Limits by client address that are counted on each node, without asking the database: for answers that are given many
/// times a minute and need no exact count. The others are <see cref="Limits.LimitPerClientAttribute"/>.
/// </summary>
public static class RateLimits
{
    /// <summary>Previews of an orientation asked for by programs.</summary>
    public const string OrientationPreview = nameof(OrientationPreview);

    /// <summary>Suggestions of communes, one for each pause in the typing.</summary>
    public const string Suggestions = nameof(Suggestions);

    private static readonly Dictionary<string, Func<RateLimitOptions, RateLimit>> Purposes = new()
    {
        [OrientationPreview] = limits => limits.OrientationPreview,
        [Suggestions] = limits => limits.Suggestions,
    };

    /// <summary>Registers one policy for each purpose.</summary>
    public static void AddPortalRateLimits(this IServiceCollection services)
    {
        services.AddSettings<RateLimitOptions>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                var purpose = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
                context.HttpContext.RequestServices.GetRequiredService<SecurityLog>().Write(SecurityEvent.LimitReached, purpose);
                return ValueTask.CompletedTask;
            };
            foreach (var purpose in Purposes.Keys) options.AddPolicy(purpose, context => PartitionOf(purpose, context));
        });
    }

    private static RateLimitPartition<string> PartitionOf(string purpose, HttpContext context)
    {
        var limit = Purposes[purpose](context.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value);
        return RateLimitPartition.GetFixedWindowLimiter(ClientOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = limit.Requests,
            Window = TimeSpan.FromSeconds(limit.WindowSeconds),
        });
    }

    /// <summary>What counts as one client: one household or office holds a whole /64 of IPv6 addresses.</summary>
    public static string ClientOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
