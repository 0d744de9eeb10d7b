namespace PlusPortal.Domain.Profile;

/// <summary>A reminder that no clock of a request sends, which PLUS may switch off. Stored by name, never renamed.</summary>
public enum RecurringReminder
{
    /// <summary>E2: a draft that nobody touched for a working day.</summary>
    UntouchedDraft,

    /// <summary>P5: sheets to be confirmed. Suspensions go on for whoever was told before.</summary>
    SheetDue,

    /// <summary>S3: the Monday digest of staff.</summary>
    StaffWeek,

    /// <summary>P8: the weekly summary of partners who want it.</summary>
    PartnerWeek,
}
