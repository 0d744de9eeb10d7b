namespace PlusPortal.Domain.Announcements;

/// <summary>Every kind of e-mail. Stored as text, never renamed; the letter and number are those of the workflow's table.</summary>
public enum MailKind
{
    /// <summary>E1: the structure's request was received.</summary>
    RequestReceived,

    /// <summary>E2: resume link of a draft, asked for by the person.</summary>
    ResumeDraft,

    /// <summary>E3: a precise question waits for the structure.</summary>
    QuestionForStructure,

    /// <summary>E4: recipients are proposed to the structure.</summary>
    ConsentAsked,

    /// <summary>E5: the request was sent to actors.</summary>
    RequestSent,

    /// <summary>E6: an actor accepted.</summary>
    ReferralAcceptedForStructure,

    /// <summary>E7: an actor declined or stayed silent.</summary>
    ReferralDeclinedForStructure,

    /// <summary>E10, E11: the request ended.</summary>
    RequestClosed,

    /// <summary>E13: a new tracking link was asked for.</summary>
    NewTrackingLink,

    /// <summary>E13: the address was corrected; a new tracking link, to the right one.</summary>
    LinkToCorrectedAddress,

    /// <summary>P1: a referral waits for the partner.</summary>
    ReferralForPartner,

    /// <summary>P2: reminder to the partner.</summary>
    ReferralReminder,

    /// <summary>P3: the referral was taken back, or the actor's question was answered.</summary>
    ReferralChangedForPartner,

    /// <summary>P6: the proposed edit of an offer was approved or returned.</summary>
    OfferRevisionDecided,

    /// <summary>S1: an urgent request reached PLUS.</summary>
    UrgentRequestForStaff,

    /// <summary>S2: something needs staff (an answer, a refusal, nobody called back).</summary>
    StaffAttention,

    /// <summary>P7: link to a new password, asked for by the person.</summary>
    PasswordReset,

    /// <summary>P7: the password was changed.</summary>
    PasswordChanged,

    /// <summary>P7: a second factor was added or taken away by the person, or its recovery codes made anew.</summary>
    SecondFactorChanged,

    /// <summary>P7: a person is invited to open an account.</summary>
    Invitation,

    /// <summary>P7: the same, for an address that has an account.</summary>
    InvitationOfKnownPerson,

    /// <summary>P7: the person can no longer sign in.</summary>
    AccessRemoved,

    /// <summary>S3: an actor has nobody on the portal any more.</summary>
    ActorWithoutPeople,

    /// <summary>P7: the person can sign in again.</summary>
    AccessRestored,

    /// <summary>P7: the person has another role.</summary>
    RoleChanged,

    /// <summary>P7: an administrator took the second factor away.</summary>
    FactorReset,

    /// <summary>P7: asks the address of an account whether another may take its place.</summary>
    AddressChangeForOld,

    /// <summary>P7: asks the new address whether it wants to.</summary>
    AddressChangeForNew,

    /// <summary>P7: tells the old address that it is done.</summary>
    AddressChanged,

    /// <summary>E12: nothing has happened for long; does the structure still wait?</summary>
    DormantRequest,

    /// <summary>P7: the account has not been used for long and will be removed.</summary>
    AccountUnused,

    /// <summary>S3: what the retention did, in figures.</summary>
    RetentionReport,

    /// <summary>E13: link to everything that the portal holds about the person.</summary>
    PersonalDataLink,

    /// <summary>E13: link with which the person has its data erased.</summary>
    ErasureLink,

    /// <summary>E13: the data are erased; to the address that was recorded.</summary>
    ErasureDone,

    /// <summary>P3: a request that the actor received was erased at the demand of the person.</summary>
    RequestErasedForPartner,

    /// <summary>E14: staff masked a passage of what the structure wrote.</summary>
    PassageMaskedForStructure,

    /// <summary>P3: a passage that the actor may have read was masked.</summary>
    PassageMaskedForPartner,

    /// <summary>E6: an actor would take the request from a later day.</summary>
    DateOffered,

    /// <summary>E3: a question, of PLUS or of an actor, still waits for the structure.</summary>
    QuestionReminder,

    /// <summary>E4: the structure has not said to whom its request may go.</summary>
    ConsentReminder,

    /// <summary>E6: the structure has not said whether the later day suits it.</summary>
    DateReminder,

    /// <summary>E8: was the structure called back?</summary>
    CalledBackQuestion,

    /// <summary>E9: PLUS still searches, or still waits for an answer.</summary>
    StillSearching,

