using System.Reflection;

namespace PlusPortal.Domain.Matching.Rules;

/// <summary>Every number of <see cref="MatchingRules"/> that staff may change. A property added there gets one line here; a test says when it is forgotten.</summary>
/// <remarks>Bounds keep one criterion from drowning the others; editorial choice, to be confirmed by PLUS.</remarks>
public static class RuleWeights
{
    private const string Themes = "Thèmes";
    private const string Place = "Proximité";
    private const string Part = "Rôle de l'acteur";
    private const string Sector = "Secteur";
    private const string Help = "Façon d'aider et urgence";
    private const string Audience = "Public visé";
    private const string Text = "Texte de la demande";
    private const string Trust = "Fiche, délai et passé";
    private const string Doubts = "Conditions incertaines";
    private const string Length = "Longueur du résultat";

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<RuleWeight> All { get; } =
    [
        new(nameof(MatchingRules.DeclaredTheme), Themes, "Thème déclaré", "Poids d'un thème que la structure a coché et que son texte ne reprend pas.", 0, 20),
        new(nameof(MatchingRules.ConfirmedTheme), Themes, "Thème déclaré et confirmé", "Poids d'un thème coché dont le texte parle aussi.", 0, 20),
        new(nameof(MatchingRules.SuggestedTheme), Themes, "Thème lu dans le texte", "Poids d'un thème que seul le texte évoque, clairement.", 0, 20),
        new(nameof(MatchingRules.HintedTheme), Themes, "Thème à peine évoqué", "Poids d'un thème que seul le texte évoque, sans certitude.", 0, 20),
        new(nameof(MatchingRules.DoubtfulTheme), Themes, "Thème douteux", "Poids d'un thème coché que le texte contredit, ou d'une demande floue.", 0, 20),
        new(nameof(MatchingRules.LeastSpecificity), Themes, "Multiplicateur d'un thème courant", "Multiplie le poids d'un thème que presque tous les acteurs traitent.", 0, 10),
        new(nameof(MatchingRules.MostSpecificity), Themes, "Multiplicateur d'un thème rare", "Multiplie le poids d'un thème que peu d'acteurs traitent.", 1, 10),
        new(nameof(MatchingRules.ThemesCap), Themes, "Plafond des thèmes", "Le plus de points que les thèmes peuvent apporter à une offre.", 0, 200),
        new(nameof(MatchingRules.FocusPercent), Themes, "Offre spécialisée, en pour cent", "Part ajoutée aux points d'une offre d'un ou deux thèmes, moitié moins pour trois ou quatre.", 0, 100),
        new(nameof(MatchingRules.BesideCorePercent), Themes, "À côté du cœur du besoin, en pour cent", "Part des points de thème d'une offre qui ne traite aucun thème à la fois coché et raconté.", 0, 100),
        new(nameof(MatchingRules.OtherOffersPercent), Themes, "Autres offres du même acteur, en pour cent", "Part des points d'un thème auquel une autre offre du même acteur répond.", 0, 100),
        new(nameof(MatchingRules.SubStage), Themes, "Moment du projet", "Points ajoutés quand l'offre vise ce moment du projet, retirés quand elle en vise d'autres.", 0, 50),

        new(nameof(MatchingRules.NearCommune), Place, "Acteur de la commune", "Points d'un acteur dont le territoire est la commune.", 0, 50),
        new(nameof(MatchingRules.NearEpci), Place, "Acteur de l'intercommunalité", "Points d'un acteur dont le territoire est l'intercommunalité.", 0, 50),
        new(nameof(MatchingRules.NearDepartement), Place, "Acteur du seul département", "Points d'un acteur dont le territoire est ce département et aucun autre.", 0, 50),
        new(nameof(MatchingRules.NearDepartements), Place, "Acteur de plusieurs départements", "Points d'un acteur présent dans plusieurs départements.", 0, 50),
        new(nameof(MatchingRules.NearRegion), Place, "Acteur régional", "Points d'un acteur dont le territoire est la région.", 0, 50),

        new(nameof(MatchingRules.GuideForVagueNeed), Part, "Premier accueil pour un besoin flou", "Points d'un premier accueil quand le besoin est vague ou urgent.", 0, 50),
        new(nameof(MatchingRules.WelcomeFirst), Part, "Accueil avant tout", "Points de plus quand accueillir et orienter est la première chose que fait l'offre.", 0, 50),
        new(nameof(MatchingRules.BreadthCap), Part, "Plafond de la polyvalence", "Le plus de points qu'une offre polyvalente reçoit pour un besoin flou.", 0, 50),
        new(nameof(MatchingRules.SpecialistForPreciseNeed), Part, "Spécialiste pour un besoin précis", "Points d'un spécialiste quand le besoin est précis.", 0, 50),
        new(nameof(MatchingRules.SpecialistForVagueNeed), Part, "Spécialiste pour un besoin flou", "Points retirés à un spécialiste quand le besoin est flou.", 0, 100),
        new(nameof(MatchingRules.FunderUncalled), Part, "Financeur non demandé", "Points retirés à un financeur quand aucun argent n'est demandé, moitié moins quand le besoin n'est pas chiffré.", 0, 100),
        new(nameof(MatchingRules.FunderBeforeStatute), Part, "Financeur avant le statut", "Points retirés à un financeur quand un projet a d'abord son statut à choisir.", 0, 100),
        new(nameof(MatchingRules.BankForGuarantee), Part, "Banque pour une garantie", "Points retirés à une banque quand la demande cherche une garantie.", 0, 100),
        new(nameof(MatchingRules.OutOfScope), Part, "Demande sans lien avec l'ESS", "Points retirés à une offre réservée à l'ESS quand rien n'y relie la demande.", 0, 100),
        new(nameof(MatchingRules.AlreadyMet), Part, "Acteur déjà rencontré", "Points retirés à un acteur que la structure a déjà vu.", 0, 100),

        new(nameof(MatchingRules.SectorShared), Sector, "Secteur connu", "Points d'une offre tournée vers le secteur de la structure.", 0, 50),
        new(nameof(MatchingRules.SectorOnly), Sector, "Secteur unique", "Points de plus quand l'offre ne vise que ce secteur.", 0, 50),
        new(nameof(MatchingRules.SectorOther), Sector, "Autre secteur", "Points retirés à une offre tournée vers d'autres secteurs.", 0, 100),
        new(nameof(MatchingRules.SectorUnknown), Sector, "Secteur inconnu", "Points retirés à une offre réservée à des secteurs quand celui de la structure n'est pas connu.", 0, 100),

        new(nameof(MatchingRules.ModeShared), Help, "Façon d'aider attendue", "Points de chaque façon d'aider que la demande attend.", 0, 50),
        new(nameof(MatchingRules.ModesCap), Help, "Plafond des façons d'aider", "Le plus de points que les façons d'aider peuvent apporter.", 0, 100),
        new(nameof(MatchingRules.PreventionWhenUrgent), Help, "Écoute et prévention en urgence", "Points de l'écoute et de la prévention quand l'argent manque maintenant.", 0, 100),
        new(nameof(MatchingRules.BesideUrgency), Help, "À côté de l'urgence", "Points retirés à une offre qui ne traite pas le manque d'argent quand il est immédiat.", 0, 100),
        new(nameof(MatchingRules.SlowWhenUrgent), Help, "Aide trop lente en urgence", "Points retirés aux aides lentes (subvention, incubation, ingénierie) quand l'argent manque maintenant.", 0, 100),

        new(nameof(MatchingRules.AudienceMet), Audience, "Fait pour ce public", "Points d'une offre faite pour ce genre de structure.", 0, 50),
        new(nameof(MatchingRules.AudienceMissed), Audience, "Fait pour un autre public", "Points retirés à une offre faite pour un autre genre de structure.", 0, 100),
        new(nameof(MatchingRules.MilieuShared), Audience, "Même famille de structures", "Points d'une offre faite pour la famille de structures (coopératives, tiers-lieux, insertion) dont parle la demande.", 0, 50),
        new(nameof(MatchingRules.MilieuOther), Audience, "Autre famille de structures", "Points retirés à une offre faite pour une autre famille de structures.", 0, 100),
        new(nameof(MatchingRules.EstablishedEmployerFte), Audience, "Effectif d'un employeur établi", "Nombre d'équivalents temps plein à partir duquel un guichet pour bénévoles n'est plus le premier à contacter.", 1, 100),

        new(nameof(MatchingRules.TextCap), Text, "Plafond des mots communs", "Le plus de points que les mots communs à la demande et à l'offre apportent.", 0, 100),

        new(nameof(MatchingRules.FreshSheet), Trust, "Fiche récente", "Points d'une fiche confirmée depuis moins de six mois\u00A0; ils baissent les trois mois suivants.", 0, 20),
        new(nameof(MatchingRules.QuickAnswer), Trust, "Réponse rapide annoncée", "Points d'un acteur qui annonce une réponse sous une semaine, retirés pour un long délai, deux fois en urgence.", 0, 20),
        new(nameof(MatchingRules.HistoryCap), Trust, "Plafond des réponses passées", "Le plus de points que les réponses passées ajoutent ou retirent\u00A0; 0 n'en tient pas compte.", 0, 20),
        new(nameof(MatchingRules.NamedBetter), Trust, "Nommé mieux placé", "Le plus de points d'un acteur que d'autres ont nommé mieux placé pour des demandes d'un même thème\u00A0; 0 n'en tient pas compte.", 0, 20),

        new(nameof(MatchingRules.QualificationUnknown), Doubts, "Agrément non confirmé", "Points retirés quand l'offre demande un agrément dont on ne sait pas si la structure l'a.", 0, 100),
        new(nameof(MatchingRules.InsolvencySuspected), Doubts, "Cessation de paiements évoquée", "Points retirés quand le texte évoque une cessation de paiements que l'offre exclut.", 0, 100),
        new(nameof(MatchingRules.StageOnlyDeclared), Doubts, "Étape déclarée mais contredite", "Points retirés quand l'offre vise l'étape déclarée, et pas celle que le texte évoque.", 0, 100),
        new(nameof(MatchingRules.StageOnlySuggested), Doubts, "Étape seulement évoquée", "Points retirés quand l'offre ne vise pas l'étape déclarée, mais celle que le texte évoque.", 0, 100),
        new(nameof(MatchingRules.LimitsMet), Doubts, "Budget ou montant", "Points quand le budget ou le montant convient, retirés deux fois quand il ne convient pas.", 0, 50),

        new(nameof(MatchingRules.LeastScore), Length, "Score minimum", "Points au-dessous desquels une offre sans thème commun n'est pas proposée.", -50, 100),
        new(nameof(MatchingRules.FloorPercent), Length, "Écart avec le premier, en pour cent", "Part du score du premier au-dessous de laquelle un acteur n'est pas proposé\u00A0; moitié moins s'il traite le cœur du besoin, 0 les garde tous.", 0, 100),
        new(nameof(MatchingRules.MaxProposals), Length, "Nombre de propositions", "Le plus d'acteurs proposés pour une demande.", 3, 20),
        new(nameof(MatchingRules.MaxExclusions), Length, "Nombre d'acteurs écartés", "Le plus d'acteurs écartés gardés avec leur raison.", 20, 500),
    ];

