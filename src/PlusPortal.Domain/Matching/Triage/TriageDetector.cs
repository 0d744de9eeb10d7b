using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Triage;

/// <summary>Computes the triage signals of one request. A signal never blocks; it says what staff should look at. Duplicates need other requests: see <see cref="Duplicates"/>.</summary>
/// <remarks>Source: triage rules of PLUS, first version.</remarks>
public static class TriageDetector
{
    private const int SeveralGroups = 3;

    /// <summary>Signals, in the order of the vocabulary.</summary>
    /// <param name="criteria">What was declared.</param>
    /// <param name="assessment">What declaration and text say together.</param>
    /// <param name="proposals">Proposals of the matching, best first.</param>
    /// <param name="isAnswered">Whether one of them treats what the request is about.</param>
    /// <param name="lexicon">Phrases to look for; the default one when null.</param>
    public static IReadOnlyList<DetectedSignal> Detect(MatchingCriteria criteria, NeedAssessment assessment, IReadOnlyList<Proposal> proposals, bool isAnswered, NeedLexicon? lexicon = null)
    {
        var reading = assessment.Reading;
        var signals = new List<DetectedSignal>();

        var elsewhere = criteria.Place.IsInLorraine ? null : "La commune est hors de Lorraine (54, 55, 57, 88)\u00A0: indiquez la CRESS ou le DLA du lieu.";

        // A message that sells is set apart whole: nothing else is to be done with it.
        if (Solicitations.Reason(criteria, reading) is { } selling)
        {
            Add(TriageSignals.HorsTerritoire, elsewhere);
            Add(TriageSignals.Indesirable, selling);
            return signals;
        }

        var isServed = criteria.Place.IsInLorraine;

        // Elsewhere the only thing to do is to name the right door: no need to ask for more.
        Add(TriageSignals.Incomplet, isServed ? Incomplete(criteria, assessment, proposals) : null);
        Add(TriageSignals.BesoinFlou, isServed && assessment.IsVague ? VagueReason(criteria, reading) : null);
        Add(TriageSignals.HorsTerritoire, elsewhere);
        Add(TriageSignals.HorsPerimetreEss, assessment.IsOutOfScope ? OutOfScope.Reason(criteria, reading) : null);
        Add(TriageSignals.UrgentDifficulte, assessment.IsUrgent ? UrgencyReason(criteria, reading) : null);
        Add(TriageSignals.DonneesSensibles, Sensitive(criteria, lexicon ?? NeedLexicon.Default));
        Add(TriageSignals.EtapeACorriger, StageDoubt(criteria, assessment));
        Add(TriageSignals.ThemesACorriger, assessment.AreThemesDoubtful ? ThemesDoubt(assessment) : null);
        Add(TriageSignals.PlusieursActeurs, assessment.IsVague ? null : SeveralActors(criteria, reading));
        Add(TriageSignals.FormeAVerifier, FormDoubt(criteria, reading));
        Add(TriageSignals.AucunActeurCompatible, isServed && (proposals.Count == 0 || !assessment.IsVague) ? NobodyAnswers(proposals, isAnswered) : null);
        Add(TriageSignals.DetressePersonne, reading.Notion(Notions.Distress) is { } distress ? $"Des mots disent une détresse\u00A0: {Quote(distress.Words)}. Une personne doit appeler." : null);
        return signals;

        void Add(string code, string? reason)
        {
            if (reason is not null) signals.Add(new DetectedSignal(code, reason));
        }
    }

    private static string? Incomplete(MatchingCriteria criteria, NeedAssessment assessment, IReadOnlyList<Proposal> proposals)
    {
        if (assessment.IsCutShort) return "Le texte s'arrête au milieu d'une phrase\u00A0: demandez la suite.";
        if (assessment.IsTooShort) return "Le texte est trop court pour comprendre le besoin\u00A0: demandez ce que la structure fait, ce qu'elle cherche et pour quand.";
        var missing = proposals.Take(1)
            .SelectMany(proposal => proposal.Reasons)
            .FirstOrDefault(reason => reason.Outcome == Outcome.Unknown && IsMissingAnswer(reason.Criterion, criteria));
        return missing is null ? null : $"Une réponse manque pour le premier acteur proposé. {missing.Text}";
    }

    private static bool IsMissingAnswer(string criterion, MatchingCriteria criteria) => criterion switch
    {
        Criteria.LegalForm => criteria.LegalForm is null,
        Criteria.Employer or Criteria.Headcount => criteria.HeadcountFte is null,
        _ => false,
    };

    private static string VagueReason(MatchingCriteria criteria, NeedReading reading)
    {
        if (criteria.Stage is null) return "L'étape n'est pas connue\u00A0: un appel de dix minutes la précisera.";
        if (reading.Notion(Notions.Uncertainty) is { } uncertainty && reading.MeaningfulWordCount >= NeedAssessment.UsefulWords)
            return $"La personne ne sait pas encore quoi demander\u00A0: {Quote(uncertainty.Words)}.";
        return "Ni le texte ni les thèmes ne disent un besoin précis\u00A0: un appel de dix minutes le précisera.";
    }

    private static string UrgencyReason(MatchingCriteria criteria, NeedReading reading)
    {
        var words = (reading.Notion(Notions.UrgentMoney) ?? reading.Notion(Notions.StrainedMoney))?.Words;
        if (words is { Count: > 0 }) return $"De l'argent manque maintenant\u00A0: {Quote(words)}. À appeler le jour ouvré même.";
        return criteria.MoneyThreatened == true
            ? "Des salaires ou des charges sont menacés dans les trois mois. À appeler le jour ouvré même."
            : "Le thème «\u00A0Trésorerie urgente\u00A0» est déclaré. À appeler le jour ouvré même.";
    }

