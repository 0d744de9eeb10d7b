namespace PlusPortal.Domain.Vocabulary;

/// <summary>What came of a referral. The parent of each term is the closing reason that it leads to.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class ReferralOutcomes
{
    /// <summary>Accompagnement engagé.</summary>
    public const string AccompagnementEngage = "accompagnement-engage";

    /// <summary>Aide apportée.</summary>
    public const string AideApportee = "aide-apportee";

    /// <summary>Information donnée.</summary>
    public const string InformationDonnee = "information-donnee";

    /// <summary>Échange sans solution.</summary>
    public const string EchangeSansSolution = "echange-sans-solution";

    /// <summary>Structure injoignable.</summary>
    public const string Injoignable = "injoignable";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "referralOutcome",
        [
            new(AccompagnementEngage, "Accompagnement engagé", "", ClosingReasons.AccompagnementEngage),
            new(AideApportee, "Aide apportée", "", ClosingReasons.AideApportee),
            new(InformationDonnee, "Information donnée", "", ClosingReasons.InformationSuffisante),
            new(EchangeSansSolution, "Échange sans solution", "", ClosingReasons.EchangeSansSolution),
            new(Injoignable, "Structure injoignable", "", ClosingReasons.StructureInjoignable),
        ]);

    /// <summary>Whether the outcome counts as a success for the request.</summary>
    public static bool IsSuccessful(string code) => ClosingReasons.ClassOf(All.Find(code)?.Parent) == ClosingClasses.Reussite;
}
