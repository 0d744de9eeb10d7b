namespace PlusPortal.Domain;

/// <summary>Rules that the domain refuses to break. The web turns them into a 409 page in French.</summary>
public enum RuleCode
{
    /// <summary>The request cannot move from its status to the one asked for.</summary>
    IllegalRequestTransition,

    /// <summary>The referral cannot move from its status to the one asked for.</summary>
    IllegalReferralTransition,

    /// <summary>The author of the move is not entitled to it.</summary>
    NotAllowedForRole,

    /// <summary>The offer cannot move from its state to the one asked for.</summary>
    IllegalOfferTransition,

    /// <summary>The offer is archived.</summary>
    OfferArchived,

    /// <summary>The proposed edit was decided already.</summary>
    RevisionAlreadyDecided,

    /// <summary>The offer changed since the edit was proposed.</summary>
    RevisionConflict,

    /// <summary>A reason must be given.</summary>
    ReasonRequired,

    /// <summary>The code is not in the vocabulary.</summary>
    UnknownCode,

    /// <summary>The structure has not agreed to this recipient.</summary>
    ConsentMissing,

    /// <summary>The address of the structure has not been proven, nor vouched for by staff.</summary>
    AddressNotProven,

    /// <summary>The offer is not published, or takes no request today.</summary>
    OfferNotOpen,

    /// <summary>The actor has already been asked in this round.</summary>
    AlreadyReferred,

    /// <summary>Three actors are being asked already.</summary>
    TooManyOpenReferrals,

    /// <summary>The referral is not part of this request.</summary>
    ReferralNotFound,

    /// <summary>A partner may ask one question only.</summary>
    QuestionAlreadyAsked,

    /// <summary>A duplicate must point at a kept request which is no duplicate itself.</summary>
    InvalidDuplicate,

    /// <summary>The request is closed.</summary>
    RequestClosed,

    /// <summary>The request was made anonymous: nothing is left to act on.</summary>
    RequestAnonymised,

    /// <summary>There is no open question to answer.</summary>
    NoOpenQuestion,

    /// <summary>It is done already; doing it again would change nothing.</summary>
    AlreadyDone,

    /// <summary>No actor has been told of the request yet.</summary>
    NobodyAsked,

    /// <summary>No actor was chosen in this round.</summary>
    NobodyChosen,

    /// <summary>The version of the rules was published or discarded already.</summary>
    RulesAlreadyDecided,

    /// <summary>Other rules came into force since this version was written.</summary>
    RulesConflict,

    /// <summary>The session was ended in the meantime.</summary>
    SessionEnded,

    /// <summary>Nobody else administers the portal.</summary>
    LastAdministrator,

    /// <summary>Nobody else looks after the people of the actor.</summary>
    LastManager,

    /// <summary>The invitation was accepted, withdrawn, or has expired.</summary>
    InvitationOver,

    /// <summary>The change of address was done, refused, replaced, or has expired.</summary>
    AddressChangeOver,

    /// <summary>A setting of PLUS cannot have this value.</summary>
    UnusableSetting,

    /// <summary>Nobody could reach PLUS any more.</summary>
    LastWayToPlus,

    /// <summary>A proposed passage of the request is neither masked nor left with a reason.</summary>
    SensitivePassageLeft,

    /// <summary>What staff answer an actor holds a passage that should not reach it.</summary>
    SensitiveAnswer,

    /// <summary>The summary tells something that no actor should read, and an actor reads it already.</summary>
    SensitiveSummary,

    /// <summary>A text that outlives an erasure names somebody, or tells something private.</summary>
    ReasonNamesSomebody,

    /// <summary>A passage to mask stands in no text of the request.</summary>
    PassageNotFound,

    /// <summary>The answer can no longer be taken back: somebody else gave it, or its minutes are over.</summary>
    AnswerSettled,

    /// <summary>The day that the actor offers is not in the coming months.</summary>
    UnusableDate,

    /// <summary>The same side noted another rung that does not go with it, and that stands.</summary>
    RungClashes,

    /// <summary>What an actor tells the structure holds a passage that tells of somebody.</summary>
    SensitiveSentence,

    /// <summary>What an actor tells the structure is too long.</summary>
    SentenceTooLong,

    /// <summary>As many people follow the request as may.</summary>
    TooManyFollowers,

    /// <summary>Whoever was invited follows the request no longer, or its invitation is over.</summary>
    FollowerGone,

    /// <summary>An absence ends before it begins.</summary>
    AbsenceEndsBeforeItBegins,

    /// <summary>An absence is wholly in the past.</summary>
    AbsenceInThePast,

    /// <summary>An absence lasts longer than a year.</summary>
    AbsenceTooLong,

    /// <summary>The actor has announced as many absences as are kept.</summary>
    TooManyAbsences,

    /// <summary>A substitute has a name and an address, or there is none.</summary>
    SubstituteIncomplete,
}

/// <summary>A move that the rules of the trade forbid, whatever the screen allowed.</summary>
public sealed class DomainRuleException(RuleCode code, object? about = null) : Exception($"Domain rule broken: {code}")
{
    /// <summary>Rule that was about to be broken.</summary>
    public RuleCode Code { get; } = code;

    /// <summary>What stands in the way, for whoever can put it in words; null when the code says it all.</summary>
    public object? About { get; } = about;
}
