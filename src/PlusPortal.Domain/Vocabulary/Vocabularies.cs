namespace PlusPortal.Domain.Vocabulary;

/// <summary>All closed lists, for the code that treats them alike (open data, OpenAPI).</summary>
public static class Vocabularies
{
    /// <summary>Every list, in the order of the specification.</summary>
    public static IReadOnlyList<TermList> All { get; } =
    [
        LegalForms.All, Qualifications.All, Stages.All, SubStages.All, ThemeGroups.All, Themes.All, SupportModes.All,
        Sectors.All, ActorKinds.All, DeclineReasons.All, ClosingReasons.All, TriageSignals.All, Circles.All, StaffBands.All,
        BudgetBands.All, AgeBands.All, ContactChannels.All, ContactSlots.All, VerificationStatuses.All, CapacityStatuses.All,
        ReferralOutcomes.All,
    ];
}
