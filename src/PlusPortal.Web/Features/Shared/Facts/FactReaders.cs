namespace PlusPortal.Web.Features.Shared.Facts;

/// <summary>Who reads what a structure declared, and where. Each telling of a fact carries these as flags; a fact without any is refused at start.</summary>
[Flags]
public enum FactReaders
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The structure, before it sends its request.</summary>
    CheckPage = 1,

    /// <summary>The structure, on its tracking page.</summary>
    Tracking = 2,

    /// <summary>PLUS staff, on the page of the request.</summary>
    Staff = 4,

    /// <summary>An actor that let its time to answer pass; a late answer is welcome.</summary>
    ActorLate = 8,

    /// <summary>An actor that was asked, before it accepts.</summary>
    ActorAsked = 16,

    /// <summary>An actor that accepted.</summary>
    ActorAccepted = 32,

    /// <summary>The summary that PLUS sends or reads out to actors: no free text, nobody named.</summary>
    Summary = 64,

    /// <summary>The e-mail that tells an actor of a request: no free text, nobody named.</summary>
    Mail = 128,

    /// <summary>Paper: what stays when one of the pages above is printed.</summary>
    Print = 256,

    /// <summary>An actor that may read the request, whether it has accepted or not.</summary>
    Actor = ActorAsked | ActorAccepted,

    /// <summary>Those who read it on a page, which can be printed.</summary>
    Pages = CheckPage | Tracking | Staff | ActorLate | Actor,

    /// <summary>Those who may be told before an actor accepts: they never learn whom to call.</summary>
    BeforeAcceptance = ActorLate | ActorAsked | Summary | Mail,
}
