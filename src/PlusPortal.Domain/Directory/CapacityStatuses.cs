using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Directory;

/// <summary>Whether an offer takes new requests today.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class CapacityStatuses
{
    /// <summary>Accepte de nouvelles demandes.</summary>
    public const string Ouvert = "ouvert";

    /// <summary>Complet.</summary>
    public const string Complet = "complet";

    /// <summary>Fermé.</summary>
    public const string Ferme = "ferme";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "capacityStatus",
        [
            new(Ouvert, "Accepte de nouvelles demandes"),
            new(Complet, "Complet"),
            new(Ferme, "Fermé"),
        ]);
}
