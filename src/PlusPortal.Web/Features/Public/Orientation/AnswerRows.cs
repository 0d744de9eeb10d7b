using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Orientation;

/// <summary>One line of the check page.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Step">Page that changes it.</param>
/// <param name="Change">Hidden end of « Modifier », for those who hear the page.</param>
public sealed record AnswerRow(string Question, string Answer, RequestStep Step, string Change);

/// <summary>Lines of the check page under one heading.</summary>
public sealed record AnswerSection(string Heading, IReadOnlyList<AnswerRow> Rows);

/// <summary>The answers as the person reads them before sending.</summary>
public static class AnswerRows
{
    private const string NotSaid = "Non précisé";
    private const string DoesNotKnow = "Je ne sais pas";

    /// <summary>Every answer, in the order of the pages.</summary>
    public static IReadOnlyList<AnswerSection> Of(OrientationAnswers answers, IReadOnlyDictionary<Guid, string> actorNames) =>
    [
        new("Votre situation", [.. Situation(answers)]),
        new(answers.IsProject ? "Votre projet" : "Votre structure", [.. Structure(answers)]),
        new("Votre besoin", [.. Need(answers, actorNames)]),
        new("Vous", [.. Person(answers)]),
    ];

    /// <summary>What was taken away because an earlier answer changed, in words.</summary>
    public static IReadOnlyList<string> DroppedOf(OrientationAnswers answers) =>
        [.. answers.Dropped.Select(Dropped).OfType<string>()];

    private static string? Dropped(RequestStep step) => step switch
    {
        RequestStep.SubStage => "la précision sur votre étape",
        RequestStep.Structure => "le numéro et les agréments de la structure",
        RequestStep.Size => "le budget et l’ancienneté",
        RequestStep.Timing => "la réponse sur les salaires et les charges",
        RequestStep.Stage or RequestStep.LegalForm or RequestStep.Sectors or RequestStep.Commune or RequestStep.Need or RequestStep.Themes
            or RequestStep.AlreadyMet or RequestStep.Contact or RequestStep.Transmission => null,
    };

    private static IEnumerable<AnswerRow> Situation(OrientationAnswers answers)
    {
        yield return new("Étape", Label(Stages.All, answers.Stage), RequestStep.Stage, "l’étape");
        if (answers.Stage != OrientationAnswers.Unknown) yield return new("Précision", Label(SubStages.All, answers.SubStage), RequestStep.SubStage, "la précision sur l’étape");
    }

    private static IEnumerable<AnswerRow> Structure(OrientationAnswers answers)
    {
        var form = Label(LegalForms.All, answers.LegalForm);
        yield return new("Forme juridique", answers.LegalFormDetail is { } detail ? $"{form}\u00A0: {detail}" : form, RequestStep.LegalForm, "la forme juridique");
        yield return new(answers.IsProject ? "Nom du projet" : "Nom", Text(answers.StructureName), RequestStep.Structure, "le nom");
        if (!answers.IsProject)
        {
            yield return new("Numéro SIREN, SIRET ou RNA", Text(StructureStep.NumberOf(answers)), RequestStep.Structure, "le numéro");
            yield return new("Agréments et qualités", Labels(Qualifications.All, answers.Qualifications, "Aucun"), RequestStep.Structure, "les agréments et qualités");
        }

        yield return new("Secteur", Labels(Sectors.All, answers.Sectors, DoesNotKnow), RequestStep.Sectors, "le secteur");
        yield return new("Commune", answers.DepartementName is { } departement ? $"{answers.CommuneName} ({departement})" : Text(answers.CommuneName), RequestStep.Commune, "la commune");
        yield return new("Équivalents temps plein salariés", Label(StaffBands.All, answers.StaffBand), RequestStep.Size, "le nombre de salariés");
        if (answers.IsProject) yield break;
        yield return new("Budget annuel", Label(BudgetBands.All, answers.BudgetBand), RequestStep.Size, "le budget annuel");
        yield return new("Ancienneté", Label(AgeBands.All, answers.AgeBand), RequestStep.Size, "l’ancienneté");
    }

    private static IEnumerable<AnswerRow> Need(OrientationAnswers answers, IReadOnlyDictionary<Guid, string> actorNames)
    {
        yield return new("Titre", Text(answers.Title), RequestStep.Need, "le titre");
        yield return new("Description", Text(answers.Need), RequestStep.Need, "la description");
        yield return new("Thèmes", Labels(Themes.All, answers.Themes, DoesNotKnow), RequestStep.Themes, "les thèmes");
        if (answers.AsksMoney) yield return new("Salaires ou charges menacés dans les trois mois", answers.MoneyThreatened switch { true => "Oui", false => "Non", null => NotSaid }, RequestStep.Timing, "la réponse sur les salaires et les charges");
        yield return new("Échéance", answers.Deadline?.InWords ?? "Aucune", RequestStep.Timing, "l’échéance");
        var met = (answers.AlreadyMetActorIds ?? []).Select(id => actorNames.GetValueOrDefault(id)).OfType<string>().Concat(answers.AlreadyMetText is { } text ? [text] : []).ToList();
        yield return new("Déjà rencontrés", met.Count == 0 ? "Personne" : string.Join("\n", met), RequestStep.AlreadyMet, "les organismes déjà rencontrés");
    }

    private static IEnumerable<AnswerRow> Person(OrientationAnswers answers)
    {
        yield return new("Prénom et nom", Text(answers.ContactName), RequestStep.Contact, "votre nom");
        yield return new("Adresse e-mail", Text(answers.Email), RequestStep.Contact, "votre adresse e-mail");
        yield return new("Téléphone", Text(answers.Phone), RequestStep.Contact, "votre téléphone");
        yield return new("Contact préféré", Label(ContactChannels.All, answers.Channel), RequestStep.Contact, "le moyen de contact");
        yield return new("Moment préféré", Label(ContactSlots.All, answers.Slot), RequestStep.Contact, "le moment préféré");
    }

    private static string Text(string? text) => string.IsNullOrEmpty(text) ? NotSaid : text;

    private static string Label(TermList list, string? code) => code switch
    {
        null => NotSaid,
        OrientationAnswers.Unknown => DoesNotKnow,
        _ => list.LabelOf(code),
    };

    private static string Labels(TermList list, IReadOnlyList<string>? codes, string none) => codes is null or [] ? none : string.Join("\n", codes.Select(list.LabelOf));
}
