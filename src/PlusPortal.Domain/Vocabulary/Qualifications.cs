namespace PlusPortal.Domain.Vocabulary;

/// <summary>Accreditations and qualities. They are not legal forms: an association and a company can hold the same one.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class Qualifications
{
    /// <summary>Agrément ESUS.</summary>
    public const string Esus = "esus";

    /// <summary>ESUS de plein droit.</summary>
    public const string EsusDeDroit = "esus-de-droit";

    /// <summary>Entreprise d'insertion.</summary>
    public const string SiaeEi = "siae-ei";

    /// <summary>Entreprise de travail temporaire d'insertion.</summary>
    public const string SiaeEtti = "siae-etti";

    /// <summary>Association intermédiaire.</summary>
    public const string SiaeAi = "siae-ai";

    /// <summary>Atelier et chantier d'insertion.</summary>
    public const string SiaeAci = "siae-aci";

    /// <summary>Entreprise adaptée.</summary>
    public const string EntrepriseAdaptee = "entreprise-adaptee";

    /// <summary>ESAT.</summary>
    public const string Esat = "esat";

    /// <summary>Régie de quartier ou de territoire.</summary>
    public const string RegieQuartier = "regie-quartier";

    /// <summary>Label Geiq.</summary>
    public const string Geiq = "geiq";

    /// <summary>Tête de réseau / fédération régionale.</summary>
    public const string TeteDeReseau = "tete-de-reseau";

    /// <summary>Agrément JEP ou sport.</summary>
    public const string AgrementJepSport = "agrement-jep-sport";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "qualification",
        [
            new(Esus, "Agrément ESUS", "Entreprise solidaire d’utilité sociale, agréée par l’État."),
            new(EsusDeDroit, "ESUS de plein droit", "Sans demande à faire\u00A0: insertion, entreprise adaptée, ESAT, régie, hébergement social…"),
            new(SiaeEi, "Entreprise d’insertion", "Insertion par l’activité économique, conventionnée par l’État."),
            new(SiaeEtti, "Entreprise de travail temporaire d’insertion", "Insertion par l’activité économique, conventionnée par l’État."),
            new(SiaeAi, "Association intermédiaire", "Insertion par l’activité économique, conventionnée par l’État."),
            new(SiaeAci, "Atelier et chantier d’insertion", "Insertion par l’activité économique, conventionnée par l’État."),
            new(EntrepriseAdaptee, "Entreprise adaptée", "Emploi de travailleurs handicapés."),
            new(Esat, "ESAT", "Établissement et service d’accompagnement par le travail."),
            new(RegieQuartier, "Régie de quartier ou de territoire", "Label du réseau des régies."),
            new(Geiq, "Label Geiq", "Groupement d’employeurs pour l’insertion et la qualification."),
            new(TeteDeReseau, "Tête de réseau / fédération régionale", "Vous représentez d’autres structures à l’échelle régionale."),
            new(AgrementJepSport, "Agrément JEP ou sport", "Jeunesse-éducation populaire ou club sportif affilié. Certaines subventions en dépendent."),
        ]);

    /// <summary>The four agreements of integration through economic activity (IAE).</summary>
    public static IReadOnlyList<string> Siae { get; } = [SiaeEi, SiaeEtti, SiaeAi, SiaeAci];
}
