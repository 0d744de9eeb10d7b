namespace PlusPortal.Web.Addresses;

/// <summary>Addresses of the pages of Development.</summary>
public static class DevAddress
{
    /// <summary>Every component of the pages.</summary>
    public const string Components = "/dev/composants";

    /// <summary>What would have been sent.</summary>
    public const string Mails = "/dev/mails";

    /// <summary>Every message as it would leave.</summary>
    public const string MailPreviews = Mails + "/apercus";

    /// <summary>Every situation with what each side reads.</summary>
    public const string Situations = "/dev/situations";

    /// <summary>The components with one filter less.</summary>
    public static string ComponentsWithout(string filter) => $"{Components}?sans={filter}";

    /// <summary>One message.</summary>
    public static string MailPreview(object kind, string variant = "") => $"{MailPreviews}/{kind}{Query(variant)}";

    /// <summary>Its HTML alone.</summary>
    public static string MailPreviewHtml(object kind, string variant = "") => $"{MailPreviews}/{kind}/html{Query(variant)}";

    private static string Query(string variant) => variant.Length == 0 ? "" : $"?variante={variant}";
}
