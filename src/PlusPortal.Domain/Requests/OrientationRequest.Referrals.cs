using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

// Every move of a referral: the guard, the effect, the event, then the derived status.
public sealed partial class OrientationRequest
{
    /// <summary>Chooses an actor. A reason is required when the matcher had not proposed it.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.Propose"/>, <see cref="RuleCode.AlreadyReferred"/> or <see cref="RuleCode.ReasonRequired"/>.</exception>
    public Referral Propose(ReferralChoice choice, string? reason, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(Acts.Propose, by);
        if (Current.Any(referral => referral.ActorId == choice.ActorId && referral.Status != ReferralStatus.Cancelled)) throw new DomainRuleException(RuleCode.AlreadyReferred);
        if (choice.MatchRank is null) EnsureText(reason ?? "");

        var referral = new Referral(Id, Round, choice, now);
        if (TransmissionRule == TransmissionRule.PlusChooses) referral.ConsentGivenAt = ConsentedAt;
        referrals.Add(referral);
        WriteIfAny(Acts.Propose, reason, by, now, referral.Id);
        Leave(Acts.Propose, by, now, referral.Id);
        DeriveStatus(by, now, todayInParis);
        return referral;
    }

    /// <summary>Puts the proposals that need the structure's agreement to it. Does nothing when none does.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.AskConsent"/>.</exception>
    /// <returns>How many proposals were put.</returns>
    public int AskConsent(Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        if (!Begin(Acts.AskConsent, by)) return 0;
        var pending = ToAskAbout.ToList();
        foreach (var referral in pending)
        {
            referral.ConsentAskedAt = now;
            Leave(Acts.AskConsent, by, now, referral.Id);
        }

        AwaitStructure(DelayKind.ConsentCall, todayInParis);
        DeriveStatus(by, now, todayInParis);
        return pending.Count;
    }

    /// <summary>Records that the structure agrees to an actor, on its page or by telephone to staff. Once nothing is left to agree to, PLUS must send. Does nothing the second time.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.GiveConsent"/>, or <see cref="RuleCode.ReferralNotFound"/>.</exception>
    public void GiveConsent(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        if (!Begin(Acts.GiveConsent, referral, by)) return;
        referral.ConsentGivenAt = now;
        Leave(Acts.GiveConsent, by, now, referralId);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>Tells the actor.</summary>
    /// <param name="referralId">Referral to send.</param>
    /// <param name="offer">Its offer with its actor, read in the same transaction: the matcher proposed, the present state decides.</param>
    /// <param name="isByHand">Whether staff transmit by themselves, the actor having no account nor checked address.</param>
    /// <param name="by">Staff or the portal.</param>
    /// <param name="now">Current time.</param>
    /// <param name="todayInParis">Current day in Paris, on which the offer must be open.</param>
    /// <param name="calendar">How the actor counts its working days; null when nothing is known of it.</param>
    /// <exception cref="DomainRuleException">As <see cref="Acts.SendReferral"/>, <see cref="RuleCode.ReferralNotFound"/> or <see cref="RuleCode.OfferNotOpen"/>.</exception>
    public void SendReferral(Guid referralId, SupportOffer offer, bool isByHand, Author by, DateTimeOffset now, PlusDay todayInParis, ActorCalendar? calendar = null)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.SendReferral, referral, by);
        EnsureOpen(offer, referral, todayInParis);
        Move(Acts.SendReferral, referral, by, now);
        referral.IsByHand = isByHand;
        referral.SentAt = now;
        referral.SentOn = todayInParis;
        referral.Calendar = calendar ?? ActorCalendar.National;
        referral.StartClock(todayInParis, todayInParis.Delays, IsUrgent);
        Finish(Acts.SendReferral, referral, by, now, todayInParis);
    }

    /// <summary>Takes a referral back: not retained by staff, or refused by the structure.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.CancelReferral"/>, or <see cref="RuleCode.ReferralNotFound"/>.</exception>
    public void CancelReferral(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.CancelReferral, referral, by);
        CancelWithoutDeriving(referral, by, now, refusesDate: by.SpeaksForStructure);
        StructureHeardOn = todayInParis;
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>The structure wants none of the actors proposed to it: they are taken back and PLUS searches again.</summary>
    /// <param name="message">What it says; null when nothing.</param>
    /// <param name="by">The structure, or staff whom it told so.</param>
    /// <param name="now">Current time.</param>
    /// <param name="todayInParis">Current day in Paris, with the calendar of PLUS.</param>
    /// <exception cref="DomainRuleException">As <see cref="Acts.RefuseProposals"/>.</exception>
    public void RefuseProposals(string? message, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(Acts.RefuseProposals, by);
        foreach (var referral in ProposedToStructure.ToList()) CancelWithoutDeriving(referral, by, now);
        WriteIfAny(Acts.RefuseProposals, message, by, now);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>Staff correct a mistaken refusal (asked again, if its offer is open) or a mistaken outcome (accepted again).</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.CorrectReferral"/>, <see cref="RuleCode.ReferralNotFound"/>, <see cref="RuleCode.ReasonRequired"/> or <see cref="RuleCode.OfferNotOpen"/>.</exception>
    public void CorrectReferral(Guid referralId, SupportOffer offer, string reason, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.CorrectReferral, referral, by);
        EnsureText(reason);
        if (referral.Status == ReferralStatus.Declined) EnsureOpen(offer, referral, todayInParis);
        Write(Acts.CorrectReferral, reason, by, now, referralId);
        Move(Acts.CorrectReferral, referral, by, now);
        referral.Round = Round;
        referral.DeclineReason = null;
        referral.BetterActorId = null;
        (referral.ReferralOutcome, referral.OutcomeState, referral.OutcomeSettlesOn, referral.SettlesAt, referral.UnmetOn) = (null, OutcomeState.None, null, null, null);
        if (referral.Status == ReferralStatus.Sent)
        {
            referral.Reopen();
            referral.StartClock(todayInParis, todayInParis.Delays, IsUrgent);
        }
        else
        {
            referral.HearNews(todayInParis, IsUrgent);
        }

        Finish(Acts.CorrectReferral, referral, by, now, todayInParis);
    }

    /// <summary>What is taken back for another reason says nothing of the day that the actor offers: none is kept as refused.</summary>
    private void CancelWithoutDeriving(Referral referral, Author by, DateTimeOffset now, bool refusesDate = false)
    {
        if (referral.Status == ReferralStatus.DateOffered && !refusesDate) referral.StartsOn = null;
        Move(Acts.CancelReferral, referral, by, now);
        Leave(Acts.CancelReferral, by, now, referral.Id);
    }

    /// <summary>Whoever is told, for the first time or again, has an offer that is open that day.</summary>
    private static void EnsureOpen(SupportOffer offer, Referral referral, DateOnly todayInParis)
    {
        if (offer.Id != referral.OfferId || !offer.MayReceive(todayInParis, chosenByHand: referral.MatchRank is null)) throw new DomainRuleException(RuleCode.OfferNotOpen);
    }

    private static void Move(ReferralAct act, Referral referral, Author by, DateTimeOffset now) => referral.MoveTo(act.Next(referral.Status), by, now);

    private void Finish(ReferralAct act, Referral referral, Author by, DateTimeOffset now, PlusDay todayInParis, string? reasonCode = null)
    {
        StructureHeardOn = todayInParis;
        Leave(act, by, now, referral.Id, reasonCode);
        DeriveStatus(by, now, todayInParis);
    }
}
