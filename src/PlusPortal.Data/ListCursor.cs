using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PlusPortal.Data;

/// <summary>Where a page of a long list starts: the sort value and the identifier of the line next to it. Opaque in addresses; not a secret, it opens nothing.</summary>
/// <param name="Value">Sort value of that line.</param>
/// <param name="Id">Its identifier, which makes the order total.</param>
/// <param name="IsBackward">True for the lines before it, false for those after it.</param>
public sealed record ListCursor(string Value, Guid Id, bool IsBackward = false)
{
    /// <summary>Most characters of a cursor in an address.</summary>
    public const int LongestText = 1_000;

    private const int IdLength = 32;

    /// <summary>Cursor of a list ordered by an instant, to the microsecond as PostgreSQL keeps it.</summary>
    public static ListCursor At(DateTimeOffset instant, Guid id, bool isBackward = false) =>
        new(instant.UtcTicks.ToString(CultureInfo.InvariantCulture), id, isBackward);

    /// <summary>The instant of a list ordered so; null when the value is none.</summary>
    public DateTimeOffset? Instant =>
        long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks >= DateTime.UnixEpoch.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    /// <summary>Reads a cursor; null when there is none or when <see cref="ToString"/> did not write it.</summary>
    public static ListCursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > LongestText || !Base64Url.IsValid(text)) return null;
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        return plain is ['a' or 'b', ..] && plain.Length > IdLength && Guid.TryParseExact(plain.AsSpan(1, IdLength), "N", out var id)
            ? new ListCursor(plain[(IdLength + 1)..], id, plain[0] == 'b')
            : null;
    }

    /// <summary>The cursor as written in an address.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{(IsBackward ? 'b' : 'a')}{Id:N}{Value}"));
}
