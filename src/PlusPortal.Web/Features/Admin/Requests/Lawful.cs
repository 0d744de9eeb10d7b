using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Admin.Requests.Charge;
using PlusPortal.Web.Features.Admin.Requests.Choosing;
using PlusPortal.Web.Features.Admin.Requests.Conversation;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>What staff may do now: only lawful actions are drawn. The domain has the last word.</summary>
public sealed record Lawful(OrientationRequest Request)
{
    private RequestStatus Status => Request.Status;

    /// <summary>Take it, or take it over.</summary>
    public bool TakeInCharge(Guid me) => Request.IsOpen && (Request.AssigneeId != me || Status == RequestStatus.Submitted);

    /// <summary>Give it to a colleague.</summary>
    public bool Assign => Request.IsOpen;

    /// <summary>Give it back to the team.</summary>
    public bool Release => Request is { IsOpen: true, AssigneeId: not null };

    /// <summary>Correct stage, themes or commune, and run the matcher again.</summary>
    public bool Correct => Request.IsOpen;

    /// <summary>Vouch for the address.</summary>
    public bool VouchForAddress => Request is { IsOpen: true, AddressProvenAt: null };

    /// <summary>Ask the structure a question.</summary>
    public bool Ask => Status.CanBecome(RequestStatus.NeedsInformation, Movers.Staff);

    /// <summary>Record its answer, or go on without.</summary>
    public bool EndQuestion => Status == RequestStatus.NeedsInformation;

    /// <summary>Whether referrals may move at all.</summary>
    public bool MoveReferrals => Status is not (RequestStatus.Submitted or RequestStatus.NeedsInformation or RequestStatus.Closed);

    /// <summary>Ask the structure to agree to the actors chosen.</summary>
    public bool AskConsent => MoveReferrals && Current.Any(referral => referral is { Status: ReferralStatus.Proposed, ConsentGivenAt: null, ConsentAskedAt: null });

    /// <summary>Tell the actors that the structure agreed to.</summary>
    public bool Send => MoveReferrals && Request.AddressProvenAt is not null && ReadyToSend.Any();

    /// <summary>End the request.</summary>
    public bool Close => Request.IsOpen;

    /// <summary>Open it again.</summary>
    public bool Reopen => !Request.IsOpen;

    /// <summary>Referrals that could be sent now.</summary>
    public IEnumerable<Referral> ReadyToSend => Current.Where(referral => referral is { Status: ReferralStatus.Proposed, ConsentGivenAt: not null });

    /// <summary>Referrals of the current round.</summary>
    public IEnumerable<Referral> Current => Request.Referrals.Where(referral => referral.Round == Request.Round);

    /// <summary>Record an agreement given by telephone.</summary>
    public bool RecordConsent(Referral referral) => MoveReferrals && IsCurrent(referral) && referral is { Status: ReferralStatus.Proposed, ConsentGivenAt: null };

    /// <summary>Take a referral back.</summary>
    public bool Cancel(Referral referral) => MoveReferrals && referral.Status.CanBecome(ReferralStatus.Cancelled, Movers.Staff);

    /// <summary>Correct a mistaken refusal or outcome.</summary>
    public bool CorrectAnswer(Referral referral) => MoveReferrals && referral.Status is (ReferralStatus.Declined or ReferralStatus.Completed);

    /// <summary>Answer the question of an actor.</summary>
    public bool GiveInformation(Referral referral) => MoveReferrals && IsCurrent(referral) && referral.Status == ReferralStatus.InformationRequested;

    /// <summary>Record what an actor that staff told by themselves said.</summary>
    public bool RecordAnswer(Referral referral) => MoveReferrals && IsCurrent(referral) && referral.IsByHand
        && referral.Status is (ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.Expired);

    /// <summary>Record that an actor told by hand gives the request back.</summary>
    public bool RecordHandBack(Referral referral) => MoveReferrals && IsCurrent(referral) && referral is { IsByHand: true, Status: ReferralStatus.Accepted };

    /// <summary>Record the end of the support.</summary>
    public bool Complete(Referral referral) => MoveReferrals && IsCurrent(referral) && referral.Status == ReferralStatus.Accepted;

    private bool IsCurrent(Referral referral) => referral.Round == Request.Round;
}
