using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Directory;

/// <summary>Lead-in role of an actor: a first-circle guide or a specialist.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class Circles
{
    /// <summary>Premier accueil.</summary>
    public const string PremierAccueil = "premier-accueil";

    /// <summary>Spécialiste.</summary>
    public const string Specialiste = "specialiste";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "circle",
        [
            new(PremierAccueil, "Premier accueil", "Généraliste, reçoit aussi les demandes encore vagues."),
            new(Specialiste, "Spécialiste", "Reçoit des demandes déjà précisées."),
        ]);
}
