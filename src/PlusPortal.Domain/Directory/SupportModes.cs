using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Directory;

/// <summary>Ways of helping. Money is told apart from advice everywhere in the interface.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class SupportModes
{
    /// <summary>Accueil et orientation.</summary>
    public const string AccueilOrientation = "accueil-orientation";

    /// <summary>Diagnostic partagé.</summary>
    public const string Diagnostic = "diagnostic";

    /// <summary>Conseil individuel.</summary>
    public const string ConseilIndividuel = "conseil-individuel";

    /// <summary>Expertise par un prestataire financé.</summary>
    public const string IngenierieFinancee = "ingenierie-financee";

    /// <summary>Accompagnement collectif.</summary>
    public const string AccompagnementCollectif = "accompagnement-collectif";

    /// <summary>Formation.</summary>
    public const string Formation = "formation";

    /// <summary>Incubation / fabrique à initiatives.</summary>
    public const string Incubation = "incubation";

    /// <summary>Test d'activité.</summary>
    public const string TestActivite = "test-activite";

    /// <summary>Hébergement.</summary>
    public const string Hebergement = "hebergement";

    /// <summary>Prêt ou garantie.</summary>
    public const string PretGarantie = "pret-garantie";

    /// <summary>Apport en fonds propres.</summary>
    public const string FondsPropres = "fonds-propres";

    /// <summary>Subvention ou don.</summary>
    public const string Subvention = "subvention";

    /// <summary>Mise en réseau.</summary>
    public const string MiseEnReseau = "mise-en-reseau";

    /// <summary>Appui à la fonction employeur.</summary>
    public const string AppuiEmployeur = "appui-employeur";

    /// <summary>Instruction administrative.</summary>
    public const string InstructionAdministrative = "instruction-administrative";

    /// <summary>Écoute et prévention des difficultés.</summary>
    public const string EcouteDifficultes = "ecoute-difficultes";

    /// <summary>Représentation et plaidoyer.</summary>
    public const string Representation = "representation";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "supportMode",
        [
            new(AccueilOrientation, "Accueil et orientation", "Premier échange, aiguillage."),
            new(Diagnostic, "Diagnostic partagé", "Analyse globale avec la structure."),
            new(ConseilIndividuel, "Conseil individuel", "Rendez-vous avec un conseiller."),
            new(IngenierieFinancee, "Expertise par un prestataire financé", "Modèle DLA\u00A0: consultant payé par le dispositif."),
            new(AccompagnementCollectif, "Accompagnement collectif", "Ateliers, promotions, codéveloppement."),
            new(Formation, "Formation", "Sessions pour bénévoles, dirigeants, salariés."),
            new(Incubation, "Incubation / fabrique à initiatives", "Parcours de plusieurs mois, sélection."),
            new(TestActivite, "Test d’activité", "Couveuse ou CAE, hébergement juridique."),
            new(Hebergement, "Hébergement", "Locaux, atelier, coworking."),
            new(PretGarantie, "Prêt ou garantie", "Financement remboursable."),
            new(FondsPropres, "Apport en fonds propres", "Participation, prêt participatif, capital."),
            new(Subvention, "Subvention ou don", "Financement non remboursable."),
            new(MiseEnReseau, "Mise en réseau", "Pairs, partenaires, filière."),
            new(AppuiEmployeur, "Appui à la fonction employeur", "Paie, contrats, RH, groupement."),
            new(InstructionAdministrative, "Instruction administrative", "Agrément, conventionnement, déclaration."),
            new(EcouteDifficultes, "Écoute et prévention des difficultés", "Entretien confidentiel."),
            new(Representation, "Représentation et plaidoyer", "Parole collective d’un secteur."),
        ]);

    /// <summary>Whether the mode brings money (financement) rather than advice (accompagnement).</summary>
    public static bool IsFunding(string code) => code is PretGarantie or FondsPropres or Subvention;
}
