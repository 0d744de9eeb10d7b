using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Conversation;

/// <summary>A question to the structure.</summary>
public sealed class AskStructureForm
{
    private const int ShortNeed = 120;

    /// <summary>What is asked.</summary>
    [Required(ErrorMessage = "Écrivez la question avant de l’envoyer.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez la question\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Question { get; set; }

    /// <summary>What the request leaves out and the offers need, as questions.</summary>
    public static IEnumerable<string> SuggestionsFor(OrientationRequest request)
    {
        var declared = request.Declared;
        if (declared.Need.Length < ShortNeed) yield return "Pouvez-vous décrire en quelques phrases ce que vous voulez faire, et ce qui vous bloque aujourd’hui\u00A0?";
        if (request.Stage is null) yield return "Votre structure est-elle à créer, déjà en activité, ou en train de changer (statut, rapprochement, difficultés)\u00A0?";
        if (request.Themes.Count == 0) yield return "De quoi avez-vous besoin en premier\u00A0: un conseil, un financement, une formation, des partenaires\u00A0?";
        if (declared.LegalForm == LegalForms.Autre) yield return "Quelle est la forme juridique de votre structure\u00A0?";
        if (declared.StaffBand is null or StaffBands.Inconnu && !LegalForms.IsProject(declared.LegalForm)) yield return "Combien de personnes sont salariées, en équivalent temps plein\u00A0?";
        if (Matters(request, Domain.Matching.Criteria.Age) && declared.AgeBand is null) yield return "Depuis quand votre structure existe-t-elle\u00A0?";
        if (Matters(request, Domain.Matching.Criteria.Budget) && declared.BudgetBand is null) yield return "Quel est à peu près votre budget annuel\u00A0?";
    }

    /// <summary>The form as it opens: prefilled when the request is known to be incomplete.</summary>
    public static AskStructureForm For(OrientationRequest request) => new()
    {
        Question = request.SignalCodes.Contains(TriageSignals.Incomplet) ? string.Join("\n", SuggestionsFor(request)) : null,
    };

    /// <summary>Whether one of the proposals depends on it without knowing.</summary>
    private static bool Matters(OrientationRequest request, string criterion) =>
        request.Matching?.Proposals.Any(proposal => proposal.Reasons.Any(reason => reason.Criterion == criterion && reason.Outcome == Domain.Matching.Outcome.Unknown)) == true;
}
