using System.Collections.ObjectModel;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Requests.Declarations;

/// <summary>What the structure declared, kept untouched until erasure, but for passages that staff masked. Codes are those of the vocabulary.</summary>
public sealed record Declaration
{
    /// <summary>Fewest characters of the need.</summary>
    public const int NeedMinLength = 30;

    /// <summary>Most characters of the need; a line break counts one.</summary>
    public const int NeedLength = 4_000;

    /// <summary>Most characters of a title.</summary>
    public const int TitleLength = 120;

    /// <summary>Most characters of a name (structure, project, person).</summary>
    public const int NameLength = 160;

    /// <summary>Most characters of « who have you already met ».</summary>
    public const int AlreadyMetLength = 500;

    /// <summary>No answer to any closed question.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> NoClosedAnswers { get; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Stage; null for « je ne sais pas ».</summary>
    public string? Stage { get; init; }

    /// <summary>Sub-stage; null when not said.</summary>
    public string? SubStage { get; init; }

    /// <summary>Legal form.</summary>
    public required string LegalForm { get; init; }

    /// <summary>One line of precision for « autre ».</summary>
    public string? LegalFormDetail { get; init; }

    /// <summary>Name of the structure or of the project; may be null for a project without name.</summary>
    public string? StructureName { get; init; }

    /// <summary>Qualifications held.</summary>
    public IReadOnlyList<string> Qualifications { get; init; } = [];

    /// <summary>Where the structure sits, or where the project will.</summary>
    public required Place Place { get; init; }

    /// <summary>Name of the commune, as shown at the time.</summary>
    public required string CommuneName { get; init; }

    /// <summary>Band of salaried staff; null when not asked.</summary>
    public string? StaffBand { get; init; }

    /// <summary>Band of annual budget; null when not said.</summary>
    public string? BudgetBand { get; init; }

    /// <summary>Band of age; null when not said.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Sectors, the main one first.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>SIREN, 9 digits; optional.</summary>
    public string? Siren { get; init; }

    /// <summary>SIRET, 14 digits; optional.</summary>
    public string? Siret { get; init; }

    /// <summary>RNA number; optional.</summary>
    public string? Rna { get; init; }

    /// <summary>Title of the need.</summary>
    public required string Title { get; init; }

    /// <summary>The need in the structure's own words.</summary>
    public required string Need { get; init; }

    /// <summary>Themes, at most three; empty for « je ne sais pas ».</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Whether wages or charges are threatened within three months; null when not asked.</summary>
    public bool? MoneyThreatened { get; init; }

    /// <summary>Deadline that the structure must keep; null when none.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Actors of the directory already met.</summary>
    public IReadOnlyList<Guid> AlreadyMetActorIds { get; init; } = [];

    /// <summary>Others already met, in words.</summary>
    public string? AlreadyMetText { get; init; }

    /// <summary>Answers to the closed questions that have no property above: codes by question. What steers the matching gets a property.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ClosedAnswers { get; init; } = NoClosedAnswers;

    /// <summary>What statistics keep of it once it is anonymous: place, stage, themes, legal form and size.</summary>
    public Declaration WithoutPerson() => new()
    {
        Stage = Stage,
        SubStage = SubStage,
        LegalForm = LegalForm,
        Place = Place,
        CommuneName = CommuneName,
        StaffBand = StaffBand,
        Themes = Themes,
        Title = "",
        Need = "",
    };

    /// <summary>Codes that answer a closed question; empty when it was not asked or left open.</summary>
    public IReadOnlyList<string> ClosedAnswersTo(string question) => ClosedAnswers.GetValueOrDefault(question) ?? [];
}

/// <summary>What staff corrected beside the declaration. Null members were not corrected.</summary>
public sealed record Correction
{
    /// <summary>Corrected stage.</summary>
    public string? Stage { get; init; }

    /// <summary>Corrected sub-stage.</summary>
    public string? SubStage { get; init; }

    /// <summary>Corrected themes; null when they stand as declared.</summary>
    public IReadOnlyList<string>? Themes { get; init; }

    /// <summary>Corrected commune.</summary>
    public Place? Place { get; init; }

    /// <summary>Name of the corrected commune.</summary>
    public string? CommuneName { get; init; }

    /// <summary>Member of staff who corrected last.</summary>
    public required Guid ById { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The same once the request is anonymous: codes only, and nobody's.</summary>
    public Correction WithoutPerson() => this with { ById = Guid.Empty };
}

/// <summary>Who may receive the request.</summary>
public enum TransmissionRule
{
    /// <summary>« PLUS choisit les interlocuteurs et leur transmet ma demande ».</summary>
    PlusChooses,

    /// <summary>« Demandez-moi avant chaque transmission ».</summary>
    AskMeFirst,
}

/// <summary>The person to call. Nothing of it reaches an actor before it accepts.</summary>
public sealed record Contact
{
    /// <summary>Most characters of a telephone number.</summary>
    public const int PhoneLength = 30;

    /// <summary>Most characters of an e-mail address (RFC 5321, path).</summary>
    public const int EmailLength = 254;

    /// <summary>Of a request that is anonymous: nobody to call.</summary>
    public static Contact Nobody { get; } = new() { Name = "", Email = "", Channel = "" };

    /// <summary>First and last name.</summary>
    public required string Name { get; init; }

    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Telephone; required when the person prefers it.</summary>
    public string? Phone { get; init; }

    /// <summary>Code of the preferred channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Code of the preferred slot; null when not said.</summary>
    public string? Slot { get; init; }
}
