using PlusPortal.Data.Actors.Absences;
using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Shared.Absences;

/// <summary>Absences in words.</summary>
public static class AbsenceWords
{
    /// <summary>« absent du lundi 3 août 2026 au vendredi 14 août 2026, remplacé par Alix Exemple ».</summary>
    public static string Of(AbsenceDays days) => $"absent {DaysOf(days.From, days.To)}, {(days.SubstituteName is { } name ? $"remplacé par {name}" : "sans remplaçant\u00A0: ses délais s’arrêtent")}";

    /// <summary>« du lundi 3 août 2026 au vendredi 14 août 2026 », « le lundi 3 août 2026 ».</summary>
    public static string DaysOf(DateOnly from, DateOnly to) => from == to ? $"le {from.InWords}" : $"du {from.InWords} au {to.InWords}";

    /// <summary>A line of the list.</summary>
    public static AbsenceRow RowOf(ActorAbsence absence, DateOnly today) => new(
        absence.Id, DaysOf(absence.From, absence.To).Capitalised, absence.Substitute is { } substitute ? $"{substitute.Name}, {substitute.Email}" : null, absence.From <= today);
}
