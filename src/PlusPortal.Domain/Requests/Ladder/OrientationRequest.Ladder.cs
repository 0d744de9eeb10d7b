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

    /// <summary>Somebody tells how far the help of an actor went. A contact ends the wait for the first one; any word of the actor is news, and of the structure that somebody made contact or helps, not that nobody does. Needs the rungs of the request.</summary>
    /// <returns>False when it is noted already: nothing changes.</returns>
    /// <exception cref="DomainRuleException">As <see cref="Acts.ReportRung"/>, <see cref="RuleCode.ReferralNotFound"/>, <see cref="RuleCode.UnusableDate"/>, <see cref="RuleCode.NotAllowedForRole"/> for a side that is not the author's, <see cref="RuleCode.UnknownCode"/> without a reason where one is needed, or with one where none is, or <see cref="RuleCode.RungClashes"/> with the rung of that side that it does not go with.</exception>
    public bool ReportRung(Guid referralId, RungSeen seen, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.ReportRung, referral, by);
        if (by.Kind == AuthorKind.Structure && seen.Side != LadderSide.Structure) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        if (by.Kind == AuthorKind.Partner && seen.Side != LadderSide.Actor) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        if (seen.On > todayInParis.Date || seen.On < referral.SentOn) throw new DomainRuleException(RuleCode.UnusableDate);
        if (seen.Rung == Rung.NotDealtWith ? seen.WhyNot is null || !UnmetReasons.All.Contains(seen.WhyNot) : seen.WhyNot is not null) throw new DomainRuleException(RuleCode.UnknownCode);
        if (RungsOf(referral).ClashOf(seen) is { } standing) return standing.Clash == RungClash.Noted ? false : throw new DomainRuleException(RuleCode.RungClashes, standing);

        ladderReports.Add(new LadderReport(Id, referralId, seen, by, now));
        NoteUnmet(referral);
        if (seen.Rung.IsContact && !(referral.FirstContactOn <= seen.On)) referral.FirstContactOn = seen.On;
        if (referral.Status == ReferralStatus.Accepted && (seen.Side == LadderSide.Actor || seen.Rung.IsContact || seen.Rung.IsHelp)) referral.HearNews(todayInParis, IsUrgent);
        List(Listed.Where(listed => !Answers(listed, referral, seen)));
        if (IsOpen) Refresh(now, todayInParis);
        Leave(Acts.ReportRung, by, now, referralId, seen.Rung.ToString());

        // Whoever says that its need is not dealt with does not find the end right: it does not settle by itself.
        if (seen is { Side: LadderSide.Structure, Rung: Rung.NotDealtWith } && referral.IsOutcomeAwaited) ContestOutcome(referralId, null, by, now, todayInParis);
        return true;
    }

    /// <summary>
    /// A side takes back a rung that it noted, or that staff noted for it: what it had said before counts again, and of what was held of it nobody is told.
    /// The history keeps that it was noted, and taken back. Does nothing the second time. Needs the rungs and the history of the request.
    /// </summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.TakeRungBack"/>, <see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.NotAllowedForRole"/> for a rung of somebody else.</exception>
    public void TakeRungBack(Guid referralId, Guid reportId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        if (!Begin(Acts.TakeRungBack, referral, by)) return;
        if (ladderReports.Find(report => report.Id == reportId && report.ReferralId == referralId) is not { } report) return;
        if (!MayTakeBack(report, referral, by)) throw new DomainRuleException(RuleCode.NotAllowedForRole);

        ladderReports.Remove(report);
        NoteUnmet(referral);
        referral.RungEventTakenBack = timeline.Find(entry => entry.Kind == EventKind.RungReported && entry.ReferralId == referralId && entry.At == report.At && entry.ReasonCode == report.Rung.ToString())?.Number;
        if (report.Rung.IsContact && referral.FirstContactOn == report.On) referral.CorrectContact(RungsOf(referral).Where(other => other.Rung.IsContact).Min(other => (DateOnly?)other.On), todayInParis, IsUrgent);
        if (report is { Side: LadderSide.Structure, Rung: Rung.FirstContact or Rung.Reached } && IsSilenceToldAgain(report.At)) PutTask(Clock.StaffTask.NotCalledBack, null, todayInParis);
        if (IsOpen) Refresh(now, todayInParis);
        Leave(Acts.TakeRungBack, by, now, referralId, report.Rung.ToString());
    }

    /// <summary>The rung that an author would take back of a referral, the last noted first; empty when there is none.</summary>
    public IEnumerable<LadderReport> RungsToTakeBack(Referral referral, Author by) => !May(Acts.TakeRungBack, referral, by)
        ? []
        : ladderReports.Where(report => MayTakeBack(report, referral, by)).OrderByDescending(report => (report.At, report.Id));

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

    /// <summary>Nobody answered in time, but the structure had said, and never took back, that its need is not dealt with: its silence agrees to nothing, and PLUS hears both.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.LeaveOutcomeOpen"/>, <see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.IllegalReferralTransition"/> while the last day has not passed.</exception>
    public void LeaveOutcomeOpen(Guid referralId, Author by, DateTimeOffset now, PlusDay todayInParis)
    {
        var referral = FindReferral(referralId);
        Begin(Acts.LeaveOutcomeOpen, referral, by);
        if (!(todayInParis.Date > referral.OutcomeSettlesOn)) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
        referral.OutcomeState = OutcomeState.Contested;
        PutTask(Clock.StaffTask.OutcomeContested, referralId, todayInParis);
        Finish(Acts.LeaveOutcomeOpen, referral, by, now, todayInParis, referral.ReferralOutcome);
    }

    private void NoteUnmet(Referral referral) => referral.UnmetOn = RungsOf(referral).LastOutcome(LadderSide.Structure) is { Rung: Rung.NotDealtWith } said ? said.On : null;

    /// <summary>What was noted of a referral since its clock started: of an answer that staff corrected, nothing stands.</summary>
    private IEnumerable<LadderReport> RungsOf(Referral referral) => ladderReports.Where(report => report.ReferralId == referral.Id && !(report.On < referral.ClockStartedOn));

    /// <summary>Whether a rung is the author's to take back. One that came with an answer goes with the answer, while that may be taken back.</summary>
    private static bool MayTakeBack(LadderReport report, Referral referral, Author by) => report.ReferralId == referral.Id
        && !(referral.SettlesAt is not null && report.At == referral.AnswerNotedAt)
        && by.Kind switch
        {
            AuthorKind.Structure => report.Side == LadderSide.Structure,
            AuthorKind.Partner => report.Side == LadderSide.Actor,
            AuthorKind.Staff => report.AuthorKind == AuthorKind.Staff,
            AuthorKind.System => false,
        };

    /// <summary>Whether « nobody called back » holds again, once a rung of the structure that followed it is taken back: neither settled by staff, nor followed by another one.</summary>
    private bool IsSilenceToldAgain(DateTimeOffset takenBack) => IsOpen && Task != Clock.StaffTask.NotCalledBack
        && timeline.Where(entry => entry.Kind == EventKind.NotCalledBack).MaxBy(entry => entry.Number) is { } said && said.At < takenBack
        && !timeline.Exists(entry => entry.Kind == EventKind.TaskSettled && entry.ReasonCode == nameof(Clock.StaffTask.NotCalledBack) && entry.Number > said.Number)
        && !ladderReports.Exists(report => report is { Side: LadderSide.Structure, Rung: Rung.FirstContact or Rung.Reached } && report.At > said.At);

    /// <summary>Whether that word ends what PLUS had to call for: news of the actor, or a structure that was called after all.</summary>
    private static bool Answers(Clock.ListedTask listed, Referral referral, RungSeen seen) => listed.Task switch
    {
        Clock.StaffTask.CallAcceptingActor => listed.ReferralId == referral.Id,
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
