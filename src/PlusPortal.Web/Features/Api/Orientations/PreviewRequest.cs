using System.ComponentModel;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>What a program asks about: a request as a structure would write it.</summary>
[Description("Demande d'orientation à essayer. Seuls la commune et l'étape sont obligatoires\u00A0; ce qui n'est pas dit n'exclut aucun acteur.")]
public sealed record PreviewRequest
{
    /// <summary>Fields, as they are called in JSON.</summary>
    internal static class Fields
    {
        public const string Title = "title";
        public const string Description = "description";
        public const string LegalForm = "legalForm";
        public const string Qualifications = "qualifications";
        public const string CommuneCode = "communeCode";
        public const string EmployeeCount = "employeeCount";
        public const string AnnualBudget = "annualBudget";
        public const string Stage = "stage";
        public const string SubStage = "subStage";
        public const string Themes = "themes";
        public const string Sectors = "sectors";

        /// <summary>The body as a whole.</summary>
        public const string Body = "body";

        /// <summary>Every name that an error may carry.</summary>
        public static readonly IReadOnlySet<string> All = new HashSet<string>
        {
            Title, Description, LegalForm, Qualifications, CommuneCode, EmployeeCount, AnnualBudget, Stage, SubStage, Themes, Sectors, Body,
        };
    }

    [Description("Titre du besoin, 120 caractères au plus.")]
    public string? Title { get; init; }

    [Description("Le besoin en texte libre, 4 000 caractères au plus. N'y citez pas d'autres personnes.")]
    public string? Description { get; init; }

    [Description("Forme juridique.")]
    public string? LegalForm { get; init; }

    [Description("Agréments et qualités détenus. Une liste vide dit «\u00A0aucun\u00A0»\u00A0; un champ absent dit «\u00A0non précisé\u00A0».")]
    public IReadOnlyList<string>? Qualifications { get; init; }

    [Description("Code INSEE de la commune de la structure ou du projet (5 caractères\u00A0; ce n'est pas le code postal). Une ancienne commune mène à l'actuelle.")]
    public required string CommuneCode { get; init; }

    [Description("Salariés en équivalents temps plein\u00A0; 0,5 pour un mi-temps.")]
    public decimal? EmployeeCount { get; init; }

    [Description("Budget annuel en euros.")]
    public decimal? AnnualBudget { get; init; }

    [Description("Étape. La valeur null dit «\u00A0je ne sais pas\u00A0».")]
    public required string? Stage { get; init; }

    [Description("Sous-étape.")]
    public string? SubStage { get; init; }

    [Description("Thèmes du besoin, trois au plus.")]
    public IReadOnlyList<string>? Themes { get; init; }

    [Description("Secteurs d'activité, le principal d'abord, trois au plus.")]
    public IReadOnlyList<string>? Sectors { get; init; }

    /// <summary>What the matcher reads.</summary>
    internal MatchingCriteria ToCriteria(Place place) => new()
    {
        Place = place,
        Stage = Stage,
        SubStage = SubStage,
        LegalForm = LegalForm == LegalForms.Autre ? null : LegalForm,
        Qualifications = Qualifications ?? [],
        QualificationsKnown = Qualifications is not null,
        Themes = Themes ?? [],
        Sectors = Sectors ?? [],
        HeadcountFte = EmployeeCount is { } fte ? Interval.Exactly(fte) : null,
        BudgetEuros = AnnualBudget is { } euros ? Interval.Exactly(euros) : null,
        Title = Title ?? "",
        Description = Description ?? "",
    };
}
