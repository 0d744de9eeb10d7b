using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Triage;

/// <summary>What a request's declaration and its text say together, before any offer is looked at.</summary>
public sealed record NeedAssessment
{
    /// <summary>Words with a meaning from which a text can be worked with.</summary>
    public const int UsefulWords = 6;

    private const int StageMargin = 3;
    private const int StageEvidence = 6;
    private const int TwoPhrases = 6;
    private const int TwoUrgencies = 12;
    private const int ClearlyOther = 7;
    private const int EstablishedYears = 3;
    private const int SmallestTeam = 2;
    private const int WholeTeam = 6;

    /// <summary>What the text tells.</summary>
    public required NeedReading Reading { get; init; }

    /// <summary>Sub-stage that the text makes likely, else the declared one.</summary>
    public string? SuggestedSubStage { get; init; }

    /// <summary>Stage that the text makes likely, else the declared one.</summary>
    public string? SuggestedStage { get; init; }

    /// <summary>Whether the declared stage is doubtful: text, form or sub-stage contradict it.</summary>
    public bool IsStageDoubtful { get; init; }

    /// <summary>Whether the declared themes are doubtful: the text clearly speaks of something else.</summary>
    public bool AreThemesDoubtful { get; init; }

    /// <summary>Whether nothing precise can be understood yet.</summary>
    public bool IsVague { get; init; }

    /// <summary>Whether the need itself is vague, so that only somebody who welcomes everybody can help: an unknown stage alone is not enough.</summary>
    public bool IsForGuides { get; init; }

    /// <summary>Whether the text is shorter than useful.</summary>
    public bool IsTooShort { get; init; }

    /// <summary>Whether a rather short text stops in the middle of a sentence.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Whether money is missing now.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether the message seems to sell something: nobody is proposed.</summary>
    public bool IsUnwanted { get; init; }

    /// <summary>Whether nothing ties the request to the social economy: services for companies are the right door.</summary>
    public bool IsOutOfScope { get; init; }

    /// <summary>Themes suggested beside the declaration, the most likely first.</summary>
    public IReadOnlyList<Evidence> SuggestedThemes { get; init; } = [];

    /// <summary>Assesses a request.</summary>
    /// <param name="criteria">What was declared.</param>
    /// <param name="reading">What the text tells.</param>
    /// <param name="today">Paris date, to tell how long the structure has existed.</param>
    public static NeedAssessment Of(MatchingCriteria criteria, NeedReading reading, DateOnly today)
    {
        reading = Declared.Corrected(criteria, reading);
        var isUrgent = IsUrgentNeed(criteria, reading);
        if (isUrgent) reading = WithUrgencyTold(reading);
        var isUnwanted = Solicitations.Reason(criteria, reading) is not null;
        var isVague = !isUrgent && IsVagueNeed(criteria, reading);
        var (subStage, stage, isStageDoubtful) = AssessStage(criteria, reading, isUrgent, today);
        return new NeedAssessment
        {
            Reading = reading,
            IsUrgent = isUrgent,
            IsOutOfScope = !isUnwanted && OutOfScope.Reason(criteria, reading) is not null,
            IsUnwanted = isUnwanted,
            SuggestedSubStage = subStage,
            SuggestedStage = stage,
            IsStageDoubtful = isStageDoubtful,
            AreThemesDoubtful = AreDeclaredThemesDoubtful(criteria, reading, isUrgent),
            IsVague = isVague,
            IsForGuides = isVague && (criteria.Stage is not null || AskedStrength(reading) < NeedReading.Moderate && criteria.Themes.Count == 0),
            IsCutShort = reading.EndsMidSentence && reading.MeaningfulWordCount < 4 * UsefulWords,
            IsTooShort = IsTooShortFor(criteria, reading),
            SuggestedThemes = [.. reading.Themes.Where(theme => theme.Strength >= NeedReading.Moderate && theme.Strength * 3 >= reading.Themes[0].Strength).Take(Themes.MaxPerRequest)],
        };
    }

    /// <summary>Money that is missing now is a theme too, however it is told.</summary>
    private static NeedReading WithUrgencyTold(NeedReading reading)
    {
        if (reading.Notion(Notions.UrgentMoney) is not { } told || NeedReading.Find(reading.Themes, Themes.TresorerieUrgence) is { Strength: >= NeedReading.Strong }) return reading;
        var themes = reading.Themes.Where(theme => theme.Code != Themes.TresorerieUrgence).Append(told with { Code = Themes.TresorerieUrgence, IsAsked = true });
        return reading with { Themes = [.. themes.OrderByDescending(theme => theme.Strength).ThenBy(theme => theme.Code, StringComparer.Ordinal)] };
    }

