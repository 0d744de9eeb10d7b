using System.Text.Json;

namespace PlusPortal.Domain.Texts;

/// <summary>Texts in JSON that others wrote: its escapes can name halves of characters, on which every reader throws.</summary>
public static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>The text of a JSON string, as people see it.</summary>
    public static string Of(JsonElement text) => VisibleText.Clean(text.GetString()!);

    /// <summary>Writes U+FFFF, which <see cref="VisibleText"/> drops, over each escape that names half a character alone (<c>\ud800</c>); lines and columns stay.</summary>
    public static void Mend(Span<byte> json)
    {
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] != '\\') continue;
            if (UnitAt(json, at) is not { } unit)
            {
                at++;
            }
            else if (char.IsHighSurrogate(unit) && UnitAt(json, at + EscapeLength) is { } next && char.IsLowSurrogate(next))
            {
                at += (2 * EscapeLength) - 1;
            }
            else
            {
                if (char.IsSurrogate(unit)) "ffff"u8.CopyTo(json[(at + 2)..]);
                at += EscapeLength - 1;
            }
        }
    }

    /// <summary>The unit that an escape of six characters names; null where there is no such escape.</summary>
    private static char? UnitAt(ReadOnlySpan<byte> json, int at)
    {
        if (at + EscapeLength > json.Length || json[at] != '\\' || json[at + 1] != 'u') return null;
        var unit = 0;
        foreach (var digit in json.Slice(at + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit)) return null;
            unit = (unit << 4) + Convert.ToInt32(((char)digit).ToString(), 16);
        }

        return (char)unit;
    }
}
