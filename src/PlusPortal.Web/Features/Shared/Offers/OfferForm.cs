using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>Everything that staff or a partner may type about an offer; the same form in the admin area and in the partner space.</summary>
public sealed class OfferForm : IValidatableObject
{
    private const string TooLong = "Ce texte est trop long\u00A0: {1} caractères au plus.";

    /// <summary>Title shown to the public.</summary>
    [Required(ErrorMessage = "Donnez un titre à l’offre\u00A0: dites en quelques mots ce qu’elle apporte.")]
    [TypedLength(OfferContent.TitleLength, ErrorMessage = TooLong)]
    public string? Title { get; set; }

    /// <summary>What the offer brings.</summary>
    [Required(ErrorMessage = "Décrivez l’offre\u00A0: ce que vous faites, pour qui, comment.")]
    [TypedLength(OfferContent.DescriptionLength, ErrorMessage = TooLong)]
    public string? Description { get; set; }

    /// <summary>Stages served.</summary>
    public List<string> Stages { get; set; } = [];

    /// <summary>Sub-stages suited best.</summary>
    public List<string> SubStages { get; set; } = [];

    /// <summary>Need themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Main way of helping: it comes first in the content.</summary>
    [Required(ErrorMessage = "Choisissez le mode d’appui principal.")]
    [TypedLength(Term.CodeLength)]
    public string? MainSupportMode { get; set; }

    /// <summary>Ways of helping.</summary>
    public List<string> SupportModes { get; set; } = [];

    /// <summary>Legal forms; none means all.</summary>
    public List<string> LegalForms { get; set; } = [];

    /// <summary>Sectors; none means all.</summary>
    public List<string> Sectors { get; set; } = [];

    /// <summary>The whole country, the région, or départements.</summary>
    public List<string> WideZones { get; set; } = [];

    /// <summary>EPCI and communes, one a line: a name, a code, or both.</summary>
    [TypedLength(20_000, ErrorMessage = TooLong)]
    public string? NearZones { get; set; }

    /// <summary>Territories left out, one a line.</summary>
    [TypedLength(20_000, ErrorMessage = TooLong)]
    public string? ExcludedZones { get; set; }

    /// <summary>An employer only.</summary>
    public bool EmployerRequired { get; set; }

    /// <summary>Smallest head-count, full-time equivalents.</summary>
    [Range(0, 100_000, ErrorMessage = "Indiquez un effectif entre 0 et 100 000.")]
    public decimal? HeadcountMinFte { get; set; }

    /// <summary>Largest head-count, full-time equivalents.</summary>
    [Range(0, 100_000, ErrorMessage = "Indiquez un effectif entre 0 et 100 000.")]
    public decimal? HeadcountMaxFte { get; set; }

    /// <summary>Smallest age, months.</summary>
    [Range(0, 6_000, ErrorMessage = "Indiquez une ancienneté en mois, entre 0 et 6 000.")]
    public int? AgeMinMonths { get; set; }

    /// <summary>Largest age, months.</summary>
    [Range(0, 6_000, ErrorMessage = "Indiquez une ancienneté en mois, entre 0 et 6 000.")]
    public int? AgeMaxMonths { get; set; }

    /// <summary>Smallest budget, euros.</summary>
    [Range(0, 10_000_000_000, ErrorMessage = "Indiquez un montant en euros.")]
    public decimal? BudgetMinEuros { get; set; }

    /// <summary>Largest budget, euros.</summary>
    [Range(0, 10_000_000_000, ErrorMessage = "Indiquez un montant en euros.")]
    public decimal? BudgetMaxEuros { get; set; }

    /// <summary>Smallest amount of the need, euros.</summary>
    [Range(0, 10_000_000_000, ErrorMessage = "Indiquez un montant en euros.")]
    public decimal? AmountMinEuros { get; set; }

    /// <summary>Largest amount of the need, euros.</summary>
    [Range(0, 10_000_000_000, ErrorMessage = "Indiquez un montant en euros.")]
    public decimal? AmountMaxEuros { get; set; }

    /// <summary>Qualifications that open the offer whatever the legal form.</summary>
    public List<string> AcceptedQualifications { get; set; } = [];

    /// <summary>At least one of these is required.</summary>
    public List<string> RequiredQualifications { get; set; } = [];

    /// <summary>None of these may be held.</summary>
    public List<string> ExcludedQualifications { get; set; } = [];

    /// <summary>Neither insolvent nor in proceedings.</summary>
    public bool NotInInsolvency { get; set; }

    /// <summary>The seat itself must lie in the territory.</summary>
    public bool SeatInTerritory { get; set; }