    /// <summary>Headings in the order of the page.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. All.Select(weight => weight.Group).Distinct()];

    /// <summary>The weight of that name, or null.</summary>
    public static RuleWeight? Find(string name) => All.FirstOrDefault(weight => weight.Name == name);

    /// <summary>Every weight of some rules by name.</summary>
    public static IReadOnlyDictionary<string, int> ValuesOf(MatchingRules rules) => All.ToDictionary(weight => weight.Name, weight => weight.ValueIn(rules), StringComparer.Ordinal);

    /// <summary>Rules with these values. A weight that the values do not hold is the program's; a value that the program no longer knows is left out.</summary>
    public static MatchingRules ToRules(int version, IReadOnlyDictionary<string, int> values)
    {
        var rules = MatchingRules.Current with { Version = version };
        foreach (var weight in All)
        {
            if (values.TryGetValue(weight.Name, out var value)) Property(weight.Name).SetValue(rules, value);
        }

        return rules;
    }

    /// <summary>What differs between two sets of values, in the order of the page.</summary>
    public static IReadOnlyList<RuleDifference> Between(MatchingRules before, MatchingRules after) =>
    [
        .. All.Select(weight => new RuleDifference(weight, weight.ValueIn(before), weight.ValueIn(after))).Where(difference => difference.Before != difference.After),
    ];

    internal static PropertyInfo Property(string name) => typeof(MatchingRules).GetProperty(name)!;
}

/// <summary>One weight that differs between two versions.</summary>
public sealed record RuleDifference(RuleWeight Weight, int Before, int After);
