using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace PlusPortal.Data.Requests;

/// <summary>Where a page of a list ordered by an instant and an identifier starts. Opaque in addresses; not a secret, it opens nothing.</summary>
/// <param name="IsBackward">True for the lines before it, false for those after it.</param>
/// <param name="At">Instant of the line next to the page, UTC, to the microsecond as PostgreSQL keeps it.</param>
/// <param name="Id">Identifier of that line.</param>
public readonly record struct QueueCursor(bool IsBackward, DateTimeOffset At, Guid Id)
{
    private const int Bytes = 25;

    /// <summary>Characters of a cursor in an address.</summary>
    public const int TextLength = 34;

    /// <summary>Reads a cursor; false for anything that <see cref="ToString"/> did not write.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out QueueCursor cursor)
    {
        cursor = default;
        if (text is not { Length: TextLength } || !Base64Url.IsValid(text)) return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length != Bytes || bytes[0] > 1) return false;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1));
        if (ticks < DateTime.UnixEpoch.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        cursor = new QueueCursor(bytes[0] == 1, new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes.AsSpan(9), bigEndian: true));
        return true;
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var bytes = new byte[Bytes];
        bytes[0] = IsBackward ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), At.UtcTicks);
        Id.TryWriteBytes(bytes.AsSpan(9), bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}
