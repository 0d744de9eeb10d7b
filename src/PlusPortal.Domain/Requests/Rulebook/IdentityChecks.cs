using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests.Rulebook;

/// <summary>How staff knew that whoever asks for data, or for their erasure, is the person of the request.</summary>
/// <remarks>
/// A code and not a sentence: the event of an erasure outlives everything that was typed. Source: first proposal, to be
/// confirmed by PLUS and its data-protection officer.
/// </remarks>
public static class IdentityChecks
{
    /// <summary>Rappel au numéro enregistré.</summary>
    public const string Rappel = "rappel-numero-enregistre";

    /// <summary>Échange depuis l’adresse enregistrée.</summary>
    public const string Adresse = "echange-adresse-enregistree";

    /// <summary>Courrier signé.</summary>
    public const string Courrier = "courrier-signe";

    /// <summary>Rencontre.</summary>
    public const string Rencontre = "rencontre";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "identityCheck",
        [
            new(Rappel, "Nous avons rappelé le numéro enregistré"),
            new(Adresse, "La personne a écrit depuis l’adresse enregistrée"),
            new(Courrier, "Courrier signé, qui cite la référence"),
            new(Rencontre, "Rencontre en personne"),
        ]);
}
