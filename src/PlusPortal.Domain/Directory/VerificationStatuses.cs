using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Directory;

/// <summary>How far the record of a support actor can be trusted. Nothing is ever e-mailed to an unverified actor.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class VerificationStatuses
{
    /// <summary>Fiche non vérifiée par l’acteur.</summary>
    public const string NonVerifiee = "non-verifiee";

    /// <summary>Fiche vérifiée par PLUS.</summary>
    public const string VerifieePlus = "verifiee-plus";

    /// <summary>Fiche confirmée par l’acteur.</summary>
    public const string ConfirmeeActeur = "confirmee-acteur";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "verificationStatus",
        [
            new(NonVerifiee, "Fiche non vérifiée par l’acteur"),
            new(VerifieePlus, "Fiche vérifiée par PLUS"),
            new(ConfirmeeActeur, "Fiche confirmée par l’acteur"),
        ]);
}
