using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

// Every move of a referral: the guard, the effect, the event, then the derived status.
public sealed partial class OrientationRequest
{
    /// <summary>Chooses an actor. A reason is required when the matcher had not proposed it.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.AlreadyReferred"/>, <see cref="RuleCode.ReasonRequired"/>, <see cref="RuleCode.IllegalRequestTransition"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public Referral Propose(ReferralChoice choice, string? reason, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        if (by.Kind is not (AuthorKind.Staff or AuthorKind.System)) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        if (Status is RequestStatus.Submitted or RequestStatus.NeedsInformation or RequestStatus.Closed) throw new DomainRuleException(RuleCode.IllegalRequestTransition);
        if (referrals.Any(referral => referral.Round == Round && referral.ActorId == choice.ActorId && referral.Status != ReferralStatus.Cancelled)) throw new DomainRuleException(RuleCode.AlreadyReferred);
        if (choice.MatchRank is null && string.IsNullOrWhiteSpace(reason)) throw new DomainRuleException(RuleCode.ReasonRequired);

        var referral = new Referral(Id, Round, choice, now);
        if (TransmissionRule == TransmissionRule.PlusChooses) referral.ConsentGivenAt = ConsentedAt;
        referrals.Add(referral);
        if (!string.IsNullOrWhiteSpace(reason)) AddText(NoteKind.Reason, reason, by, now, referral.Id);
        Record(EventKind.ReferralProposed, by, now, referral.Id);
        DeriveStatus(by, now, todayInParis);
        return referral;
    }

    /// <summary>Puts the proposals that need the structure's agreement to it. Does nothing when none does.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.IllegalRequestTransition"/> while a question waits for the structure, <see cref="RuleCode.RequestClosed"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    /// <returns>How many proposals were put.</returns>
    public int AskConsent(Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        EnsureStaff(by);
        EnsureReferralsMayMove();
        var pending = referrals.Where(referral => referral is { Status: ReferralStatus.Proposed, ConsentGivenAt: null, ConsentAskedAt: null } && referral.Round == Round).ToList();
        foreach (var referral in pending)
        {
            referral.ConsentAskedAt = now;
            Record(EventKind.ConsentAsked, by, now, referral.Id);
        }

        if (pending.Count > 0) DeriveStatus(by, now, todayInParis);
        return pending.Count;
    }

    /// <summary>Records that the structure agrees to an actor, on its page or by telephone to staff. Once nothing is left to agree to, PLUS must send. Does nothing the second time.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.ReferralNotFound"/>, <see cref="RuleCode.IllegalReferralTransition"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public void GiveConsent(Guid referralId, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        if (by.Kind is not (AuthorKind.Structure or AuthorKind.Staff)) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        EnsureOpen();
        var referral = FindReferral(referralId);
        if (referral.Status != ReferralStatus.Proposed) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
        if (referral.ConsentGivenAt is not null) return;
        referral.ConsentGivenAt = now;
        Record(EventKind.ConsentGiven, by, now, referralId);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>Tells the actor. The caller has read the offer again as published and open.</summary>
    /// <param name="referralId">Referral to send.</param>
    /// <param name="offerIsOpen">Whether the offer is published and takes requests, read in the same transaction.</param>
    /// <param name="isByHand">Whether staff transmit by themselves, the actor having no account nor checked address.</param>
    /// <param name="by">Staff or the portal.</param>
    /// <param name="now">Current time.</param>
    /// <param name="todayInParis">Current day in Paris.</param>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.AddressNotProven"/>, <see cref="RuleCode.ConsentMissing"/>, <see cref="RuleCode.OfferNotOpen"/>, <see cref="RuleCode.TooManyOpenReferrals"/>, or an illegal transition.</exception>
    public void SendReferral(Guid referralId, bool offerIsOpen, bool isByHand, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        EnsureReferralsMayMove();
        var referral = FindReferral(referralId);
        if (AddressProvenAt is null) throw new DomainRuleException(RuleCode.AddressNotProven);
        if (referral.ConsentGivenAt is null) throw new DomainRuleException(RuleCode.ConsentMissing);
        if (!offerIsOpen) throw new DomainRuleException(RuleCode.OfferNotOpen);
        EnsureOneMoreMayBeAsked();
        if (referral.Status != ReferralStatus.Proposed) throw new DomainRuleException(RuleCode.IllegalReferralTransition);

        referral.MoveTo(ReferralStatus.Sent, by, now);
        referral.IsByHand = isByHand;
        referral.SentAt = now;
        referral.SetDueDates(todayInParis, Delays.For(IsUrgent), Departement);
        Record(EventKind.ReferralSent, by, now, referralId);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>The actor asks its one question.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.QuestionAlreadyAsked"/>, <see cref="RuleCode.ReasonRequired"/>, or an illegal transition.</exception>
    public void RequestInformation(Guid referralId, string question, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        var referral = FindOpenForAnswer(referralId);
        EnsureText(question);
        if (referral.QuestionAskedAt is not null) throw new DomainRuleException(RuleCode.QuestionAlreadyAsked);
        referral.MoveTo(ReferralStatus.InformationRequested, by, now);
        referral.QuestionAskedAt = now;
        referral.QuestionAskedOn = todayInParis;
        AddText(NoteKind.QuestionFromPartner, question, by, now, referralId);
        Record(EventKind.ReferralInformationRequested, by, now, referralId);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>Answers the question of an actor; its clock starts again where it stood, at most 5 working days later than it would have been.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.ReasonRequired"/>, or an illegal transition.</exception>
    public void GiveInformation(Guid referralId, string answer, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        var referral = FindOpenForAnswer(referralId);
        EnsureText(answer);

        // Correcting a refusal also leads to Sent, but that is another act.
        if (referral.Status != ReferralStatus.InformationRequested) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
        referral.MoveTo(ReferralStatus.Sent, by, now);
        referral.ResumeClock(todayInParis, Departement);
        AddText(NoteKind.AnswerToPartner, answer, by, now, referralId);
        Record(EventKind.ReferralInformationGiven, by, now, referralId);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>The actor takes the request.</summary>
    /// <exception cref="DomainRuleException">An illegal transition, or <see cref="RuleCode.RequestClosed"/>.</exception>
    public void AcceptReferral(Guid referralId, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        var referral = FindOpenForAnswer(referralId);
        referral.MoveTo(ReferralStatus.Accepted, by, now);
        referral.AnsweredAt = now;
        Record(EventKind.ReferralAccepted, by, now, referralId);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>The actor declines, or hands an accepted request back.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.UnknownCode"/>, <see cref="RuleCode.ReasonRequired"/>, an illegal transition, or <see cref="RuleCode.RequestClosed"/>.</exception>
    public void DeclineReferral(Guid referralId, Decline decline, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        if (!DeclineReasons.All.Contains(decline.Reason)) throw new DomainRuleException(RuleCode.UnknownCode);
        if (decline.Reason == DeclineReasons.Autre && string.IsNullOrWhiteSpace(decline.Comment)) throw new DomainRuleException(RuleCode.ReasonRequired);
        var referral = FindOpenForAnswer(referralId);
        var handsBack = referral.Status == ReferralStatus.Accepted;
        referral.MoveTo(ReferralStatus.Declined, by, now);
        referral.AnsweredAt = now;
        referral.DeclineReason = decline.Reason;
        referral.BetterActorId = decline.BetterActorId;
        if (!string.IsNullOrWhiteSpace(decline.Comment)) AddText(NoteKind.DeclineComment, decline.Comment, by, now, referralId);
        Record(handsBack ? EventKind.ReferralHandedBack : EventKind.ReferralDeclined, by, now, referralId, decline.Reason);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>The actor did not answer by its last day.</summary>
    /// <exception cref="DomainRuleException">An illegal transition, also when the last day has not passed.</exception>
    public void ExpireReferral(Guid referralId, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        var referral = FindOpenForAnswer(referralId);
        if (referral.ExpiresOn is not { } last || todayInParis <= last) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
        referral.MoveTo(ReferralStatus.Expired, by, now);
        Record(EventKind.ReferralExpired, by, now, referralId);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>The support ends, with its outcome.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.UnknownCode"/> or an illegal transition.</exception>
    public void CompleteReferral(Guid referralId, string outcome, string? comment, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        if (!ReferralOutcomes.All.Contains(outcome)) throw new DomainRuleException(RuleCode.UnknownCode);
        var referral = FindOpenForAnswer(referralId);
        referral.MoveTo(ReferralStatus.Completed, by, now);
        referral.ReferralOutcome = outcome;
        if (!string.IsNullOrWhiteSpace(comment)) AddText(NoteKind.OutcomeComment, comment, by, now, referralId);
        Record(EventKind.ReferralCompleted, by, now, referralId, outcome);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>Takes a referral back: not retained by staff, or refused by the structure.</summary>
    /// <exception cref="DomainRuleException">An illegal transition.</exception>
    public void CancelReferral(Guid referralId, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        EnsureOpen();
        CancelWithoutDeriving(FindReferral(referralId), by, now);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>The structure wants none of the actors proposed to it: they are taken back and PLUS searches again.</summary>
    /// <param name="message">What it says; null when nothing.</param>
    /// <param name="by">The structure, or staff whom it told so.</param>
    /// <param name="now">Current time.</param>
    /// <param name="todayInParis">Current day in Paris.</param>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.IllegalReferralTransition"/> when nothing is proposed any more, <see cref="RuleCode.RequestClosed"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public void RefuseProposals(string? message, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        if (by.Kind is not (AuthorKind.Structure or AuthorKind.Staff)) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        EnsureReferralsMayMove();
        var proposed = referrals.Where(referral => referral is { Status: ReferralStatus.Proposed, ConsentAskedAt: not null } && referral.Round == Round).ToList();
        if (proposed.Count == 0) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
        foreach (var referral in proposed) CancelWithoutDeriving(referral, by, now);
        if (!string.IsNullOrWhiteSpace(message)) AddText(NoteKind.MessageFromStructure, message, by, now);
        DeriveStatus(by, now, todayInParis);
    }

    /// <summary>Staff correct a mistaken refusal (asked again) or a mistaken outcome (accepted again).</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.RequestClosed"/>, <see cref="RuleCode.ReasonRequired"/>, <see cref="RuleCode.AlreadyReferred"/> when the actor was chosen again since, <see cref="RuleCode.TooManyOpenReferrals"/>, or an illegal transition.</exception>
    public void CorrectReferral(Guid referralId, string reason, Author by, DateTimeOffset now, DateOnly todayInParis)
    {
        EnsureStaff(by);
        EnsureReferralsMayMove();
        EnsureText(reason);
        var referral = FindReferral(referralId);
        var next = referral.Status switch
        {
            ReferralStatus.Declined => ReferralStatus.Sent,
            ReferralStatus.Completed => ReferralStatus.Accepted,
            ReferralStatus.Proposed or ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.Accepted
                or ReferralStatus.Expired or ReferralStatus.Cancelled => throw new DomainRuleException(RuleCode.IllegalReferralTransition),
        };
        if (HasOtherOpenReferralTo(referral)) throw new DomainRuleException(RuleCode.AlreadyReferred);
        if (next == ReferralStatus.Sent) EnsureOneMoreMayBeAsked();
        AddText(NoteKind.Reason, reason, by, now, referralId);
        referral.MoveTo(next, by, now);
        referral.Round = Round;
        referral.DeclineReason = null;
        referral.BetterActorId = null;
        referral.ReferralOutcome = null;
        if (next == ReferralStatus.Sent)
        {
            referral.AnsweredAt = null;
            referral.SetDueDates(todayInParis, Delays.For(IsUrgent), Departement);
        }

        Record(EventKind.ReferralCorrected, by, now, referralId);
        DeriveStatus(by, now, todayInParis);
    }

    private void CancelWithoutDeriving(Referral referral, Author by, DateTimeOffset now)
    {
        referral.MoveTo(ReferralStatus.Cancelled, by, now);
        Record(EventKind.ReferralCancelled, by, now, referral.Id);
    }

    private Referral FindReferral(Guid referralId) =>
        referrals.Find(referral => referral.Id == referralId) ?? throw new DomainRuleException(RuleCode.ReferralNotFound);

    /// <summary>The referral that an actor answers: the request is open and in its current round.</summary>
    private Referral FindOpenForAnswer(Guid referralId)
    {
        EnsureReferralsMayMove();
        var referral = FindReferral(referralId);
        if (referral.Round != Round) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
        return referral;
    }

    /// <summary>Referrals move only where the status can follow them: neither before triage, nor while a question waits for the structure.</summary>
    private void EnsureReferralsMayMove()
    {
        EnsureOpen();
        if (Status is RequestStatus.Submitted or RequestStatus.NeedsInformation) throw new DomainRuleException(RuleCode.IllegalRequestTransition);
    }

    private void EnsureOneMoreMayBeAsked()
    {
        if (referrals.Count(other => other.IsAwaitingAnswer) >= MaxOpenReferrals) throw new DomainRuleException(RuleCode.TooManyOpenReferrals);
    }

    private bool HasOtherOpenReferralTo(Referral referral) =>
        referrals.Any(other => other.Id != referral.Id && other.ActorId == referral.ActorId && other.Round == Round && other.Status != ReferralStatus.Cancelled);
}
