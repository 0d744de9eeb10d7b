using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Directory;

/// <summary>Kinds of support actor: exactly one each.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class ActorKinds
{
    /// <summary>Réseau d'accompagnement.</summary>
    public const string ReseauAccompagnement = "reseau-accompagnement";

    /// <summary>Opérateur d'un dispositif public.</summary>
    public const string OperateurDispositif = "operateur-dispositif";

    /// <summary>Incubateur, fabrique à initiatives.</summary>
    public const string Incubateur = "incubateur";

    /// <summary>Couveuse ou CAE.</summary>
    public const string CouveuseCae = "couveuse-cae";

    /// <summary>Financeur solidaire.</summary>
    public const string Financeur = "financeur";

    /// <summary>Banque.</summary>
    public const string Banque = "banque";

    /// <summary>Fondation, fonds de dotation.</summary>
    public const string FondationMecenat = "fondation-mecenat";

    /// <summary>Tête de réseau.</summary>
    public const string TeteDeReseau = "tete-de-reseau";

    /// <summary>Fédération sectorielle.</summary>
    public const string FederationSectorielle = "federation-sectorielle";

    /// <summary>Point d'appui à la vie associative.</summary>
    public const string GuichetVieAssociative = "guichet-vie-associative";

    /// <summary>Appui aux employeurs.</summary>
    public const string Employeurs = "employeurs";

    /// <summary>Tiers-lieu, hébergeur.</summary>
    public const string TiersLieu = "tiers-lieu";

    /// <summary>Collectivité.</summary>
    public const string Collectivite = "collectivite";

    /// <summary>Service de l'État ou opérateur public.</summary>
    public const string Institution = "institution";

    /// <summary>Chambre consulaire.</summary>
    public const string Consulaire = "consulaire";

    /// <summary>Prévention des difficultés.</summary>
    public const string PreventionDifficultes = "prevention-difficultes";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "actorKind",
        [
            new(ReseauAccompagnement, "Réseau d’accompagnement", "Conseille et suit dans la durée."),
            new(OperateurDispositif, "Opérateur d’un dispositif public", "DLA, fabrique à initiatives…"),
            new(Incubateur, "Incubateur, fabrique à initiatives", "Fait émerger des projets."),
            new(CouveuseCae, "Couveuse ou CAE", "Test d’activité."),
            new(Financeur, "Financeur solidaire", "Prêts, garanties, apports."),
            new(Banque, "Banque", "Crédit et services bancaires."),
            new(FondationMecenat, "Fondation, fonds de dotation", "Dons et appels à projets."),
            new(TeteDeReseau, "Tête de réseau", "Représente l'ESS ou une famille."),
            new(FederationSectorielle, "Fédération sectorielle", "IAE, médico-social, culture, environnement…"),
            new(GuichetVieAssociative, "Point d’appui à la vie associative", "Guid’Asso, maison des associations."),
            new(Employeurs, "Appui aux employeurs", "Groupements, paie, RH."),
            new(TiersLieu, "Tiers-lieu, hébergeur", "Locaux et communauté."),
            new(Collectivite, "Collectivité", "Région, Département, intercommunalité, commune, Pays."),
            new(Institution, "Service de l’État ou opérateur public", "DDETS, DRAJES, Banque des Territoires…"),
            new(Consulaire, "Chambre consulaire", "CCI, CMA."),
            new(PreventionDifficultes, "Prévention des difficultés", "CIP, cellules d’écoute."),
        ]);

    /// <summary>Whether the actor mostly brings money: it comes last unless the plan is costed.</summary>
    public static bool IsFunder(string code) => code is Financeur or Banque or FondationMecenat;
}
