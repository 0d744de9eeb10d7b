using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E10, E11: the request ended; one sentence, the rest on the page.</summary>
public sealed class RequestClosedMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Status: RequestStatus.Closed } request) return null;
        if (request.ClosingReason == ClosingReasons.Indesirable) return null;

        var kept = request.DuplicateOfId is { } keptId ? await data.ReferenceAsync(keptId, ct) : null;
        return mails.About(
            request, $"Votre demande {request.Reference} est terminée", "Voir la fin de ma demande",
            [Sentence(request, kept, await data.WasToldAsync(request.Id, ct))],
            closing: ["Votre situation change\u00A0? Depuis cette page, vous pouvez faire une nouvelle demande."]);
    }

    private static string Sentence(RequestFacts request, string? kept, bool wasTold) => request.ClosingReason switch
    {
        ClosingReasons.AbandonStructure => $"Votre demande {request.Reference} est retirée. {(wasTold ? "Les interlocuteurs qui l’avaient reçue sont prévenus." : "Aucun interlocuteur ne l’avait reçue.")}",
        ClosingReasons.Doublon when kept is not null => $"Votre demande {request.Reference} est rattachée à votre demande {kept}\u00A0: c’est celle-ci que nous suivons.",
        ClosingReasons.EffacementDemande => $"Votre demande {request.Reference} est terminée, et vos données sont effacées comme vous l’avez demandé.",
        { } reason when ClosingReasons.ClassOf(reason) == ClosingClasses.Reussite => $"Votre demande {request.Reference} est terminée\u00A0: {Lower(ClosingReasons.All.LabelOf(reason))}.",
        _ => $"Votre demande {request.Reference} est terminée. Votre page de suivi dit pourquoi, et ce que vous pouvez faire maintenant.",
    };

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
