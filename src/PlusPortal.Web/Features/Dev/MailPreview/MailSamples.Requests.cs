using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Features.Dev.MailPreview;

// Requests, brought to the state in which a message leaves by the acts of the rulebook.
public sealed partial class MailSamples
{
    private OrientationRequest Questioned(OrientationRequest request, string variant)
    {
        if (variant == MailVariants.ByActor)
        {
            request.RequestInformation(Sent(request).Id, "Avez-vous un budget\u00A0?", Partner, Now, Today);
            return request;
        }

        Take(request);
        request.AskStructure("Combien de personnes employez-vous\u00A0?", Staff, Now, Today);
        return request;
    }

    private OrientationRequest Asked(OrientationRequest request)
    {
        Take(request);
        Choose(request, Offer());
        request.AskConsent(Staff, Now, Today);
        return request;
    }

    private Referral Sent(OrientationRequest request) => Sent(request, Offer());

    private Referral Sent(OrientationRequest request, SupportOffer offer)
    {
        Take(request);
        var referral = Choose(request, offer);
        request.SendReferral(referral.Id, offer, isByHand: false, Staff, Now, Today);
        return referral;
    }

    private Referral Accepted(OrientationRequest request)
    {
        var referral = Sent(request);
        request.AcceptReferral(referral.Id, Partner, Now, Today);
        return referral;
    }

    private Referral Unreached(OrientationRequest request)
    {
        var referral = Accepted(request);
        request.ReportRung(referral.Id, new RungSeen(Rung.Unreachable, LadderSide.Actor, Today.Date), Partner, Now, Today);
        return referral;
    }

    private Referral Completed(OrientationRequest request)
    {
        var referral = Accepted(request);
        request.AddInformation("Notre local est prêt.", Author.Structure, Now);
        request.ShareInformation(Staff, Now);
        return referral;
    }

    private Referral ContactChanged(OrientationRequest request)
    {
        var referral = Accepted(request);
        request.CorrectContact(new ContactCorrection(request.Contact.Name, "01 99 00 00 03", ContactChannels.Telephone, null), Author.Structure, Now);
        return referral;
    }

    private OrientationRequest AddressCorrected(OrientationRequest request)
    {
        Take(request);
        request.CorrectAddress("apercu-nouvelle-adresse@example.org", Staff, Now);
        return request;
    }

    private OrientationRequest AddressChanged(OrientationRequest request)
    {
        request.ProveAddress(Now);
        request.ChangeAddress(ContactAddressChange.Ask(request.Id, "apercu-nouvelle-adresse@example.org", Now), Author.Structure, Now);
        return request;
    }

    private OrientationRequest HandedOver(OrientationRequest request)
    {
        Take(request);
        request.HandOver(new NewPerson("Alix Exemple", "apercu-personne@example.org", null), keepsFollowers: false, IdentityChecks.Courrier, "La personne est partie.", Staff, Now);
        return request;
    }

    private OrientationRequest DataLinkSent(OrientationRequest request)
    {
        Take(request);
        request.SendDataLink(IdentityChecks.Courrier, "Elle nous a écrit.", Staff, Now);
        return request;
    }

    private OrientationRequest Masked(OrientationRequest request)
    {
        Take(request);
        Mask(request);
        return request;
    }

    private Referral MaskedOnceSent(OrientationRequest request)
    {
        var referral = Sent(request);
        Mask(request);
        return referral;
    }

    private void Mask(OrientationRequest request)
    {
        request.MaskPassages(new MaskOrder { Passages = ["la convention collective"] }, Staff, Now);
        request.ReplaceMatching(MatchingService.Match(request.ToCriteria(), OfferCatalog.Empty, null, Today), Now);
    }

