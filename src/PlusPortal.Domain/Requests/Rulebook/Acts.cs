using System.Reflection;
using static PlusPortal.Domain.Requests.Rulebook.Movers;

namespace PlusPortal.Domain.Requests.Rulebook;

/// <summary>The rulebook: every act on a request or on a referral, declared once. Each bears the name of the method that it guards.</summary>
public static class Acts
{
    private static readonly RequestStatus[] Everywhere = Enum.GetValues<RequestStatus>();

    private static readonly RequestStatus[] WhileOpen = [.. Everywhere.Where(status => status != RequestStatus.Closed)];

    /// <summary>States that follow the referrals. Before triage, and while a question waits for the structure, no referral moves.</summary>
    private static readonly RequestStatus[] WhileFollowing = [RequestStatus.InTriage, RequestStatus.AwaitingConsent, RequestStatus.Oriented, RequestStatus.InProgress];

    /// <summary>States in which an actor may answer; a late answer is still welcome.</summary>
    private static readonly ReferralStatus[] Awaited = [ReferralStatus.Sent, ReferralStatus.InformationRequested, ReferralStatus.DateOffered, ReferralStatus.Expired];

    /// <summary>States of a referral that has not ended.</summary>
    private static readonly ReferralStatus[] Open = [ReferralStatus.Proposed, ReferralStatus.Sent, ReferralStatus.InformationRequested, ReferralStatus.DateOffered, ReferralStatus.Accepted];

    /// <summary>Answers of an actor that it may take back at once.</summary>
    private static readonly ReferralStatus[] Answered = [ReferralStatus.InformationRequested, ReferralStatus.DateOffered, ReferralStatus.Accepted, ReferralStatus.Declined, ReferralStatus.Completed];

    /// <summary>The structure sends its request. There is none before, hence no state to come from.</summary>
    public static RequestAct Submit { get; } = new() { By = Structure | Staff, From = [], Leaves = EventKind.Submitted };

    /// <summary>The matcher ran, at the submission or because staff asked.</summary>
    public static RequestAct RecordMatching { get; } = new() { By = Staff | Movers.System, From = WhileOpen, Leaves = EventKind.Matched };

    /// <summary>The structure opened its private link: its address works, even once the request is closed.</summary>
    public static RequestAct ProveAddress { get; } = new()
    {
        By = Structure,
        From = Everywhere,
        Needs = [Condition.AddressUnproven],
        IsQuietWhenDone = true,
        Leaves = EventKind.AddressProven,
    };

    /// <summary>Staff spoke to the person and vouch for the address.</summary>
    public static RequestAct VouchForAddress { get; } = new()
    {
        By = Staff,
        From = WhileOpen,
        Needs = [Condition.AddressUnproven],
        IsQuietWhenDone = true,
        Leaves = EventKind.AddressVouchedFor,
    };

    /// <summary>Staff correct the address of the person, even once the request is closed: the one that is recorded may be a stranger's.</summary>
    public static RequestAct CorrectAddress { get; } = new() { By = Staff, From = Everywhere, Leaves = EventKind.AddressCorrected };

    /// <summary>The person corrects its name, its telephone, how and when it wants to be reached: at once, whatever the state.</summary>
    public static RequestAct CorrectContact { get; } = new() { By = Structure, From = Everywhere, Needs = [Condition.ByTheFirstPerson], Leaves = EventKind.ContactCorrected };

    /// <summary>The person has another address, which it has proven by the link that went there.</summary>
    public static RequestAct ChangeAddress { get; } = new() { By = Structure, From = Everywhere, Needs = [Condition.ByTheFirstPerson], Leaves = EventKind.AddressChanged };

    /// <summary>The person has left the structure: staff give the request to another of it, and note how they knew and why. Its address is proven anew.</summary>
    public static RequestAct HandOver { get; } = new() { By = Staff, From = WhileOpen, Leaves = EventKind.HandedOver, Writes = NoteKind.Reason };

    /// <summary>The person invites somebody else to follow the request.</summary>
    public static RequestAct InviteFollower { get; } = new()
    {
        By = Structure,
        From = WhileOpen,
        Needs = [Condition.ByTheFirstPerson, Condition.AddressProven, Condition.OneMoreMayFollow],
        Leaves = EventKind.FollowerInvited,
    };

