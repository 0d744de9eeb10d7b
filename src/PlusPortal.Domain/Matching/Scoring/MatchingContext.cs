using System.Numerics;
using System.Runtime.CompilerServices;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Scoring;

/// <summary>What is the same for every offer while one request is matched.</summary>
internal sealed class MatchingContext
{
    private readonly int[] themeWeights = new int[ThemeMask.Capacity];
    private readonly int[] themeMultipliers = new int[ThemeMask.Capacity];
    private readonly int[] themeCounts = new int[ThemeMask.Capacity];
    private readonly RequestWords words;
    private readonly bool cooperates;
    private readonly bool shares;
    private readonly bool integrates;
    private int eligibleCount;
    private (CatalogOffer? Offer, TerritoryLevel? Level, int? WordPoints) located;

    public MatchingContext(MatchingCriteria criteria, NeedAssessment assessment, MatchingRules rules, DateOnly today)
    {
        Criteria = criteria;
        Assessment = assessment;
        Rules = rules;
        Today = today;
        IsEmployer = EmployerOf(criteria);
        HeadcountFte = criteria.HeadcountFte ?? (LegalForms.IsProject(criteria.LegalForm) ? Interval.Exactly(0) : null);
        AreQualificationsKnown = criteria.QualificationsKnown || LegalForms.IsProject(criteria.LegalForm);
        Sectors = SectorsOf(criteria, Reading);
        WantedModes = WantedModesOf(criteria, assessment);
        WantsMoney = (Reading.AmountsEuros.Count > 0 && !Reading.Tells(Notions.NoMoneyAsked)) || (Reading.Tells(Notions.NoMoneyAsked) ? criteria.Themes : AllThemes()).Any(code => Themes.GroupOf(code) == ThemeGroups.Financement);
        AsksForFunding = Reading.Themes.Any(theme => theme.Strength >= NeedReading.Strong && Themes.GroupOf(theme.Code) == ThemeGroups.Financement);
        IsEmployeeTakeover = Reading.Tells(Notions.EmployeeTakeover) && Reading.Voice != Voice.Alone;
        cooperates = Belongs(OfferMilieu.Cooperatives);
        shares = Belongs(OfferMilieu.SharedPlaces);
        integrates = Belongs(OfferMilieu.Integration);
        IsAboutStatute = LegalForms.IsProject(criteria.LegalForm) && NeedReading.Find(Reading.Themes, Themes.ChoixStatutCreation) is { Strength: >= NeedReading.Strong };
        words = new RequestWords(FrenchWords.Terms($"{criteria.Title}. {criteria.Description}"));
        WeighThemes();
    }

    public MatchingCriteria Criteria { get; }

    public NeedAssessment Assessment { get; }

    public NeedReading Reading => Assessment.Reading;

    public MatchingRules Rules { get; }

    public DateOnly Today { get; }

    /// <summary>Whether the structure employs somebody; null when not said. A project employs nobody.</summary>
    public bool? IsEmployer { get; }

    public Interval? HeadcountFte { get; }

    public bool AreQualificationsKnown { get; }

    /// <summary>Sectors declared, else told by the text.</summary>
    public IReadOnlyList<string> Sectors { get; }

    /// <summary>Ways of helping that the need calls for.</summary>
    public IReadOnlySet<string> WantedModes { get; }

    /// <summary>Whether money is asked for.</summary>
    public bool WantsMoney { get; }

    /// <summary>Whether the text clearly asks for funding.</summary>
    public bool AsksForFunding { get; }

    /// <summary>Whether employees take over their company together; one of them alone is a buyer like another.</summary>
    public bool IsEmployeeTakeover { get; }

    /// <summary>Whether an amount is named.</summary>
    public bool IsCosted => Reading.AmountsEuros.Count > 0;

    /// <summary>Themes wanted, declared or told.</summary>
    public ThemeMask WantedThemes { get; private set; }

    /// <summary>Themes that are both declared and told: the heart of the need. All its main themes when there is none.</summary>
    public ThemeMask CoreThemes { get; private set; }