    private static bool IsUrgentNeed(MatchingCriteria criteria, NeedReading reading)
    {
        if (criteria.MoneyThreatened == true || criteria.Themes.Contains(Themes.TresorerieUrgence)) return true;
        if (reading.Notion(Notions.UrgentMoney) is { } urgent) return urgent.Strength >= TwoUrgencies || !reading.Tells(Notions.SoundMoney);
        if (reading.Tells(Notions.SoundMoney)) return false;
        return reading.Notion(Notions.StrainedMoney) is { Strength: >= TwoPhrases } strain && (strain.Strength > TwoPhrases || reading.Tells(Notions.NearDate));
    }

    private static (string? SubStage, string? Stage, bool IsDoubtful) AssessStage(MatchingCriteria criteria, NeedReading reading, bool isUrgent, DateOnly today)
    {
        var declared = criteria.Stage;
        var contradicts = criteria.SubStage is not null && declared is not null && SubStages.StageOf(criteria.SubStage) is { } parent && parent != declared;
        if (isUrgent && criteria.Themes.Count + reading.Themes.Count > 0 && !LegalForms.IsProject(criteria.LegalForm))
            return (SubStages.RestructurationDifficultes, Stages.Transformer, declared is not null && declared != Stages.Transformer);

        var isTakeover = reading.Tells(Notions.EmployeeTakeover) || NeedReading.Find(reading.SubStages, SubStages.TransmissionReprise) is not null;
        if (LegalForms.IsProject(criteria.LegalForm) && declared is Stages.Developper or Stages.Transformer && !isTakeover && criteria.HeadcountFte is not { Low: > 0 })
            return (BestOf(reading, Stages.Demarrer)?.Code ?? SubStages.IdeeEmergence, Stages.Demarrer, true);

        if (declared == Stages.Demarrer && IsEstablished(criteria, reading, today))
        {
            if (isTakeover && !LegalForms.IsAssociation(criteria.LegalForm)) return (SubStages.TransmissionReprise, Stages.Transformer, true);
            var later = reading.SubStages.FirstOrDefault(evidence => SubStages.StageOf(evidence.Code) != Stages.Demarrer && evidence.Strength >= 2 * NeedReading.Strong);
            return later is null ? (SubStages.Consolidation, Stages.Developper, true) : (later.Code, SubStages.StageOf(later.Code), true);
        }

        var plausible = reading.SubStages.Where(evidence => IsPlausible(evidence, criteria, reading.Tells(Notions.RecentlyCreated))).ToList();
        if (plausible.Count == 0) return (criteria.SubStage, declared ?? SubStages.StageOf(criteria.SubStage), contradicts);

        var best = plausible[0];
        var bestStage = SubStages.StageOf(best.Code)!;
        if (declared is null) return (best.Code, bestStage, false);
        if (bestStage == declared) return (best.Strength > NeedReading.Strong ? best.Code : criteria.SubStage ?? best.Code, declared, contradicts);

        var own = BestOf(reading, declared)?.Strength ?? 0;
        var isClear = best.Strength >= StageEvidence && best.Strength >= own + StageMargin;
        return isClear ? (best.Code, bestStage, true) : (criteria.SubStage, declared, contradicts);
    }

    /// <summary>Whether a structure that says it starts has existed for years, with a team: « depuis 2009 », « quatre salariés ».</summary>
    private static bool IsEstablished(MatchingCriteria criteria, NeedReading reading, DateOnly today)
    {
        var exists = criteria.LegalForm is not (null or LegalForms.Autre or LegalForms.CollectivitePublique) && !LegalForms.IsProject(criteria.LegalForm);
        if (!exists || reading.Tells(Notions.RecentlyCreated) || criteria.HeadcountFte is not { Low: >= SmallestTeam } team) return false;
        return team.Low >= WholeTeam
            || (reading.FoundedIn is { } year && today.Year - year >= EstablishedYears)
            || criteria.AgeMonths is { Low: >= 12 * EstablishedYears }
            || reading.Tells(Notions.LongEstablished);
    }

    /// <summary>An existing structure that opens something does not start, and a project cannot develop nor transform itself.</summary>
    private static bool IsPlausible(Evidence evidence, MatchingCriteria criteria, bool isRecent)
    {
        var stage = SubStages.StageOf(evidence.Code);
        if (LegalForms.IsProject(criteria.LegalForm)) return stage == Stages.Demarrer || (evidence.Code == SubStages.TransmissionReprise && criteria.Stage != Stages.Demarrer);
        // A director who leaves an association leaves a post; a company is handed over.
        if (evidence.Code == SubStages.TransmissionReprise && LegalForms.IsAssociation(criteria.LegalForm) && evidence.Strength < 3 * NeedReading.Strong && criteria.Stage != Stages.Transformer) return false;
        var exists = criteria.LegalForm is not null and not LegalForms.Autre;
        return !exists || criteria.Stage == Stages.Demarrer || stage != Stages.Demarrer || (evidence.Code == SubStages.Creation && isRecent);
    }

