namespace PlusPortal.Domain.Requests.Rulebook;

/// <summary>What a text is and who may read it.</summary>
public enum NoteKind
{
    /// <summary>Internal note: staff only.</summary>
    Internal,

    /// <summary>Question of staff to the structure.</summary>
    QuestionToStructure,

    /// <summary>Answer of the structure to staff.</summary>
    AnswerFromStructure,

    /// <summary>Question of a partner.</summary>
    QuestionFromPartner,

    /// <summary>Answer to the question of a partner.</summary>
    AnswerToPartner,

    /// <summary>Sentence of a partner who declines, for PLUS.</summary>
    DeclineComment,

    /// <summary>Why staff chose an actor against the ranking, or corrected something; staff only.</summary>
    Reason,

    /// <summary>What staff tell the structure when the request ends.</summary>
    ClosingMessage,

    /// <summary>What the structure adds by itself (withdrawal, nobody called back).</summary>
    MessageFromStructure,

    /// <summary>What a partner says at the end.</summary>
    OutcomeComment,

    /// <summary>Why staff erased the request; staff only. The one text that outlives an erasure, until the term of the request: it may name nobody.</summary>
    ErasureReason,

    /// <summary>Name of the person of an actor who told staff something; staff only.</summary>
    Informant,

    /// <summary>What the structure says of an outcome that it contests; staff only.</summary>
    ContestComment,

    /// <summary>What the structure added by itself. Actors read it once staff let them.</summary>
    InformationAdded,
}