    /// <summary>What must be treated for the request to be answered: its core themes when one of them is also what the text tells most clearly.</summary>
    public ThemeMask HeartOfNeed => Reading.Themes.Count > 0 && CoreThemes.Has(ThemeMask.PositionOf(Reading.Themes[0].Code)) ? CoreThemes : MainThemes;

    /// <summary>Themes that the request is about.</summary>
    public ThemeMask MainThemes { get; private set; }

    /// <summary>Whether verdicts carry their sentence: not while offers are sifted and scored, then for those that people read about.</summary>
    public bool WritesSentences { get; private set; }

    /// <summary>From now on verdicts carry their sentence.</summary>
    public void WriteSentences() => WritesSentences = true;

    public Verdict Met(string text, int points = 0) => new(Outcome.Met, points, text);

    public Verdict Met([InterpolatedStringHandlerArgument("")] Sentence text, int points = 0) => new(Outcome.Met, points, text.Take());

    public Verdict Unmet(string text, int points = 0) => new(Outcome.Unmet, points, text);

    public Verdict Unmet([InterpolatedStringHandlerArgument("")] Sentence text, int points = 0) => new(Outcome.Unmet, points, text.Take());

    public Verdict Unknown(string text, int points = 0) => new(Outcome.Unknown, points, text);

    public Verdict Unknown([InterpolatedStringHandlerArgument("")] Sentence text, int points = 0) => new(Outcome.Unknown, points, text.Take());

    /// <summary>Nearest level at which an offer covers the commune; several criteria ask it of the same offer in a row.</summary>
    public TerritoryLevel? LevelOf(CatalogOffer offer)
    {
        if (!ReferenceEquals(offer, located.Offer)) located = (offer, offer.Content.Coverage.LevelAt(Criteria.Place), null);
        return located.Level;
    }

    /// <summary>Says at which level an offer covers the commune and what its shared words are worth, for who knows it already.</summary>
    public void Locate(CatalogOffer offer, TerritoryLevel level, int wordPoints) => located = (offer, level, wordPoints);

    /// <summary>Whether a project has its legal form to choose, and says so.</summary>
    public bool IsAboutStatute { get; }

    /// <summary>Themes that treat money missing now.</summary>
    public ThemeMask UrgentThemes { get; } = ThemeMask.Of([Themes.TresorerieUrgence, Themes.RestructurationProcedure, Themes.PretGarantie]);

    /// <summary>Whether the request belongs to a family of structures, or speaks of joining it.</summary>
    public bool IsOf(OfferMilieu milieu) => milieu switch
    {
        OfferMilieu.Cooperatives => cooperates,
        OfferMilieu.SharedPlaces => shares,
        OfferMilieu.Integration => integrates,
        _ => true,
    };

    private bool Belongs(OfferMilieu milieu) => milieu switch
    {
        OfferMilieu.Cooperatives => Criteria.LegalForm is LegalForms.Scop or LegalForms.Scic or LegalForms.Cae or LegalForms.CooperativeAutre
            || Reading.Tells(Notions.WantsCooperative) || IsEmployeeTakeover || Criteria.Themes.Contains(Themes.TransformationStatut),
        OfferMilieu.SharedPlaces => Mentions(Themes.CooperationTiersLieu),
        OfferMilieu.Integration => Mentions(Themes.InsertionActiviteEconomique) || Sectors.Contains(Vocabulary.Sectors.InsertionEmploi)
            || Reading.Qualifications.Any(quality => quality.Code is Qualifications.SiaeAci or Qualifications.SiaeAi or Qualifications.SiaeEi or Qualifications.SiaeEtti or Qualifications.RegieQuartier)
            || Criteria.Qualifications.Any(quality => quality is Qualifications.SiaeAci or Qualifications.SiaeAi or Qualifications.SiaeEi or Qualifications.SiaeEtti or Qualifications.RegieQuartier),
        _ => true,
    };

    private bool Mentions(string theme) => Criteria.Themes.Contains(theme) || NeedReading.Find(Reading.Themes, theme) is not null;

