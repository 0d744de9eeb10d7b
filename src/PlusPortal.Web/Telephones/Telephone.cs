using System.Globalization;
using PhoneNumbers;

namespace PlusPortal.Web.Telephones;

/// <summary>A telephone number: how it is stored, shown and called. Read with the numbering plans of libphonenumber (docs/adr/0015).</summary>
public sealed record Telephone
{
    /// <summary>What to say about a text that is no number.</summary>
    public const string Unreadable =
        "Vérifiez ce numéro de téléphone\u00A0: il est incomplet, ou il n’existe pas. Écrivez un seul numéro, sans mot à côté, par exemple 03\u00A083\u00A000\u00A000\u00A000, ou avec l’indicatif du pays s’il n’est pas français, par exemple +352\u00A0621\u00A0123\u00A0456.";

    private const string France = "FR";
    private const char Between = ' ';

    /// <summary>Numbers of these islands and of Guyane are dialled like any French one, with ten digits; their beginnings are theirs alone, so they are asked first.</summary>
    private static readonly string[] TenDigitRegions = ["RE", "GP", "GF", "MQ", "YT", France];
    private static readonly int[] TenDigitCodes = [33, 262, 590, 594, 596];
    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    private Telephone(PhoneNumber number)
    {
        E164 = Plans.Format(number, PhoneNumberFormat.E164);
        Text = TenDigitCodes.Contains(number.CountryCode) ? InPairs("0" + Plans.GetNationalSignificantNumber(number)) : Plans.Format(number, PhoneNumberFormat.INTERNATIONAL).Replace('-', Between).Replace('.', Between);
    }

    /// <summary>As stored and called: +33612345678.</summary>
    public string E164 { get; }

    /// <summary>As shown: 06 12 34 56 78 for a French number, +352 621 123 456 for another.</summary>
    public string Text { get; }

    /// <summary>Address that calls it.</summary>
    public string Link => "tel:" + E164;

    /// <summary>Reads what people type: spaces, dots, slashes, (0) after +33, 00 instead of +. A number without country is French, overseas included; null when there is no such number, or more than a number.</summary>
    public static Telephone? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Any(char.IsLetter)) return null;
        text = Plain(text);
        foreach (var region in TenDigitRegions)
        {
            if (Parse(text, region) is not { } number) continue;
            if (region != France && IsShared(number)) continue;
            if (IsKnown(number)) return new Telephone(number);
        }

        return null;
    }

    /// <summary>As stored: E.164, or the text itself where it is no number.</summary>
    public static string? Stored(string? text) => Read(text)?.E164 ?? text;

    /// <summary>As shown; a text stored before numbers were read, and that is none, stays as it is.</summary>
    public static string? Shown(string? stored) => Read(stored)?.Text ?? stored;

    /// <summary>The library does not know every space that a page or a keyboard makes.</summary>
    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsControl(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format).Select(character => char.IsWhiteSpace(character) ? ' ' : character));

    private static PhoneNumber? Parse(string text, string region)
    {
        try
        {
            return Plans.Parse(text, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>French numbers must be in the plan; for others a right length is enough: a plan that changed since must keep nobody from being called.</summary>
    private static bool IsKnown(PhoneNumber number) => TenDigitCodes.Contains(number.CountryCode) ? Plans.IsValidNumber(number) : Plans.IsPossibleNumber(number);

    /// <summary>0 800 and the like are the same everywhere in France.</summary>
    private static bool IsShared(PhoneNumber number) => Plans.GetNationalSignificantNumber(number).StartsWith('8');

    private static string InPairs(string digits) => string.Join(Between, digits.Chunk(2).Select(pair => new string(pair)));
}
