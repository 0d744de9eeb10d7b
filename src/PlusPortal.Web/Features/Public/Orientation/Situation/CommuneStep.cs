using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Situation;

/// <summary>Commune, by name or postal code; when several answer, the page lists them.</summary>
public sealed class CommuneStep : IStep<CommuneStep>
{
    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<CommuneStep>(RequestStep.Commune, "commune") with
    {
        HasOwnController = true,
        Facts =
        [
            new()
            {
                Code = FactCodes.Commune,
                Section = FactSection.Structure,
                Change = "la commune",
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Commune", told => told.DepartementName is { } departement ? $"{told.Declared.CommuneName} ({departement})" : FactWords.Said(told.Declared.CommuneName)) { NotSaid = FactWords.NotSaid },
                    new(FactReaders.Tracking | FactReaders.Print, "Commune", told => FactWords.Said(told.Declared.CommuneName))
                    {
                        Corrected = told => told.Correction?.CommuneName is { } corrected && corrected != told.Declared.CommuneName ? corrected : null,
                    },
                    new(FactReaders.Staff | FactReaders.Print, "Commune", told => $"{told.Declared.CommuneName} ({told.Declared.Place.Departement})")
                    {
                        Corrected = told => told.Correction?.Place is null ? null : $"{told.CommuneName} ({told.Departement})",
                    },
                    new(FactReaders.Actor | FactReaders.Summary | FactReaders.Print, "Commune", told => $"{told.CommuneName} ({told.Departement})"),
                    new(FactReaders.Mail, "Commune", told => told.CommuneName),
                ],
            },
        ],
    };

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Name or postal code.</summary>
    [TypedLength(80)]
    public string? Commune { get; set; }

    /// <summary>Code of the commune chosen in a list or in the suggestions.</summary>
    [TypedLength(5)]
    public string? CommuneCode { get; set; }

    /// <summary>Whether nothing has been declared yet: the project's place is asked, not a seat.</summary>
    [BindNever]
    public bool IsProject { get; private set; }

    /// <summary>Communes that answer what was sought; empty on the plain page.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<CommuneMatch> Matches { get; set; } = [];

    /// <summary>The commune found; set before <see cref="ApplyTo"/>.</summary>
    [BindNever]
    [ValidateNever]
    public LocatedCommune? Located { get; set; }

    /// <summary>The communes as radio buttons. A former commune says what it is part of.</summary>
    public IReadOnlyList<Choice> Choices => [.. Matches.DistinctBy(match => (match.Code, match.FormerName)).Select(match => new Choice(match.Code, match.FormerName ?? match.Label, Explain(match)))];

    /// <summary>« X fait partie de Y », for a former commune; else null.</summary>
    public static string? Explain(CommuneMatch match) => match.FormerName is { } former ? $"{former} fait maintenant partie de {match.Label}." : null;

    /// <summary>Shows the communes that answer a search.</summary>
    public void Show(string sought, IReadOnlyList<CommuneMatch> found) => (Commune, Matches) = (sought, found);

    /// <inheritdoc />
    public static CommuneStep From(OrientationAnswers answers) => new() { Commune = answers.CommuneName };

    /// <inheritdoc />
    public void Prepare(OrientationAnswers answers) => IsProject = answers.IsProject;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (Located is null) yield return new ValidationResult("Choisissez une commune de la liste. Si la vôtre n’y est pas, cherchez-la par son code postal.", [nameof(CommuneCode)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with
    {
        Place = Located!.Place,
        CommuneName = Located.Name,
        DepartementName = Located.DepartementName,
    };
}