    /// <summary>Whoever was invited pressed the button behind the link that went to its address.</summary>
    public static RequestAct JoinAsFollower { get; } = new() { By = Structure, From = WhileOpen, IsQuietWhenDone = true, Leaves = EventKind.FollowerJoined };

    /// <summary>The person who invited, or staff, let somebody follow no longer: at once, whatever the state.</summary>
    public static RequestAct RemoveFollower { get; } = new() { By = Structure | Staff, From = Everywhere, Needs = [Condition.ByTheFirstPerson], IsQuietWhenDone = true, Leaves = EventKind.FollowerRemoved };

    /// <summary>Somebody who was invited follows no longer, by its own wish.</summary>
    public static RequestAct LeaveAsFollower { get; } = new() { By = Structure, From = Everywhere, IsQuietWhenDone = true, Leaves = EventKind.FollowerLeft };

    /// <summary>A member of staff takes the request, or takes it over; a submitted one enters triage.</summary>
    public static RequestAct TakeInCharge { get; } = new()
    {
        By = Staff,
        From = WhileOpen,
        Moves = [new(RequestStatus.Submitted, RequestStatus.InTriage)],
        Needs = [Condition.NotInChargeYet],
        Leaves = EventKind.TakenInCharge,
    };

    /// <summary>Gives the request to a member of staff.</summary>
    public static RequestAct Assign { get; } = new() { By = Staff, From = WhileOpen, Leaves = EventKind.Assigned };

    /// <summary>Gives the request back to the team; the portal does when it removes the account of whoever was in charge.</summary>
    public static RequestAct Release { get; } = new() { By = Staff | Movers.System, From = WhileOpen, Needs = [Condition.SomebodyInCharge], Leaves = EventKind.Released };

    /// <summary>Staff correct stage, themes or commune beside the declaration.</summary>
    public static RequestAct Correct { get; } = new() { By = Staff, From = WhileOpen, Leaves = EventKind.Corrected };

    /// <summary>Staff write or check the summary that the actors read.</summary>
    public static RequestAct WriteSummary { get; } = new() { By = Staff, From = WhileOpen, Leaves = EventKind.SummaryWritten };

    /// <summary>Staff mask passages of its texts, even once the request is closed: an actor may read it still. Nothing takes a mask off.</summary>
    public static RequestAct MaskPassages { get; } = new() { By = Staff, From = Everywhere, Leaves = EventKind.PassagesMasked };

    /// <summary>Staff leave proposed passages as they are, with a reason.</summary>
    public static RequestAct LeavePassages { get; } = new() { By = Staff, From = Everywhere, Leaves = EventKind.PassagesLeft };

    /// <summary>Staff write an internal note, at any time.</summary>
    public static RequestAct AddNote { get; } = new() { By = Staff, From = Everywhere, Leaves = EventKind.NoteAdded, Writes = NoteKind.Internal };

    /// <summary>Staff ask the structure for a missing piece.</summary>
    public static RequestAct AskStructure { get; } = new()
    {
        By = Staff,
        From = [RequestStatus.InTriage],
        Moves = [new(RequestStatus.InTriage, RequestStatus.NeedsInformation)],
        Leaves = EventKind.QuestionAsked,
        Writes = NoteKind.QuestionToStructure,
    };

    /// <summary>The structure answers, by itself or by telephone to staff.</summary>
    public static RequestAct AnswerQuestion { get; } = new()
    {
        By = Structure | Staff,
        From = [RequestStatus.NeedsInformation],
        Moves = [new(RequestStatus.NeedsInformation, RequestStatus.InTriage)],
        WrongState = RuleCode.NoOpenQuestion,
        Leaves = EventKind.QuestionAnswered,
        Writes = NoteKind.AnswerFromStructure,
    };

    /// <summary>Staff take the request back without waiting for the answer.</summary>
    public static RequestAct DropQuestion { get; } = new()
    {
        By = Staff,
        From = [RequestStatus.NeedsInformation],
        Moves = [new(RequestStatus.NeedsInformation, RequestStatus.InTriage)],
        WrongState = RuleCode.NoOpenQuestion,
        Leaves = EventKind.QuestionDropped,
    };

