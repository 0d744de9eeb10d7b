namespace PlusPortal.Domain.Vocabulary;

/// <summary>Need themes: at most three on a request, one or more on an offer. The parent of each term is its group.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class Themes
{
    /// <summary>Clarifier l'idée, étudier la faisabilité.</summary>
    public const string IdeeFaisabilite = "idee-faisabilite";

    /// <summary>Modèle économique.</summary>
    public const string ModeleEconomique = "modele-economique";

    /// <summary>Projet stratégique et développement.</summary>
    public const string StrategieDeveloppement = "strategie-developpement";

    /// <summary>Utilité sociale et impact.</summary>
    public const string UtiliteSocialeImpact = "utilite-sociale-impact";

    /// <summary>Choisir un statut, créer.</summary>
    public const string ChoixStatutCreation = "choix-statut-creation";

    /// <summary>Gouvernance et vie associative.</summary>
    public const string GouvernanceVieAssociative = "gouvernance-vie-associative";

    /// <summary>Changer de statut.</summary>
    public const string TransformationStatut = "transformation-statut";

    /// <summary>Fusionner, mutualiser.</summary>
    public const string FusionMutualisation = "fusion-mutualisation";

    /// <summary>Agréments et conventionnements.</summary>
    public const string AgrementsConventionnements = "agrements-conventionnements";

    /// <summary>Reprendre ou transmettre.</summary>
    public const string RepriseTransmission = "reprise-transmission";

    /// <summary>Prêt bancaire et garantie.</summary>
    public const string PretGarantie = "pret-garantie";

    /// <summary>Fonds propres et quasi-fonds propres.</summary>
    public const string FondsPropres = "fonds-propres";

    /// <summary>Subvention, appel à projets.</summary>
    public const string SubventionAppelProjets = "subvention-appel-projets";

    /// <summary>Mécénat, don, financement participatif.</summary>
    public const string MecenatParticipatif = "mecenat-participatif";

    /// <summary>Microcrédit, prêt d'honneur.</summary>
    public const string MicrocreditPretHonneur = "microcredit-pret-honneur";

    /// <summary>Trésorerie urgente.</summary>
    public const string TresorerieUrgence = "tresorerie-urgence";

    /// <summary>Redresser, procédure amiable.</summary>
    public const string RestructurationProcedure = "restructuration-procedure";

    /// <summary>Être employeur, gérer les RH.</summary>
    public const string FonctionEmployeur = "fonction-employeur";

    /// <summary>Formation.</summary>
    public const string FormationCompetences = "formation-competences";

    /// <summary>Emploi partagé.</summary>
    public const string EmploiPartage = "emploi-partage";

    /// <summary>Insertion par l'activité économique.</summary>
    public const string InsertionActiviteEconomique = "insertion-activite-economique";

    /// <summary>Gestion et comptabilité.</summary>
    public const string GestionComptabilite = "gestion-comptabilite";

    /// <summary>Numérique et communication.</summary>
    public const string NumeriqueCommunication = "numerique-communication";

    /// <summary>Développement commercial, marchés.</summary>
    public const string CommercialMarches = "commercial-marches";

    /// <summary>Trouver partenaires et réseau.</summary>
    public const string ReseauPartenariats = "reseau-partenariats";

    /// <summary>Locaux et hébergement.</summary>
    public const string LocauxHebergement = "locaux-hebergement";

    /// <summary>Coopération territoriale, tiers-lieu, PTCE.</summary>
    public const string CooperationTiersLieu = "cooperation-tiers-lieu";

    /// <summary>Transition écologique.</summary>
    public const string TransitionEcologique = "transition-ecologique";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "theme",
        [
            new(IdeeFaisabilite, "Clarifier l’idée, étudier la faisabilité", "Besoin, public, concurrents, premier chiffrage.", ThemeGroups.ProjetStrategie),
            new(ModeleEconomique, "Modèle économique", "Recettes, coûts, dépendance à un financeur.", ThemeGroups.ProjetStrategie),
            new(StrategieDeveloppement, "Projet stratégique et développement", "Plan à 3 ans, essaimage, nouvelles activités.", ThemeGroups.ProjetStrategie),
            new(UtiliteSocialeImpact, "Utilité sociale et impact", "Mesurer et raconter ce que vous changez.", ThemeGroups.ProjetStrategie),
            new(ChoixStatutCreation, "Choisir un statut, créer", "Association, coopérative (Scop, Scic), statuts, déclaration.", ThemeGroups.JuridiqueGouvernance),
            new(GouvernanceVieAssociative, "Gouvernance et vie associative", "Bureau, bénévoles, assemblée, conflits.", ThemeGroups.JuridiqueGouvernance),
            new(TransformationStatut, "Changer de statut", "D’association à coopérative, de société à coopérative de salariés (Scop).", ThemeGroups.JuridiqueGouvernance),
            new(FusionMutualisation, "Fusionner, mutualiser", "Rapprochement, moyens communs, groupement.", ThemeGroups.JuridiqueGouvernance),
            new(AgrementsConventionnements, "Agréments et conventionnements", "Entreprise solidaire (ESUS), insertion, entreprise adaptée, labels.", ThemeGroups.JuridiqueGouvernance),
            new(RepriseTransmission, "Reprendre ou transmettre", "Cession, départ en retraite, reprise par les salariés.", ThemeGroups.JuridiqueGouvernance),
            new(PretGarantie, "Prêt bancaire et garantie", "Investissement, besoin en fonds de roulement.", ThemeGroups.Financement),
            new(FondsPropres, "Fonds propres et quasi-fonds propres", "Apport associatif, prêt participatif, capital.", ThemeGroups.Financement),
            new(SubventionAppelProjets, "Subvention, appel à projets", "État, Région, Département, commune, Europe.", ThemeGroups.Financement),
            new(MecenatParticipatif, "Mécénat, don, financement participatif", "Fondations, entreprises, citoyens.", ThemeGroups.Financement),
            new(MicrocreditPretHonneur, "Microcrédit, prêt d’honneur", "Petits montants, créateur sans accès à la banque.", ThemeGroups.Financement),
            new(TresorerieUrgence, "Trésorerie urgente", "Salaires, loyers ou charges menacés sous trois mois.", ThemeGroups.Difficultes),
            new(RestructurationProcedure, "Redresser, procédure amiable", "Mandat ad hoc, conciliation, plan de redressement.", ThemeGroups.Difficultes),
            new(FonctionEmployeur, "Être employeur, gérer les RH", "Premier salarié, contrat, convention collective, management.", ThemeGroups.EmploiCompetences),
            new(FormationCompetences, "Formation", "Bénévoles, dirigeants, salariés.", ThemeGroups.EmploiCompetences),
            new(EmploiPartage, "Emploi partagé", "Groupement d’employeurs, mise à disposition de personnel.", ThemeGroups.EmploiCompetences),
            new(InsertionActiviteEconomique, "Insertion par l’activité économique", "Créer ou développer une structure d’insertion, accompagner ses salariés.", ThemeGroups.EmploiCompetences),
            new(GestionComptabilite, "Gestion et comptabilité", "Budget, plan de trésorerie, comptes, fiscalité.", ThemeGroups.GestionOutils),
            new(NumeriqueCommunication, "Numérique et communication", "Outils, site, visibilité.", ThemeGroups.GestionOutils),
            new(CommercialMarches, "Développement commercial, marchés", "Clients, achats responsables, marchés publics.", ThemeGroups.GestionOutils),
            new(ReseauPartenariats, "Trouver partenaires et réseau", "Pairs, collectivités, entreprises.", ThemeGroups.TerritoireCooperation),
            new(LocauxHebergement, "Locaux et hébergement", "Bureau, atelier, lieu partagé.", ThemeGroups.TerritoireCooperation),
            new(CooperationTiersLieu, "Coopération territoriale, tiers-lieu, PTCE", "Monter ou faire vivre un projet à plusieurs, comme un pôle territorial de coopération (PTCE).", ThemeGroups.TerritoireCooperation),
            new(TransitionEcologique, "Transition écologique", "Réemploi, énergie, alimentation, mobilité.", ThemeGroups.Transition),
        ]);

    /// <summary>Most themes that a request may declare.</summary>
    public const int MaxPerRequest = 3;

    /// <summary>Group that a theme belongs to, or null when the code is unknown.</summary>
    public static string? GroupOf(string? code) => All.Find(code)?.Parent;
}
