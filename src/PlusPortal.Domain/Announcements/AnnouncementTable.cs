using PlusPortal.Domain.Requests;
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
        EventKind.AddressCorrected => new(Structure: LinkToCorrectedAddress, Actor: Nothing, Others: NotYet("the actors that know the address read it on their page"), Staff: Nothing),
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
        EventKind.ReferralAccepted => new(Structure: ReferralAcceptedForStructure, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.ReferralDeclined => new(Structure: ReferralDeclinedForStructure, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByThePartnerCallingForPlus)),
        EventKind.ReferralHandedBack => new(Structure: ReferralDeclinedForStructure, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByThePartner)),
        EventKind.ReferralExpired => new(Structure: NotYet("no job lets a referral expire so far"), Actor: Nothing, Others: Nothing, Staff: NotYet("no job lets a referral expire so far")),
        EventKind.ReferralCancelled => new(Structure: NotYet("an actor taken back by staff"), Actor: ReferralChangedForPartner, Others: Nothing, Staff: StaffAttention.If(ByTheStructure)),
        EventKind.ReferralCompleted => new(Structure: NotYet("a support that ends without solution"), Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByThePartnerLeavingItToPlus)),
        EventKind.ReferralCorrected => new(Structure: NotYet("an answer corrected"), Actor: ReferralForPartner.If(AskedAgain).Or(ReferralChangedForPartner.If(InCharge)), Others: Nothing, Staff: Nothing),
        EventKind.NoteAdded => Nobody,
        EventKind.NotCalledBack => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention.If(ByTheStructure)),
        EventKind.Withdrawn => new(Structure: RequestClosed, Actor: Nothing, Others: Nothing, Staff: StaffAttention),
        EventKind.Closed => new(Structure: RequestClosed, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.Reopened => new(Structure: NotYet("a request that is open again"), Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.Anonymised => Nobody,
        EventKind.ErasureAsked => Nobody,
        EventKind.DataLinkSent => new(Structure: PersonalDataLink, Actor: Nothing, Others: Nothing, Staff: Nothing),

        // Staff find it on their list, due today, and administrators are told how many: after an outage there may be many.
        EventKind.DormantNoticed => new(Structure: DormantRequest, Actor: Nothing, Others: Nothing, Staff: Nothing),
        EventKind.PassagesMasked => new(Structure: PassageMaskedForStructure.If(InItsTexts), Actor: Nothing, Others: PassageMaskedForPartner.If(InTextsOfActors), Staff: StaffAttention.If(InTextsOfActorsToldByHand)),
        EventKind.PassagesLeft => Nobody,
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
        Occasion.DraftUntouched => new(Structure: UntouchedDraft, Actor: Nothing, Others: Nothing, Staff: Nothing),
        Occasion.SheetsDue => new(Structure: Nothing, Actor: SheetDue, Others: Nothing, Staff: Nothing),
        Occasion.OffersUnconfirmed => new(Structure: Nothing, Actor: OffersSuspended, Others: Nothing, Staff: Nothing),
        Occasion.ActorFellSilent => new(Structure: Nothing, Actor: OffersSuspended, Others: Nothing, Staff: ActorSilent),
        Occasion.WeekBegan => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffWeek),
        Occasion.PartnerWeekBegan => OnlyThePerson(PartnerWeek),
        Occasion.RequestToldByHandErased => new(Structure: Nothing, Actor: Nothing, Others: Nothing, Staff: StaffAttention),
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

    /// <summary>The messages of what is no event of a request: nothing but the occasion decides them.</summary>
    public static IReadOnlyList<MailKind> MailsOf(Occasion occasion) => [.. Addressees.SelectMany(addressee => Of(occasion).For(addressee).Told).Select(told => told.Mail)];

    private static IEnumerable<Notice> NoticesOf(Happening what) =>
        from addressee in Addressees
        from told in Of(what.Event.Kind).For(addressee).Told
        where IsHeardBy(addressee, what) && told.If?.Holds(what) != false
        from subject in addressee == Addressee.Others ? ToldByMailAbout(what) : [SubjectOf(told.Mail, what)]
        select new Notice(told.Mail, subject, what.Event.Number);

    /// <summary>The referrals of those who had the request from the portal, whatever became of them since: the last one of each actor. Of one referral alone when the event is about it.</summary>
    private static IEnumerable<Guid> ToldByMailAbout(Happening what) => what.Request.Referrals
        .Where(referral => referral is { WasTold: true, IsByHand: false } && (what.Event.ReferralId is null || what.Event.ReferralId == referral.Id))
        .GroupBy(referral => referral.ActorId)
        .Select(ofActor => ofActor.MaxBy(referral => referral.SentAt)!.Id);

    /// <summary>The rule of a whole column.</summary>
    private static bool IsHeardBy(Addressee addressee, Happening what) => addressee switch
    {
        // Staff who correct an address have judged the request, and the link that goes there is all that its author has left.
        Addressee.Structure => Solicited.Holds(what) || what.Event.Kind == EventKind.AddressCorrected,
        Addressee.Actor => ToldByMail.Holds(what),
        Addressee.Others or Addressee.Staff or Addressee.Person => true,
    };

    private static Guid SubjectOf(MailKind mail, Happening what) => MailKinds.SubjectOf(mail) switch
    {
        MailSubject.Request => what.Request.Id,
        MailSubject.Referral => what.Referral.Id,
        MailSubject.Draft or MailSubject.OfferRevision or MailSubject.Person or MailSubject.Invitation or MailSubject.AddressChange or MailSubject.Actor or MailSubject.RetentionReport or MailSubject.WeekDigest => throw new InvalidOperationException($"{mail} is about no request."),
    };
}

/// <summary>A message to queue.</summary>
/// <param name="Mail">What to send.</param>
/// <param name="SubjectId">Request or referral that it is about.</param>
/// <param name="EventNumber">Number of the event that causes it, the last one when several do: tells it apart from the next message of the kind about the same subject.</param>
public sealed record Notice(MailKind Mail, Guid SubjectId, int EventNumber);