    /// <summary>The structure adds something that it was not asked, by itself or by telephone to staff; no actor reads it before staff let it.</summary>
    public static RequestAct AddInformation { get; } = new() { By = Structure | Staff, From = WhileOpen, Leaves = EventKind.InformationAdded, Writes = NoteKind.InformationAdded };

    /// <summary>Staff have read what the structure added, and let the actors that have the request read it too.</summary>
    public static RequestAct ShareInformation { get; } = new() { By = Staff, From = WhileOpen, Needs = [Condition.InformationToShare], Leaves = EventKind.InformationShared };

    /// <summary>Staff, or the portal, choose an actor; nothing is told to it.</summary>
    public static RequestAct Propose { get; } = new() { By = Staff | Movers.System, From = WhileFollowing, Leaves = EventKind.ReferralProposed, Writes = NoteKind.Reason };

    /// <summary>Staff ask the structure to agree to the actors chosen.</summary>
    public static RequestAct AskConsent { get; } = new()
    {
        By = Staff,
        From = WhileFollowing,
        Needs = [Condition.SomebodyToAskAbout],
        IsQuietWhenDone = true,
        Leaves = EventKind.ConsentAsked,
    };

    /// <summary>« Aucun ne me convient »: every proposal is taken back and PLUS searches again.</summary>
    public static RequestAct RefuseProposals { get; } = new()
    {
        By = Structure | Staff,
        From = WhileFollowing,
        Needs = [Condition.ProposalsToRefuse],
        Leaves = EventKind.ReferralCancelled,
        Writes = NoteKind.MessageFromStructure,
    };

    /// <summary>The structure says that nobody called back: due today for PLUS.</summary>
    public static RequestAct ReportNotCalledBack { get; } = new()
    {
        By = Structure | Staff,
        From = WhileOpen,
        Needs = [Condition.SomebodyWasTold],
        Leaves = EventKind.NotCalledBack,
        Writes = NoteKind.MessageFromStructure,
    };

    /// <summary>The portal puts something special on the list of PLUS.</summary>
    public static RequestAct RaiseTask { get; } = new() { By = Movers.System, From = WhileOpen, Leaves = EventKind.TaskRaised };

    /// <summary>Staff did what stood on their list.</summary>
    public static RequestAct SettleTask { get; } = new() { By = Staff, From = WhileOpen, Needs = [Condition.TaskOpen], Leaves = EventKind.TaskSettled, Writes = NoteKind.Internal };

    /// <summary>Staff end the request.</summary>
    public static RequestAct Close { get; } = new()
    {
        By = Staff,
        From = WhileOpen,
        Moves = [.. WhileOpen.Select(status => new Move<RequestStatus>(status, RequestStatus.Closed))],
        Leaves = EventKind.Closed,
        Writes = NoteKind.ClosingMessage,
    };

    /// <summary>The structure withdraws its request.</summary>
    public static RequestAct Withdraw { get; } = new()
    {
        By = Structure,
        From = WhileOpen,
        Moves = Close.Moves,
        Leaves = EventKind.Withdrawn,
        Writes = NoteKind.MessageFromStructure,
    };

    /// <summary>Staff open it again, in a new round.</summary>
    public static RequestAct Reopen { get; } = new()
    {
        By = Staff,
        From = [RequestStatus.Closed],
        Moves = [new(RequestStatus.Closed, RequestStatus.InTriage)],
        Leaves = EventKind.Reopened,
        Writes = NoteKind.Reason,
    };

    /// <summary>Whatever tells who asked is taken out of a request that ended: at its term, or because the person asked for it.</summary>
    public static RequestAct Anonymise { get; } = new()
    {
        By = Structure | Staff | Movers.System,
        From = [RequestStatus.Closed],
        IsQuietWhenDone = true,
        Leaves = EventKind.Anonymised,
    };

