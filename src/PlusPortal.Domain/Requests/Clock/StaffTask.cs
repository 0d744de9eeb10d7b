namespace PlusPortal.Domain.Requests.Clock;

/// <summary>Something special that PLUS has to do for a request; what comes first in this list matters more. Stored by name, never renamed.</summary>
public enum StaffTask
{
    /// <summary>The structure says that nobody called back: speak with the actor, then with the structure.</summary>
    NotCalledBack,

    /// <summary>The structure contests an outcome: hear both.</summary>
    OutcomeContested,

    /// <summary>An actor told by hand has accepted: give it the contact details of the structure.</summary>
    GiveContact,

    /// <summary>The actor is silent about a request that it has accepted: call it.</summary>
    CallAcceptingActor,

    /// <summary>The actor has not answered: call it.</summary>
    CallActor,

    /// <summary>The actor has no address: remind it by hand.</summary>
    RemindByHand,

    /// <summary>Something happened that an actor without address hears from staff alone, and its answer is awaited: tell it.</summary>
    TellActor,

    /// <summary>The structure has not agreed to any actor: call it.</summary>
    CallStructure,

    /// <summary>The structure does not answer, and was told that the request would end: end it, or go on.</summary>
    EndWithoutNews,

    /// <summary>Nothing has happened for months: see whether the structure still waits.</summary>
    Dormant,
}
