using System.Net;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Security.Proxy;

/// <summary>Settings « Proxy »: whom the portal believes when a header says who the visitor is.</summary>
public sealed class ProxyOptions : ISettings<ProxyOptions>
{
    /// <summary>The word for a portal that is the front itself.</summary>
    public const string None = "none";

    /// <summary>No network of proxies is larger than 10.0.0.0/8 or fd00::/8.</summary>
    private const int ShortestPrefix = 8;

    /// <inheritdoc />
    public static string Section => "Proxy";

    /// <summary>Addresses or networks of the proxies, a semicolon between; <see cref="None"/> when visitors reach the portal itself.</summary>
    public string? Addresses { get; set; }

    /// <summary>The networks; an address is a network of one.</summary>
    public IReadOnlyList<IPNetwork> Networks => [.. Words.Select(Read).OfType<IPNetwork>()];

    private IEnumerable<string> Words => string.Equals(Addresses?.Trim(), None, StringComparison.OrdinalIgnoreCase)
        ? []
        : (Addresses ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        foreach (var word in Words)
        {
            if (Read(word) is not { } network) yield return $"Set Proxy__Addresses to addresses or networks, a semicolon between, for example \"127.0.0.1;10.0.0.0/24\"; \"{word}\" is none.";
            else if (network.PrefixLength < ShortestPrefix) yield return $"Proxy__Addresses names too many ({word}, larger than /8): anybody could then say who the visitor is. Name the proxies alone.";
        }
    }

    private static IPNetwork? Read(string word)
    {
        if (IPNetwork.TryParse(word, out var network)) return network;
        return IPAddress.TryParse(word, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }
}
