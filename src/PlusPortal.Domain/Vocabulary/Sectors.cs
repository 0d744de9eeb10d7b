namespace PlusPortal.Domain.Vocabulary;

/// <summary>Sectors of activity. They refine the ranking and never block a request; an offer without sector serves all of them.</summary>
/// <remarks>Source: controlled vocabulary of PLUS, version 1, to be confirmed by PLUS.</remarks>
public static class Sectors
{
    /// <summary>Action sociale et solidarités.</summary>
    public const string ActionSociale = "action-sociale";

    /// <summary>Santé, handicap, grand âge.</summary>
    public const string SanteMedicoSocial = "sante-medico-social";

    /// <summary>Petite enfance et jeunesse.</summary>
    public const string EnfanceJeunesse = "enfance-jeunesse";

    /// <summary>Éducation populaire et formation.</summary>
    public const string EducationPopulaire = "education-populaire";

    /// <summary>Culture et patrimoine.</summary>
    public const string Culture = "culture";

    /// <summary>Sport et loisirs.</summary>
    public const string SportLoisirs = "sport-loisirs";

    /// <summary>Environnement et éducation à l'environnement.</summary>
    public const string Environnement = "environnement";

    /// <summary>Réemploi et économie circulaire.</summary>
    public const string Reemploi = "reemploi";

    /// <summary>Alimentation et agriculture.</summary>
    public const string AlimentationAgriculture = "alimentation-agriculture";

    /// <summary>Insertion et emploi.</summary>
    public const string InsertionEmploi = "insertion-emploi";

    /// <summary>Logement et habitat.</summary>
    public const string Habitat = "habitat";

    /// <summary>Mobilité.</summary>
    public const string Mobilite = "mobilite";

    /// <summary>Services à la personne.</summary>
    public const string ServicesPersonne = "services-personne";

    /// <summary>Numérique.</summary>
    public const string Numerique = "numerique";

    /// <summary>Tourisme et hébergement.</summary>
    public const string Tourisme = "tourisme";

    /// <summary>Commerce et artisanat.</summary>
    public const string CommerceArtisanat = "commerce-artisanat";

    /// <summary>Bâtiment et industrie.</summary>
    public const string BatimentIndustrie = "batiment-industrie";

    /// <summary>Énergie.</summary>
    public const string Energie = "energie";

    /// <summary>Solidarité internationale.</summary>
    public const string SolidariteInternationale = "solidarite-internationale";

    /// <summary>Banque, assurance, mutualité.</summary>
    public const string FinanceAssurance = "finance-assurance";

    /// <summary>Conseil et services aux organisations.</summary>
    public const string ConseilServices = "conseil-services";

    /// <summary>Autre.</summary>
    public const string Autre = "autre";

    /// <summary>Every term, in the order in which people see them.</summary>
    public static TermList All { get; } = new(
        "sector",
        [
            new(ActionSociale, "Action sociale et solidarités"),
            new(SanteMedicoSocial, "Santé, handicap, grand âge"),
            new(EnfanceJeunesse, "Petite enfance et jeunesse"),
            new(EducationPopulaire, "Éducation populaire et formation"),
            new(Culture, "Culture et patrimoine"),
            new(SportLoisirs, "Sport et loisirs"),
            new(Environnement, "Environnement et éducation à l’environnement"),
            new(Reemploi, "Réemploi et économie circulaire"),
            new(AlimentationAgriculture, "Alimentation et agriculture"),
            new(InsertionEmploi, "Insertion et emploi"),
            new(Habitat, "Logement et habitat"),
            new(Mobilite, "Mobilité"),
            new(ServicesPersonne, "Services à la personne"),
            new(Numerique, "Numérique"),
            new(Tourisme, "Tourisme et hébergement"),
            new(CommerceArtisanat, "Commerce et artisanat"),
            new(BatimentIndustrie, "Bâtiment et industrie"),
            new(Energie, "Énergie"),
            new(SolidariteInternationale, "Solidarité internationale"),
            new(FinanceAssurance, "Banque, assurance, mutualité"),
            new(ConseilServices, "Conseil et services aux organisations"),
            new(Autre, "Autre"),
        ]);
}
