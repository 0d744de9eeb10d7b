using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Clock;

/// <summary>P2: the last call before the referral expires.</summary>
public sealed class ReferralLastCallMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, Status: ReferralStatus.Sent } referral } facts) return null;
        var (people, substitutes) = await data.AnswerersOfAsync(referral.ActorId, ct);
        return new MailText
        {
            To = people,
            Copies = substitutes,
            Subject = $"Dernier rappel\u00A0: demande {facts.Request.Reference}",
            Paragraphs = [$"La demande {facts.Request.Reference} attend toujours votre réponse.", facts.NextForActor],
            Points = PartnerText.About(facts.Request),
            LinkLabel = "Lire la demande et répondre",
            LinkAddress = address.ReferralAnswer(links.ReferralAnswer(referral)),
            Closing = [PartnerText.NoAccount, PartnerText.DoNotForward],
            Footer = PartnerText.Footer,
        };
    }
}

/// <summary>P4: was the first contact made? Nothing once somebody told of it.</summary>
public sealed class FirstContactNudgeMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, Status: ReferralStatus.Accepted, FirstContactOn: null } referral } facts) return null;
        var (people, substitutes) = await data.AnswerersOfAsync(referral.ActorId, ct);
        return new MailText
        {
            To = people,
            Copies = substitutes,
            Subject = $"Demande {facts.Request.Reference}\u00A0: avez-vous joint la structure\u00A0?",
            Paragraphs = [$"Avez-vous joint la structure de la demande {facts.Request.Reference}\u00A0?", facts.NextForActor, "Elle ne répond pas\u00A0? Un clic nous le dit\u00A0: nous vérifions ses coordonnées."],
            LinkLabel = "Noter le premier contact",
            LinkAddress = address.FollowUp(links.ReferralFollowUp(referral.Id)),
            Footer = PartnerText.Footer,
        };
    }
}

/// <summary>P4: what became of it? Nothing once it has ended.</summary>
public sealed class NewsNudgeMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, Status: ReferralStatus.Accepted } referral } facts) return null;
        var (people, substitutes) = await data.AnswerersOfAsync(referral.ActorId, ct);
        return new MailText
        {
            To = people,
            Copies = substitutes,
            Subject = $"Demande {facts.Request.Reference}\u00A0: où en êtes-vous\u00A0?",
            Paragraphs = [$"Où en êtes-vous de la demande {facts.Request.Reference}\u00A0?", facts.NextForActor],
            LinkLabel = "Donner des nouvelles",
            LinkAddress = address.FollowUp(links.ReferralFollowUp(referral.Id)),
            Footer = PartnerText.Footer,
        };
    }
}

/// <summary>S2: a request is late. Nothing once somebody acted.</summary>
public sealed class StaffOverdueMail(MailData data, PortalAddress address, TimeProvider clock) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { WaitsFor: WaitsFor.Plus, NextDueOn: { } due } request || due >= clock.TodayInParis) return null;
        return new MailText
        {
            To = await data.StaffAsync(Domain.Announcements.MailKind.StaffOverdue, ct),
            Subject = $"Demande {request.Reference}\u00A0: en retard",
            Paragraphs = [$"La demande {request.Reference} attendait l’équipe PLUS pour le {due.InWords}."],
            LinkLabel = "Ouvrir la demande",
            LinkAddress = address.AdminRequest(request.Reference),
            Footer = StaffAttentionMail.Footer,
        };
    }
}
