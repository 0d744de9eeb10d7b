using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Features.Shared.Matching;

/// <summary>Settings « Catalog », of the snapshots that each node keeps of the directory, the rules and the lexicon.</summary>
public sealed class CatalogOptions : ISettings<CatalogOptions>
{
    private const double LongestCheckSeconds = 3_600;

    /// <inheritdoc />
    public static string Section => "Catalog";

    /// <summary>Seconds for which a snapshot is used without asking the database whether the directory changed, while the database does not tell it; 0 asks each time.</summary>
    public double CheckEverySeconds { get; set; } = 1;

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (CheckEverySeconds is not (>= 0 and <= LongestCheckSeconds)) yield return "Set Catalog__CheckEverySeconds to 0 to 3600 seconds; 0 asks the database each time.";
    }
}
