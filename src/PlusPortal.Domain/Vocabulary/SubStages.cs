namespace PlusPortal.Domain.Vocabulary;

/// <summary>Steps inside a stage. The parent of each term is its stage.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class SubStages
{
    /// <summary>Une idée à clarifier.</summary>
    public const string IdeeEmergence = "idee-emergence";

    /// <summary>Une faisabilité à étudier.</summary>
    public const string EtudeFaisabilite = "etude-faisabilite";

    /// <summary>Une structure à créer ou à lancer.</summary>
    public const string Creation = "creation";

    /// <summary>Une activité à consolider.</summary>
    public const string Consolidation = "consolidation";

    /// <summary>Une activité à développer.</summary>
    public const string Developpement = "developpement";

    /// <summary>Un changement d'échelle.</summary>
    public const string ChangementEchelle = "changement-echelle";

    /// <summary>Un changement de statut.</summary>
    public const string ChangementStatut = "changement-statut";

    /// <summary>Un rapprochement ou une fusion.</summary>
    public const string FusionRapprochement = "fusion-rapprochement";

    /// <summary>Une transmission ou une reprise.</summary>
    public const string TransmissionReprise = "transmission-reprise";

    /// <summary>Une diversification.</summary>
    public const string Diversification = "diversification";

    /// <summary>Une restructuration, des difficultés.</summary>
    public const string RestructurationDifficultes = "restructuration-difficultes";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "subStage",
        [
            new(IdeeEmergence, "Une idée à clarifier", "Besoin repéré, rien n’est encore chiffré.", Stages.Demarrer),
            new(EtudeFaisabilite, "Une faisabilité à étudier", "Vous testez le besoin, le modèle économique, l’équipe.", Stages.Demarrer),
            new(Creation, "Une structure à créer ou à lancer", "Statuts, premiers financements, moins d’un an d’activité.", Stages.Demarrer),
            new(Consolidation, "Une activité à consolider", "Pérenniser emplois, finances, organisation.", Stages.Developper),
            new(Developpement, "Une activité à développer", "Nouveaux publics, emplois, investissement.", Stages.Developper),
            new(ChangementEchelle, "Un changement d’échelle", "Duplication, essaimage, nouveau territoire.", Stages.Developper),
            new(ChangementStatut, "Un changement de statut", "Association vers Scic ou Scop, sortie d’une collectivité…", Stages.Transformer),
            new(FusionRapprochement, "Un rapprochement ou une fusion", "Avec une ou plusieurs autres structures.", Stages.Transformer),
            new(TransmissionReprise, "Une transmission ou une reprise", "Départ de dirigeant, reprise par les salariés.", Stages.Transformer),
            new(Diversification, "Une diversification", "Nouvelle activité qui change le modèle.", Stages.Transformer),
            new(RestructurationDifficultes, "Une restructuration, des difficultés", "Perte de financeur, déficit, trésorerie tendue.", Stages.Transformer),
        ]);

    /// <summary>Stage that a sub-stage belongs to, or null when the code is unknown.</summary>
    public static string? StageOf(string? code) => All.Find(code)?.Parent;
}
