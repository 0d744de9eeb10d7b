using System.Globalization;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Forms;

/// <summary>A date typed in three fields, kept as typed.</summary>
public sealed class TypedDate
{
    /// <summary>Day of the month.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Day { get; set; }

    /// <summary>Number of the month.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Month { get; set; }

    /// <summary>Year, of four figures or two.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Year { get; set; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => Typed.Line(Day) is null && Typed.Line(Month) is null && Typed.Line(Year) is null;

    /// <summary>The three fields of a day.</summary>
    public static TypedDate Of(DateOnly? day) => day is not { } date ? new TypedDate() : new TypedDate
    {
        Day = date.Day.ToString(CultureInfo.InvariantCulture),
        Month = date.Month.ToString(CultureInfo.InvariantCulture),
        Year = date.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The day, or the sentence that says what is wrong.</summary>
    public (DateOnly? Day, string? Problem) Read()
    {
        if (IsEmpty) return (null, null);
        var missing = new List<string>();
        if (Typed.Line(Day) is null) missing.Add("le jour");
        if (Typed.Line(Month) is null) missing.Add("le mois");
        if (Typed.Line(Year) is null) missing.Add("l’année");
        if (missing.Count > 0) return (null, $"Indiquez aussi {string.Join(" et ", missing)} de cette date, ou videz les trois cases.");
        if (TryNumber(Day, out var day) && TryNumber(Month, out var month) && TryNumber(Year, out var year))
        {
            if (year < 100) year += 2000;
            if (year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)) return (new DateOnly(year, month, day), null);
        }

        return (null, "Cette date n’existe pas. Écrivez-la en chiffres, par exemple 31, puis 3, puis 2027.");
    }

    private static bool TryNumber(string? text, out int number) => int.TryParse(Typed.Line(text), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
