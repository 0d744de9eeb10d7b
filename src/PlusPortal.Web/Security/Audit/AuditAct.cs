namespace PlusPortal.Web.Security.Audit;

/// <summary>What people read, take away and change that the history of a request does not tell, each by its name. Stored by name: a value is never renamed.</summary>
public enum AuditAct
{
    /// <summary>Somebody read how to reach the person behind a request.</summary>
    ContactRead,

    /// <summary>Staff read a request in which health, justice or the like may be told.</summary>
    SensitiveRead,

    /// <summary>The audit left as a table.</summary>
    AuditExported,

    /// <summary>A person read everything that is held about it, through the link that went to its address.</summary>
    PersonalDataRead,

    /// <summary>The same left as a file.</summary>
    PersonalDataExported,

    /// <summary>A request was erased at the demand of its person, by the person or by staff.</summary>
    RequestErased,

    /// <summary>Staff gave a request to another person of its structure.</summary>
    RequestHandedOver,

    /// <summary>A modification of the matching rules was proposed.</summary>
    RulesProposed,

    /// <summary>Matching rules came into force.</summary>
    RulesPublished,

    /// <summary>A modification of the matching rules was given up.</summary>
    RulesDropped,

    /// <summary>A phrase of the lexicon was added, changed or set aside.</summary>
    LexiconChanged,

    /// <summary>A support actor, or its contact, was changed.</summary>
    ActorChanged,

    /// <summary>An offer was changed, confirmed, suspended or opened again.</summary>
    OfferChanged,

    /// <summary>A partner proposed a modification of an offer, or took it back.</summary>
    OfferProposed,

    /// <summary>Staff accepted a modification of an offer, or sent it back.</summary>
    RevisionDecided,

    /// <summary>An error reported by a reader was dealt with.</summary>
    ReportHandled,

    /// <summary>The directory was imported on the command line.</summary>
    DirectoryImported,

    /// <summary>A text of the public pages was changed.</summary>
    TextChanged,

    /// <summary>A setting of PLUS was changed.</summary>
    SettingsChanged,

    /// <summary>A job was run by hand.</summary>
    JobAsked,

    /// <summary>A message that was given up was sent again.</summary>
    MailSentAgain,
}
