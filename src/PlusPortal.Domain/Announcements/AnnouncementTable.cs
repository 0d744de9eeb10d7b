using System.Globalization;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using static PlusPortal.Domain.Announcements.AnnouncementRow;
using static PlusPortal.Domain.Announcements.Cell;
using static PlusPortal.Domain.Announcements.AnnouncementCondition;
using static PlusPortal.Domain.Announcements.MailKind;

namespace PlusPortal.Domain.Announcements;

/// <summary>
/// Which event tells whom, by which message: the only such table. A new event must be given its row, or the build
/// breaks. Two rules hold for whole columns: see <see cref="Addressee"/>.
/// </summary>
/// <remarks>Source: workflow of PLUS, list of e-mails; docs/adr/0011.</remarks>
public static class AnnouncementTable
{
    private static readonly Addressee[] Addressees = Enum.GetValues<Addressee>();

    /// <summary>The row of an event of a request.</summary>
    public static AnnouncementRow Of(EventKind kind) => kind switch
    {
        EventKind.Submitted => new(Structure: RequestReceived, Actor: Nothing, Others: Nothing, Staff: UrgentRequestForStaff.If(Urgent)),
        EventKind.AddressProven => Nobody,
        EventKind.AddressVouchedFor => Nobody,
        EventKind.AddressCorrected => new(Structure: LinkToCorrectedAddress, Actor: Nothing, Others: ContactChangedForPartner.If(KnownToActors), Staff: Nothing),
        EventKind.TakenInCharge => Nobody,
        EventKind.Assigned => Nobody,
        EventKind.Released => Nobody,
        EventKind.Corrected => Nobody,
        EventKind.Matched => Nobody,
        EventKind.SummaryWritten => Nobody,
        EventKind.QuestionAsked => new(Structure: QuestionForStructure, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.QuestionAnswered => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByTheStructure)),
        EventKind.QuestionDropped => Nobody,
        EventKind.ReferralProposed => Nobody,
        EventKind.ConsentAsked => new(Structure: ConsentAsked, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.ConsentGiven => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByTheStructure)),
        EventKind.ReferralSent => new(Structure: RequestSent, Actor: ReferralForPartner, Others: Nothing, Staff: Nothing),
        EventKind.ReferralInformationRequested => new(Structure: QuestionForStructure, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.ReferralInformationGiven => new(Structure: Nothing, Actor: ReferralChangedForPartner, Others: Nothing, Staff: StaffAttention.If(ForAnActorToldByHand)),
        EventKind.ReferralAccepted => new(Structure: ReferralAcceptedForStructure, Actor: FollowUpForPartner, Others: ReferralTakenOver, Staff: Nothing),
        EventKind.ReferralDeclined => new(Structure: ReferralDeclinedForStructure, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByThePartnerCallingForPlus)),
        EventKind.ReferralHandedBack => new(Structure: ReferralDeclinedForStructure, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByThePartner)),
        EventKind.ReferralExpired => new(Structure: ReferralDeclinedForStructure, Actor: ReferralChangedForPartner, Others: Nothing, Staff: StaffAttention.If(LeavingItToPlus)),
        EventKind.ReferralCancelled => new(Structure: ReferralCancelledForStructure.If(ByStaffOnceTold), Actor: ReferralChangedForPartner, Others: Nothing, Staff: StaffAttention.If(ByTheStructure)),
        EventKind.ReferralCompleted => new(Structure: OutcomeToConfirm.If(OutcomeAwaited).Or(ReferralEndedForStructure.If(WithoutSolution)), Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByThePartnerLeavingItToPlus)),
        EventKind.ReferralCorrected => new(Structure: ReferralCorrectedForStructure, Actor: ReferralForPartner.If(AskedAgain).Or(ReferralChangedForPartner.If(InCharge)), Others: Nothing, Staff: Nothing),
        EventKind.NoteAdded => Nobody,
        EventKind.NotCalledBack => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByTheStructure)),
        EventKind.Withdrawn => new(Structure: RequestClosed, Actor: Nothing, Others: Nothing, Staff: StaffAttention),
        EventKind.Closed => new(Structure: RequestClosed, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.Reopened => new(Structure: RequestReopened, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.Anonymised => Nobody,
        EventKind.ErasureAsked => Nobody,
        EventKind.DataLinkSent => new(Structure: PersonalDataLink, Actor: Nothing, Others: Nothing, Staff: Nothing),

        // Staff find it on their list, due today, and administrators are told how many: after an outage there may be many.
        EventKind.DormantNoticed => new(Structure: DormantRequest, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.PassagesMasked => new(Structure: PassageMaskedForStructure.If(InItsTexts), Actor: Nothing, Others: PassageMaskedForPartner.If(InTextsOfActors), Staff: StaffAttention.If(InTextsOfActorsToldByHand)),
        EventKind.PassagesLeft => Nobody,
        EventKind.ReferralDateOffered => new(Structure: DateOffered, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.ReferralDateAgreed => new(Structure: ReferralAcceptedForStructure, Actor: FollowUpForPartner, Others: ReferralTakenOver, Staff: StaffAttention.If(ForAnActorToldByHand)),
        EventKind.ReferralDateLapsed => new(Structure: Nothing, Actor: ReferralChangedForPartner, Others: Nothing, Staff: Nothing),
        EventKind.ReferralQuestionLapsed => new(Structure: Nothing, Actor: ReferralChangedForPartner, Others: Nothing, Staff: Nothing),
        EventKind.ReferralAnswerUndone => new(Structure: ReferralAcceptedForStructure.If(AcceptanceUntold), Actor: FollowUpForPartner.If(AcceptanceUntold), Others: Nothing, Staff: Nothing),
        EventKind.RungReported => new(Structure: CouldNotReach.If(UnreachableForTheActor), Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(UnmetForTheStructure)),
        EventKind.RungTakenBack => Nobody,

        // Of a last outcome the end of the request speaks.
        EventKind.OutcomeConfirmed => Nobody,
        EventKind.OutcomeContested => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByTheStructure)),
        EventKind.OutcomeSettled => Nobody,
        EventKind.OutcomeLeftOpen => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention),
        EventKind.DisagreementSettled => Nobody,
        EventKind.TaskRaised => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(NotOnTheListAlone)),
        EventKind.TaskSettled => Nobody,

        EventKind.InformationAdded => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByTheStructure)),
        EventKind.InformationShared => new(Structure: Nothing, Actor: Nothing, Others: RequestCompletedForPartner, Staff: Nothing),
        EventKind.ContactCorrected => new(Structure: Nothing, Actor: Nothing, Others: ContactChangedForPartner.If(KnownToActors), Staff: StaffAttention.If(KnownToAnActorToldByHand)),
        EventKind.AddressChanged => new(Structure: NewTrackingLink, Actor: Nothing, Others: ContactChangedForPartner.If(KnownToActors), Staff: StaffAttention.If(KnownToAnActorToldByHand)),
        EventKind.HandedOver => new(Structure: RequestHandedOver, Actor: Nothing, Others: ContactChangedForPartner.If(KnownToActors), Staff: Nothing),

        // Whoever is invited, or joins, is told by an occasion of its own: the message is about that person, not about the request.
        EventKind.FollowerInvited => Nobody,
        EventKind.FollowerJoined => Nobody,
        EventKind.FollowerRemoved => Nobody,
        EventKind.FollowerLeft => Nobody,
    };

    /// <summary>Whether the notices of an event wait until its author can no longer take it back unheard: those of an answer, and of a rung.</summary>
    public static bool IsHeld(EventKind kind) => IsAnswer(kind) || kind == EventKind.RungReported;

    /// <summary>Whether it is an answer of an actor, which <see cref="Acts.UndoAnswer"/> takes back.</summary>
    public static bool IsAnswer(EventKind kind) => kind is EventKind.ReferralAccepted or EventKind.ReferralDeclined or EventKind.ReferralHandedBack or EventKind.ReferralDateOffered
        or EventKind.ReferralInformationRequested or EventKind.ReferralCompleted;

    /// <summary>The row of a step of the clock. What a step changes, or puts on the list of PLUS, is an event with a row of its own.</summary>
    public static AnnouncementRow Of(ClockStep step) => step switch
    {
        ClockStep.StaffOverdue => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffOverdue),
        ClockStep.StillSearching => OnlyTheStructure(StillSearching),
        ClockStep.QuestionReminder or ClockStep.QuestionSecondReminder => OnlyTheStructure(QuestionReminder),
        ClockStep.ConsentReminder or ClockStep.ConsentSecondReminder => OnlyTheStructure(ConsentReminder),
        ClockStep.EndNotice => OnlyTheStructure(EndNotice),
        ClockStep.ActorReminder => new(Structure: Nothing, Actor: ReferralReminder, Others: Nothing, Staff: Nothing),
        ClockStep.ActorLastCall => new(Structure: Nothing, Actor: ReferralLastCall, Others: Nothing, Staff: Nothing),
        ClockStep.PauseReminder => OnlyTheStructure(QuestionReminder.If(QuestionWaits).Or(DateReminder.If(DateWaits))),
        ClockStep.CalledBack => OnlyTheStructure(CalledBackQuestion),
        ClockStep.FirstContactNudge => new(Structure: Nothing, Actor: FirstContactNudge, Others: Nothing, Staff: Nothing),
        ClockStep.NewsNudge => new(Structure: Nothing, Actor: NewsNudge, Others: Nothing, Staff: Nothing),
        ClockStep.OutcomeReminder => OnlyTheStructure(OutcomeReminder),
        ClockStep.LaterSatisfaction => OnlyTheStructure(LaterSatisfaction),
        ClockStep.ConsentCall or ClockStep.EndOffer or ClockStep.ActorCall or ClockStep.SendingByHand or ClockStep.ContactByHand or ClockStep.FirstContactCall or ClockStep.NewsCall => Nobody,
        ClockStep.Expiry or ClockStep.QuestionLapse or ClockStep.DateLapse or ClockStep.OutcomeSettle or ClockStep.OutcomeLeftOpen => Nobody,
    };

    /// <summary>The row of what is no event of a request.</summary>
    public static AnnouncementRow Of(Occasion occasion) => occasion switch
    {
        Occasion.ResumeLinkAsked => new(Structure: ResumeDraft, Actor: Nothing, Others: Nothing, Staff: Nothing),
        Occasion.TrackingLinkAsked => new(Structure: NewTrackingLink, Actor: Nothing, Others: Nothing, Staff: Nothing),
        Occasion.OfferRevisionApproved => new(Structure: Nothing, Actor: OfferRevisionDecided, Others: Nothing, Staff: Nothing),
        Occasion.OfferRevisionReturned => new(Structure: Nothing, Actor: OfferRevisionDecided, Others: Nothing, Staff: Nothing),
        Occasion.PasswordResetAsked => OnlyThePerson(PasswordReset),
        Occasion.PasswordChanged => OnlyThePerson(PasswordChanged),
        Occasion.SecondFactorChanged => OnlyThePerson(SecondFactorChanged),
        Occasion.PersonInvited => OnlyThePerson(Invitation),
        Occasion.KnownPersonInvited => OnlyThePerson(InvitationOfKnownPerson),
        Occasion.AccessRemoved => OnlyThePerson(AccessRemoved),
        Occasion.ActorLeft => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: ActorWithoutPeople),
        Occasion.AccessRestored => OnlyThePerson(AccessRestored),
        Occasion.RoleChanged => OnlyThePerson(RoleChanged),
        Occasion.FactorReset => OnlyThePerson(FactorReset),
        Occasion.AddressChangeAsked => OnlyThePerson(All(AddressChangeForOld, AddressChangeForNew)),
        Occasion.AddressChanged => OnlyThePerson(AddressChanged),
        Occasion.AccountUnused => OnlyThePerson(AccountUnused),
        Occasion.RetentionApplied => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: RetentionReport),
        Occasion.PersonalDataAsked => new(Structure: PersonalDataLink, Actor: Nothing, Others: Nothing, Staff: Nothing),
        Occasion.ErasureAsked => new(Structure: ErasureLink, Actor: Nothing, Others: Nothing, Staff: Nothing),
        Occasion.RequestErased => new(Structure: ErasureDone, Actor: Nothing, Others: Nothing, Staff: Nothing),
        Occasion.ReferralErased => new(Structure: Nothing, Actor: RequestErasedForPartner, Others: Nothing, Staff: Nothing),
        Occasion.OtherAddressAsked => OnlyThePerson(All(ContactAddressProof, ContactAddressNotice)),
        Occasion.OtherAddressAskedOfUnproven => OnlyThePerson(ContactAddressProof),
        Occasion.FormerAddressLeft => new(Structure: FormerAddressNotice, Actor: Nothing, Others: Nothing, Staff: Nothing),
        Occasion.RequestLeftToSomebodyElse => new(Structure: RequestHandedOverNotice, Actor: Nothing, Others: Nothing, Staff: Nothing),
        Occasion.FollowerInvited => OnlyThePerson(FollowerInvitation),
        Occasion.DraftUntouched => new(Structure: UntouchedDraft, Actor: Nothing, Others: Nothing, Staff: Nothing),
        Occasion.SheetsDue => new(Structure: Nothing, Actor: SheetDue, Others: Nothing, Staff: Nothing),
        Occasion.OffersUnconfirmed => new(Structure: Nothing, Actor: OffersSuspended, Others: Nothing, Staff: Nothing),
        Occasion.ActorFellSilent => new(Structure: Nothing, Actor: OffersSuspended, Others: Nothing, Staff: ActorSilent),
        Occasion.WeekBegan => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffWeek),
        Occasion.MailGivenUp => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: MailParked),
        Occasion.PartnerWeekBegan => OnlyThePerson(PartnerWeek),
        Occasion.RequestToldByHandErased => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention),
        Occasion.ActorLinkAsked => new(Structure: Nothing, Actor: NewActorLink, Others: Nothing, Staff: Nothing),
        Occasion.ContactCodeAsked => new(Structure: Nothing, Actor: ContactCode, Others: Nothing, Staff: Nothing),
    };

    /// <summary>What an act on a request makes the portal say: one message of a kind about a subject, however many events of the act call for it.</summary>
    /// <param name="request">The request after the act, with its referrals.</param>
    /// <param name="recorded">The events that the act left.</param>
    public static IReadOnlyList<Notice> NoticesOf(OrientationRequest request, IEnumerable<TimelineEvent> recorded) =>
    [
        .. recorded.SelectMany(entry => NoticesOf(new Happening(request, entry)))
            .GroupBy(notice => (notice.Mail, notice.SubjectId))
            .Select(same => same.Last()),
    ];

    /// <summary>What a step of the clock makes the portal say.</summary>
    /// <param name="request">The request once the step is done, with its referrals.</param>
    /// <param name="step">The step.</param>
    public static IReadOnlyList<Notice> NoticesOf(OrientationRequest request, DueStep step)
    {
        var referral = request.Referrals.SingleOrDefault(known => known.Id == step.ReferralId);
        return
        [
            .. from addressee in Addressees
               from told in Of(step.Row.Step).For(addressee).Told
               where addressee != Addressee.Actor || referral is { WasTold: true, IsByHand: false }
               where told.If?.Holds(request, referral) != false
               select new Notice(told.Mail, MailKinds.SubjectOf(told.Mail) == MailSubject.Referral ? referral!.Id : request.Id, Occurrence(step), IsHeld: false),
        ];
    }

    /// <summary>The messages of what is no event of a request: nothing but the occasion decides them.</summary>
    public static IReadOnlyList<MailKind> MailsOf(Occasion occasion) => [.. Addressees.SelectMany(addressee => Of(occasion).For(addressee).Told).Select(told => told.Mail)];

    private static IEnumerable<Notice> NoticesOf(Happening what) =>
        from addressee in Addressees
        from told in Of(what.Event.Kind).For(addressee).Told
        where IsHeardBy(addressee, what) && told.If?.Holds(what) != false
        from subject in addressee == Addressee.Others ? ToldByMailAbout(told.Mail, what) : [SubjectOf(told.Mail, what)]
        select new Notice(told.Mail, subject, OccurrenceOf(what.Event.Number), IsHeld(what.Event.Kind));

    /// <summary>What tells the messages of an event from those of the next one.</summary>
    public static string OccurrenceOf(int eventNumber) => eventNumber.ToString(CultureInfo.InvariantCulture);

    private static string Occurrence(DueStep step) => string.Create(CultureInfo.InvariantCulture, $"{step.Row.Step}/{step.Since:yyyy-MM-dd}/{step.Number}/{step.ReferralId:N}");

    private static AnnouncementRow OnlyTheStructure(Cell told) => Nobody with { Structure = told };

    /// <summary>The referrals of those who had the request from the portal, whatever became of them since: the last one of each actor. Of one referral alone when the event is about it, unless it is told to those who were too late.</summary>
    private static IEnumerable<Guid> ToldByMailAbout(MailKind mail, Happening what) => what.Request.Referrals
        .Where(referral => referral is { WasTold: true, IsByHand: false } && IsOf(mail, referral)
            && (what.Event.ReferralId is null || (mail == ReferralTakenOver ? what.Event.ReferralId != referral.Id && referral.Round == what.Referral.Round : what.Event.ReferralId == referral.Id)))
        .GroupBy(referral => referral.ActorId)
        .Select(ofActor => ofActor.MaxBy(referral => referral.SentAt)!.Id);

    /// <summary>Whom to call is told to those who know it, what was added to those who still read the request, and that another took it over to those who let their time pass; the rest to everybody who had it.</summary>
    private static bool IsOf(MailKind mail, Referral referral) => mail switch
    {
        ContactChangedForPartner => referral.Status == ReferralStatus.Accepted,
        RequestCompletedForPartner => referral.IsAwaitingAnswer || referral.Status == ReferralStatus.Accepted,
        ReferralTakenOver => referral.Status == ReferralStatus.Expired,
        _ => true,
    };

    /// <summary>The rule of a whole column.</summary>
    private static bool IsHeardBy(Addressee addressee, Happening what) => addressee switch
    {
        // Staff who correct an address have judged the request, and the link that goes there is all that its author has left.
        Addressee.Structure => Solicited.Holds(what) || what.Event.Kind is EventKind.AddressCorrected or EventKind.HandedOver,
        Addressee.Actor => ToldByMail.Holds(what),
        Addressee.Others or Addressee.Staff or Addressee.Person => true,
    };

    private static Guid SubjectOf(MailKind mail, Happening what) => MailKinds.SubjectOf(mail) switch
    {
        MailSubject.Request => what.Request.Id,
        MailSubject.Referral => what.Referral.Id,
        MailSubject.Draft or MailSubject.OfferRevision or MailSubject.Person or MailSubject.Invitation or MailSubject.AddressChange or MailSubject.Actor or MailSubject.RetentionReport
            or MailSubject.Follower or MailSubject.ContactAddressChange or MailSubject.WeekDigest or MailSubject.Message => throw new InvalidOperationException($"{mail} is about no request."),
    };
}

/// <summary>A message to queue.</summary>
/// <param name="Mail">What to send.</param>
/// <param name="SubjectId">Request or referral that it is about.</param>
/// <param name="Occurrence">The event that causes it, the last one when several do, or the step of the clock: tells it apart from the next message of the kind about the same subject.</param>
/// <param name="IsHeld">Whether it waits until its cause can no longer be taken back.</param>
public sealed record Notice(MailKind Mail, Guid SubjectId, string Occurrence, bool IsHeld);
