using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Testing.Builders;

/// <summary>Verbs that take a request along the workflow at <see cref="A.Now"/>, by the door that people use.</summary>
public static class RequestSteps
{
    extension(OrientationRequest request)
    {
        /// <summary>The structure opened its link and staff took the request.</summary>
        public OrientationRequest InTriage()
        {
            request.ProveAddress(A.Now);
            request.TakeInCharge(A.Staff(), A.Now, A.Day);
            return request;
        }

        /// <summary>Staff chose the actor of an offer that the matcher had ranked.</summary>
        public Referral Proposing(SupportOffer offer, ProposalRole role = ProposalRole.Lead)
        {
            if (request.Status == RequestStatus.Submitted) request.InTriage();
            var choice = new ReferralChoice(offer.ActorId, offer.Id, offer.Revision, role, MatchRank: 1);
            return request.Propose(choice, reason: null, A.Staff(), A.Now, A.Day);
        }

        /// <summary>Staff chose the actor and told it; the structure agreed.</summary>
        public Referral Sending(SupportOffer offer, bool isByHand = false)
        {
            var referral = request.Proposing(offer);
            request.GiveConsent(referral.Id, A.Staff(), A.Now, A.Day);
            request.SendReferral(referral.Id, offer, isByHand, A.Staff(), A.Now, A.Day);
            return referral;
        }

        /// <summary>The actor was told and took the request.</summary>
        public Referral AcceptedBy(SupportOffer offer)
        {
            var referral = request.Sending(offer);
            request.AcceptReferral(referral.Id, A.Partner(), A.Now, A.Day);
            return referral;
        }

        /// <summary>The actor noted that it helped, and the structure finds it right.</summary>
        public void Helped(Referral referral, string outcome = ReferralOutcomes.AideApportee)
        {
            request.CompleteReferral(referral.Id, outcome, null, A.Partner(), A.Now, A.Day);
            if (referral.IsOutcomeAwaited) request.ConfirmOutcome(referral.Id, Author.Structure, A.Now, A.Day);
        }
    }
}
