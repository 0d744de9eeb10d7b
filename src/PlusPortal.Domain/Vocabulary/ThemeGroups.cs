namespace PlusPortal.Domain.Vocabulary;

/// <summary>Groups of need themes. A group may be stored alone when the person does not know which theme applies.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class ThemeGroups
{
    /// <summary>Projet et stratégie.</summary>
    public const string ProjetStrategie = "projet-strategie";

    /// <summary>Juridique et gouvernance.</summary>
    public const string JuridiqueGouvernance = "juridique-gouvernance";

    /// <summary>Financement.</summary>
    public const string Financement = "financement";

    /// <summary>Difficultés.</summary>
    public const string Difficultes = "difficultes";

    /// <summary>Emploi et compétences.</summary>
    public const string EmploiCompetences = "emploi-competences";

    /// <summary>Gestion et outils.</summary>
    public const string GestionOutils = "gestion-outils";

    /// <summary>Territoire et coopération.</summary>
    public const string TerritoireCooperation = "territoire-cooperation";

    /// <summary>Transition écologique.</summary>
    public const string Transition = "transition";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "themeGroup",
        [
            new(ProjetStrategie, "Projet et stratégie"),
            new(JuridiqueGouvernance, "Juridique et gouvernance"),
            new(Financement, "Financement"),
            new(Difficultes, "Difficultés"),
            new(EmploiCompetences, "Emploi et compétences"),
            new(GestionOutils, "Gestion et outils"),
            new(TerritoireCooperation, "Territoire et coopération"),
            new(Transition, "Transition écologique"),
        ]);
}