    /// <summary>E12: without a word of the structure the request will be ended.</summary>
    EndNotice,

    /// <summary>E10: an actor noted an outcome; is it right?</summary>
    OutcomeToConfirm,

    /// <summary>E10: the same, once more.</summary>
    OutcomeReminder,

    /// <summary>E10: six months after the end, what came of it?</summary>
    LaterSatisfaction,

    /// <summary>E7: staff took the request back from an actor.</summary>
    ReferralCancelledForStructure,

    /// <summary>E7: staff corrected the answer of an actor.</summary>
    ReferralCorrectedForStructure,

    /// <summary>E7: the support of an actor ended without solution.</summary>
    ReferralEndedForStructure,

    /// <summary>E6: an actor tried to reach the structure and could not.</summary>
    CouldNotReach,

    /// <summary>E11: the request is open again.</summary>
    RequestReopened,

    /// <summary>P2: the last call before the referral expires.</summary>
    ReferralLastCall,

    /// <summary>P1: the link with which an actor that took the request follows it.</summary>
    FollowUpForPartner,

    /// <summary>P4: was the first contact made?</summary>
    FirstContactNudge,

    /// <summary>P4: what became of it?</summary>
    NewsNudge,

    /// <summary>S2: a request is late.</summary>
    StaffOverdue,

    /// <summary>P7: an actor asked for a new link, to answer or to follow.</summary>
    NewActorLink,

    /// <summary>P7: the code that shows the actor whom to call.</summary>
    ContactCode,

    /// <summary>P3: another actor took the request over; the late answer of this one is awaited no more.</summary>
    ReferralTakenOver,

    /// <summary>P3: the request was completed; the actor reads what was added on its page.</summary>
    RequestCompletedForPartner,

    /// <summary>P3: how to reach the person of a request that the actor accepted has changed; no data.</summary>
    ContactChangedForPartner,

    /// <summary>E13: asks the address that the person of a request typed whether it wants to take the place of the former one.</summary>
    ContactAddressProof,

    /// <summary>E13: tells the address that is recorded that another was asked for.</summary>
    ContactAddressNotice,

    /// <summary>E13: tells the former address that another took its place.</summary>
    FormerAddressNotice,

    /// <summary>E13: somebody is invited to follow a request.</summary>
    FollowerInvitation,

    /// <summary>E13: staff gave the request to another person of the structure; a tracking link to its address.</summary>
    RequestHandedOver,

    /// <summary>E13: tells the person who had the request that somebody else has it now.</summary>
    RequestHandedOverNotice,

    /// <summary>E2: a draft has not been touched for a working day; once.</summary>
    UntouchedDraft,

    /// <summary>P5: the sheets of an actor are to be confirmed, or soon will be.</summary>
    SheetDue,

    /// <summary>P5: offers of an actor are suspended until it confirms them.</summary>
    OffersSuspended,

    /// <summary>P8: how many requests and sheets wait for a partner this week.</summary>
    PartnerWeek,

    /// <summary>S2: an actor left several requests in a row unanswered, its offers are suspended; somebody must call it.</summary>
    ActorSilent,

    /// <summary>S3: the Monday digest of staff, in figures.</summary>
    StaffWeek,

    /// <summary>S2: a message was given up after its last try; once a day, whatever their number.</summary>
    MailParked,
}

/// <summary>What a message is about: whose identifier it carries.</summary>
public enum MailSubject
{
    /// <summary>A request.</summary>
    Request,

    /// <summary>A referral of a request.</summary>
    Referral,

    /// <summary>A draft.</summary>
    Draft,

    /// <summary>A proposed edit of an offer.</summary>
    OfferRevision,

    /// <summary>A person with an account.</summary>
    Person,

    /// <summary>An invitation.</summary>
    Invitation,

    /// <summary>A change of address.</summary>
    AddressChange,

    /// <summary>A support actor.</summary>
    Actor,

    /// <summary>A report of the retention.</summary>
    RetentionReport,

    /// <summary>Somebody who was invited to follow a request.</summary>
    Follower,

    /// <summary>Another address that the person of a request typed.</summary>
    ContactAddressChange,

    /// <summary>The digest of a week.</summary>
    WeekDigest,

    /// <summary>Another message.</summary>
    Message,
}

