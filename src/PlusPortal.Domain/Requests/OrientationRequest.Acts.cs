using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;

namespace PlusPortal.Domain.Requests;

// The rulebook applied to this request: what may be done now, the guard of every method, and the event that it leaves.
public sealed partial class OrientationRequest
{
    /// <summary>Why that author may not do it now; null when it may. The method of the act is guarded by this very answer.</summary>
    public RuleCode? RefusalFor(RequestAct act, Author by) =>
        act.IsOpenTo(by) ? RefusalOnceAnonymous(act) ?? act.RefusalIn(Status) ?? FirstBroken(act, null, by) : RuleCode.NotAllowedForRole;

    /// <summary>Why that author may not do it to the referral now; null when it may.</summary>
    public RuleCode? RefusalFor(ReferralAct act, Referral referral, Author by)
    {
        if (!act.IsOpenTo(by)) return RuleCode.NotAllowedForRole;
        if ((RefusalOnceAnonymous(act) ?? act.RefusalIn(Status)) is { } refusal) return refusal;
        if (!act.Of.Contains(referral.Status) || !(act.InAnyRound || IsCurrent(referral))) return RuleCode.IllegalReferralTransition;
        return FirstBroken(act, referral, by);
    }

    /// <summary>Why that author may do it to no referral at all; null when it may to one of them. What the state of the request forbids comes first.</summary>
    public RuleCode? RefusalForEach(ReferralAct act, Author by)
    {
        if ((RefusalOnceAnonymous(act) ?? act.RefusalIn(Status)) is { } refusal) return refusal;
        var refusals = referrals.Select(referral => RefusalFor(act, referral, by)).ToList();
        if (refusals.Contains(null)) return null;
        return refusals.Find(each => each != RuleCode.IllegalReferralTransition) ?? (Current.Any() ? RuleCode.IllegalReferralTransition : RuleCode.NobodyChosen);
    }

    /// <summary>Whether that author may do it now.</summary>
    public bool May(RequestAct act, Author by) => RefusalFor(act, by) is null;

    /// <summary>Whether that author may do it to the referral now.</summary>
    public bool May(ReferralAct act, Referral referral, Author by) => RefusalFor(act, referral, by) is null;

    /// <summary>Whether the referral belongs to the present round.</summary>
    public bool IsCurrent(Referral referral) => referral.Round == Round;

    /// <summary>Lets the act begin, or breaks its rule.</summary>
    /// <returns>False when it is done already and doing it again is no error: nothing must change.</returns>
    internal bool Begin(RequestAct act, Author by) => Judge(act, RefusalFor(act, by));

    /// <summary>Lets the act on a referral begin, or breaks its rule.</summary>
    /// <returns>False when it is done already and doing it again is no error: nothing must change.</returns>
    internal bool Begin(ReferralAct act, Referral referral, Author by) => Judge(act, RefusalFor(act, referral, by));

    /// <summary>Writes the text of an act.</summary>
    internal void Write(Act act, string text, Author by, DateTimeOffset now, Guid? referralId = null)
    {
        EnsureText(text);
        notes.Add(new RequestNote(Id, act.Writes!.Value, text, by, now, referralId));
    }

    /// <summary>Writes the text of an act, if there is one.</summary>
    internal void WriteIfAny(Act act, string? text, Author by, DateTimeOffset now, Guid? referralId = null)
    {
        if (!string.IsNullOrWhiteSpace(text)) Write(act, text, by, now, referralId);
    }

    /// <summary>Leaves the event of an act, to be announced unless it is no news. The root row is always written, so that two writers conflict.</summary>
    internal void Leave(Act act, Author by, DateTimeOffset now, Guid? referralId = null, string? reasonCode = null, bool isNews = true)
    {
        LastEventNumber++;
        var entry = new TimelineEvent(Id, LastEventNumber, act.Leaves, by, now, Status, referralId, reasonCode);
        timeline.Add(entry);
        if (isNews) unannounced.Add(entry);
    }

    private static bool Judge(Act act, RuleCode? refusal) => refusal switch
    {
        null => true,
        RuleCode.AlreadyDone when act.IsQuietWhenDone => false,
        { } broken => throw new DomainRuleException(broken),
    };