    /// <summary>Points of a theme: its weight in the request times how specific it is among the eligible offers.</summary>
    public int PointsOf(int theme) => themeWeights[theme] * themeMultipliers[theme];

    /// <summary>Learns from an eligible offer how common its themes and words are. Offers that cannot be proposed teach nothing, so adding one changes nothing.</summary>
    public void Learn(CatalogOffer offer)
    {
        eligibleCount++;
        foreach (var theme in offer.ThemeSet.And(WantedThemes)) themeCounts[theme]++;
        words.Count(offer.NameTerms);
        words.Count(offer.DescriptionTerms);
    }

    /// <summary>Learns the same from all eligible offers at once.</summary>
    /// <param name="eligible">How many there are.</param>
    /// <param name="countTheme">How many of them answer a theme.</param>
    /// <param name="countWord">How many of them have a word, as its <see cref="TermHash"/>.</param>
    public void Learn(int eligible, Func<int, int> countTheme, Func<ulong, int> countWord)
    {
        eligibleCount = eligible;
        foreach (var theme in WantedThemes) themeCounts[theme] = countTheme(theme);
        words.Count(countWord);
    }

    /// <summary>Draws from what was learnt how specific each theme and each word is.</summary>
    public void Conclude()
    {
        for (var theme = 0; theme < themeCounts.Length; theme++)
            themeMultipliers[theme] = Math.Min(Rules.MostSpecificity, Rules.LeastSpecificity + Rarity(themeCounts[theme], eligibleCount));
        words.Weigh(count => Math.Min(4, Rarity(count, eligibleCount)));
    }

    /// <summary>Words of the request, weighed once concluded.</summary>
    public RequestWords Words => words;

    /// <summary>Points for the words shared with an offer, those of its title and of its actor's name counting double; the few rarest words count.</summary>
    public int TextPoints(CatalogOffer offer)
    {
        if (ReferenceEquals(offer, located.Offer) && located.WordPoints is { } known) return Math.Min(Rules.TextCap, known);
        Span<int> best = stackalloc int[RequestWords.Counted];
        best.Clear();
        words.Collect(offer.NameTerms, 2, best);
        words.Collect(offer.DescriptionTerms, 1, best);
        var sum = 0;
        foreach (var points in best) sum += points;
        return Math.Min(Rules.TextCap, sum);
    }

    private void WeighThemes()
    {
        foreach (var evidence in Reading.Themes)
        {
            var weight = evidence.Strength >= NeedReading.Strong ? Rules.SuggestedTheme : evidence.Strength >= NeedReading.Hint ? Rules.HintedTheme : 0;
            var isActivity = NeedAssessment.IsAlsoActivity(evidence.Code) && !evidence.IsAsked;
            var isMinor = !Assessment.IsUrgent && evidence.Strength * 3 < Reading.Themes[0].Strength;
            Weigh(evidence.Code, Assessment.IsForGuides || isActivity || isMinor || IsBesideUrgency(evidence.Code) ? Math.Min(weight, Rules.HintedTheme) : weight);
        }

        foreach (var code in Criteria.Themes)
        {
            var isTold = NeedReading.Find(Reading.Themes, code) is { Strength: >= NeedReading.Hint };
            var isDoubtful = Assessment.AreThemesDoubtful || (Assessment.IsForGuides && !isTold) || IsBesideUrgency(code) || IsToldBetter(code);
            Weigh(code, isDoubtful ? Rules.DoubtfulTheme : isTold ? Rules.ConfirmedTheme : Rules.DeclaredTheme);
        }

        if (Assessment.IsUrgent) Weigh(Themes.TresorerieUrgence, Rules.ConfirmedTheme);
        MainThemes = ThemeMask.Of(Themes.All.Select(term => term.Code).Where(IsMain));
        CoreThemes = ThemeMask.Of(Criteria.Themes.Where(code => !Assessment.AreThemesDoubtful && NeedReading.Find(Reading.Themes, code) is { Strength: >= NeedReading.Moderate }));
        if (CoreThemes.Bits == 0 || Assessment.IsUrgent) CoreThemes = MainThemes;
        WantedThemes = ThemeMask.Of(Themes.All.Select(term => term.Code).Where(code => themeWeights[ThemeMask.PositionOf(code)] > 0));
    }

