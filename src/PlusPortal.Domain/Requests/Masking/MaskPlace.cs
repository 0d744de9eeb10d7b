using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;

namespace PlusPortal.Domain.Requests.Masking;

/// <summary>A text of a request in which a passage may be masked. Stored as text, never renamed.</summary>
public enum MaskPlace
{
    /// <summary>Title of the need.</summary>
    Title,

    /// <summary>The need.</summary>
    Need,

    /// <summary>Whom the structure has already met, in words.</summary>
    AlreadyMet,

    /// <summary>Precision of the legal form.</summary>
    LegalFormDetail,

    /// <summary>Name of the structure or of the project: only when staff say so.</summary>
    StructureName,

    /// <summary>Summary that PLUS wrote for the actors.</summary>
    Summary,

    /// <summary>Question of an actor, and what it was answered.</summary>
    Exchange,

    /// <summary>What PLUS and the structure write to each other.</summary>
    Conversation,

    /// <summary>What PLUS alone reads.</summary>
    Internal,

    /// <summary>What the structure added, once staff let the actors read it.</summary>
    Information,
}

/// <summary>Who reads each text.</summary>
public static class MaskPlaces
{
    extension(MaskPlace place)
    {
        /// <summary>Whether the structure reads it on its page.</summary>
        public bool IsReadByStructure => place is not (MaskPlace.Summary or MaskPlace.Internal);

        /// <summary>Whether an actor reads it once it is told.</summary>
        public bool IsReadByActors => place is not (MaskPlace.Conversation or MaskPlace.Internal);

        /// <summary>Whether it is a note that an actor reads.</summary>
        public bool IsNoteReadByActors => place is MaskPlace.Exchange or MaskPlace.Information;

        /// <summary>Whether every actor that has the request reads it, and not the one alone that it is written to.</summary>
        public bool IsReadByEveryActor => place.IsReadByActors && place != MaskPlace.Exchange;
    }

    /// <summary>The place of a note: what the structure added is between it and PLUS until staff let the actors read it.</summary>
    public static MaskPlace Of(RequestNote note) => note is { Kind: NoteKind.InformationAdded, SharedAt: null } ? MaskPlace.Conversation : Of(note.Kind);

    /// <summary>The place of the notes of a kind.</summary>
    public static MaskPlace Of(NoteKind kind) => kind switch
    {
        NoteKind.QuestionFromPartner or NoteKind.AnswerToPartner => MaskPlace.Exchange,
        NoteKind.QuestionToStructure or NoteKind.AnswerFromStructure or NoteKind.ClosingMessage or NoteKind.MessageFromStructure => MaskPlace.Conversation,
        NoteKind.InformationAdded => MaskPlace.Information,
        NoteKind.Internal or NoteKind.Reason or NoteKind.DeclineComment or NoteKind.OutcomeComment or NoteKind.ErasureReason
            or NoteKind.Informant or NoteKind.ContestComment => MaskPlace.Internal,
    };
}

/// <summary>Who read what was masked; the code that the event keeps.</summary>
public static class MaskReaders
{
    /// <summary>PLUS alone.</summary>
    public const string Plus = "plus";

    /// <summary>The structure.</summary>
    public const string Structure = "structure";

    /// <summary>Actors.</summary>
    public const string Actors = "acteurs";

    /// <summary>The structure and actors.</summary>
    public const string StructureAndActors = "structure-et-acteurs";

    /// <summary>The code of some texts.</summary>
    public static string Of(IReadOnlyCollection<MaskPlace> places) => (places.Any(place => place.IsReadByStructure), places.Any(place => place.IsReadByActors)) switch
    {
        (true, true) => StructureAndActors,
        (true, false) => Structure,
        (false, true) => Actors,
        (false, false) => Plus,
    };
}
