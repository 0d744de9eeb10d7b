namespace PlusPortal.Domain.Announcements;

/// <summary>What somebody is told of although no request records it as an event.</summary>
public enum Occasion
{
    /// <summary>A person asked for the link to its draft.</summary>
    ResumeLinkAsked,

    /// <summary>A structure asked for a new link to its request.</summary>
    TrackingLinkAsked,

    /// <summary>Staff approved the edit that a partner proposed.</summary>
    OfferRevisionApproved,

    /// <summary>Staff returned it with a reason.</summary>
    OfferRevisionReturned,

    /// <summary>A person asked for a link to a new password.</summary>
    PasswordResetAsked,

    /// <summary>A password was changed.</summary>
    PasswordChanged,

    /// <summary>A person changed its second factor.</summary>
    SecondFactorChanged,

    /// <summary>A person was invited, or once more.</summary>
    PersonInvited,

    /// <summary>The same, of a person who has an account.</summary>
    KnownPersonInvited,

    /// <summary>A person can no longer sign in.</summary>
    AccessRemoved,

    /// <summary>The last person of an actor can no longer sign in.</summary>
    ActorLeft,

    /// <summary>A person can sign in again.</summary>
    AccessRestored,

    /// <summary>A person has another role.</summary>
    RoleChanged,

    /// <summary>The second factor of a person was taken away.</summary>
    FactorReset,

    /// <summary>A person asked for another address.</summary>
    AddressChangeAsked,

    /// <summary>A person has another address.</summary>
    AddressChanged,

    /// <summary>A person has not used its account for so long that it will be removed.</summary>
    AccountUnused,

    /// <summary>The retention deleted something or made it anonymous.</summary>
    RetentionApplied,

    /// <summary>The person of a request wants to read what is held about it.</summary>
    PersonalDataAsked,

    /// <summary>The person of a request wants it erased.</summary>
    ErasureAsked,

    /// <summary>A request was erased at the demand of its person.</summary>
    RequestErased,

    /// <summary>The same, of a referral by which the portal told an actor.</summary>
    ReferralErased,

    /// <summary>The same, of a request that staff told an actor of by themselves.</summary>
    RequestToldByHandErased,

    /// <summary>An actor asked for a new link to a referral.</summary>
    ActorLinkAsked,

    /// <summary>An actor asked for the code that shows whom to call.</summary>
    ContactCodeAsked,

    /// <summary>The person of a request typed another address.</summary>
    OtherAddressAsked,

    /// <summary>The same, while the address that is recorded is unproven: it may be a stranger's, and is told nothing.</summary>
    OtherAddressAskedOfUnproven,

    /// <summary>The address of the person of a request was replaced by the person.</summary>
    FormerAddressLeft,

    /// <summary>Staff gave a request to another person of the structure.</summary>
    RequestLeftToSomebodyElse,

    /// <summary>Somebody was invited to follow a request, or once more.</summary>
    FollowerInvited,

    /// <summary>A draft with an address has not been touched for a working day.</summary>
    DraftUntouched,

    /// <summary>Sheets of an actor are to be confirmed, or soon will be.</summary>
    SheetsDue,

    /// <summary>Offers of an actor were suspended because nobody confirmed them.</summary>
    OffersUnconfirmed,

    /// <summary>Offers of an actor were suspended because it left several requests in a row unanswered.</summary>
    ActorFellSilent,

    /// <summary>A week began, for staff.</summary>
    WeekBegan,

    /// <summary>A week began, for a partner for whom something waits.</summary>
    PartnerWeekBegan,

    /// <summary>A message was given up after its last try.</summary>
    MailGivenUp,
}
