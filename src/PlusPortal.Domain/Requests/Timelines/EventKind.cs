namespace PlusPortal.Domain.Requests.Rulebook;

/// <summary>What happened. Stored as text; never renamed.</summary>
public enum EventKind
{
    /// <summary>The structure sent its request.</summary>
    Submitted,

    /// <summary>The structure opened its private link: its address works.</summary>
    AddressProven,

    /// <summary>Staff spoke to the person and vouch for the address.</summary>
    AddressVouchedFor,

    /// <summary>Staff corrected the address; the former one is kept nowhere.</summary>
    AddressCorrected,

    /// <summary>A member of staff took the request.</summary>
    TakenInCharge,

    /// <summary>The request was given to another member of staff.</summary>
    Assigned,

    /// <summary>Nobody is in charge any more.</summary>
    Released,

    /// <summary>Staff corrected stage, themes or commune beside the declaration.</summary>
    Corrected,

    /// <summary>The matcher ran.</summary>
    Matched,

    /// <summary>Staff wrote or changed the summary for the actors.</summary>
    SummaryWritten,

    /// <summary>Staff asked the structure for a missing piece.</summary>
    QuestionAsked,

    /// <summary>The structure answered.</summary>
    QuestionAnswered,

    /// <summary>Staff took the request back without an answer.</summary>
    QuestionDropped,

    /// <summary>An actor was chosen.</summary>
    ReferralProposed,

    /// <summary>The structure was asked whether the actor may receive its request.</summary>
    ConsentAsked,

    /// <summary>The structure agreed to the actor.</summary>
    ConsentGiven,

    /// <summary>The actor was told.</summary>
    ReferralSent,

    /// <summary>The actor asked its question.</summary>
    ReferralInformationRequested,

    /// <summary>The actor's question was answered.</summary>
    ReferralInformationGiven,

    /// <summary>The actor accepted.</summary>
    ReferralAccepted,

    /// <summary>The actor declined.</summary>
    ReferralDeclined,

    /// <summary>The actor handed an accepted request back.</summary>
    ReferralHandedBack,

    /// <summary>The actor did not answer in time.</summary>
    ReferralExpired,

    /// <summary>The referral was taken back.</summary>
    ReferralCancelled,

    /// <summary>The support ended.</summary>
    ReferralCompleted,

    /// <summary>Staff corrected a mistaken refusal or outcome.</summary>
    ReferralCorrected,

    /// <summary>Staff wrote an internal note.</summary>
    NoteAdded,

    /// <summary>The structure said that nobody called back.</summary>
    NotCalledBack,

    /// <summary>The structure withdrew its request.</summary>
    Withdrawn,

    /// <summary>The request ended.</summary>
    Closed,

    /// <summary>Staff re-opened the request.</summary>
    Reopened,

    /// <summary>Whatever tells who asked was taken out of the request.</summary>
    Anonymised,

    /// <summary>The person asked that its data be erased.</summary>
    ErasureAsked,

    /// <summary>Staff sent the person a link to its data.</summary>
    DataLinkSent,

    /// <summary>Nothing had happened for long: the structure was asked, and PLUS has to look.</summary>
    DormantNoticed,

    /// <summary>Staff masked passages; the reason code says who had read them.</summary>
    PassagesMasked,

    /// <summary>Staff left proposed passages, with a reason.</summary>
    PassagesLeft,

    /// <summary>The actor would take the request from a later day.</summary>
    ReferralDateOffered,

    /// <summary>The structure agreed to that day: the actor takes the request.</summary>
    ReferralDateAgreed,

    /// <summary>Nobody agreed to that day in time: the actor's answer is awaited again.</summary>
    ReferralDateLapsed,

    /// <summary>Nobody answered the actor's question in time: its answer is awaited again.</summary>
    ReferralQuestionLapsed,

    /// <summary>The author of an answer took it back at once.</summary>
    ReferralAnswerUndone,

    /// <summary>Somebody saw how far the help went: reached, first contact, need dealt with… The reason is the rung.</summary>
    RungReported,

    /// <summary>A rung was taken back: it counts no more. The reason is the rung.</summary>
    RungTakenBack,

    /// <summary>The structure finds the outcome right that the actor noted.</summary>
    OutcomeConfirmed,

    /// <summary>The structure says otherwise.</summary>
    OutcomeContested,

    /// <summary>Nobody said otherwise in time: the outcome stands.</summary>
    OutcomeSettled,

    /// <summary>Nobody said otherwise in time, but the structure had said that its need is not dealt with: the outcome does not stand.</summary>
    OutcomeLeftOpen,

    /// <summary>Staff heard both sides of a disagreement, and settled it.</summary>
    DisagreementSettled,

    /// <summary>PLUS has to do something special; the reason says what.</summary>
    TaskRaised,

    /// <summary>Staff did it.</summary>
    TaskSettled,

    /// <summary>The structure added something that it was not asked.</summary>
    InformationAdded,

    /// <summary>Staff let the actors read what it added.</summary>
    InformationShared,

    /// <summary>The person corrected its name, its telephone, or how it wants to be reached.</summary>
    ContactCorrected,

    /// <summary>The person has another address, which it has proven.</summary>
    AddressChanged,

    /// <summary>Staff gave the request to another person of the structure; the reason code says how they knew.</summary>
    HandedOver,

    /// <summary>The person invited somebody else to follow the request.</summary>
    FollowerInvited,

    /// <summary>Whoever was invited follows the request.</summary>
    FollowerJoined,

    /// <summary>Somebody who was invited follows it no longer: removed.</summary>
    FollowerRemoved,

    /// <summary>The same, by its own wish.</summary>
    FollowerLeft,
}
