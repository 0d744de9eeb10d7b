namespace PlusPortal.Domain.Announcements.ByHand;

/// <summary>What staff have to say now to an actor that the portal cannot tell. Each has its text.</summary>
public enum HandMoment
{
    /// <summary>The request is put to it for the first time.</summary>
    FirstSending,

    /// <summary>A refusal was noted by mistake: it is asked again.</summary>
    SentAgain,

    /// <summary>Its answer is awaited.</summary>
    Reminder,

    /// <summary>Its answer is awaited, for the last time.</summary>
    LastCall,

    /// <summary>Its question waits for the structure.</summary>
    QuestionWaits,

    /// <summary>Its question was answered.</summary>
    QuestionAnswered,

    /// <summary>Nobody answered its question in time.</summary>
    QuestionLapsed,

    /// <summary>The later day that it offers waits for the structure.</summary>
    DateWaits,

    /// <summary>Nobody said in time whether that day suits.</summary>
    DateLapsed,

    /// <summary>That day does not suit the structure.</summary>
    DateRefused,

    /// <summary>Its time to answer has passed.</summary>
    TooLate,

    /// <summary>Its time has passed, and another took the request.</summary>
    TakenOver,

    /// <summary>It took the request: whom to call.</summary>
    Accepted,

    /// <summary>An end was noted by mistake: it goes on with the request.</summary>
    AcceptedAgain,

    /// <summary>Was the first contact made?</summary>
    FirstContactNudge,

    /// <summary>It helps; news are expected later.</summary>
    UnderWay,

    /// <summary>What became of it?</summary>
    NewsNudge,

    /// <summary>How to reach the person has changed.</summary>
    ContactChanged,

    /// <summary>The structure completed the request.</summary>
    InformationAdded,

    /// <summary>A passage that it may have had is masked.</summary>
    Masked,

    /// <summary>The request was taken back.</summary>
    TakenBack,

    /// <summary>The person had the request erased.</summary>
    Erased,
}
