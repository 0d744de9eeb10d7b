using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain;
using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Shared.Absences;

/// <summary>An absence to announce.</summary>
public sealed class AbsenceForm
{
    /// <summary>First day, as typed.</summary>
    public TypedDate From { get; set; } = new();

    /// <summary>Last day, as typed.</summary>
    public TypedDate To { get; set; } = new();

    /// <summary>Name of whoever answers instead.</summary>
    [TypedLength(ActorAbsence.NameLength, ErrorMessage = "Ce nom est trop long\u00A0: {1} caractères au plus.")]
    public string? SubstituteName { get; set; }

    /// <summary>Its address.</summary>
    [MailAddress]
    [TypedLength(ActorAbsence.EmailLength, ErrorMessage = "Cette adresse est trop longue. Vérifiez-la.")]
    public string? SubstituteEmail { get; set; }

    /// <summary>What is wrong across fields, one (field, sentence) each.</summary>
    /// <param name="today">Paris day.</param>
    public IEnumerable<(string Field, string Sentence)> Problems(DateOnly today)
    {
        var (from, to) = (From.Read(), To.Read());
        if (from.Day is null) yield return (nameof(From), from.Problem ?? "Indiquez le premier jour de l’absence.");
        if (to.Day is null) yield return (nameof(To), to.Problem ?? "Indiquez le dernier jour de l’absence. Pour un seul jour, écrivez la même date.");
        if (from.Day is { } first && to.Day is { } last)
        {
            switch (ActorAbsence.ProblemOf(first, last, today))
            {
                case RuleCode.AbsenceEndsBeforeItBegins:
                    yield return (nameof(To), "Le dernier jour est avant le premier. Corrigez l’une des deux dates.");
                    break;
                case RuleCode.AbsenceInThePast:
                    yield return (nameof(To), "Cette absence est déjà passée. Indiquez un dernier jour qui n’est pas passé.");
                    break;
                case RuleCode.AbsenceTooLong:
                    yield return (nameof(To), "Une absence dure un an au plus. Rapprochez les deux dates.");
                    break;
            }
        }

        var (name, email) = (Typed.Line(SubstituteName), Typed.Line(SubstituteEmail));
        if (name is null && email is not null) yield return (nameof(SubstituteName), "Indiquez aussi le nom de la personne qui remplace, ou videz son adresse.");
        if (name is not null && email is null) yield return (nameof(SubstituteEmail), "Indiquez aussi l’adresse de la personne qui remplace, ou videz son nom.");
    }
}

/// <summary>One announced absence.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Words">Its days, in words.</param>
/// <param name="Substitute">Who answers instead, in words; null when nobody does.</param>
/// <param name="IsUnderWay">Whether it has begun.</param>
public sealed record AbsenceRow(Guid Id, string Words, string? Substitute, bool IsUnderWay);

/// <summary>The absences of an actor, and the form that announces one.</summary>
public sealed record AbsencesPage
{
    /// <summary>The actor.</summary>
    public required string ActorName { get; init; }

    /// <summary>Département of its office, in words; null when nobody said.</summary>
    public required string? Office { get; init; }

    /// <summary>Those that have not ended.</summary>
    public required IReadOnlyList<AbsenceRow> Rows { get; init; }

    /// <summary>The form.</summary>
    public required AbsenceForm Form { get; init; }

    /// <summary>Whether staff read the page, of somebody else.</summary>
    public required bool IsForStaff { get; init; }

    /// <summary>Address of the page.</summary>
    public required string Address { get; init; }

    /// <summary>Address of the form of the office; null for those who may not change it here.</summary>
    public required string? OfficeAddress { get; init; }

    /// <summary>Address of the page before, for staff.</summary>
    public string? Back { get; init; }
}