    /// <summary>The person asks that its data be erased, by itself or to staff, who note how they knew that it was this person.</summary>
    public static RequestAct AskErasure { get; } = new() { By = Structure | Staff, From = Everywhere, Leaves = EventKind.ErasureAsked, Writes = NoteKind.ErasureReason };

    /// <summary>Staff send the person a link to its data, for somebody who telephoned or wrote; they note how they knew who it was.</summary>
    public static RequestAct SendDataLink { get; } = new() { By = Staff, From = Everywhere, Leaves = EventKind.DataLinkSent, Writes = NoteKind.Reason };

    /// <summary>Nothing has happened for long: the structure is asked, and the request is due today for PLUS, which alone ends it.</summary>
    public static RequestAct NoticeDormant { get; } = new() { By = Movers.System, From = WhileOpen, Leaves = EventKind.DormantNoticed };

    /// <summary>The structure agrees to an actor, by itself or by telephone to staff.</summary>
    public static ReferralAct GiveConsent { get; } = new()
    {
        By = Structure | Staff,
        From = WhileFollowing,
        Of = [ReferralStatus.Proposed],
        Needs = [Condition.KnownToStructure, Condition.ConsentAwaited],
        IsQuietWhenDone = true,
        Leaves = EventKind.ConsentGiven,
    };

    /// <summary>Staff, or the portal, tell the actor. Its offer is read again then.</summary>
    public static ReferralAct SendReferral { get; } = new()
    {
        By = Staff | Movers.System,
        From = WhileFollowing,
        Of = [ReferralStatus.Proposed],
        Moves = [new(ReferralStatus.Proposed, ReferralStatus.Sent)],
        Needs = [Condition.ConsentGiven, Condition.AddressProven, Condition.OneMoreMayBeAsked, Condition.NothingSensitiveLeft],
        Leaves = EventKind.ReferralSent,
    };

    /// <summary>The actor asks its one question.</summary>
    public static ReferralAct RequestInformation { get; } = new()
    {
        By = Partner | Staff,
        From = WhileFollowing,
        Of = [ReferralStatus.Sent],
        Moves = [new(ReferralStatus.Sent, ReferralStatus.InformationRequested)],
        Needs = [Condition.QuestionUnasked],
        Leaves = EventKind.ReferralInformationRequested,
        Writes = NoteKind.QuestionFromPartner,
    };

    /// <summary>The question of the actor is answered; late, too, while its answer is awaited again.</summary>
    public static ReferralAct GiveInformation { get; } = new()
    {
        By = Staff | Structure,
        From = WhileFollowing,
        Of = [ReferralStatus.InformationRequested, ReferralStatus.Sent],
        Moves = [new(ReferralStatus.InformationRequested, ReferralStatus.Sent)],
        Needs = [Condition.QuestionUnanswered],
        Leaves = EventKind.ReferralInformationGiven,
        Writes = NoteKind.AnswerToPartner,
    };

    /// <summary>The actor takes the request.</summary>
    public static ReferralAct AcceptReferral { get; } = new()
    {
        By = Partner | Staff,
        From = WhileFollowing,
        Of = Awaited,
        Moves = [.. Awaited.Select(status => new Move<ReferralStatus>(status, ReferralStatus.Accepted))],
        Leaves = EventKind.ReferralAccepted,
    };

    /// <summary>« Oui, mais à partir du… »: the actor would take the request from a later day.</summary>
    public static ReferralAct OfferDate { get; } = new()
    {
        By = Partner | Staff,
        From = WhileFollowing,
        Of = [ReferralStatus.Sent, ReferralStatus.InformationRequested, ReferralStatus.Expired],
        Moves = [new(ReferralStatus.Sent, ReferralStatus.DateOffered), new(ReferralStatus.InformationRequested, ReferralStatus.DateOffered), new(ReferralStatus.Expired, ReferralStatus.DateOffered)],
        Leaves = EventKind.ReferralDateOffered,
    };

    /// <summary>The structure agrees to that day, by itself or to staff.</summary>
    public static ReferralAct AgreeToDate { get; } = new()
    {
        By = Structure | Staff,
        From = WhileFollowing,
        Of = [ReferralStatus.DateOffered],
        Moves = [new(ReferralStatus.DateOffered, ReferralStatus.Accepted)],
        Leaves = EventKind.ReferralDateAgreed,
    };

