using System.Globalization;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>How often a sheet is confirmed, to choose from.</summary>
public static class ConfirmationChoices
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Choice> All { get; } = [.. SheetClock.MonthChoices.Select(months => new Choice(months.ToString(CultureInfo.InvariantCulture), months == 1 ? "Un mois" : $"{months} mois"))];
}
