using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace PlusPortal.Web.Security;

/// <summary>How many requests one client address may make in a window.</summary>
public sealed class RateLimitSettings
{
    /// <summary>Requests in the window.</summary>
    public int Requests { get; set; }

    /// <summary>Length of the window, in seconds.</summary>
    public int WindowSeconds { get; set; }
}

/// <summary>
/// Limits by client address, set under « RateLimits » in the configuration. They are counted on each node; what
/// protects an account or a recorded address is counted in PostgreSQL besides.
/// </summary>
public static class RateLimits
{
    /// <summary>Attempts to sign in.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Lost tracking links asked for.</summary>
    public const string LostLink = nameof(LostLink);

    /// <summary>Previews of an orientation asked for by programs.</summary>
    public const string OrientationPreview = nameof(OrientationPreview);

    /// <summary>Requests begun.</summary>
    public const string NewDraft = nameof(NewDraft);

    /// <summary>Requests sent.</summary>
    public const string Submission = nameof(Submission);

    /// <summary>Resume links and tracking links asked for.</summary>
    public const string ResumeLink = nameof(ResumeLink);

    /// <summary>Suggestions of communes, one for each pause in the typing.</summary>
    public const string Suggestions = nameof(Suggestions);

    /// <summary>Errors of the directory reported.</summary>
    public const string SheetReport = nameof(SheetReport);

    private static readonly Dictionary<string, RateLimitSettings> Defaults = new()
    {
        [SignIn] = new() { Requests = 20, WindowSeconds = 300 },
        [LostLink] = new() { Requests = 5, WindowSeconds = 600 },
        [OrientationPreview] = new() { Requests = 120, WindowSeconds = 60 },
        [NewDraft] = new() { Requests = 20, WindowSeconds = 600 },
        [Submission] = new() { Requests = 30, WindowSeconds = 600 },
        [ResumeLink] = new() { Requests = 10, WindowSeconds = 600 },
        [SheetReport] = new() { Requests = 5, WindowSeconds = 600 },
        [Suggestions] = new() { Requests = 120, WindowSeconds = 60 },
    };

    /// <summary>Registers one policy for each purpose.</summary>
    public static void AddPortalRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            foreach (var purpose in Defaults.Keys) options.AddPolicy(purpose, context => PartitionOf(purpose, context));
        });
    }

    private static RateLimitPartition<string> PartitionOf(string purpose, HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<IConfiguration>().GetSection("RateLimits").GetSection(purpose).Get<RateLimitSettings>() ?? Defaults[purpose];
        return RateLimitPartition.GetFixedWindowLimiter(ClientOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = settings.Requests,
            Window = TimeSpan.FromSeconds(settings.WindowSeconds),
        });
    }

    /// <summary>One household or office holds a whole /64 of IPv6 addresses.</summary>
    private static string ClientOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
