namespace PlusPortal.Domain.Requests.Clock;

/// <summary>What the clock does when nobody does anything. Stored by name, never renamed.</summary>
public enum ClockStep
{
    /// <summary>S2: staff are told that a request is late.</summary>
    StaffOverdue,

    /// <summary>E9: the structure is told that PLUS still searches, or still waits for an answer.</summary>
    StillSearching,

    /// <summary>E3: the structure is reminded of a question of PLUS.</summary>
    QuestionReminder,

    /// <summary>E3: the same for the second time.</summary>
    QuestionSecondReminder,

    /// <summary>E4: the structure is reminded of the actors proposed to it.</summary>
    ConsentReminder,

    /// <summary>E4: the same for the second time.</summary>
    ConsentSecondReminder,

    /// <summary>S2: staff call a structure that has agreed to nobody.</summary>
    ConsentCall,

    /// <summary>E12: the structure is told that its request will be ended.</summary>
    EndNotice,

    /// <summary>S2: staff are offered to end it.</summary>
    EndOffer,

    /// <summary>S2: staff pass the request on to an actor without address. An alternate that the portal asks is a task of its own.</summary>
    SendingByHand,

    /// <summary>P2: the actor is reminded.</summary>
    ActorReminder,

    /// <summary>S2: staff call an actor that has not answered.</summary>
    ActorCall,

    /// <summary>P2: the actor is called for the last time.</summary>
    ActorLastCall,

    /// <summary>The referral expires, and the next alternate is asked.</summary>
    Expiry,

    /// <summary>E3: the structure is reminded of a question of an actor, or of the later day that it offers.</summary>
    PauseReminder,

    /// <summary>The actor's question has waited long enough: its clock goes on.</summary>
    QuestionLapse,

    /// <summary>Nobody agreed to the later day: the actor's answer is awaited again.</summary>
    DateLapse,

    /// <summary>E8: « avez-vous été rappelée ? ».</summary>
    CalledBack,

    /// <summary>S2: staff give the contact details to an actor without address that has accepted.</summary>
    ContactByHand,

    /// <summary>P4: the actor is asked whether the first contact was made.</summary>
    FirstContactNudge,

    /// <summary>S2: staff call an actor that has made no first contact.</summary>
    FirstContactCall,

    /// <summary>P4: the actor is asked for news.</summary>
    NewsNudge,

    /// <summary>S2: staff call an actor of which there is no news.</summary>
    NewsCall,

    /// <summary>E10: the structure is reminded that an outcome waits for its word.</summary>
    OutcomeReminder,

    /// <summary>The outcome stands.</summary>
    OutcomeSettle,

    /// <summary>The outcome does not stand: the structure had said that its need is not dealt with.</summary>
    OutcomeLeftOpen,

    /// <summary>E10: the structure is asked once more, six months after the end, what came of it.</summary>
    LaterSatisfaction,
}

/// <summary>Whom a step is for: of two that are due for the same one, only the further leaves.</summary>
public enum ClockLane
{
    /// <summary>It changes the state: of what is due before it, nothing is worth saying any more.</summary>
    State,

    /// <summary>The structure.</summary>
    Structure,

    /// <summary>The actor.</summary>
    Actor,

    /// <summary>PLUS staff.</summary>
    Staff,
}

/// <summary>What became of a step that was due.</summary>
public enum ClockOutcome
{
    /// <summary>It was done, and whom it is for was told.</summary>
    Taken,

    /// <summary>A further step was due at the same time, after an outage.</summary>
    Overtaken,

    /// <summary>PLUS has switched that kind off.</summary>
    SwitchedOff,

    /// <summary>The structure had another message on that day.</summary>
    OneMessageADay,

    /// <summary>Nobody is left to be told: an unsolicited request.</summary>
    NobodyToTell,

    /// <summary>The actor has no address: staff call it at the step that follows.</summary>
    NoAddress,
}
