using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

// How the status moves: by somebody's decision, or derived from the referrals of the current round.
public sealed partial class OrientationRequest
{
    /// <summary>Ends the request. Open referrals are cancelled.</summary>
    /// <param name="reason">Code of <see cref="ClosingReasons"/>.</param>
    /// <param name="message">What the structure will read; null when the reason says enough.</param>
    /// <param name="keptRequest">The kept request, when the reason is « doublon ».</param>
    /// <param name="by">Staff, or the structure that withdraws.</param>
    /// <param name="now">Current time.</param>
    /// <param name="todayInParis">Current day in Paris, with the calendar of PLUS.</param>
    /// <exception cref="DomainRuleException">As <see cref="Acts.Close"/>, or <see cref="Acts.Withdraw"/> for the structure, which gives no other reason; <see cref="RuleCode.UnknownCode"/> or <see cref="RuleCode.InvalidDuplicate"/>.</exception>
    public void Close(string reason, string? message, OrientationRequest? keptRequest, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var act = by.Kind == AuthorKind.Structure ? Acts.Withdraw : Acts.Close;
        Begin(act, by);
        if (!ClosingReasons.All.Contains(reason)) throw new DomainRuleException(RuleCode.UnknownCode);
        if (act == Acts.Withdraw && reason is not (ClosingReasons.AbandonStructure or ClosingReasons.EffacementDemande)) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        var isDuplicate = reason == ClosingReasons.Doublon;
        if (isDuplicate && (keptRequest is null || keptRequest.Id == Id || keptRequest.DuplicateOfId is not null)) throw new DomainRuleException(RuleCode.InvalidDuplicate);

        foreach (var referral in referrals.Where(referral => !referral.IsEnded).ToList()) CancelWithoutDeriving(referral, by, now);
        DuplicateOfId = isDuplicate ? keptRequest!.Id : null;
        ClosingReason = reason;
        Follow(act, by, now, todayInParis);
        WriteIfAny(act, message, by, now);
        Leave(act, by, now, reasonCode: reason);
    }

    /// <summary>Re-opens a closed request in a new round.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.Reopen"/>, or <see cref="RuleCode.ReasonRequired"/>.</exception>
    public void Reopen(string reason, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        Begin(Acts.Reopen, by);
        Write(Acts.Reopen, reason, by, now);
        Round++;
        Follow(Acts.Reopen, by, now, todayInParis);
        AssigneeId = by.UserId;
        ClosingReason = null;
        DuplicateOfId = null;
        Leave(Acts.Reopen, by, now);
    }

    /// <summary>
    /// Takes out of a closed request whatever tells who asked and what for. What statistics need remains: reference, place, stage,
    /// themes, legal form, size, dates, how it ended. Needs its referrals and its notes. Does nothing the second time.
    /// </summary>
    /// <remarks>Source: workflow of PLUS, retention; docs/adr/0027.</remarks>
    /// <exception cref="DomainRuleException">As <see cref="Acts.Anonymise"/>.</exception>
    public void Anonymise(Author by, DateTimeOffset now)
    {
        if (!Begin(Acts.Anonymise, by)) return;
        (Declared, Correction, Contact) = (Declared.WithoutPerson(), Correction?.WithoutPerson(), Declarations.Contact.Nobody);
        (Matching, MatchedAt, Summary, IsUrgent) = (null, null, null, false);
        (DraftId, AssigneeId, DuplicateOfId, PrecededById, Masks) = (null, null, null, null, null);
        followers.Clear();
        signalCodes = [];
        notes.RemoveAll(note => note.Kind != NoteKind.ErasureReason);
        foreach (var referral in referrals) referral.BetterActorId = null;
        (LaterSatisfactionOn, ClockAt) = (null, null);
        AnonymisedAt = now;
        Leave(Acts.Anonymise, by, now);
    }

    /// <summary>Status that follows from the referrals of the current round.</summary>
    private RequestStatus StatusFromReferrals()
    {
        var current = Current.ToList();
        if (current.Any(referral => referral.Status == ReferralStatus.Accepted || referral.IsOutcomeAwaited)) return RequestStatus.InProgress;
        if (current.Any(referral => referral.IsAwaitingAnswer)) return RequestStatus.Oriented;
        if (current.Any(referral => referral is { Status: ReferralStatus.Proposed, ConsentAskedAt: not null })) return RequestStatus.AwaitingConsent;
        if (current.Any(HasSucceeded)) return RequestStatus.Closed;
        return RequestStatus.InTriage;
    }

    private static bool HasSucceeded(Referral referral) =>
        referral is { Status: ReferralStatus.Completed, OutcomeState: OutcomeState.Confirmed };

    /// <summary>Brings the status in line with the referrals, after each change of one of them.</summary>
    private void DeriveStatus(Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        if (Status is not (RequestStatus.InTriage or RequestStatus.AwaitingConsent or RequestStatus.Oriented or RequestStatus.InProgress)) return;
        var next = StatusFromReferrals();
        if (next == Status)
        {
            Refresh(now, todayInParis);
            return;
        }

        if (next != RequestStatus.Closed)
        {
            MoveTo(next, Movers.Derived, now, todayInParis);
            if (timeline.Count > 0) timeline[^1].EndIn(next);
            return;
        }

        foreach (var referral in referrals.Where(referral => referral.Status == ReferralStatus.Proposed).ToList()) CancelWithoutDeriving(referral, Author.Job, now);
        ClosingReason = BestClosingReason();
        MoveTo(RequestStatus.Closed, Movers.Derived, now, todayInParis);
        Leave(Acts.Close, by, now, reasonCode: ClosingReason);
    }

    /// <summary>Closing reason of the best outcome of the round, in the order of the vocabulary.</summary>
    private string BestClosingReason()
    {
        var outcomes = Current.Select(referral => referral.ReferralOutcome).ToHashSet();
        string[] bestFirst = [ReferralOutcomes.AideApportee, ReferralOutcomes.AccompagnementEngage, ReferralOutcomes.InformationDonnee];
        return ReferralOutcomes.All.Find(bestFirst.First(outcomes.Contains))!.Parent!;
    }

    /// <summary>Moves the request as the act says; from a state that it does not name, not at all.</summary>
    private void Follow(RequestAct act, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        foreach (var move in act.Moves.Where(move => move.From == Status).Take(1).ToList()) MoveTo(move.To, by.AsMover, now, todayInParis);
    }

    /// <summary>The only door to <see cref="Status"/>.</summary>
    private void MoveTo(RequestStatus next, Movers by, DateTimeOffset now, PlusDay todayInParis)
    {
        var movers = RequestTransitions.MoversOf(Status, next);
        if (movers == Movers.None) throw new DomainRuleException(RuleCode.IllegalRequestTransition);
        if ((movers & by) == 0) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        var from = Status;
        Status = next;
        ClosedAt = next == RequestStatus.Closed ? now : null;
        (StatusSinceOn, StructureHeardOn) = (todayInParis, todayInParis);
        LaterSatisfactionOn = next == RequestStatus.Closed ? todayInParis.Date.AddMonths(LaterSatisfactionMonths) : null;

        // Who takes a request in charge keeps the promise that was made; an answer of the structure begins another one.
        if (next == RequestStatus.InTriage && from != RequestStatus.Submitted) PromisedOn = from == RequestStatus.NeedsInformation ? FirstLookFrom(todayInParis) : Soonest(todayInParis);
        if (next == RequestStatus.NeedsInformation) AwaitStructure(DelayKind.QuestionSecondReminder, todayInParis);
        Refresh(now, todayInParis);
    }
}
