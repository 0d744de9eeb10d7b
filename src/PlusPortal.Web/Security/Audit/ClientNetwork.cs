using System.Net;
using System.Net.Sockets;

namespace PlusPortal.Web.Security.Audit;

/// <summary>Where a visitor comes from, as the logs keep it.</summary>
public static class ClientNetwork
{
    /// <summary>The first three parts of an IPv4 address, the first three groups of an IPv6 one: enough to see where an attack comes from.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "-";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetworkV6 ? 6 : 3;
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }
}