    private static string? Sensitive(MatchingCriteria criteria, NeedLexicon lexicon)
    {
        var found = SensitiveData.Find(criteria.Title, criteria.Description, lexicon);

        // The passage itself is not quoted: this sentence is stored, the passage will be masked.
        return found.Count == 0 ? null : $"Le texte semble contenir {string.Join(", ", found)}\u00A0: à masquer avant tout envoi.";
    }

    private static string? StageDoubt(MatchingCriteria criteria, NeedAssessment assessment)
    {
        if (!assessment.IsStageDoubtful || criteria.Stage is null) return null;
        var declared = Stages.All.LabelOf(criteria.Stage);
        if (assessment.SuggestedStage is not { } stage || stage == criteria.Stage)
            return $"L'étape «\u00A0{declared}\u00A0» et la sous-étape «\u00A0{SubStages.All.LabelOf(criteria.SubStage ?? "")}\u00A0» ne vont pas ensemble.";
        var words = NeedReading.Find(assessment.Reading.SubStages, assessment.SuggestedSubStage)?.Words ?? [];
        var because = words.Count > 0 ? $" ({Quote(words)})" : LegalForms.IsProject(criteria.LegalForm) ? " (structure pas encore créée)" : "";
        return $"Étape déclarée «\u00A0{declared}\u00A0», mais la demande évoque plutôt «\u00A0{Stages.All.LabelOf(stage)}\u00A0»{because}.";
    }

    private static string ThemesDoubt(NeedAssessment assessment)
    {
        var suggested = assessment.SuggestedThemes;
        if (suggested.Count == 0) return "La demande évoque une difficulté d'argent que les thèmes déclarés ne disent pas.";
        return $"Les thèmes déclarés ne sont pas ceux du texte, qui évoque plutôt «\u00A0{Themes.All.LabelOf(suggested[0].Code)}\u00A0» ({Quote(suggested[0].Words)}).";
    }

    private static string? SeveralActors(MatchingCriteria criteria, NeedReading reading)
    {
        var isEnumerated = reading.Tells(Notions.SeveralNeeds) || criteria.Description.Count(character => character == ';') >= 2;

        // Domains that are asked for, or that are declared and told; the idea itself goes with each of them.
        var asked = reading.Themes
            .Where(theme => theme.Code != Themes.IdeeFaisabilite && theme.Strength >= NeedReading.Strong)
            .Where(theme => theme.IsAsked || criteria.Themes.Contains(theme.Code) || (isEnumerated && !NeedAssessment.IsAlsoActivity(theme.Code)))
            .Select(theme => theme.Code)
            .Concat(criteria.Themes.Where(theme => reading.AmountsEuros.Count > 0 && Themes.GroupOf(theme) == ThemeGroups.Financement))
            .Distinct()
            .ToList();
        var needs = asked.Count;
        var groups = asked.Select(theme => Themes.GroupOf(theme)!).Distinct().ToList();
        var declared = criteria.Themes.Select(theme => Themes.GroupOf(theme)!).Distinct().Count(groups.Contains);
        var isSeveral = isEnumerated ? needs >= SeveralGroups && groups.Count > 1 : groups.Count > SeveralGroups || (groups.Count == SeveralGroups && declared == SeveralGroups);
        return isSeveral ? $"Le besoin touche plusieurs domaines\u00A0: {string.Join(", ", groups.Select(ThemeGroups.All.LabelOf))}. Nommez un chef de file." : null;
    }

    private static string? FormDoubt(MatchingCriteria criteria, NeedReading reading) => criteria switch
    {
        { LegalForm: LegalForms.AssociationLoi1901, Place.Departement: Lorraine.Moselle } =>
            "Association déclarée «\u00A0loi 1901\u00A0» avec une commune de Moselle, où s'applique le droit local\u00A0: demandez où est le siège.",
        { LegalForm: LegalForms.AssociationDroitLocal } when !Lorraine.HasLocalLaw(criteria.Place.Departement) =>
            "Association déclarée «\u00A0de droit local\u00A0» avec une commune hors de Moselle et d'Alsace\u00A0: demandez où est le siège.",
        { LegalForm: LegalForms.PasEncoreCreee, HeadcountFte.Low: > 0 } =>
            "Structure déclarée «\u00A0pas encore créée\u00A0», mais avec des salariés\u00A0: demandez la forme juridique.",
        { LegalForm: LegalForms.EntrepriseIndividuelle } when reading.Qualifications.Any(quality => quality.Code == Qualifications.Esus || NeedsLegalPerson(quality.Code)) =>
            "L'agrément dont parle la demande suppose une société ou une association, la forme déclarée est une entreprise individuelle.",
        { LegalForm: LegalForms.EntrepriseIndividuelle } when criteria.Qualifications.Any(NeedsLegalPerson) =>
            "L'agrément déclaré suppose une personne morale, la forme est une entreprise individuelle.",
        _ => null,
    };

    private static bool NeedsLegalPerson(string qualification) =>
        qualification is Qualifications.Esat or Qualifications.RegieQuartier or Qualifications.Geiq or Qualifications.TeteDeReseau or Qualifications.SiaeAi or Qualifications.SiaeAci;

    /// <summary>Guides may welcome everybody: they answer a precise need only when they treat it.</summary>
    private static string? NobodyAnswers(IReadOnlyList<Proposal> proposals, bool isAnswered)
    {
        if (proposals.Count == 0) return "Aucune offre du répertoire ne convient à cette demande.";
        return isAnswered ? null : "Aucune offre accessible ne traite le besoin\u00A0: seul un premier accueil peut recevoir la demande.";
    }

    internal static string Quote(IReadOnlyList<string> words) => string.Join(", ", words.Select(word => $"«\u00A0{word}\u00A0»"));
}