    private Referral Contacted(OrientationRequest request)
    {
        var referral = Accepted(request);
        request.ReportRung(referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Actor, Today.Date), Partner, Now, Today);
        return referral;
    }

    private Referral TakenOver(OrientationRequest request)
    {
        var (late, other) = (Expired(request), Offer(Other));
        var taken = Choose(request, other);
        request.SendReferral(taken.Id, other, isByHand: false, Staff, Now, Today);
        request.AcceptReferral(taken.Id, Partner, Now, Today);
        return late;
    }

    private Referral Declined(OrientationRequest request)
    {
        var referral = Sent(request);
        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Autre, "Nous ne suivons pas ce sujet.", null), Partner, Now, Today);
        return referral;
    }

    private OrientationRequest Closed(OrientationRequest request)
    {
        Take(request);
        request.Close(ClosingReasons.AucunActeur, "Nous n’avons trouvé personne pour l’instant.", null, Staff, Now, Today);
        return request;
    }

    private Referral DateOffered(OrientationRequest request)
    {
        var referral = Sent(request);
        request.OfferDate(referral.Id, Today.AddWorkingDays(20), Partner, Now, Today);
        return referral;
    }

    private Referral DateAgreed(OrientationRequest request)
    {
        var referral = DateOffered(request);
        request.AgreeToDate(referral.Id, Author.Structure, Now, Today);
        return referral;
    }

    private Referral DateRefused(OrientationRequest request, Author by)
    {
        var referral = DateOffered(request);
        request.CancelReferral(referral.Id, by, Now, Today);
        return referral;
    }

    private OrientationRequest NotCalledBack(OrientationRequest request)
    {
        Accepted(request);
        request.ReportNotCalledBack(null, Author.Structure, Now, Today);
        return request;
    }

    private OrientationRequest NoneSuits(OrientationRequest request)
    {
        Asked(request).RefuseProposals(null, Author.Structure, Now, Today);
        return request;
    }

    private OrientationRequest Withdrawn(OrientationRequest request)
    {
        Accepted(request);
        request.Close(ClosingReasons.AbandonStructure, null, null, Author.Structure, Now, Today);
        return request;
    }

    private OrientationRequest Confirmed(OrientationRequest request)
    {
        request.ConfirmOutcome(Completed(request, ReferralOutcomes.AideApportee).Id, Author.Structure, Now, Today);
        return request;
    }

    private Referral Completed(OrientationRequest request, string outcome)
    {
        var referral = Accepted(request);
        request.CompleteReferral(referral.Id, outcome, null, Partner, Now, Today);
        return referral;
    }

    private Referral Cancelled(OrientationRequest request)
    {
        var referral = Sent(request);
        request.CancelReferral(referral.Id, Staff, Now, Today);
        return referral;
    }

    private OrientationRequest Reopened(OrientationRequest request)
    {
        Closed(request).Reopen("Du nouveau.", Staff, Now, Today);
        request.Assign(null, Staff, Now);
        return request;
    }

    private OrientationRequest Overdue(OrientationRequest request)
    {
        Take(request);
        return request;
    }

    private OrientationRequest Dormant(OrientationRequest request)
    {
        Take(request);
        daysAgo = 0;
        request.NoticeDormant(Author.Job, Now, Today);
        return request;
    }

    private Referral Erased(OrientationRequest request)
    {
        var referral = Sent(request);
        request.Close(ClosingReasons.EffacementDemande, null, null, Staff, Now, Today);
        request.Anonymise(Staff, Now);
        return referral;
    }

    private Referral Changed(OrientationRequest request)
    {
        var referral = Sent(request);
        request.RequestInformation(referral.Id, "Avez-vous un budget\u00A0?", Partner, Now, Today);
        request.GiveInformation(referral.Id, "Oui.", Author.Structure, Now, Today);
        return referral;
    }

    private Referral QuestionLapsed(OrientationRequest request)
    {
        var referral = Sent(request);
        request.RequestInformation(referral.Id, "Avez-vous un budget\u00A0?", Partner, Now, Today);
        daysAgo = 0;
        request.LapseQuestion(referral.Id, Author.Job, Now, Today);
        return referral;
    }

    private Referral DateLapsed(OrientationRequest request)
    {
        var referral = DateOffered(request);
        daysAgo = 0;
        request.LapseDate(referral.Id, Author.Job, Now, Today);
        return referral;
    }

    private Referral Corrected(OrientationRequest request)
    {
        var offer = Offer();
        var referral = Sent(request, offer);
        request.AcceptReferral(referral.Id, Partner, Now, Today);
        request.CompleteReferral(referral.Id, ReferralOutcomes.EchangeSansSolution, null, Partner, Now, Today);
        request.CorrectReferral(referral.Id, offer, "Erreur de saisie.", Staff, Now, Today);
        return referral;
    }

    private Referral Expired(OrientationRequest request)
    {
        var referral = Sent(request);
        daysAgo = 0;
        request.ExpireReferral(referral.Id, Author.Job, Now, Today);
        return referral;
    }

    private Referral HandedBack(OrientationRequest request)
    {
        var referral = Accepted(request);
        request.HandBackReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), Partner, Now, Today);
        return referral;
    }

    private void Take(OrientationRequest request)
    {
        request.ProveAddress(Now);
        request.TakeInCharge(Staff, Now, Today);

        // The invented member of staff has no account.
        request.Assign(null, Staff, Now);
    }

    private Referral Choose(OrientationRequest request, SupportOffer offer) =>
        request.Propose(new ReferralChoice(offer.ActorId, offer.Id, offer.Revision, ProposalRole.Lead, MatchRank: null), "Aperçu des messages.", Staff, Now, Today);
}
