namespace PlusPortal.Domain.Vocabulary;

/// <summary>Why a partner declines. PLUS sees the code; the structure receives a courteous sentence instead.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class DeclineReasons
{
    /// <summary>Hors de notre champ.</summary>
    public const string HorsCompetence = "hors-competence";

    /// <summary>Hors de notre territoire.</summary>
    public const string HorsTerritoire = "hors-territoire";

    /// <summary>Forme juridique non éligible.</summary>
    public const string FormeNonEligible = "forme-non-eligible";

    /// <summary>Effectif ou budget non éligible.</summary>
    public const string TailleNonEligible = "taille-non-eligible";

    /// <summary>Trop tôt ou trop tard.</summary>
    public const string EtapeNonEligible = "etape-non-eligible";

    /// <summary>Appel ou promotion fermés.</summary>
    public const string FenetreFermee = "fenetre-fermee";

    /// <summary>Plus de capacité.</summary>
    public const string Capacite = "capacite";

    /// <summary>Déjà accompagnée par nous.</summary>
    public const string DejaAccompagnee = "deja-accompagnee";

    /// <summary>Un autre acteur est mieux placé.</summary>
    public const string MeilleurInterlocuteur = "meilleur-interlocuteur";

    /// <summary>Il manque une information.</summary>
    public const string DemandeIncomplete = "demande-incomplete";

    /// <summary>Conflit d'intérêts.</summary>
    public const string ConflitInterets = "conflit-interets";

    /// <summary>Autre.</summary>
    public const string Autre = "autre";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "declineReason",
        [
            new(HorsCompetence, "Hors de notre champ", "Le besoin ne correspond pas à notre offre."),
            new(HorsTerritoire, "Hors de notre territoire", "Commune ou intercommunalité non couverte."),
            new(FormeNonEligible, "Forme juridique non éligible", "Notre dispositif n’accepte pas cette forme."),
            new(TailleNonEligible, "Effectif ou budget non éligible", "Trop petite ou trop grande pour notre dispositif\u00A0: indiquez le seuil."),
            new(EtapeNonEligible, "Trop tôt ou trop tard", "L’étape du projet ne convient pas."),
            new(FenetreFermee, "Appel ou promotion fermés", "Indiquez la prochaine date."),
            new(Capacite, "Plus de capacité", "Indiquez à partir de quand vous pourrez."),
            new(DejaAccompagnee, "Déjà accompagnée par nous", "La structure a déjà un interlocuteur chez nous."),
            new(MeilleurInterlocuteur, "Un autre acteur est mieux placé", "Nommez-le\u00A0: c’est ce qui aide le plus la structure."),
            new(DemandeIncomplete, "Il manque une information", "La demande revient à l’équipe PLUS."),
            new(ConflitInterets, "Conflit d’intérêts", "Nous ne pouvons pas traiter cette demande en toute neutralité."),
            new(Autre, "Autre", "Dites pourquoi dans le mot à l’équipe PLUS."),
        ]);
}
