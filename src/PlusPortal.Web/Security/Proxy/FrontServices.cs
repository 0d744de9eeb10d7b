using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using PlusPortal.Web.Links;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Security.Proxy;

/// <summary>What stands between visitors and the portal: the proxies that it believes, the names that it answers to, and TLS.</summary>
public static class FrontServices
{
    /// <summary>What the framework takes for every name.</summary>
    private static readonly string[] EveryHost = ["*", "0.0.0.0", "[::]"];

    private const string HostsSetting = "AllowedHosts";
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(366);

    /// <summary>Registers it. Where others may reach the portal, the proxies are named or said to be none, and no name stands for all.</summary>
    public static void AddFront(this WebApplicationBuilder builder)
    {
        var (services, isExposed, hosts) = (builder.Services, builder.Environment.IsExposed, builder.Configuration[HostsSetting]);
        services.AddSettings<ProxyOptions>()
            .Validate(proxy => !isExposed || !string.IsNullOrWhiteSpace(proxy.Addresses),
                $"Set Proxy__Addresses to the addresses of the proxies before the portal, for example 127.0.0.1, or to \"{ProxyOptions.None}\" when there is none.")
            .Validate(_ => !isExposed || !NamesOf(hosts).Any(IsForMany),
                "Set AllowedHosts to the names of the portal, a semicolon between and none of them for many, or remove it: the host of Portal__BaseAddress is then the only one.")
            .Validate<IOptions<PortalOptions>>((_, portal) => !isExposed || NamesOf(hosts) is not { Length: > 0 } names || names.Any(IsForMany) || portal.Value.Host is not { } own || names.Contains(own, StringComparer.OrdinalIgnoreCase),
                "Write the host of Portal__BaseAddress into AllowedHosts too: the portal would not answer at its own address.");
        services.Configure<HostFilteringOptions>(filter => filter.IncludeFailureMessage = false);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>(Believe);
        if (isExposed && string.IsNullOrWhiteSpace(hosts))
            services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<PortalOptions>>((filter, portal) => filter.AllowedHosts = [portal.Value.Host!]);
        services.AddHsts(hsts =>
        {
            hsts.MaxAge = OneYear;
            hsts.ExcludedHosts.Clear();
        });
    }

    private static bool IsForMany(string host) => EveryHost.Contains(host) || host.StartsWith("*.", StringComparison.Ordinal);

    private static string[] NamesOf(string? hosts) => hosts?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The client's address and scheme, as the nearest proxies on the list tell them; what the client wrote into the header before them is left aside.</summary>
    private static void Believe(ForwardedHeadersOptions forwarded, IOptions<ProxyOptions> proxy)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in proxy.Value.Networks) forwarded.KnownIPNetworks.Add(network);
        forwarded.ForwardedHeaders = forwarded.KnownIPNetworks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null;
    }
}
