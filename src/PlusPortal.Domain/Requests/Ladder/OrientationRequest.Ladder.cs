using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Requests;

// How far the help went, and what the structure says of it.
public sealed partial class OrientationRequest
{
    private readonly List<LadderReport> ladderReports = [];

    /// <summary>Every rung that somebody told of.</summary>
    public IReadOnlyList<LadderReport> LadderReports => ladderReports;

    /// <summary>Somebody tells how far the help of an actor went. A contact ends the wait for the first one; any word is news.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.ReportRung"/>, <see cref="RuleCode.ReferralNotFound"/>, <see cref="RuleCode.UnusableDate"/>, <see cref="RuleCode.NotAllowedForRole"/> for a side that is not the author's, or <see cref="RuleCode.UnknownCode"/> without a reason where one is needed.</exception>
    public void ReportRung(Guid referralId, RungSeen seen, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.ReportRung, referral, by);
        if (by.Kind == AuthorKind.Structure && seen.Side != LadderSide.Structure) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        if (by.Kind == AuthorKind.Partner && seen.Side != LadderSide.Actor) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        if (seen.On > todayInParis.Date || seen.On < referral.SentOn) throw new DomainRuleException(RuleCode.UnusableDate);
        if (seen.Rung == Rung.NotDealtWith ? seen.WhyNot is null || !UnmetReasons.All.Contains(seen.WhyNot) : seen.WhyNot is not null) throw new DomainRuleException(RuleCode.UnknownCode);

        ladderReports.Add(new LadderReport(Id, referralId, seen, by, now));
        if (seen.Rung is Rung.FirstContact or Rung.Reached or Rung.UnderWay && !(referral.FirstContactOn <= seen.On)) referral.FirstContactOn = seen.On;
        if (referral.Status == ReferralStatus.Accepted) referral.HearNews(todayInParis, IsUrgent);
        if (AnswersTask(referral, seen)) ForgetTask();
        if (IsOpen) Refresh(now, todayInParis);
        Leave(Acts.ReportRung, by, now, referralId, seen.Rung.ToString());
    }

    /// <summary>The structure finds the outcome right that the actor noted. Does nothing the second time.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.ConfirmOutcome"/>, or <see cref="RuleCode.ReferralNotFound"/>.</exception>
    public void ConfirmOutcome(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis) => EndOutcome(Acts.ConfirmOutcome, referralId, OutcomeState.Confirmed, by, now, todayInParis);

    /// <summary>The structure says otherwise: the outcome counts no more, and PLUS looks today.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.ContestOutcome"/>, or <see cref="RuleCode.ReferralNotFound"/>.</exception>
    public void ContestOutcome(Guid referralId, string? comment, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.ContestOutcome, referral, by);
        referral.OutcomeState = OutcomeState.Contested;
        WriteIfAny(Acts.ContestOutcome, comment, by, now, referralId);
        PutTask(Clock.StaffTask.OutcomeContested, referralId, todayInParis);
        Finish(Acts.ContestOutcome, referral, by, now, todayInParis, referral.ReferralOutcome);
    }

    /// <summary>Staff heard both sides and settled what they disagreed on; what either says later is a new disagreement.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.SettleDisagreement"/>, or <see cref="RuleCode.ReferralNotFound"/>.</exception>
    public void SettleDisagreement(Guid referralId, string? note, Author by, DateTimeOffset now)
    {
        Begin(Acts.SettleDisagreement, FindReferral(referralId), by);
        WriteIfAny(Acts.SettleDisagreement, note, by, now, referralId);
        Leave(Acts.SettleDisagreement, by, now, referralId);
    }

    /// <summary>Nobody contested the outcome in time: it stands.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.SettleOutcome"/>, <see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.IllegalReferralTransition"/> while the last day has not passed.</exception>
    public void SettleOutcome(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        if (FindReferral(referralId) is { IsOutcomeAwaited: true } referral && !(todayInParis.Date > referral.OutcomeSettlesOn)) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
        EndOutcome(Acts.SettleOutcome, referralId, OutcomeState.Confirmed, by, now, todayInParis);
    }

    /// <summary>Whether that word ends what PLUS had to call for: news of the actor, or a structure that was called after all.</summary>
    private bool AnswersTask(Referral referral, RungSeen seen) => Task switch
    {
        Clock.StaffTask.CallAcceptingActor => TaskReferralId == referral.Id,
        Clock.StaffTask.NotCalledBack => seen is { Side: LadderSide.Structure, Rung: Rung.FirstContact or Rung.Reached },
        _ => false,
    };

    private void EndOutcome(ReferralAct act, Guid referralId, OutcomeState state, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        if (!Begin(act, referral, by)) return;
        referral.OutcomeState = state;
        Finish(act, referral, by, now, todayInParis, referral.ReferralOutcome);
    }
}
