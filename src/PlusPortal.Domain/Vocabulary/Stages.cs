namespace PlusPortal.Domain.Vocabulary;

/// <summary>The three stages of a structure; the entry of every request.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class Stages
{
    /// <summary>Démarrer.</summary>
    public const string Demarrer = "demarrer";

    /// <summary>Développer.</summary>
    public const string Developper = "developper";

    /// <summary>Transformer.</summary>
    public const string Transformer = "transformer";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "stage",
        [
            new(Demarrer, "Démarrer", "Une idée, un groupe, une structure à créer ou tout juste créée."),
            new(Developper, "Développer", "Une structure qui existe et veut consolider ou développer son activité."),
            new(Transformer, "Transformer", "Un changement important\u00A0: statut, rapprochement, reprise, difficultés."),
        ]);
}
