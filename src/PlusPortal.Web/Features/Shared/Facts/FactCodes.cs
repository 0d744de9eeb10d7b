namespace PlusPortal.Web.Features.Shared.Facts;

/// <summary>Codes of the facts that a page puts in a place of its own. A fact that simply comes in the order of the form needs none here.</summary>
public static class FactCodes
{
    /// <summary>Stage.</summary>
    public const string Stage = "stage";

    /// <summary>Step inside the stage.</summary>
    public const string SubStage = "subStage";

    /// <summary>Legal form.</summary>
    public const string LegalForm = "legalForm";

    /// <summary>Whether a structure or a person with a project asks.</summary>
    public const string Asker = "asker";

    /// <summary>Name of the structure or of the project.</summary>
    public const string StructureName = "structureName";

    /// <summary>Qualifications.</summary>
    public const string Qualifications = "qualifications";

    /// <summary>Sectors.</summary>
    public const string Sectors = "sectors";

    /// <summary>Commune.</summary>
    public const string Commune = "commune";

    /// <summary>Salaried staff.</summary>
    public const string Staff = "staff";

    /// <summary>Annual budget.</summary>
    public const string Budget = "budget";

    /// <summary>Age.</summary>
    public const string Age = "age";

    /// <summary>Title of the need.</summary>
    public const string Title = "title";

    /// <summary>The need in the structure's words.</summary>
    public const string Need = "need";

    /// <summary>Themes.</summary>
    public const string Themes = "themes";

    /// <summary>E-mail address of the person.</summary>
    public const string Email = "email";

    /// <summary>Summary that PLUS wrote; no fact of the form, but something that actors are told.</summary>
    public const string Summary = "summary";

    /// <summary>Answer to the question of an actor; likewise.</summary>
    public const string Answer = "answer";

    /// <summary>What the structure added by itself; likewise.</summary>
    public const string Added = "added";

    /// <summary>Telephone of the person.</summary>
    public const string Phone = "phone";
}