    /// <summary>Nobody agreed to that day in time.</summary>
    public static ReferralAct LapseDate { get; } = new()
    {
        By = Movers.System,
        From = WhileFollowing,
        Of = [ReferralStatus.DateOffered],
        Moves = [new(ReferralStatus.DateOffered, ReferralStatus.Sent)],
        Leaves = EventKind.ReferralDateLapsed,
    };

    /// <summary>Nobody answered the actor's question in time.</summary>
    public static ReferralAct LapseQuestion { get; } = new()
    {
        By = Movers.System,
        From = WhileFollowing,
        Of = [ReferralStatus.InformationRequested],
        Moves = [new(ReferralStatus.InformationRequested, ReferralStatus.Sent)],
        Leaves = EventKind.ReferralQuestionLapsed,
    };

    /// <summary>Whoever gave the last answer of the actor takes it back within its minutes; the referral is where it was, whichever of the moves that is.</summary>
    public static ReferralAct UndoAnswer { get; } = new()
    {
        By = Partner | Staff,
        From = WhileFollowing,
        Of = Answered,
        Moves =
        [
            .. from answered in new[] { ReferralStatus.InformationRequested, ReferralStatus.DateOffered, ReferralStatus.Accepted, ReferralStatus.Declined }
               from before in new[] { ReferralStatus.Sent, ReferralStatus.InformationRequested, ReferralStatus.DateOffered, ReferralStatus.Expired }
               where before != answered && answered.CanBecome(before, Partner | Staff)
               select new Move<ReferralStatus>(answered, before),
            new(ReferralStatus.Declined, ReferralStatus.Accepted), new(ReferralStatus.Completed, ReferralStatus.Accepted),
        ],
        Needs = [Condition.AnswerIsOwnAndFresh],
        Leaves = EventKind.ReferralAnswerUndone,
    };

    /// <summary>The actor declines.</summary>
    public static ReferralAct DeclineReferral { get; } = new()
    {
        By = Partner | Staff,
        From = WhileFollowing,
        Of = Awaited,
        Moves = [.. Awaited.Select(status => new Move<ReferralStatus>(status, ReferralStatus.Declined))],
        Leaves = EventKind.ReferralDeclined,
        Writes = NoteKind.DeclineComment,
    };

    /// <summary>The actor gives an accepted request back.</summary>
    public static ReferralAct HandBackReferral { get; } = new()
    {
        By = Partner | Staff,
        From = WhileFollowing,
        Of = [ReferralStatus.Accepted],
        Moves = [new(ReferralStatus.Accepted, ReferralStatus.Declined)],
        Leaves = EventKind.ReferralHandedBack,
        Writes = NoteKind.DeclineComment,
    };

    /// <summary>The actor did not answer by its last day.</summary>
    public static ReferralAct ExpireReferral { get; } = new()
    {
        By = Movers.System,
        From = WhileFollowing,
        Of = [ReferralStatus.Sent],
        Moves = [new(ReferralStatus.Sent, ReferralStatus.Expired)],
        Leaves = EventKind.ReferralExpired,
    };

    /// <summary>The support ends, with its outcome.</summary>
    public static ReferralAct CompleteReferral { get; } = new()
    {
        By = Partner | Staff,
        From = WhileFollowing,
        Of = [ReferralStatus.Accepted],
        Moves = [new(ReferralStatus.Accepted, ReferralStatus.Completed)],
        Leaves = EventKind.ReferralCompleted,
        Writes = NoteKind.OutcomeComment,
    };

    /// <summary>The structure finds the noted outcome right, by itself or to staff.</summary>
    public static ReferralAct ConfirmOutcome { get; } = new()
    {
        By = Structure | Staff,
        From = WhileFollowing,
        Of = [ReferralStatus.Completed],
        Needs = [Condition.OutcomeAwaited],
        IsQuietWhenDone = true,
        Leaves = EventKind.OutcomeConfirmed,
    };

