using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Tests.Announcements;

/// <summary>Every event × every addressee, against a list written from the workflow, not from the code: a new event without a decision fails.</summary>
public sealed class AnnouncementTableTests
{
    // Event: structure | the actor concerned | the other actors | staff | the person whose account it is
    private static readonly string[] ExpectedOfEvents =
    [
        "Submitted: RequestReceived | nothing | nothing | UrgentRequestForStaff if urgent | nothing",
        "AddressProven: nothing | nothing | nothing | nothing | nothing",
        "AddressVouchedFor: nothing | nothing | nothing | nothing | nothing",
        "AddressCorrected: LinkToCorrectedAddress | nothing | ContactChangedForPartner if known to an actor | nothing | nothing",
        "TakenInCharge: nothing | nothing | nothing | nothing | nothing",
        "Assigned: nothing | nothing | nothing | nothing | nothing",
        "Released: nothing | nothing | nothing | nothing | nothing",
        "Corrected: nothing | nothing | nothing | nothing | nothing",
        "Matched: nothing | nothing | nothing | nothing | nothing",
        "SummaryWritten: nothing | nothing | nothing | nothing | nothing",
        "QuestionAsked: QuestionForStructure | nothing | nothing | nothing | nothing",
        "QuestionAnswered: nothing | nothing | nothing | StaffAttention if by the structure | nothing",
        "QuestionDropped: nothing | nothing | nothing | nothing | nothing",
        "ReferralProposed: nothing | nothing | nothing | nothing | nothing",
        "ConsentAsked: ConsentAsked | nothing | nothing | nothing | nothing",
        "ConsentGiven: nothing | nothing | nothing | StaffAttention if by the structure | nothing",
        "ReferralSent: RequestSent | ReferralForPartner | nothing | nothing | nothing",
        "ReferralInformationRequested: QuestionForStructure | nothing | nothing | nothing | nothing",
        "ReferralInformationGiven: nothing | ReferralChangedForPartner | nothing | StaffAttention if by the structure to an actor told by hand | nothing",
        "ReferralAccepted: ReferralAcceptedForStructure | FollowUpForPartner | ReferralTakenOver | nothing | nothing",
        "ReferralDeclined: ReferralDeclinedForStructure | nothing | nothing | StaffAttention if by the partner, and PLUS must act or a piece is missing | nothing",
        "ReferralHandedBack: ReferralDeclinedForStructure | nothing | nothing | StaffAttention if by the partner | nothing",
        "ReferralExpired: ReferralDeclinedForStructure | ReferralChangedForPartner | nothing | StaffAttention if PLUS must act | nothing",
        "ReferralCancelled: ReferralCancelledForStructure if by staff once the actor was told | ReferralChangedForPartner | nothing | StaffAttention if by the structure | nothing",
        "ReferralCompleted: OutcomeToConfirm if its word is awaited or ReferralEndedForStructure if without solution | nothing | nothing | StaffAttention if by the partner, and PLUS must act | nothing",
        "ReferralCorrected: ReferralCorrectedForStructure | ReferralForPartner if asked again or ReferralChangedForPartner if in charge | nothing | nothing | nothing",
        "NoteAdded: nothing | nothing | nothing | nothing | nothing",
        "NotCalledBack: nothing | nothing | nothing | StaffAttention if by the structure | nothing",
        "Withdrawn: RequestClosed | nothing | nothing | StaffAttention | nothing",
        "Closed: RequestClosed | nothing | nothing | nothing | nothing",
        "Reopened: RequestReopened | nothing | nothing | nothing | nothing",
        "Anonymised: nothing | nothing | nothing | nothing | nothing",
        "ErasureAsked: nothing | nothing | nothing | nothing | nothing",
        "DataLinkSent: PersonalDataLink | nothing | nothing | nothing | nothing",
        "DormantNoticed: DormantRequest | nothing | nothing | nothing | nothing",
        "PassagesMasked: PassageMaskedForStructure if in a text that it reads | nothing | PassageMaskedForPartner if in a text that actors read | StaffAttention if in a text that an actor told by hand read | nothing",
        "PassagesLeft: nothing | nothing | nothing | nothing | nothing",
        "ReferralDateOffered: DateOffered | nothing | nothing | nothing | nothing",
        "ReferralDateAgreed: ReferralAcceptedForStructure | FollowUpForPartner | ReferralTakenOver | StaffAttention if by the structure to an actor told by hand | nothing",
        "ReferralDateLapsed: nothing | ReferralChangedForPartner | nothing | nothing | nothing",
        "ReferralQuestionLapsed: nothing | ReferralChangedForPartner | nothing | nothing | nothing",
        "ReferralAnswerUndone: ReferralAcceptedForStructure if an acceptance is left of which nobody was told | FollowUpForPartner if an acceptance is left of which nobody was told | nothing | nothing | nothing",
        "RungReported: CouldNotReach if the actor could not reach it | nothing | nothing | StaffAttention if the structure says that its need is not dealt with | nothing",
        "RungTakenBack: nothing | nothing | nothing | nothing | nothing",
        "OutcomeConfirmed: nothing | nothing | nothing | nothing | nothing",
        "OutcomeContested: nothing | nothing | nothing | StaffAttention if by the structure | nothing",
        "OutcomeSettled: nothing | nothing | nothing | nothing | nothing",
        "OutcomeLeftOpen: nothing | nothing | nothing | StaffAttention | nothing",
        "DisagreementSettled: nothing | nothing | nothing | nothing | nothing",
        "TaskRaised: nothing | nothing | nothing | StaffAttention if not on the list alone | nothing",
        "TaskSettled: nothing | nothing | nothing | nothing | nothing",
        "InformationAdded: nothing | nothing | nothing | StaffAttention if by the structure | nothing",
        "InformationShared: nothing | nothing | RequestCompletedForPartner | nothing | nothing",
        "ContactCorrected: nothing | nothing | ContactChangedForPartner if known to an actor | StaffAttention if known to an actor told by hand | nothing",
        "AddressChanged: NewTrackingLink | nothing | ContactChangedForPartner if known to an actor | StaffAttention if known to an actor told by hand | nothing",
        "HandedOver: RequestHandedOver | nothing | ContactChangedForPartner if known to an actor | nothing | nothing",
        "FollowerInvited: nothing | nothing | nothing | nothing | nothing",
        "FollowerJoined: nothing | nothing | nothing | nothing | nothing",
        "FollowerRemoved: nothing | nothing | nothing | nothing | nothing",
        "FollowerLeft: nothing | nothing | nothing | nothing | nothing",
    ];

