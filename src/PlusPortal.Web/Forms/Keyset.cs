using System.Buffers.Text;
using System.Text;

namespace PlusPortal.Web.Forms;

/// <summary>Where a keyset page starts: the sort value and the identifier of the last row shown. Opaque in addresses.</summary>
public sealed record KeysetCursor(string Value, Guid Id)
{
    /// <summary>The cursor as written in an address.</summary>
    public string ToText() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Id:N}{Value}"));

    /// <summary>Reads a cursor; null when there is none or when it is not one of ours.</summary>
    public static KeysetCursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 1_000 || !Base64Url.IsValid(text)) return null;
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        return plain.Length >= 32 && Guid.TryParseExact(plain[..32], "N", out var id) ? new KeysetCursor(plain[32..], id) : null;
    }
}