/// <summary>What follows from the kind of a message.</summary>
public static class MailKinds
{
    /// <summary>What a message of that kind is about.</summary>
    public static MailSubject SubjectOf(MailKind kind) => kind switch
    {
        MailKind.RequestReceived or MailKind.QuestionForStructure or MailKind.ConsentAsked or MailKind.RequestSent or MailKind.RequestClosed
            or MailKind.NewTrackingLink or MailKind.LinkToCorrectedAddress or MailKind.UrgentRequestForStaff or MailKind.StaffAttention
            or MailKind.DormantRequest or MailKind.PersonalDataLink or MailKind.ErasureLink or MailKind.ErasureDone or MailKind.PassageMaskedForStructure
            or MailKind.QuestionReminder or MailKind.ConsentReminder or MailKind.CalledBackQuestion or MailKind.StillSearching or MailKind.EndNotice or MailKind.LaterSatisfaction
            or MailKind.RequestReopened or MailKind.StaffOverdue or MailKind.FormerAddressNotice or MailKind.RequestHandedOver or MailKind.RequestHandedOverNotice => MailSubject.Request,
        MailKind.ReferralAcceptedForStructure or MailKind.ReferralDeclinedForStructure or MailKind.ReferralForPartner
            or MailKind.ReferralReminder or MailKind.ReferralChangedForPartner or MailKind.RequestErasedForPartner or MailKind.PassageMaskedForPartner
            or MailKind.DateOffered or MailKind.DateReminder or MailKind.OutcomeToConfirm or MailKind.OutcomeReminder or MailKind.ReferralCancelledForStructure or MailKind.ReferralCorrectedForStructure
            or MailKind.ReferralEndedForStructure or MailKind.CouldNotReach or MailKind.ReferralLastCall or MailKind.FollowUpForPartner or MailKind.FirstContactNudge or MailKind.NewsNudge
            or MailKind.NewActorLink or MailKind.ContactCode or MailKind.RequestCompletedForPartner or MailKind.ContactChangedForPartner or MailKind.ReferralTakenOver => MailSubject.Referral,
        MailKind.ResumeDraft or MailKind.UntouchedDraft => MailSubject.Draft,
        MailKind.OfferRevisionDecided => MailSubject.OfferRevision,
        MailKind.Invitation or MailKind.InvitationOfKnownPerson => MailSubject.Invitation,
        MailKind.PasswordReset or MailKind.PasswordChanged or MailKind.SecondFactorChanged or MailKind.AccessRemoved or MailKind.AccessRestored or MailKind.RoleChanged or MailKind.FactorReset
            or MailKind.AccountUnused or MailKind.PartnerWeek => MailSubject.Person,
        MailKind.AddressChangeForOld or MailKind.AddressChangeForNew or MailKind.AddressChanged => MailSubject.AddressChange,
        MailKind.ActorWithoutPeople or MailKind.SheetDue or MailKind.OffersSuspended or MailKind.ActorSilent => MailSubject.Actor,
        MailKind.RetentionReport => MailSubject.RetentionReport,
        MailKind.FollowerInvitation => MailSubject.Follower,
        MailKind.ContactAddressProof or MailKind.ContactAddressNotice => MailSubject.ContactAddressChange,
        MailKind.StaffWeek => MailSubject.WeekDigest,
        MailKind.MailParked => MailSubject.Message,
    };

    /// <summary>Whether everybody who follows the request is told so too, each by a message of its own. What is about the person, its address, its data or its link is not.</summary>
    public static bool ReachesFollowers(MailKind kind) => kind is MailKind.QuestionForStructure or MailKind.ConsentAsked or MailKind.RequestSent or MailKind.ReferralAcceptedForStructure
        or MailKind.ReferralDeclinedForStructure or MailKind.RequestClosed or MailKind.DormantRequest or MailKind.PassageMaskedForStructure
        or MailKind.DateOffered or MailKind.QuestionReminder or MailKind.ConsentReminder or MailKind.DateReminder or MailKind.CalledBackQuestion or MailKind.StillSearching or MailKind.EndNotice
        or MailKind.OutcomeToConfirm or MailKind.OutcomeReminder or MailKind.ReferralCancelledForStructure or MailKind.ReferralCorrectedForStructure or MailKind.ReferralEndedForStructure
        or MailKind.RequestReopened;

    /// <summary>Whether it is for the person of the request; those who follow it may be told beside.</summary>
    public static bool IsForThePerson(MailKind kind) => ReachesFollowers(kind) || kind is MailKind.RequestReceived or MailKind.NewTrackingLink or MailKind.LinkToCorrectedAddress or MailKind.PersonalDataLink
        or MailKind.ErasureLink or MailKind.CouldNotReach or MailKind.LaterSatisfaction;
}