    private static readonly string[] ExpectedOfOccasions =
    [
        "ResumeLinkAsked: ResumeDraft | nothing | nothing | nothing | nothing",
        "TrackingLinkAsked: NewTrackingLink | nothing | nothing | nothing | nothing",
        "OfferRevisionApproved: nothing | OfferRevisionDecided | nothing | nothing | nothing",
        "OfferRevisionReturned: nothing | OfferRevisionDecided | nothing | nothing | nothing",
        "PasswordResetAsked: nothing | nothing | nothing | nothing | PasswordReset",
        "PasswordChanged: nothing | nothing | nothing | nothing | PasswordChanged",
        "SecondFactorChanged: nothing | nothing | nothing | nothing | SecondFactorChanged",
        "PersonInvited: nothing | nothing | nothing | nothing | Invitation",
        "KnownPersonInvited: nothing | nothing | nothing | nothing | InvitationOfKnownPerson",
        "AccessRemoved: nothing | nothing | nothing | nothing | AccessRemoved",
        "ActorLeft: nothing | nothing | nothing | ActorWithoutPeople | nothing",
        "AccessRestored: nothing | nothing | nothing | nothing | AccessRestored",
        "RoleChanged: nothing | nothing | nothing | nothing | RoleChanged",
        "FactorReset: nothing | nothing | nothing | nothing | FactorReset",
        "AddressChangeAsked: nothing | nothing | nothing | nothing | AddressChangeForOld and AddressChangeForNew",
        "AddressChanged: nothing | nothing | nothing | nothing | AddressChanged",
        "AccountUnused: nothing | nothing | nothing | nothing | AccountUnused",
        "RetentionApplied: nothing | nothing | nothing | RetentionReport | nothing",
        "PersonalDataAsked: PersonalDataLink | nothing | nothing | nothing | nothing",
        "ErasureAsked: ErasureLink | nothing | nothing | nothing | nothing",
        "RequestErased: ErasureDone | nothing | nothing | nothing | nothing",
        "ReferralErased: nothing | RequestErasedForPartner | nothing | nothing | nothing",
        "RequestToldByHandErased: nothing | nothing | nothing | StaffAttention | nothing",
        "ActorLinkAsked: nothing | NewActorLink | nothing | nothing | nothing",
        "ContactCodeAsked: nothing | ContactCode | nothing | nothing | nothing",
        "OtherAddressAsked: nothing | nothing | nothing | nothing | ContactAddressProof and ContactAddressNotice",
        "OtherAddressAskedOfUnproven: nothing | nothing | nothing | nothing | ContactAddressProof",
        "FormerAddressLeft: FormerAddressNotice | nothing | nothing | nothing | nothing",
        "RequestLeftToSomebodyElse: RequestHandedOverNotice | nothing | nothing | nothing | nothing",
        "FollowerInvited: nothing | nothing | nothing | nothing | FollowerInvitation",
        "DraftUntouched: UntouchedDraft | nothing | nothing | nothing | nothing",
        "SheetsDue: nothing | SheetDue | nothing | nothing | nothing",
        "OffersUnconfirmed: nothing | OffersSuspended | nothing | nothing | nothing",
        "ActorFellSilent: nothing | OffersSuspended | nothing | ActorSilent | nothing",
        "WeekBegan: nothing | nothing | nothing | StaffWeek | nothing",
        "PartnerWeekBegan: nothing | nothing | nothing | nothing | PartnerWeek",
        "MailGivenUp: nothing | nothing | nothing | MailParked | nothing",
    ];

