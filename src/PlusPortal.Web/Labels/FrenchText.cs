using System.Globalization;

namespace PlusPortal.Web.Labels;

/// <summary>Dates and numbers as people read them.</summary>
public static class FrenchText
{
    /// <summary>Culture of every page.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("fr-FR");

    extension(string words)
    {
        /// <summary>The same words with a capital first, for what stands alone.</summary>
        public string Capitalised => words.Length == 0 ? words : char.ToUpper(words[0], Culture) + words[1..];
    }

    extension(DateOnly day)
    {
        /// <summary>« mardi 3 mars 2026 », « dimanche 1er mars 2026 ».</summary>
        public string InWords => day.Day == 1
            ? day.ToString("dddd '1er' MMMM yyyy", Culture)
            : day.ToString("dddd d MMMM yyyy", Culture);
    }

    extension(DateTimeOffset instant)
    {
        /// <summary>« mardi 3 mars 2026 à 10 h 12 », Paris time.</summary>
        public string InWords => $"{DateOnly.FromDateTime(instant.InParis.DateTime).InWords} à {instant.InParis.ToString("%H' h 'mm", Culture).Replace(' ', '\u00A0')}";

        /// <summary>Paris day of the instant.</summary>
        public DateOnly ParisDay => DateOnly.FromDateTime(instant.InParis.DateTime);
    }
}
