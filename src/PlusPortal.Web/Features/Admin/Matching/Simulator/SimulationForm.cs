using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Matching.Simulator;

/// <summary>A hypothetical request. What is left empty is « not said », which never excludes an actor.</summary>
public sealed class SimulationForm : IValidatableObject
{
    /// <summary>Most sectors that are read.</summary>
    public const int MostSectors = 3;

    private const int MostActors = 50;

    /// <summary>Answers to the question of threatened wages.</summary>
    public static IReadOnlyList<Choice> ThreatChoices { get; } = [new("true", "Oui"), new("false", "Non")];

    /// <summary>Sub-stages, each with its stage.</summary>
    public static IReadOnlyList<Choice> SubStageChoices { get; } =
        [.. SubStages.All.Select(subStage => new Choice(subStage.Code, $"{Stages.All.LabelOf(subStage.Parent!)}\u00A0: {subStage.Label}"))];

    /// <summary>Version of the rules; null for those in force.</summary>
    public int? Rules { get; set; }

    /// <summary>Title of the need.</summary>
    [TypedLength(Declaration.TitleLength)]
    public string? Title { get; set; }

    /// <summary>Text of the need.</summary>
    [TypedLength(Declaration.NeedLength)]
    public string? Need { get; set; }

    /// <summary>Commune as typed: a name or a postal code.</summary>
    [TypedLength(80)]
    public string? Commune { get; set; }

    /// <summary>Commune chosen among several that match.</summary>
    [TypedLength(5)]
    public string? CommuneCode { get; set; }

    /// <summary>Stage.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Stage { get; set; }

    /// <summary>Sub-stage.</summary>
    [TypedLength(Term.CodeLength)]
    public string? SubStage { get; set; }

    /// <summary>Legal form.</summary>
    [TypedLength(Term.CodeLength)]
    public string? LegalForm { get; set; }

    /// <summary>Qualifications held.</summary>
    public List<string> Qualifications { get; set; } = [];

    /// <summary>Whether those not ticked are known to be absent.</summary>
    public bool QualificationsKnown { get; set; }

    /// <summary>Themes, three at most.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Sectors, three at most.</summary>
    public List<string> Sectors { get; set; } = [];

    /// <summary>Band of staff.</summary>
    [TypedLength(Term.CodeLength)]
    public string? StaffBand { get; set; }

    /// <summary>Band of annual budget.</summary>
    [TypedLength(Term.CodeLength)]
    public string? BudgetBand { get; set; }

    /// <summary>Band of age.</summary>
    [TypedLength(Term.CodeLength)]
    public string? AgeBand { get; set; }

    /// <summary>Whether wages or charges are threatened.</summary>
    public bool? MoneyThreatened { get; set; }

    /// <summary>Actors already met, when the form started from a request.</summary>
    public List<Guid> AlreadyMet { get; set; } = [];

    /// <summary>The form with the values in force of a request; nothing of the person.</summary>
    public static SimulationForm For(OrientationRequest request) => new()
    {
        Title = request.Declared.Title,
        Need = request.Declared.Need,
        Commune = request.CommuneName,
        CommuneCode = request.Place.Commune,
        Stage = request.Stage,
        SubStage = request.SubStage,
        LegalForm = request.Declared.LegalForm,
        Qualifications = [.. request.Declared.Qualifications],
        QualificationsKnown = request.ToCriteria().QualificationsKnown,
        Themes = [.. request.Themes],
        Sectors = [.. request.Declared.Sectors],
        StaffBand = request.Declared.StaffBand,
        BudgetBand = request.Declared.BudgetBand,
        AgeBand = request.Declared.AgeBand,
        MoneyThreatened = request.Declared.MoneyThreatened,
        AlreadyMet = [.. request.Declared.AlreadyMetActorIds],
    };

    /// <summary>What the matcher is told.</summary>
    public MatchingCriteria ToCriteria(Place place) => new()
    {
        Place = place,
        Stage = Stage,
        SubStage = SubStage,
        LegalForm = LegalForm == LegalForms.Autre ? null : LegalForm,
        Qualifications = Qualifications,
        QualificationsKnown = QualificationsKnown,
        Themes = Themes,
        Sectors = Sectors,
        HeadcountFte = StaffBands.IntervalOf(StaffBand),
        BudgetEuros = BudgetBands.IntervalOf(BudgetBand),
        AgeMonths = AgeBands.IntervalOf(AgeBand),
        MoneyThreatened = MoneyThreatened,
        Title = Typed.Line(Title) ?? "",
        Description = Typed.Text(Need) ?? "",
        AlreadyMetActorIds = AlreadyMet,
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Typed.Line(Commune) is null) yield return new ValidationResult("Indiquez une commune, par son nom ou son code postal\u00A0: elle décide des acteurs proches.", [nameof(Commune)]);
        if (SubStage is not null && (SubStages.StageOf(SubStage) is not { } parent || (Stage is not null && parent != Stage)))
            yield return new ValidationResult("Cette sous-étape ne va pas avec l’étape choisie. Choisissez-en une autre, ou aucune.", [nameof(SubStage)]);
        if (Themes.Count > Domain.Vocabulary.Themes.MaxPerRequest) yield return new ValidationResult($"Gardez {Domain.Vocabulary.Themes.MaxPerRequest} thèmes au plus.", [nameof(Themes)]);
        if (Sectors.Count > MostSectors) yield return new ValidationResult($"Gardez {MostSectors} secteurs au plus.", [nameof(Sectors)]);
        if (AlreadyMet.Count > MostActors) yield return new ValidationResult($"Gardez {MostActors} acteurs déjà rencontrés au plus.", [nameof(AlreadyMet)]);
        foreach (var (list, codes, field) in Codes())
        {
            if (list.UnknownAmong(codes).Any()) yield return new ValidationResult("Choisissez dans la liste.", [field]);
        }
    }

    private IEnumerable<(TermList List, IEnumerable<string> Codes, string Field)> Codes() =>
    [
        (Stages.All, One(Stage), nameof(Stage)),
        (LegalForms.All, One(LegalForm), nameof(LegalForm)),
        (Domain.Vocabulary.Qualifications.All, Qualifications, nameof(Qualifications)),
        (Domain.Vocabulary.Themes.All, Themes, nameof(Themes)),
        (Domain.Vocabulary.Sectors.All, Sectors, nameof(Sectors)),
        (StaffBands.All, One(StaffBand), nameof(StaffBand)),
        (BudgetBands.All, One(BudgetBand), nameof(BudgetBand)),
        (AgeBands.All, One(AgeBand), nameof(AgeBand)),
    ];

    private static IEnumerable<string> One(string? code) => code is null ? [] : [code];
}