    /// <summary>Whether a theme is what the request is about, not something that it mentions.</summary>
    private bool IsMain(string code)
    {
        var weight = themeWeights[ThemeMask.PositionOf(code)];
        return weight >= Rules.SuggestedTheme || Criteria.Themes.Contains(code) || (weight > 0 && Assessment.IsUrgent && code == Themes.PretGarantie);
    }

    /// <summary>When money is missing now, what can wait waits.</summary>
    private bool IsBesideUrgency(string code) => Assessment.IsUrgent && Themes.GroupOf(code) is not (ThemeGroups.Difficultes or ThemeGroups.Financement);

    /// <summary>Whether « prêt bancaire » was ticked for want of knowing the word « microcrédit », which the text describes.</summary>
    private bool IsToldBetter(string code) =>
        code == Themes.PretGarantie
        && NeedReading.Find(Reading.Themes, Themes.MicrocreditPretHonneur) is { Strength: >= NeedReading.Strong } small
        && small.Strength > (NeedReading.Find(Reading.Themes, code)?.Strength ?? 0);

    private void Weigh(string code, int weight)
    {
        var position = ThemeMask.PositionOf(code);
        if (position >= 0) themeWeights[position] = weight;
    }

    private IEnumerable<string> AllThemes() => Criteria.Themes.Concat(Assessment.SuggestedThemes.Select(theme => theme.Code));

    /// <summary>0 when everybody has it, one more each time the share halves.</summary>
    private static int Rarity(int count, int total) => count == 0 || total == 0 ? 0 : BitOperations.Log2((uint)(total / count));

    private static bool? EmployerOf(MatchingCriteria criteria) => criteria.HeadcountFte switch
    {
        { Low: > 0 } or { Low: 0, LowExcluded: true } => true,
        { High: 0 } => false,
        null when LegalForms.IsProject(criteria.LegalForm) => false,
        _ => null,
    };

    private static IReadOnlyList<string> SectorsOf(MatchingCriteria criteria, NeedReading reading)
    {
        if (criteria.Sectors.Count > 0) return criteria.Sectors;
        return [.. reading.Sectors.Where(sector => sector.Strength * 2 >= reading.Sectors[0].Strength).Select(sector => sector.Code)];
    }

    private static HashSet<string> WantedModesOf(MatchingCriteria criteria, NeedAssessment assessment)
    {
        var modes = assessment.Reading.SupportModes.Select(mode => mode.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var theme in criteria.Themes.Concat(assessment.SuggestedThemes.Where(theme => theme.Strength >= NeedReading.Strong).Select(theme => theme.Code)))
        {
            if (ModeOf(theme) is { } mode && !assessment.AreThemesDoubtful) modes.Add(mode);
        }

        if (assessment.IsUrgent) modes.Add(SupportModes.EcouteDifficultes);
        return modes;
    }

    private static string? ModeOf(string theme) => theme switch
    {
        Themes.PretGarantie or Themes.MicrocreditPretHonneur => SupportModes.PretGarantie,
        Themes.FondsPropres => SupportModes.FondsPropres,
        Themes.SubventionAppelProjets or Themes.MecenatParticipatif => SupportModes.Subvention,
        Themes.FormationCompetences => SupportModes.Formation,
        Themes.LocauxHebergement => SupportModes.Hebergement,
        Themes.ReseauPartenariats => SupportModes.MiseEnReseau,
        Themes.FonctionEmployeur or Themes.EmploiPartage => SupportModes.AppuiEmployeur,
        Themes.AgrementsConventionnements => SupportModes.InstructionAdministrative,
        Themes.TresorerieUrgence => SupportModes.EcouteDifficultes,
        Themes.RestructurationProcedure or Themes.ModeleEconomique or Themes.StrategieDeveloppement or Themes.FusionMutualisation => SupportModes.Diagnostic,
        _ => null,
    };
}
