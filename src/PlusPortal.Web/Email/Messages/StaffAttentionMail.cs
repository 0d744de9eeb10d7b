using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels.Clock;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>S2: something happened that PLUS must look at; the reference and the cause. Nothing once the next actor was asked in the place of one that declined.</summary>
public sealed class StaffAttentionMail(MailData data, PortalAddress address) : IMailMessage
{
    internal const string Footer = "Vous recevez ce message parce que vous suivez les demandes de PLUS.";

    private static readonly Dictionary<EventKind, string> Causes = new()
    {
        [EventKind.QuestionAnswered] = "la structure a répondu à votre question",
        [EventKind.ConsentGiven] = "la structure a donné son accord\u00A0: envoyez la demande",
        [EventKind.NotCalledBack] = "la structure n’a pas été rappelée",
        [EventKind.Withdrawn] = "la structure a retiré sa demande",
        [EventKind.ReferralInformationRequested] = "un acteur pose une question",
        [EventKind.ReferralInformationGiven] = "la question d’un acteur a reçu une réponse",
        [EventKind.ReferralDateAgreed] = "la structure accepte la date d’un acteur que vous aviez joint, donnez-lui les coordonnées",
        [EventKind.ReferralDeclined] = "un acteur a décliné",
        [EventKind.ReferralHandedBack] = "un acteur a rendu la demande",
        [EventKind.ReferralExpired] = "un acteur n’a pas répondu à temps",
        [EventKind.ReferralCancelled] = "un acteur a été refusé ou retiré",
        [EventKind.ReferralAccepted] = "un acteur a accepté",
        [EventKind.ReferralCompleted] = "un acteur a terminé son suivi",
        [EventKind.RungReported] = "la structure dit où en est l’aide, voyez son besoin",
        [EventKind.OutcomeContested] = "la structure conteste la fin notée par un acteur",
        [EventKind.OutcomeLeftOpen] = "un acteur a noté la fin, la structure que son besoin n’est pas traité",
        [EventKind.TaskRaised] = "quelque chose est à faire",
        [EventKind.ErasureAsked] = "la personne a fait effacer ses données, prévenez les acteurs que vous aviez joints vous-même",
        [EventKind.InformationAdded] = "la structure l’a complétée",
        [EventKind.ContactCorrected] = "les coordonnées ont changé, prévenez les acteurs que vous aviez joints",
        [EventKind.AddressChanged] = "les coordonnées ont changé, prévenez les acteurs que vous aviez joints",
        [EventKind.PassagesMasked] = "un passage est masqué, prévenez les acteurs à qui vous l’avez transmise",
    };

    /// <summary>What asks PLUS to act, and nothing else: once the request waits for somebody else, as when the next alternate was asked meanwhile, nobody need be told.</summary>
    private static readonly HashSet<EventKind> AskingPlus = [EventKind.ReferralDeclined, EventKind.ReferralExpired, EventKind.TaskRaised];

    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferenceAsync(subjectId, ct) is not { } reference) return null;
        var last = await data.LastEventAsync(subjectId, Causes.Keys, ct);
        if (last is { IsByHand: false, ReasonCode: not DeclineReasons.DemandeIncomplete } asking && AskingPlus.Contains(asking.Kind) && await data.WaitsForAsync(subjectId, ct) != WaitsFor.Plus) return null;
        var cause = last switch
        {
            null => "elle a besoin de vous",
            { Kind: EventKind.ReferralCancelled, IsDateRefused: true } => "la structure refuse la date d’un acteur" + (await data.WaitsForAsync(subjectId, ct) == WaitsFor.Plus ? ", cherchez autrement" : ""),
            { Kind: EventKind.ReferralCancelled } when await data.WaitsForAsync(subjectId, ct) == WaitsFor.Plus => "la structure a écarté ce qui lui était proposé, cherchez autrement",
            { Kind: EventKind.TaskRaised } task => TaskWords.Of(task.ReasonCode),
            { } known => Causes[known.Kind],
        };
        return new MailText
        {
            To = await data.StaffAsync(MailKind.StaffAttention, ct),
            Subject = $"Demande {reference}\u00A0: {cause}",
            Paragraphs = [$"Demande {reference}\u00A0: {cause}."],
            LinkLabel = "Ouvrir la demande",
            LinkAddress = address.AdminRequest(reference),
            Footer = Footer,
        };
    }
}
