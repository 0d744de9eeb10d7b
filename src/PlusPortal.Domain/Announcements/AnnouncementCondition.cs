using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Announcements;

/// <summary>An event with the request as it stands after the whole act.</summary>
/// <param name="Request">The request, with its referrals.</param>
/// <param name="Event">What was recorded.</param>
public sealed record Happening(OrientationRequest Request, TimelineEvent Event)
{
    /// <summary>The referral that the event is about.</summary>
    /// <exception cref="InvalidOperationException">The event is about none, or the request was loaded without its referrals.</exception>
    public Referral Referral => Request.Referrals.Single(referral => referral.Id == Event.ReferralId);
}

/// <summary>When a message of the table leaves: a rule with a name, so that the table reads as sentences.</summary>
public sealed class AnnouncementCondition
{
    private readonly Func<Happening, bool> holds;
    private readonly Func<OrientationRequest, Referral?, bool> holdsOfStep;

    private AnnouncementCondition(string words, Func<Happening, bool> holds) =>
        (Words, this.holds, holdsOfStep) = (words, holds, (_, _) => throw new InvalidOperationException($"{words}: this asks about an event."));

    private AnnouncementCondition(string words, Func<OrientationRequest, Referral?, bool> holds) => (Words, this.holds, holdsOfStep) = (words, what => holds(what.Request, what.Referral), holds);

    /// <summary>The structure did it, on its page. What staff note on its behalf is known to staff.</summary>
    public static AnnouncementCondition ByTheStructure { get; } = new("by the structure", what => what.Event.AuthorKind == AuthorKind.Structure);

    /// <summary>The structure says that its need is not dealt with.</summary>
    public static AnnouncementCondition UnmetForTheStructure { get; } = new("the structure says that its need is not dealt with", what => what.Event is { ReasonCode: nameof(Rung.NotDealtWith), AuthorKind: AuthorKind.Structure });

    /// <summary>A message says that there is something to do; what only staff can tell an actor stands on their list alone: its cause tells them, or they noted it themselves.</summary>
    public static AnnouncementCondition NotOnTheListAlone { get; } = new("not on the list alone", what => what.Event.ReasonCode is not (nameof(StaffTask.TellActor) or nameof(StaffTask.GiveContact)));

    /// <summary>The structure answered an actor whom only staff can tell, or agreed to its day.</summary>
    public static AnnouncementCondition ForAnActorToldByHand { get; } = new("by the structure to an actor told by hand", what => what is { Event.AuthorKind: AuthorKind.Structure, Referral.IsByHand: true });

    /// <summary>A partner did it. What staff note on its behalf is known to staff.</summary>
    public static AnnouncementCondition ByThePartner { get; } = new("by the partner", what => what.Event.AuthorKind == AuthorKind.Partner);

    /// <summary>A partner did it, and nobody else is expected to act.</summary>
    public static AnnouncementCondition ByThePartnerLeavingItToPlus { get; } = new("by the partner, and PLUS must act", what =>
        what is { Event.AuthorKind: AuthorKind.Partner, Request.WaitsFor: WaitsFor.Plus });

    /// <summary>A partner declined, and nobody else is expected to act or a piece of the request is missing.</summary>
    public static AnnouncementCondition ByThePartnerCallingForPlus { get; } = new("by the partner, and PLUS must act or a piece is missing", what =>
        what.Event.AuthorKind == AuthorKind.Partner && (what.Request.WaitsFor == WaitsFor.Plus || what.Event.ReasonCode == DeclineReasons.DemandeIncomplete));

    /// <summary>PLUS must act.</summary>
    public static AnnouncementCondition LeavingItToPlus { get; } = new("PLUS must act", what => what.Request.WaitsFor == WaitsFor.Plus);

    /// <summary>Staff took the request back from an actor that had it, while it is open.</summary>
    public static AnnouncementCondition ByStaffOnceTold { get; } = new("by staff once the actor was told", what => what is { Event.AuthorKind: AuthorKind.Staff, Referral.WasTold: true, Request.IsOpen: true });

    /// <summary>The structure may say otherwise of the outcome.</summary>
    public static AnnouncementCondition OutcomeAwaited { get; } = new("its word is awaited", what => what.Referral.IsOutcomeAwaited);

