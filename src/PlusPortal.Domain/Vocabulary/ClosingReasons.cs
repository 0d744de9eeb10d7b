namespace PlusPortal.Domain.Vocabulary;

/// <summary>Why a request ends. The parent of each term is its statistical class.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class ClosingReasons
{
    /// <summary>Aide apportée.</summary>
    public const string AideApportee = "aide-apportee";

    /// <summary>Accompagnement engagé, suivi hors PLUS.</summary>
    public const string AccompagnementEngage = "accompagnement-engage";

    /// <summary>L'information donnée suffisait.</summary>
    public const string InformationSuffisante = "information-suffisante";

    /// <summary>Échange eu, pas d'aide possible.</summary>
    public const string EchangeSansSolution = "echange-sans-solution";

    /// <summary>Réorientée hors du répertoire.</summary>
    public const string ReorienteeHorsPlus = "reorientee-hors-plus";

    /// <summary>Structure injoignable.</summary>
    public const string StructureInjoignable = "structure-injoignable";

    /// <summary>Aucun acteur n'a répondu ou accepté.</summary>
    public const string AucunActeur = "aucun-acteur";

    /// <summary>Abandon par la structure.</summary>
    public const string AbandonStructure = "abandon-structure";

    /// <summary>Hors territoire.</summary>
    public const string HorsTerritoire = "hors-territoire";

    /// <summary>Hors périmètre ESS.</summary>
    public const string HorsPerimetre = "hors-perimetre";

    /// <summary>Doublon.</summary>
    public const string Doublon = "doublon";

    /// <summary>Indésirable / démarchage.</summary>
    public const string Indesirable = "indesirable";

    /// <summary>Effacement demandé (RGPD).</summary>
    public const string EffacementDemande = "effacement-demande";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "closingReason",
        [
            new(AideApportee, "Aide apportée", "", ClosingClasses.Reussite),
            new(AccompagnementEngage, "Accompagnement engagé, suivi hors PLUS", "", ClosingClasses.Reussite),
            new(InformationSuffisante, "L’information donnée suffisait", "", ClosingClasses.Reussite),
            new(EchangeSansSolution, "Échange eu, pas d’aide possible", "", ClosingClasses.Neutre),
            new(ReorienteeHorsPlus, "Réorientée hors du répertoire", "", ClosingClasses.Neutre),
            new(StructureInjoignable, "Structure injoignable", "", ClosingClasses.Echec),
            new(AucunActeur, "Aucun acteur n’a répondu ou accepté", "", ClosingClasses.Echec),
            new(AbandonStructure, "Abandon par la structure", "", ClosingClasses.Echec),
            new(HorsTerritoire, "Hors territoire", "", ClosingClasses.Ecartee),
            new(HorsPerimetre, "Hors périmètre ESS", "", ClosingClasses.Ecartee),
            new(Doublon, "Doublon", "", ClosingClasses.Ecartee),
            new(Indesirable, "Indésirable / démarchage", "", ClosingClasses.Ecartee),
            new(EffacementDemande, "Effacement demandé (RGPD)", "", ClosingClasses.Effacee),
        ]);

    /// <summary>Statistical class of a reason, or null when the code is unknown.</summary>
    public static string? ClassOf(string? code) => All.Find(code)?.Parent;
}