    /// <summary>Of an anonymous request nothing is left to act on.</summary>
    private RuleCode? RefusalOnceAnonymous(Act act) =>
        AnonymisedAt is null ? null : act == Acts.Anonymise ? RuleCode.AlreadyDone : RuleCode.RequestAnonymised;

    private RuleCode? FirstBroken(Act act, Referral? referral, Author by)
    {
        foreach (var condition in act.Needs)
        {
            if (!Holds(condition, referral, by)) return condition.Otherwise;
        }

        return null;
    }

    /// <summary>Whether a condition holds. Those of a referral hold where there is none.</summary>
    private bool Holds(Condition condition, Referral? referral, Author by) => condition switch
    {
        Condition.AddressUnproven => AddressProvenAt is null,
        Condition.AddressProven => AddressProvenAt is not null,
        Condition.NotInChargeYet => AssigneeId != by.UserId || Status == RequestStatus.Submitted,
        Condition.SomebodyInCharge => AssigneeId is not null,
        Condition.SomebodyToAskAbout => ToAskAbout.Any(),
        Condition.ProposalsToRefuse => ProposedToStructure.Any(),
        Condition.SomebodyWasTold => Current.Any(told => told.Status is ReferralStatus.Sent or ReferralStatus.DateOffered or ReferralStatus.Accepted or ReferralStatus.Expired),
        Condition.KnownToStructure => by.Kind != AuthorKind.Structure || referral is null or { ConsentAskedAt: not null } or { SentAt: not null },
        Condition.ConsentAwaited => referral is null or { ConsentGivenAt: null },
        Condition.ConsentGiven => referral is null or { ConsentGivenAt: not null },
        Condition.OneMoreMayBeAsked => referral is { Status: ReferralStatus.Completed } || referrals.Count(other => other.IsAwaitingAnswer) < MaxOpenReferrals,
        Condition.QuestionUnasked => referral is null or { QuestionAskedAt: null },
        Condition.NotChosenAgain => referral is null || !Current.Any(other => other.Id != referral.Id && other.ActorId == referral.ActorId && other.Status != ReferralStatus.Cancelled),
        Condition.NothingSensitiveLeft => IsNothingSensitiveLeft(referral),
        Condition.QuestionUnanswered => referral is null or { IsQuestionOpen: true },
        Condition.AnswerIsOwnAndFresh => referral is null || (referral.SettlesAt is not null && referral.AnsweredById == by.UserId),
        Condition.OwnRungStands => referral is null || ladderReports.Exists(report => MayTakeBack(report, referral, by)),
        Condition.OutcomeAwaited => referral is null or { IsOutcomeAwaited: true },
        Condition.UnmetSaid => referral is null or { UnmetOn: not null },
        Condition.TaskOpen => Task is not null,
        Condition.ActorHadIt => referral is null or { WasTold: true } && (by.Kind != AuthorKind.Partner || referral is null or { Status: ReferralStatus.Accepted or ReferralStatus.Completed }),
        Condition.ByTheFirstPerson => !by.IsFollower,
        Condition.OneMoreMayFollow => followers.Count(follower => follower.EndedAt is null) < RequestFollower.MostPerRequest,
        Condition.InformationToShare => InformationToShare.Any(),
    };

    /// <summary>Referrals of the present round.</summary>
    private IEnumerable<Referral> Current => referrals.Where(IsCurrent);

    /// <summary>Whether actors are chosen about which the structure has to be asked, and has not been.</summary>
    public bool HasToAskAgreement => ToAskAbout.Any();

    private IEnumerable<Referral> ToAskAbout => Current.Where(referral => referral is { Status: ReferralStatus.Proposed, ConsentGivenAt: null, ConsentAskedAt: null });

    /// <summary>Proposals that were put to the structure.</summary>
    private IEnumerable<Referral> ProposedToStructure => Current.Where(referral => referral is { Status: ReferralStatus.Proposed, ConsentAskedAt: not null });

    private Referral FindReferral(Guid referralId) =>
        referrals.Find(referral => referral.Id == referralId) ?? throw new DomainRuleException(RuleCode.ReferralNotFound);

    private static void EnsureText(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new DomainRuleException(RuleCode.ReasonRequired);
    }
}
