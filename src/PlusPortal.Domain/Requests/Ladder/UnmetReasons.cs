using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests.Ladder;

/// <summary>Why a need was not dealt with. « Pas de place » is a reason of its own: it is counted as a gap.</summary>
/// <remarks>Source: first proposal, to be confirmed by PLUS.</remarks>
public static class UnmetReasons
{
    /// <summary>Pas de place.</summary>
    public const string Capacite = "pas-de-capacite";

    /// <summary>Personne n'a donné suite.</summary>
    public const string SansSuite = "sans-suite";

    /// <summary>L'aide ne convenait pas.</summary>
    public const string Inadaptee = "aide-inadaptee";

    /// <summary>Conditions non remplies.</summary>
    public const string Conditions = "conditions-non-remplies";

    /// <summary>Trop cher.</summary>
    public const string Cout = "trop-cher";

    /// <summary>Trop tard.</summary>
    public const string TropTard = "trop-tard";

    /// <summary>Le projet a changé.</summary>
    public const string ProjetChange = "projet-change";

    /// <summary>Autre.</summary>
    public const string Autre = "autre";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "unmetReason",
        [
            new(Capacite, "Pas de place, ou pas de temps, pour cette demande"),
            new(SansSuite, "Personne n’a donné suite"),
            new(Inadaptee, "L’aide proposée ne convenait pas"),
            new(Conditions, "Les conditions n’étaient pas remplies"),
            new(Cout, "C’était trop cher"),
            new(TropTard, "C’était trop tard"),
            new(ProjetChange, "Le projet a changé ou s’est arrêté"),
            new(Autre, "Autre raison"),
        ]);
}
