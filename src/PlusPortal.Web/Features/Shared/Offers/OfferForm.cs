using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>
/// What people type about an offer, in the admin area and in the partner space. <see cref="OfferForms"/> fills it
/// from a content and reads it back.
/// </summary>
public sealed class OfferForm : IValidatableObject
{
    /// <summary>Most characters of a list of territories.</summary>
    public const int ZonesLength = 8_000;

    private const string TooLong = "Ce texte est trop long\u00A0: {1} caractères au plus. Raccourcissez-le.";
    private const string NotNegative = "Indiquez un nombre à partir de 0.";
    private const double Largest = 1_000_000_000;

    /// <summary>Revision of the offer that the person started from; 0 for a new offer.</summary>
    public int BaseRevision { get; set; }

    /// <summary>Title.</summary>
    [Required(ErrorMessage = "Donnez un titre à l’offre\u00A0: il dit en quelques mots ce qu’elle apporte.")]
    [StringLength(OfferContent.TitleLength, ErrorMessage = TooLong)]
    public string? Title { get; set; }

    /// <summary>What the offer brings.</summary>
    [Required(ErrorMessage = "Décrivez l’offre\u00A0: ce que vous faites, pour qui, comment.")]
    [StringLength(OfferContent.DescriptionLength, ErrorMessage = TooLong)]
    public string? Description { get; set; }

    /// <summary>Stages served.</summary>
    [MinLength(1, ErrorMessage = "Cochez au moins une étape\u00A0: sans elle, l’offre n’est proposée à personne.")]
    public List<string> Stages { get; set; } = [];

    /// <summary>Sub-stages that the offer suits best.</summary>
    public List<string> SubStages { get; set; } = [];

    /// <summary>Themes answered.</summary>
    [MinLength(1, ErrorMessage = "Cochez au moins un thème\u00A0: il sert à rapprocher l’offre des demandes.")]
    public List<string> Themes { get; set; } = [];

    /// <summary>Ways of helping.</summary>
    [MinLength(1, ErrorMessage = "Cochez au moins une forme d’appui.")]
    public List<string> SupportModes { get; set; } = [];

    /// <summary>Legal forms served; none means all.</summary>
    public List<string> LegalForms { get; set; } = [];

    /// <summary>Sectors served; none means all.</summary>
    public List<string> Sectors { get; set; } = [];

    /// <summary>Large territories, ticked: values of <see cref="ZoneLines.WideChoices"/>.</summary>
    public List<string> WideZones { get; set; } = [];

    /// <summary>Other territories, one a line.</summary>
    [StringLength(ZonesLength, ErrorMessage = TooLong)]
    public string? OtherZones { get; set; }

    /// <summary>Territories not served although a wider one is, one a line.</summary>
    [StringLength(ZonesLength, ErrorMessage = TooLong)]
    public string? ExcludedZones { get; set; }

    /// <summary>The seat itself must lie in the territory.</summary>
    public bool SeatInTerritory { get; set; }

    /// <summary>The structure must employ somebody.</summary>
    public bool EmployerRequired { get; set; }

    /// <summary>Smallest head-count, FTE.</summary>
    [Range(0, Largest, ErrorMessage = NotNegative)]
    public decimal? HeadcountMinFte { get; set; }

    /// <summary>Largest head-count, FTE.</summary>
    [Range(0, Largest, ErrorMessage = NotNegative)]
    public decimal? HeadcountMaxFte { get; set; }

    /// <summary>Smallest annual budget, euros.</summary>
    [Range(0, Largest, ErrorMessage = NotNegative)]
    public decimal? BudgetMinEuros { get; set; }

    /// <summary>Largest annual budget, euros.</summary>
    [Range(0, Largest, ErrorMessage = NotNegative)]
    public decimal? BudgetMaxEuros { get; set; }

    /// <summary>Smallest age, months.</summary>
    [Range(0, 12_000, ErrorMessage = NotNegative)]
    public int? AgeMinMonths { get; set; }

    /// <summary>Largest age, months.</summary>
    [Range(0, 12_000, ErrorMessage = NotNegative)]
    public int? AgeMaxMonths { get; set; }

    /// <summary>At least one of these is required.</summary>
    public List<string> RequiredQualifications { get; set; } = [];

    /// <summary>None of these may be held.</summary>
    public List<string> ExcludedQualifications { get; set; } = [];

