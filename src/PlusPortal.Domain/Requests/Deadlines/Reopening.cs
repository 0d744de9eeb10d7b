using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests.Deadlines;

/// <summary>Until when a structure may ask PLUS to open its request again; afterwards it makes a new one.</summary>
public static class Reopening
{
    /// <summary>Months after the end.</summary>
    /// <remarks>Source: workflow of PLUS, §7.</remarks>
    public const int Months = 3;

    /// <summary>Last day to ask; null where there is nothing to open again, or no longer.</summary>
    /// <param name="closingReason">Code of <see cref="ClosingReasons"/>; null while it is open.</param>
    /// <param name="closedOn">Paris day on which it ended; null while it is open.</param>
    /// <param name="todayInParis">Current day in Paris.</param>
    public static DateOnly? Until(string? closingReason, DateOnly? closedOn, DateOnly todayInParis)
    {
        if (closedOn is not { } end || closingReason is null or ClosingReasons.Doublon or ClosingReasons.Indesirable or ClosingReasons.EffacementDemande or ClosingReasons.HorsTerritoire or ClosingReasons.HorsPerimetre) return null;
        var until = end.AddMonths(Months);
        return until >= todayInParis ? until : null;
    }
}