    /// <summary>The structure says otherwise: the outcome counts no more, and PLUS looks today.</summary>
    public static ReferralAct ContestOutcome { get; } = new()
    {
        By = Structure | Staff,
        From = WhileFollowing,
        Of = [ReferralStatus.Completed],
        Needs = [Condition.OutcomeAwaited],
        Leaves = EventKind.OutcomeContested,
        Writes = NoteKind.ContestComment,
    };

    /// <summary>Nobody contested the outcome in time: it stands.</summary>
    public static ReferralAct SettleOutcome { get; } = new()
    {
        By = Movers.System,
        From = WhileFollowing,
        Of = [ReferralStatus.Completed],
        Needs = [Condition.OutcomeAwaited],
        Leaves = EventKind.OutcomeSettled,
    };

    /// <summary>Nobody answered in time, but the structure had said that its need is not dealt with: the outcome counts no more, and PLUS looks today.</summary>
    public static ReferralAct LeaveOutcomeOpen { get; } = new()
    {
        By = Movers.System,
        From = WhileFollowing,
        Of = [ReferralStatus.Completed],
        Needs = [Condition.OutcomeAwaited, Condition.UnmetSaid],
        Leaves = EventKind.OutcomeLeftOpen,
    };

    /// <summary>Somebody says how far the help of the actor went, even once all is ended.</summary>
    public static ReferralAct ReportRung { get; } = new()
    {
        By = Structure | Partner | Staff,
        From = [.. WhileFollowing, RequestStatus.Closed],
        Of = [.. Enum.GetValues<ReferralStatus>().Where(status => status != ReferralStatus.Proposed)],
        InAnyRound = true,
        Needs = [Condition.ActorHadIt],
        Leaves = EventKind.RungReported,
    };

    /// <summary>A side takes back a rung that it noted, or that staff noted for it; staff, one that they noted. Its former word counts again.</summary>
    public static ReferralAct TakeRungBack { get; } = new()
    {
        By = Structure | Partner | Staff,
        From = ReportRung.From,
        Of = ReportRung.Of,
        InAnyRound = true,
        Needs = [Condition.ActorHadIt, Condition.OwnRungStands],
        IsQuietWhenDone = true,
        Leaves = EventKind.RungTakenBack,
    };

    /// <summary>Staff heard structure and actor, who did not say the same, and take it off their list, even once all is ended.</summary>
    public static ReferralAct SettleDisagreement { get; } = new()
    {
        By = Staff,
        From = [.. WhileFollowing, RequestStatus.Closed],
        Of = [.. Enum.GetValues<ReferralStatus>().Where(status => status != ReferralStatus.Proposed)],
        InAnyRound = true,
        Leaves = EventKind.DisagreementSettled,
        Writes = NoteKind.Internal,
    };

    /// <summary>The referral is taken back: not retained by staff, or refused by the structure.</summary>
    public static ReferralAct CancelReferral { get; } = new()
    {
        By = Staff | Movers.System | Structure,
        From = WhileFollowing,
        Needs = [Condition.KnownToStructure],
        Leaves = EventKind.ReferralCancelled,
        Of = Open,
        Moves = [.. Open.Select(status => new Move<ReferralStatus>(status, ReferralStatus.Cancelled))],
    };

    /// <summary>Staff correct a mistaken refusal, which is awaited again, or a mistaken outcome; the referral joins the present round.</summary>
    public static ReferralAct CorrectReferral { get; } = new()
    {
        By = Staff,
        From = WhileFollowing,
        InAnyRound = true,
        Needs = [Condition.NotChosenAgain, Condition.OneMoreMayBeAsked, Condition.NothingSensitiveLeft],
        Leaves = EventKind.ReferralCorrected,
        Writes = NoteKind.Reason,
        Of = [ReferralStatus.Declined, ReferralStatus.Completed],
        Moves = [new(ReferralStatus.Declined, ReferralStatus.Sent), new(ReferralStatus.Completed, ReferralStatus.Accepted)],
    };

    /// <summary>Every act, in the order of this file.</summary>
    public static IReadOnlyList<Act> All { get; } =
        [.. typeof(Acts).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType.IsSubclassOf(typeof(Act))).Select(property => (Act)property.GetValue(null)!)];
}
