namespace PlusPortal.Domain.Vocabulary;

/// <summary>Legal forms of a structure: exactly one per request.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class LegalForms
{
    /// <summary>Pas encore créée (porteur de projet, collectif).</summary>
    public const string PasEncoreCreee = "pas-encore-creee";

    /// <summary>Association loi 1901.</summary>
    public const string AssociationLoi1901 = "association-loi-1901";

    /// <summary>Association de droit local (Moselle).</summary>
    public const string AssociationDroitLocal = "association-droit-local";

    /// <summary>Fondation.</summary>
    public const string Fondation = "fondation";

    /// <summary>Fonds de dotation.</summary>
    public const string FondsDeDotation = "fonds-de-dotation";

    /// <summary>Mutuelle ou union de mutuelles.</summary>
    public const string Mutuelle = "mutuelle";

    /// <summary>Scop.</summary>
    public const string Scop = "scop";

    /// <summary>Scic.</summary>
    public const string Scic = "scic";

    /// <summary>Coopérative d'activité et d'emploi (CAE).</summary>
    public const string Cae = "cae";

    /// <summary>Autre coopérative.</summary>
    public const string CooperativeAutre = "cooperative-autre";

    /// <summary>Société commerciale de l'ESS.</summary>
    public const string SocieteCommercialeEss = "societe-commerciale-ess";

    /// <summary>Groupement d'employeurs (dont Geiq).</summary>
    public const string GroupementEmployeurs = "groupement-employeurs";

    /// <summary>Société commerciale classique.</summary>
    public const string SocieteCommercialeHorsEss = "societe-commerciale-hors-ess";

    /// <summary>Entreprise individuelle / micro-entreprise.</summary>
    public const string EntrepriseIndividuelle = "entreprise-individuelle";

    /// <summary>Collectivité ou établissement public.</summary>
    public const string CollectivitePublique = "collectivite-publique";

    /// <summary>Autre ou je ne sais pas.</summary>
    public const string Autre = "autre";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "legalForm",
        [
            new(PasEncoreCreee, "Pas encore créée (porteur de projet, collectif)", "Vous avez une idée ou un groupe, mais aucune structure déclarée."),
            new(AssociationLoi1901, "Association loi 1901", "Siège en Meurthe-et-Moselle, Meuse ou Vosges."),
            new(AssociationDroitLocal, "Association de droit local (Moselle)", "Siège en Moselle\u00A0: inscription au tribunal, code civil local, 7 membres fondateurs."),
            new(Fondation, "Fondation", "Reconnue d’utilité publique, abritée, d’entreprise…"),
            new(FondsDeDotation, "Fonds de dotation", "Outil de mécénat doté de la personnalité morale."),
            new(Mutuelle, "Mutuelle ou union de mutuelles", "Code de la mutualité ou société d’assurance mutuelle."),
            new(Scop, "Scop", "Société coopérative détenue par ses salariés."),
            new(Scic, "Scic", "Coopérative d’intérêt collectif à plusieurs catégories d’associés."),
            new(Cae, "Coopérative d’activité et d’emploi (CAE)", "Coopérative qui salarie des entrepreneurs."),
            new(CooperativeAutre, "Autre coopérative", "Agricole, de consommateurs, d’artisans, d’habitants, Cuma…"),
            new(SocieteCommercialeEss, "Société commerciale de l'ESS", "SAS/SARL dont les statuts respectent la loi ESS de 2014."),
            new(GroupementEmployeurs, "Groupement d’employeurs (dont Geiq)", "Salariés partagés entre plusieurs adhérents."),
            new(SocieteCommercialeHorsEss, "Société commerciale classique", "À choisir aussi pour une reprise par les salariés à venir."),
            new(EntrepriseIndividuelle, "Entreprise individuelle / micro-entreprise", "Vous exercez seul, en votre nom."),
            new(CollectivitePublique, "Collectivité ou établissement public", "Commune, intercommunalité, CCAS, établissement public."),
            new(Autre, "Autre ou je ne sais pas", "Précisez en une ligne, PLUS qualifiera."),
        ]);

    /// <summary>Whether the form is an association, under the 1901 act or under the local law of Moselle: schemes treat both alike.</summary>
    public static bool IsAssociation(string? code) => code is AssociationLoi1901 or AssociationDroitLocal;

    /// <summary>Whether nothing has been declared yet: no SIREN, RNA, budget nor age can be asked for.</summary>
    public static bool IsProject(string? code) => code is PasEncoreCreee;
}