    private static Evidence? BestOf(NeedReading reading, string stage)
    {
        foreach (var evidence in reading.SubStages)
        {
            if (SubStages.StageOf(evidence.Code) == stage) return evidence;
        }

        return null;
    }

    private static bool AreDeclaredThemesDoubtful(MatchingCriteria criteria, NeedReading reading, bool isUrgent)
    {
        if (criteria.Themes.Count == 0) return false;
        var groups = criteria.Themes.Select(Themes.GroupOf).ToHashSet();
        if (isUrgent && !groups.Contains(ThemeGroups.Difficultes)) return true;
        if (Declared.IsCreationOfWhatExists(criteria, reading)) return true;
        if (reading.Tells(Notions.Misdeclared) && reading.Themes.Any(theme => theme.Strength >= NeedReading.Moderate && !groups.Contains(Themes.GroupOf(theme.Code)))) return true;
        var best = reading.Themes.FirstOrDefault(theme => !IsAlsoActivity(theme.Code) || theme.IsAsked);
        if (best is null || best.Strength < ClearlyOther || !(best.IsAsked || Themes.GroupOf(best.Code) == ThemeGroups.Difficultes)) return false;
        return !reading.Themes.Any(theme => groups.Contains(Themes.GroupOf(theme.Code)) && theme.Strength * 3 >= best.Strength);
    }

    private static bool IsVagueNeed(MatchingCriteria criteria, NeedReading reading)
    {
        var asked = AskedStrength(reading);
        if (criteria.Stage is null) return true;
        if (criteria.Themes.Count == 0 && asked < NeedReading.Moderate) return true;
        if (reading.MeaningfulWordCount < UsefulWords && asked < NeedReading.Strong) return true;
        if (reading.MeaningfulWordCount < 2 * UsefulWords && asked < NeedReading.Hint) return true;
        if (criteria.Themes.Count == 0 && NamesNoObject(reading)) return true;
        if (!reading.Tells(Notions.Uncertainty)) return false;
        if (criteria.Themes.Count == 0 && asked < NeedReading.Strong) return true;

        // Somebody who does not know what the project is, and names nothing but the idea of one, needs a talk first.
        var isLost = !reading.Themes.Any(theme => theme.Strength >= NeedReading.Strong && !IsAlsoActivity(theme.Code) && theme.Code is not (Themes.IdeeFaisabilite or Themes.ChoixStatutCreation));
        return isLost && criteria.Themes.All(theme => theme is Themes.IdeeFaisabilite or Themes.ChoixStatutCreation || IsAlsoActivity(theme));
    }

    /// <summary>A short text that names its need is enough, unless the need is money: nobody can say which without knowing what for, nor how much.</summary>
    private static bool IsTooShortFor(MatchingCriteria criteria, NeedReading reading)
    {
        var words = reading.MeaningfulWordCount;
        if (words >= 2 * UsefulWords || (words >= UsefulWords && criteria.Themes.Count > 0 && !AsksOnlyMoney(reading))) return false;
        if (AsksOnlyMoney(reading)) return reading.AmountsEuros.Count == 0;
        return !reading.Themes.Any(theme => theme.Strength >= NeedReading.Strong && theme.Code != Themes.IdeeFaisabilite);
    }

    private static bool AsksOnlyMoney(NeedReading reading) =>
        reading.Sectors.Count == 0
        && reading.Themes.Any(theme => theme.Strength >= NeedReading.Strong)
        && reading.Themes.All(theme => theme.Strength < NeedReading.Hint || Themes.GroupOf(theme.Code) == ThemeGroups.Financement);

    /// <summary>Whether a short text says no more than that there is an idea: « je veux monter quelque chose, par où commencer ? ».</summary>
    private static bool NamesNoObject(NeedReading reading) =>
        reading.MeaningfulWordCount < 2 * UsefulWords
        && reading.Sectors.Count == 0
        && reading.Themes.All(theme => theme.Code == Themes.IdeeFaisabilite || theme.Strength < NeedReading.Hint);

    /// <summary>Strength of the clearest need. What a structure does is none: a long presentation that asks nothing is vague.</summary>
    private static int AskedStrength(NeedReading reading) =>
        reading.Themes.Where(theme => theme.IsAsked || !IsAlsoActivity(theme.Code)).Select(theme => theme.Strength).DefaultIfEmpty().Max();

    /// <summary>Whether the words of a theme also tell what a structure does, not only what it needs: an app, a workshop, an integration scheme.</summary>
    internal static bool IsAlsoActivity(string theme) =>
        theme is Themes.InsertionActiviteEconomique or Themes.TransitionEcologique or Themes.CooperationTiersLieu or Themes.NumeriqueCommunication or Themes.FormationCompetences;
}
