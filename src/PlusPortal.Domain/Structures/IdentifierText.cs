namespace PlusPortal.Domain.Structures;

/// <summary>What the registration numbers share: how people type them, and the check digit.</summary>
internal static class IdentifierText
{
    /// <summary>The text without what people put between the figures: spaces of any kind, dots and hyphens.</summary>
    public static string Compact(string? text) =>
        string.Concat((text ?? "").Where(character => !char.IsWhiteSpace(character) && character is not ('.' or '-' or '\u2010' or '\u2011' or '\u2013' or '\u200B' or '\uFEFF')));

    /// <summary>Whether the text is exactly this many figures 0 to 9.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text, int length) => text.Length == length && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether the figures pass the Luhn check (every second figure from the right counts double; the sum ends with 0).</summary>
    /// <remarks>Source: ISO/IEC 7812-1, annex B; used by Insee for SIREN and SIRET.</remarks>
    public static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var fromRight = 0; fromRight < digits.Length; fromRight++)
        {
            var digit = digits[digits.Length - 1 - fromRight] - '0';
            if (fromRight % 2 == 1) digit *= 2;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>The figures in groups separated by no-break spaces, so that a line never ends inside a number.</summary>
    public static string Group(string digits, params ReadOnlySpan<int> sizes)
    {
        var groups = new List<string>();
        var start = 0;
        foreach (var size in sizes)
        {
            groups.Add(digits.Substring(start, size));
            start += size;
        }

        return string.Join('\u00A0', groups);
    }
}
