using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Labels;

/// <summary>What a text of a request is, for staff.</summary>
public static class NoteLabels
{
    /// <summary>Whether only staff may read it.</summary>
    public static bool IsForStaffOnly(NoteKind kind) => MaskPlaces.Of(kind) == MaskPlace.Internal;

    /// <summary>« Note interne écrite par Camille Exemple ».</summary>
    public static string Title(NoteKind kind, string? author, string? actor) => kind switch
    {
        NoteKind.Internal => $"Note interne écrite par {author ?? "l’équipe PLUS"}",
        NoteKind.QuestionToStructure => "Question posée à la structure",
        NoteKind.AnswerFromStructure => "Réponse de la structure",
        NoteKind.QuestionFromPartner => $"Question posée par {actor ?? "l’acteur"}",
        NoteKind.AnswerToPartner => $"Réponse donnée à {actor ?? "l’acteur"}",
        NoteKind.DeclineComment => $"Note interne\u00A0: commentaire du refus par {actor ?? "l’acteur"}",
        NoteKind.Reason => $"Note interne\u00A0: motif donné par {author ?? "l’équipe PLUS"}",
        NoteKind.ClosingMessage => "Message de fin à la structure",
        NoteKind.MessageFromStructure => "Message de la structure",
        NoteKind.InformationAdded => "Complément de la structure",
        NoteKind.OutcomeComment => $"Note interne\u00A0: commentaire de fin de suivi par {actor ?? "l’acteur"}",
        NoteKind.Informant => $"Note interne\u00A0: qui l’a dit pour {actor ?? "l’acteur"}",
        NoteKind.ContestComment => $"Note interne\u00A0: ce que la structure conteste de {actor ?? "l’acteur"}",
        NoteKind.ErasureReason => $"Note interne\u00A0: motif de l’effacement donné par {author ?? "l’équipe PLUS"}",
    };
}