    // Step of the clock: structure | actor | other actors | staff | person
    private static readonly string[] ExpectedOfSteps =
    [
        "StaffOverdue: nothing | nothing | nothing | StaffOverdue | nothing",
        "StillSearching: StillSearching | nothing | nothing | nothing | nothing",
        "QuestionReminder: QuestionReminder | nothing | nothing | nothing | nothing",
        "QuestionSecondReminder: QuestionReminder | nothing | nothing | nothing | nothing",
        "ConsentReminder: ConsentReminder | nothing | nothing | nothing | nothing",
        "ConsentSecondReminder: ConsentReminder | nothing | nothing | nothing | nothing",
        "ConsentCall: nothing | nothing | nothing | nothing | nothing",
        "EndNotice: EndNotice | nothing | nothing | nothing | nothing",
        "EndOffer: nothing | nothing | nothing | nothing | nothing",
        "SendingByHand: nothing | nothing | nothing | nothing | nothing",
        "ActorReminder: nothing | ReferralReminder | nothing | nothing | nothing",
        "ActorCall: nothing | nothing | nothing | nothing | nothing",
        "ActorLastCall: nothing | ReferralLastCall | nothing | nothing | nothing",
        "Expiry: nothing | nothing | nothing | nothing | nothing",
        "PauseReminder: QuestionReminder if a question waits or DateReminder if a later day waits | nothing | nothing | nothing | nothing",
        "QuestionLapse: nothing | nothing | nothing | nothing | nothing",
        "DateLapse: nothing | nothing | nothing | nothing | nothing",
        "CalledBack: CalledBackQuestion | nothing | nothing | nothing | nothing",
        "ContactByHand: nothing | nothing | nothing | nothing | nothing",
        "FirstContactNudge: nothing | FirstContactNudge | nothing | nothing | nothing",
        "FirstContactCall: nothing | nothing | nothing | nothing | nothing",
        "NewsNudge: nothing | NewsNudge | nothing | nothing | nothing",
        "NewsCall: nothing | nothing | nothing | nothing | nothing",
        "OutcomeReminder: OutcomeReminder | nothing | nothing | nothing | nothing",
        "OutcomeSettle: nothing | nothing | nothing | nothing | nothing",
        "OutcomeLeftOpen: nothing | nothing | nothing | nothing | nothing",
        "LaterSatisfaction: LaterSatisfaction | nothing | nothing | nothing | nothing",
    ];