    /// <summary>Neither insolvent nor in proceedings.</summary>
    public bool NotInInsolvency { get; set; }

    /// <summary>Smallest amount of the need, euros.</summary>
    [Range(0, Largest, ErrorMessage = NotNegative)]
    public decimal? AmountMinEuros { get; set; }

    /// <summary>Largest amount of the need, euros.</summary>
    [Range(0, Largest, ErrorMessage = NotNegative)]
    public decimal? AmountMaxEuros { get; set; }

    /// <summary>Membership, in words.</summary>
    [StringLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? Membership { get; set; }

    /// <summary>Profile of the people served, in words.</summary>
    [StringLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? Profile { get; set; }

    /// <summary>Any other condition, in words.</summary>
    [StringLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? OtherConditions { get; set; }

    /// <summary>Cost for the structure, in words.</summary>
    [StringLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? Cost { get; set; }

    /// <summary>How to apply, in words.</summary>
    [StringLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? HowToApply { get; set; }

    /// <summary>What to prepare, in words.</summary>
    [StringLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? WhatToPrepare { get; set; }

    /// <summary>Announced delay, in words.</summary>
    [StringLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? AnnouncedDelay { get; set; }

    /// <summary>First day of the call.</summary>
    public DateOnly? OpensOn { get; set; }

    /// <summary>Last day of the call.</summary>
    public DateOnly? ClosesOn { get; set; }

    /// <summary>What is known of the call, in words.</summary>
    [StringLength(OfferContent.NoteLength, ErrorMessage = TooLong)]
    public string? WindowNote { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (list, chosen, field) in CodeLists())
        {
            if (list.UnknownAmong(chosen).Any()) yield return new ValidationResult("Une des réponses n’est plus dans la liste. Vérifiez vos choix.", [field]);
        }

        var orphan = SubStages.FirstOrDefault(code => Domain.Vocabulary.SubStages.StageOf(code) is { } stage && !Stages.Contains(stage));
        if (orphan is not null)
        {
            var stage = Domain.Vocabulary.Stages.All.LabelOf(Domain.Vocabulary.SubStages.StageOf(orphan)!);
            yield return new ValidationResult($"«\u00A0{Domain.Vocabulary.SubStages.All.LabelOf(orphan)}\u00A0» fait partie de l’étape «\u00A0{stage}\u00A0»\u00A0: cochez aussi cette étape, ou décochez cette précision.", [nameof(SubStages)]);
        }

        if (RequiredQualifications.Intersect(ExcludedQualifications).Any())
            yield return new ValidationResult("Un même agrément est à la fois demandé et exclu. Décochez-le d’un côté.", [nameof(ExcludedQualifications)]);
        if (HeadcountMaxFte < HeadcountMinFte) yield return Reversed(nameof(HeadcountMaxFte));
        if (BudgetMaxEuros < BudgetMinEuros) yield return Reversed(nameof(BudgetMaxEuros));
        if (AgeMaxMonths < AgeMinMonths) yield return Reversed(nameof(AgeMaxMonths));
        if (AmountMaxEuros < AmountMinEuros) yield return Reversed(nameof(AmountMaxEuros));
        if (ClosesOn < OpensOn) yield return new ValidationResult("La clôture est avant l’ouverture. Corrigez l’une des deux dates.", [nameof(ClosesOn)]);
    }

    private static ValidationResult Reversed(string field) => new("Le maximum est plus petit que le minimum. Corrigez l’un des deux.", [field]);

    private IEnumerable<(TermList List, List<string> Chosen, string Field)> CodeLists() =>
    [
        (Domain.Vocabulary.Stages.All, Stages, nameof(Stages)),
        (Domain.Vocabulary.SubStages.All, SubStages, nameof(SubStages)),
        (Domain.Vocabulary.Themes.All, Themes, nameof(Themes)),
        (Domain.Vocabulary.SupportModes.All, SupportModes, nameof(SupportModes)),
        (Domain.Vocabulary.LegalForms.All, LegalForms, nameof(LegalForms)),
        (Domain.Vocabulary.Sectors.All, Sectors, nameof(Sectors)),
        (Qualifications.All, RequiredQualifications, nameof(RequiredQualifications)),
        (Qualifications.All, ExcludedQualifications, nameof(ExcludedQualifications)),
    ];
}