    /// <summary>Membership, in words.</summary>
    [TypedLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? Membership { get; set; }

    /// <summary>Profile of the person served, in words.</summary>
    [TypedLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? Profile { get; set; }

    /// <summary>Any further condition, in words.</summary>
    [TypedLength(OfferContent.DescriptionLength, ErrorMessage = TooLong)]
    public string? OtherConditions { get; set; }

    /// <summary>Cost, in words.</summary>
    [TypedLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? Cost { get; set; }

    /// <summary>How to apply, in words.</summary>
    [TypedLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? HowToApply { get; set; }

    /// <summary>What to prepare, in words.</summary>
    [TypedLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? WhatToPrepare { get; set; }

    /// <summary>Announced delay, in words.</summary>
    [TypedLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? AnnouncedDelay { get; set; }

    /// <summary>First day of the call, as typed.</summary>
    public TypedDate OpensOn { get; set; } = new();

    /// <summary>Last day of the call, as typed.</summary>
    public TypedDate ClosesOn { get; set; } = new();

    /// <summary>What is known of the call, in words.</summary>
    [TypedLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? WindowNote { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Stages.Count == 0) yield return new ValidationResult("Cochez au moins une étape\u00A0: démarrer, développer ou transformer.", [nameof(Stages)]);
        if (Themes.Count == 0) yield return new ValidationResult("Cochez au moins un thème\u00A0: il permet de vous proposer aux bonnes structures.", [nameof(Themes)]);
        if (WideZones.Count == 0 && string.IsNullOrWhiteSpace(NearZones)) yield return new ValidationResult("Indiquez au moins un territoire\u00A0: sans territoire, l’offre n’est jamais proposée.", [nameof(WideZones)]);
        if (SubStages.Exists(code => !Stages.Contains(Domain.Vocabulary.SubStages.StageOf(code) ?? ""))) yield return new ValidationResult("Une sous-étape cochée appartient à une étape qui ne l’est pas. Cochez l’étape, ou décochez la sous-étape.", [nameof(SubStages)]);
        if (AcceptedQualifications.Count > 0 && LegalForms.Count == 0) yield return new ValidationResult("Toutes les formes juridiques sont acceptées\u00A0: ces agréments n’ouvrent rien de plus. Cochez les formes acceptées, ou décochez ces agréments.", [nameof(AcceptedQualifications)]);
        if (RequiredQualifications.Intersect(ExcludedQualifications).Any()) yield return new ValidationResult("Un même agrément ne peut pas être à la fois demandé et exclu.", [nameof(ExcludedQualifications)]);
        foreach (var (list, codes, name) in CodeLists())
        {
            if (list.UnknownAmong(codes).Any()) yield return new ValidationResult("Une des réponses cochées n’existe pas. Rechargez la page, puis recommencez.", [name]);
        }

        if (HeadcountMaxFte < HeadcountMinFte) yield return Reversed(nameof(HeadcountMaxFte));
        if (AgeMaxMonths < AgeMinMonths) yield return Reversed(nameof(AgeMaxMonths));
        if (BudgetMaxEuros < BudgetMinEuros) yield return Reversed(nameof(BudgetMaxEuros));
        if (AmountMaxEuros < AmountMinEuros) yield return Reversed(nameof(AmountMaxEuros));
        if (OpensOn.Read().Problem is { } opening) yield return new ValidationResult(opening, [nameof(OpensOn)]);
        if (ClosesOn.Read().Problem is { } closing) yield return new ValidationResult(closing, [nameof(ClosesOn)]);
        if (ClosesOn.Read().Day < OpensOn.Read().Day) yield return new ValidationResult("L’appel ne peut pas se terminer avant d’avoir commencé. Vérifiez les deux dates.", [nameof(ClosesOn)]);
    }

    /// <summary>The form of an existing content. Zones are written in words by <paramref name="zones"/>.</summary>
    public static OfferForm FromContent(OfferContent content, ZoneTexts zones) => new()
    {
        Title = content.Title,
        Description = content.Description,
        Stages = [.. content.Stages],
        SubStages = [.. content.SubStages],
        Themes = [.. content.Themes],
        MainSupportMode = content.SupportModes.Count > 0 ? content.SupportModes[0] : null,
        SupportModes = [.. content.SupportModes],
        LegalForms = [.. content.LegalForms],
        Sectors = [.. content.Sectors],
        WideZones = [.. zones.Wide],
        NearZones = zones.Near,
        ExcludedZones = zones.Excluded,
        EmployerRequired = content.Eligibility.EmployerRequired,
        HeadcountMinFte = content.Eligibility.HeadcountMinFte,
        HeadcountMaxFte = content.Eligibility.HeadcountMaxFte,
        AgeMinMonths = content.Eligibility.AgeMinMonths,
        AgeMaxMonths = content.Eligibility.AgeMaxMonths,
        BudgetMinEuros = content.Eligibility.BudgetMinEuros,
        BudgetMaxEuros = content.Eligibility.BudgetMaxEuros,
        AmountMinEuros = content.Eligibility.AmountMinEuros,
        AmountMaxEuros = content.Eligibility.AmountMaxEuros,
        AcceptedQualifications = [.. content.Eligibility.AcceptedQualifications],
        RequiredQualifications = [.. content.Eligibility.RequiredQualifications],
        ExcludedQualifications = [.. content.Eligibility.ExcludedQualifications],
        NotInInsolvency = content.Eligibility.NotInInsolvency,
        SeatInTerritory = content.Eligibility.SeatInTerritory,
        Membership = content.Eligibility.Membership,
        Profile = content.Eligibility.Profile,
        OtherConditions = content.Eligibility.OtherConditions,
        Cost = content.Cost,
        HowToApply = content.HowToApply,
        WhatToPrepare = content.WhatToPrepare,
        AnnouncedDelay = content.AnnouncedDelay,
        OpensOn = TypedDate.Of(content.OpensOn),
        ClosesOn = TypedDate.Of(content.ClosesOn),
        WindowNote = content.WindowNote,
    };

    /// <summary>The content of a valid form, whose zones were read already.</summary>
    public OfferContent ToContent(IReadOnlyList<CoverageZone> coverage) => new()
    {
        Title = Title!.Trim(),
        Description = Blank(Description)!,
        Stages = InOrder(Domain.Vocabulary.Stages.All, Stages),
        SubStages = InOrder(Domain.Vocabulary.SubStages.All, SubStages),
        Themes = Themes,
        SupportModes = [MainSupportMode!, .. SupportModes.Where(mode => mode != MainSupportMode)],
        LegalForms = LegalForms,
        Sectors = Sectors,
        Coverage = coverage,
        Eligibility = new Eligibility
        {
            EmployerRequired = EmployerRequired,
            HeadcountMinFte = HeadcountMinFte,
            HeadcountMaxFte = HeadcountMaxFte,
            AgeMinMonths = AgeMinMonths,
            AgeMaxMonths = AgeMaxMonths,
            BudgetMinEuros = BudgetMinEuros,
            BudgetMaxEuros = BudgetMaxEuros,
            AmountMinEuros = AmountMinEuros,
            AmountMaxEuros = AmountMaxEuros,
            AcceptedQualifications = AcceptedQualifications,
            RequiredQualifications = RequiredQualifications,
            ExcludedQualifications = ExcludedQualifications,
            NotInInsolvency = NotInInsolvency,
            SeatInTerritory = SeatInTerritory,
            Membership = Blank(Membership),
            Profile = Blank(Profile),
            OtherConditions = Blank(OtherConditions),
        },
        Cost = Blank(Cost),
        HowToApply = Blank(HowToApply),
        WhatToPrepare = Blank(WhatToPrepare),
        AnnouncedDelay = Blank(AnnouncedDelay),
        OpensOn = OpensOn.Read().Day,
        ClosesOn = ClosesOn.Read().Day,
        WindowNote = Blank(WindowNote),
    };

    private IEnumerable<(TermList List, List<string> Codes, string Name)> CodeLists() =>
    [
        (Domain.Vocabulary.Stages.All, Stages, nameof(Stages)),
        (Domain.Vocabulary.SubStages.All, SubStages, nameof(SubStages)),
        (Domain.Vocabulary.Themes.All, Themes, nameof(Themes)),
        (Domain.Directory.SupportModes.All, MainSupportMode is null ? [] : [MainSupportMode], nameof(MainSupportMode)),
        (Domain.Directory.SupportModes.All, SupportModes, nameof(SupportModes)),
        (Domain.Vocabulary.LegalForms.All, LegalForms, nameof(LegalForms)),
        (Domain.Vocabulary.Sectors.All, Sectors, nameof(Sectors)),
        (Qualifications.All, AcceptedQualifications, nameof(AcceptedQualifications)),
        (Qualifications.All, RequiredQualifications, nameof(RequiredQualifications)),
        (Qualifications.All, ExcludedQualifications, nameof(ExcludedQualifications)),
    ];

    private static List<string> InOrder(TermList list, List<string> codes) => [.. list.Select(term => term.Code).Where(codes.Contains)];

    /// <summary>Trimmed, with the line breaks that are stored: browsers send two characters for one.</summary>
    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static ValidationResult Reversed(string name) => new("Le maximum est plus petit que le minimum. Vérifiez les deux nombres.", [name]);
}
