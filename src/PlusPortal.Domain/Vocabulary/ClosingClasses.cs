namespace PlusPortal.Domain.Vocabulary;

/// <summary>Statistical classes of closing reasons. Only the first three enter the success rate.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class ClosingClasses
{
    /// <summary>Réussite.</summary>
    public const string Reussite = "reussite";

    /// <summary>Neutre.</summary>
    public const string Neutre = "neutre";

    /// <summary>Échec.</summary>
    public const string Echec = "echec";

    /// <summary>Écartée.</summary>
    public const string Ecartee = "ecartee";

    /// <summary>Effacée.</summary>
    public const string Effacee = "effacee";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "closingClass",
        [
            new(Reussite, "Réussite"),
            new(Neutre, "Neutre"),
            new(Echec, "Échec"),
            new(Ecartee, "Écartée"),
            new(Effacee, "Effacée"),
        ]);
}
