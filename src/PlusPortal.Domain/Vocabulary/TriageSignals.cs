namespace PlusPortal.Domain.Vocabulary;

/// <summary>What triage notices about a request. A signal never rejects a request by itself; the help text says what staff should do.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class TriageSignals
{
    /// <summary>Demande incomplète.</summary>
    public const string Incomplet = "incomplet";

    /// <summary>Besoin trop vague.</summary>
    public const string BesoinFlou = "besoin-flou";

    /// <summary>Hors Lorraine.</summary>
    public const string HorsTerritoire = "hors-territoire";

    /// <summary>Probablement hors ESS.</summary>
    public const string HorsPerimetreEss = "hors-perimetre-ess";

    /// <summary>Doublon probable.</summary>
    public const string Doublon = "doublon";

    /// <summary>Difficulté urgente.</summary>
    public const string UrgentDifficulte = "urgent-difficulte";

    /// <summary>Donnée sensible dans le texte.</summary>
    public const string DonneesSensibles = "donnees-sensibles";

    /// <summary>Étape déclarée douteuse.</summary>
    public const string EtapeACorriger = "etape-a-corriger";

    /// <summary>Thèmes déclarés douteux.</summary>
    public const string ThemesACorriger = "themes-a-corriger";

    /// <summary>Plusieurs acteurs nécessaires.</summary>
    public const string PlusieursActeurs = "plusieurs-acteurs";

    /// <summary>Forme à vérifier.</summary>
    public const string FormeAVerifier = "forme-a-verifier";

    /// <summary>Aucun acteur compatible.</summary>
    public const string AucunActeurCompatible = "aucun-acteur-compatible";

    /// <summary>Démarchage ou contenu automatique.</summary>
    public const string Indesirable = "indesirable";

    /// <summary>Personne en détresse.</summary>
    public const string DetressePersonne = "detresse-personne";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "triageSignal",
        [
            new(Incomplet, "Demande incomplète", "Relancer avec la question précise."),
            new(BesoinFlou, "Besoin trop vague", "Appel de 10 minutes\u00A0; ne pas router automatiquement."),
            new(HorsTerritoire, "Hors Lorraine", "Donner la CRESS ou le DLA du lieu, clore poliment."),
            new(HorsPerimetreEss, "Probablement hors ESS", "Vérifier (reprise en Scop\u00A0?) puis diriger vers les services aux entreprises."),
            new(Doublon, "Doublon probable", "Même SIREN/RNA, ou même courriel et titre proche sous 30 jours."),
            new(UrgentDifficulte, "Difficulté urgente", "Traitement le jour ouvré même\u00A0; pas de parcours DLA seul."),
            new(DonneesSensibles, "Donnée sensible dans le texte", "Masquer avant tout envoi à un acteur."),
            new(EtapeACorriger, "Étape déclarée douteuse", "Proposer l’étape corrigée à la structure."),
            new(ThemesACorriger, "Thèmes déclarés douteux", "Idem\u00A0; garder la déclaration d’origine."),
            new(PlusieursActeurs, "Plusieurs acteurs nécessaires", "Nommer un acteur chef de file."),
            new(FormeAVerifier, "Forme à vérifier", "Ex. «\u00A0loi 1901\u00A0» avec siège en Moselle."),
            new(AucunActeurCompatible, "Aucun acteur compatible", "Reprise humaine obligatoire."),
            new(Indesirable, "Démarchage ou contenu automatique", "Isoler, sans courriel de réponse."),
            new(DetressePersonne, "Personne en détresse", "Répondre humainement, indiquer l’aide adaptée (Apesa via le CIP)."),
        ]);
}
