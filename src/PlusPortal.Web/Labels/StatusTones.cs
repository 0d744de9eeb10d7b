using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Labels;

/// <summary>What a state means for its reader, for the shape and colour beside its word.</summary>
public static class StatusTones
{
    extension(ReferralStatus status)
    {
        /// <summary>Tone of a referral's state.</summary>
        public Tone Tone => status switch
        {
            ReferralStatus.Proposed => Tone.Neutral,
            ReferralStatus.Sent => Tone.Waiting,
            ReferralStatus.InformationRequested or ReferralStatus.DateOffered => Tone.Attention,
            ReferralStatus.Accepted or ReferralStatus.Completed => Tone.Good,
            ReferralStatus.Expired => Tone.Attention,
            ReferralStatus.Declined or ReferralStatus.Cancelled => Tone.Closed,
        };
    }

    extension(RequestStatus status)
    {
        /// <summary>Tone of a request's state.</summary>
        public Tone Tone => status switch
        {
            RequestStatus.Submitted => Tone.Neutral,
            RequestStatus.InTriage or RequestStatus.Oriented => Tone.Waiting,
            RequestStatus.NeedsInformation or RequestStatus.AwaitingConsent => Tone.Attention,
            RequestStatus.InProgress => Tone.Good,
            RequestStatus.Closed => Tone.Closed,
        };
    }

    extension(OfferState state)
    {
        /// <summary>Tone of an offer's publication.</summary>
        public Tone Tone => state switch
        {
            OfferState.Draft or OfferState.InReview => Tone.Neutral,
            OfferState.Published => Tone.Good,
            OfferState.Suspended => Tone.Attention,
            OfferState.Archived => Tone.Closed,
        };
    }
}