    /// <summary>The support ended without solution, and the request goes on.</summary>
    public static AnnouncementCondition WithoutSolution { get; } = new("without solution", what => what.Referral is { Status: ReferralStatus.Completed, OutcomeState: OutcomeState.None } && what.Request.IsOpen);

    /// <summary>An answer was taken back, and leaves an acceptance of which nobody was told.</summary>
    public static AnnouncementCondition AcceptanceUntold { get; } = new("an acceptance is left of which nobody was told", what => what.Referral.TellsOfAcceptanceAgain);

    /// <summary>The actor could not reach the structure.</summary>
    public static AnnouncementCondition UnreachableForTheActor { get; } = new("the actor could not reach it", what => what.Event is { ReasonCode: nameof(Rung.Unreachable), AuthorKind: not AuthorKind.Structure });

    /// <summary>A question of the actor waits.</summary>
    public static AnnouncementCondition QuestionWaits { get; } = new("a question waits", (_, referral) => referral is { Status: ReferralStatus.InformationRequested });

    /// <summary>A later day that the actor offers waits.</summary>
    public static AnnouncementCondition DateWaits { get; } = new("a later day waits", (_, referral) => referral is { Status: ReferralStatus.DateOffered });

    /// <summary>A signal of urgency or distress holds, and the request is one.</summary>
    public static AnnouncementCondition Urgent { get; } = new("urgent", what => what.Request.IsUrgent && IsSolicited(what.Request));

    /// <summary>The actor's answer is awaited.</summary>
    public static AnnouncementCondition AskedAgain { get; } = new("asked again", what => what.Referral.IsAwaitingAnswer);

    /// <summary>The actor goes on with the request.</summary>
    public static AnnouncementCondition InCharge { get; } = new("in charge", what => what.Referral.Status == ReferralStatus.Accepted);

    /// <summary>The structure reads a text in which a passage was masked.</summary>
    public static AnnouncementCondition InItsTexts { get; } = new("in a text that it reads", what => what.Event.ReasonCode is MaskReaders.Structure or MaskReaders.StructureAndActors);

    /// <summary>Actors may have read a text in which a passage was masked.</summary>
    public static AnnouncementCondition InTextsOfActors { get; } = new("in a text that actors read", what => IsReadByActors(what));

    /// <summary>The same, and staff had told one of them by hand.</summary>
    public static AnnouncementCondition InTextsOfActorsToldByHand { get; } = new("in a text that an actor told by hand read", what => IsReadByActors(what)
        && what.Request.Referrals.Any(referral => referral is { WasTold: true, IsByHand: true } && (what.Event.ReferralId is null || what.Event.ReferralId == referral.Id)));

    /// <summary>An actor that was told by e-mail has accepted, and was told whom to call.</summary>
    public static AnnouncementCondition KnownToActors { get; } = new("known to an actor", what => what.Request.Referrals.Any(referral => referral is { Status: ReferralStatus.Accepted, IsByHand: false, SettlesAt: null }));

    /// <summary>The same, of an actor to whom staff speak by themselves.</summary>
    public static AnnouncementCondition KnownToAnActorToldByHand { get; } = new("known to an actor told by hand", what => what.Request.Referrals.Any(referral => referral is { Status: ReferralStatus.Accepted, IsByHand: true }));

    /// <summary>Of the whole column of the structure: what sells, or what a machine seems to have sent, gets no answer.</summary>
    internal static AnnouncementCondition Solicited { get; } = new("unless unsolicited", what => IsSolicited(what.Request));

    /// <summary>Of the whole column of the actor: it had the request, and from the portal. Staff speak to an actor told by hand; one that was only proposed knows nothing.</summary>
    internal static AnnouncementCondition ToldByMail { get; } = new("told by e-mail", what => what.Referral is { WasTold: true, IsByHand: false });

    /// <summary>How the table says it: « urgent ».</summary>
    public string Words { get; }

    /// <summary>Whether it holds for what happened.</summary>
    public bool Holds(Happening what) => holds(what);

    /// <summary>Whether it holds for a step of the clock.</summary>
    public bool Holds(OrientationRequest request, Referral? referral) => holdsOfStep(request, referral);

    private static bool IsReadByActors(Happening what) => what.Event.ReasonCode is MaskReaders.Actors or MaskReaders.StructureAndActors;

    private static bool IsSolicited(OrientationRequest request) =>
        !request.SignalCodes.Contains(TriageSignals.Indesirable) && request.ClosingReason != ClosingReasons.Indesirable;
}
