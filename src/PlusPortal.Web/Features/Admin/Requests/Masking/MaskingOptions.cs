using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Features.Admin.Requests.Masking;

/// <summary>Settings « Masking », of what becomes of masked passages.</summary>
public sealed class MaskingOptions : ISettings<MaskingOptions>
{
    /// <inheritdoc />
    public static string Section => "Masking";

    /// <summary>Whether the words of a masked passage are kept for staff; otherwise nothing of them remains.</summary>
    public bool KeepOriginals { get; set; }

    /// <inheritdoc />
    public IEnumerable<string> Problems() => [];
}
