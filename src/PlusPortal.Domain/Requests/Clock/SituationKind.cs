namespace PlusPortal.Domain.Requests.Clock;

/// <summary>What is being waited for. Every open state of a request and of a referral is one of them; see <c>ClockTable</c> for what comes when nobody does anything.</summary>
public enum SituationKind
{
    /// <summary>PLUS has not read the request.</summary>
    FirstLook,

    /// <summary>PLUS looks for the first actors.</summary>
    Searching,

    /// <summary>PLUS looks again: what was tried led nowhere.</summary>
    SearchingAgain,

    /// <summary>PLUS has to send to actors on which everybody agrees.</summary>
    ToSend,

    /// <summary>The structure has to answer PLUS.</summary>
    QuestionOfPlus,

    /// <summary>The structure has to agree to actors, or to refuse them.</summary>
    Agreement,

    /// <summary>The actor has to answer.</summary>
    Answer,

    /// <summary>The structure has to answer the actor.</summary>
    QuestionOfActor,

    /// <summary>The structure has to agree to the later day that the actor offers.</summary>
    LaterDay,

    /// <summary>The actor has to make the first contact.</summary>
    FirstContact,

    /// <summary>The actor helps, and gives news.</summary>
    Support,

    /// <summary>The structure may say otherwise of the outcome that the actor noted.</summary>
    OutcomeToConfirm,

    /// <summary>PLUS has something special to do, which comes before the rest.</summary>
    Task,

    /// <summary>Nothing: the request has ended.</summary>
    Ended,
}