    private static readonly Addressee[] Everybody = Enum.GetValues<Addressee>();

    [Fact]
    public void Every_event_tells_whom_the_workflow_says() => Assert.Equal(ExpectedOfEvents, Enum.GetValues<EventKind>().Select(kind => Line(kind, AnnouncementTable.Of(kind))));

    [Fact]
    public void Every_occasion_tells_whom_the_workflow_says() => Assert.Equal(ExpectedOfOccasions, Enum.GetValues<Occasion>().Select(occasion => Line(occasion, AnnouncementTable.Of(occasion))));

    [Fact]
    public void Every_step_of_the_clock_tells_whom_the_workflow_says() => Assert.Equal(ExpectedOfSteps, Enum.GetValues<ClockStep>().Select(step => Line(step, AnnouncementTable.Of(step))));

    [Fact]
    public void Every_message_has_a_cause()
    {
        var caused = Enum.GetValues<EventKind>().Select(AnnouncementTable.Of).Concat(Enum.GetValues<Occasion>().Select(AnnouncementTable.Of)).Concat(Enum.GetValues<ClockStep>().Select(AnnouncementTable.Of)).SelectMany(Mails).ToHashSet();

        Assert.Equal(Enum.GetValues<MailKind>().ToHashSet(), caused);
    }

    [Fact]
    public void Only_events_of_a_referral_speak_of_one_and_to_all_others_each_of_its_own()
    {
        var speaking = Enum.GetValues<EventKind>()
            .Where(kind => AnnouncementTable.Of(kind).Actor.Told.Count > 0 || Mails(AnnouncementTable.Of(kind) with { Others = Cell.Nothing }).Any(mail => MailKinds.SubjectOf(mail) == MailSubject.Referral));

        Assert.All(speaking.Except([EventKind.RungReported]), kind => Assert.StartsWith("Referral", kind.ToString(), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<EventKind>().SelectMany(kind => AnnouncementTable.Of(kind).Others.Told), told => Assert.Equal(MailSubject.Referral, MailKinds.SubjectOf(told.Mail)));
    }

    [Fact]
    public void Events_speak_of_requests_and_occasions_depend_on_nothing_else()
    {
        Assert.All(Enum.GetValues<EventKind>().SelectMany(kind => Mails(AnnouncementTable.Of(kind))), mail => Assert.True(MailKinds.SubjectOf(mail) is MailSubject.Request or MailSubject.Referral, $"{mail}"));
        Assert.All(Enum.GetValues<Occasion>().SelectMany(occasion => Everybody.SelectMany(addressee => AnnouncementTable.Of(occasion).For(addressee).Told)), told => Assert.Null(told.If));
    }

    private static IEnumerable<MailKind> Mails(AnnouncementRow row) => Everybody.SelectMany(addressee => row.For(addressee).Told).Select(told => told.Mail);

    private static string Line<T>(T cause, AnnouncementRow row) => $"{cause}: {string.Join(" | ", Everybody.Select(addressee => Words(row.For(addressee))))}";

    private static string Words(Cell cell) => cell.Remark is null ? cell.ToString() : $"{cell} so far";
}
