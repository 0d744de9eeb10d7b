using PlusPortal.Web.Forms;
using PlusPortal.Web.Settings;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Links;

/// <summary>Settings « Portal ».</summary>
public sealed class PortalOptions : ISettings<PortalOptions>
{
    /// <inheritdoc />
    public static string Section => "Portal";

    /// <summary>Public address of the portal, such as https://plus.example.org. Links in e-mails start with it, never with the Host header of a request.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>Telephone of PLUS until its page of settings gives another; read <c>CurrentProfile</c>.</summary>
    public string? Phone { get; set; }

    /// <summary>E-mail address of PLUS that a person reads, likewise.</summary>
    public string? Email { get; set; }

    /// <summary>Lawful basis of the orientation, as PLUS and its data protection officer word it; the page says that it is missing when null.</summary>
    public string? LawfulBasis { get; set; }

    /// <summary>Whether everything is reached over TLS: the address says so.</summary>
    public bool IsHttps => BaseAddress?.StartsWith(Uri.UriSchemeHttps + Uri.SchemeDelimiter, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Host name of the address, without its port; null while the address is none.</summary>
    public string? Host => IsUsable(BaseAddress) ? new Uri(BaseAddress!).Host : null;

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!IsUsable(BaseAddress)) yield return "Set Portal__BaseAddress to the public address of the portal, for example https://plus.example.org, without a path: links in e-mails start with it.";
        if (!string.IsNullOrWhiteSpace(Phone) && Telephone.Read(Phone) is null) yield return "Set Portal__Phone to one telephone number, for example \"03 83 00 00 00\", or remove it.";
        if (!string.IsNullOrWhiteSpace(Email) && !MailAddressAttribute.IsAddress(Email)) yield return "Set Portal__Email to one e-mail address, for example contact@plus.example.org, or remove it.";
    }

    /// <summary>Whether the address can start a link.</summary>
    private static bool IsUsable(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };
}
