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

    /// <summary>Whether the text is shorter than useful.</summary>
    public bool IsTooShort { get; init; }

    /// <summary>Whether money is missing now.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Themes suggested beside the declaration, the most likely first.</summary>
    public IReadOnlyList<Evidence> SuggestedThemes { get; init; } = [];

    /// <summary>Assesses a request.</summary>
    public static NeedAssessment Of(MatchingCriteria criteria, NeedReading reading)
    {
        var isUrgent = IsUrgentNeed(criteria, reading);
        var (subStage, stage, isStageDoubtful) = AssessStage(criteria, reading, isUrgent);
        return new NeedAssessment
        {
            Reading = reading,
            IsUrgent = isUrgent,
            SuggestedSubStage = subStage,
            SuggestedStage = stage,
            IsStageDoubtful = isStageDoubtful,
            AreThemesDoubtful = AreDeclaredThemesDoubtful(criteria, reading, isUrgent),
            IsVague = !isUrgent && IsVagueNeed(criteria, reading),
            IsTooShort = reading.MeaningfulWordCount < UsefulWords && (reading.Themes.Count == 0 || reading.Themes[0].Strength < NeedReading.Strong),
            SuggestedThemes = [.. reading.Themes.Where(theme => theme.Strength >= NeedReading.Moderate && theme.Strength * 3 >= reading.Themes[0].Strength).Take(Themes.MaxPerRequest)],
        };
    }

    private static bool IsUrgentNeed(MatchingCriteria criteria, NeedReading reading)
    {
        if (criteria.MoneyThreatened == true || criteria.Themes.Contains(Themes.TresorerieUrgence)) return true;
        if (reading.Tells(Notions.UrgentMoney)) return true;
        return reading.Notion(Notions.StrainedMoney) is { Strength: >= TwoPhrases } && reading.Tells(Notions.NearDate);
    }

    private static (string? SubStage, string? Stage, bool IsDoubtful) AssessStage(MatchingCriteria criteria, NeedReading reading, bool isUrgent)
    {
        var declared = criteria.Stage;
        var contradicts = criteria.SubStage is not null && declared is not null && SubStages.StageOf(criteria.SubStage) is { } parent && parent != declared;
        if (isUrgent && criteria.Themes.Count + reading.Themes.Count > 0 && !LegalForms.IsProject(criteria.LegalForm))
            return (SubStages.RestructurationDifficultes, Stages.Transformer, declared is not null && declared != Stages.Transformer);

        var isTakeover = reading.Tells(Notions.EmployeeTakeover) || NeedReading.Find(reading.SubStages, SubStages.TransmissionReprise) is not null;
        if (LegalForms.IsProject(criteria.LegalForm) && declared is Stages.Developper or Stages.Transformer && !isTakeover && criteria.HeadcountFte is not { Low: > 0 })
            return (BestOf(reading, Stages.Demarrer)?.Code ?? SubStages.IdeeEmergence, Stages.Demarrer, true);

        var plausible = reading.SubStages.Where(evidence => IsPlausible(evidence, criteria)).ToList();
        if (plausible.Count == 0) return (criteria.SubStage, declared ?? SubStages.StageOf(criteria.SubStage), contradicts);

        var best = plausible[0];
        var bestStage = SubStages.StageOf(best.Code)!;
        if (declared is null) return (best.Code, bestStage, false);
        if (bestStage == declared) return (best.Strength > NeedReading.Strong ? best.Code : criteria.SubStage ?? best.Code, declared, contradicts);

        var own = BestOf(reading, declared)?.Strength ?? 0;
        var isClear = best.Strength >= StageEvidence && best.Strength >= own + StageMargin;
        return isClear ? (best.Code, bestStage, true) : (criteria.SubStage, declared, contradicts);
    }

    /// <summary>An existing structure that opens something does not start, and a project cannot develop nor transform itself.</summary>
    private static bool IsPlausible(Evidence evidence, MatchingCriteria criteria)
    {
        var stage = SubStages.StageOf(evidence.Code);
        if (LegalForms.IsProject(criteria.LegalForm)) return stage == Stages.Demarrer || (evidence.Code == SubStages.TransmissionReprise && criteria.Stage != Stages.Demarrer);
        var exists = criteria.LegalForm is not null and not LegalForms.Autre;
        return !exists || criteria.Stage == Stages.Demarrer || stage != Stages.Demarrer || evidence is { Code: SubStages.Creation, Strength: >= StageEvidence };
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
        if (reading.Themes.Count == 0 || reading.Themes[0].Strength < NeedReading.Strong) return false;
        return !reading.Themes.Any(theme => groups.Contains(Themes.GroupOf(theme.Code)) && (theme.Strength >= NeedReading.Moderate || criteria.Themes.Contains(theme.Code)));
    }

    private static bool IsVagueNeed(MatchingCriteria criteria, NeedReading reading)
    {
        var best = reading.Themes.Count == 0 ? 0 : reading.Themes[0].Strength;
        if (criteria.Stage is null) return true;
        if (criteria.Themes.Count == 0 && best < NeedReading.Moderate) return true;
        if (reading.MeaningfulWordCount < UsefulWords && best < NeedReading.Strong) return true;
        if (!reading.Tells(Notions.Uncertainty)) return false;

        // Somebody who does not know what the project is, and names nothing but the idea of one, needs a talk first.
        return !reading.Themes.Any(theme => theme.Strength >= NeedReading.Strong && !IsAlsoActivity(theme.Code) && theme.Code is not (Themes.IdeeFaisabilite or Themes.ChoixStatutCreation));
    }

    /// <summary>Whether the words of a theme also tell what a structure does, not only what it needs: an app, a workshop, an integration scheme.</summary>
    internal static bool IsAlsoActivity(string theme) =>
        theme is Themes.InsertionActiviteEconomique or Themes.TransitionEcologique or Themes.CooperationTiersLieu or Themes.NumeriqueCommunication or Themes.FormationCompetences;
}
