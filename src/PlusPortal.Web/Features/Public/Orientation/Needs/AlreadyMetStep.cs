using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Orientation.Needs;

/// <summary>Whom the structure has already met: actors of the directory, or others in words.</summary>
public sealed class AlreadyMetStep : IStep<AlreadyMetStep>
{
    /// <inheritdoc />
    public static FormStep Definition { get; } = FormStep.Of<AlreadyMetStep>(RequestStep.AlreadyMet, "deja-rencontres") with
    {
        HasOwnController = true,
        Texts = [nameof(AlreadyMetText)],
        Facts =
        [
            new()
            {
                Code = "alreadyMet",
                Section = FactSection.Need,
                Change = "les organismes déjà rencontrés",
                IsFreeText = true,
                Tellings =
                [
                    new(FactReaders.CheckPage | FactReaders.Print, "Déjà rencontrés", told => Names(told, "\n")) { NotSaid = "Personne" },
                    new(FactReaders.Tracking | FactReaders.Print, "Déjà rencontrés", told => FactWords.Said(told.Declared.AlreadyMetText)),
                    new(FactReaders.Staff | FactReaders.Print, "Déjà rencontrés", told => Names(told, ", ")),
                ],
            },
        ],
    };

    /// <inheritdoc />
    [BindNever]
    [ValidateNever]
    public StepPage Page { get; set; } = null!;

    /// <summary>Actors ticked.</summary>
    public List<Guid>? ActorIds { get; set; }

    /// <summary>Others, in words.</summary>
    [TypedLength(Declaration.AlreadyMetLength)]
    public string? AlreadyMetText { get; set; }

    /// <summary>Name sought in the directory.</summary>
    [TypedLength(80)]
    public string? ActorName { get; set; }

    /// <summary>Name that the shown results answer; null when nothing was sought.</summary>
    [BindNever]
    [TypedLength(80)]
    public string? Sought { get; set; }

    /// <summary>Actors on offer: those ticked before, then those found.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>How many were found.</summary>
    [BindNever]
    public int Found { get; set; }

    /// <inheritdoc />
    public static AlreadyMetStep From(OrientationAnswers answers) => new() { ActorIds = answers.AlreadyMetActorIds?.ToList(), AlreadyMetText = answers.AlreadyMetText };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today)
    {
        if (ActorIds?.Count > OrientationAnswers.MaxActorsMet) yield return new ValidationResult($"Gardez {OrientationAnswers.MaxActorsMet} organismes au plus.", [nameof(ActorIds)]);
    }

    /// <inheritdoc />
    public OrientationAnswers ApplyTo(OrientationAnswers answers) => answers with
    {
        AlreadyMetActorIds = [.. (ActorIds ?? []).Distinct()],
        AlreadyMetText = Typed.Text(AlreadyMetText),
    };

    private static string? Names(FactSource told, string between)
    {
        var names = told.Declared.AlreadyMetActorIds.Select(id => told.ActorNames.GetValueOrDefault(id)).Append(told.Declared.AlreadyMetText).Where(name => !string.IsNullOrWhiteSpace(name)).ToList();
        return names.Count == 0 ? null : string.Join(between, names);
    }
}
