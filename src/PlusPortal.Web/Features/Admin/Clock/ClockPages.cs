using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Features.Admin.Clock;

/// <summary>Filters of the page of the clock, all in the address.</summary>
public sealed class ClockFilter : IValidatableObject
{
    private const string ChooseFromList = "Ce filtre n’existe pas. Choisissez une valeur de la liste.";

    /// <summary>Outcomes to choose from.</summary>
    public static IReadOnlyList<Choice> Outcomes { get; } = [.. Enum.GetValues<ClockOutcome>().Select(outcome => new Choice(outcome.ToString(), ClockWords.Of(outcome)))];

    /// <summary>Steps to choose from.</summary>
    public static IReadOnlyList<Choice> Steps { get; } = [.. Enum.GetValues<ClockStep>().Select(step => new Choice(step.ToString(), ClockWords.Of(step)))];

    /// <summary>Name of an outcome.</summary>
    [FromQuery(Name = "suite")]
    [TypedLength(Term.CodeLength)]
    public string? Outcome { get; set; }

    /// <summary>Name of a step.</summary>
    [FromQuery(Name = "etape")]
    [TypedLength(Term.CodeLength)]
    public string? Step { get; set; }

    /// <summary>Where the page starts.</summary>
    [FromQuery(Name = "apres")]
    [TypedLength(ListCursor.LongestText)]
    public string? Cursor { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Outcome is not null || Step is not null;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Outcome is not null && !Outcomes.Any(choice => choice.Value == Outcome)) yield return new ValidationResult(ChooseFromList, ["suite"]);
        if (Step is not null && !Steps.Any(choice => choice.Value == Step)) yield return new ValidationResult(ChooseFromList, ["etape"]);
        if (Cursor is not null && ListCursor.Parse(Cursor) is not { Instant: not null }) yield return new ValidationResult("Cette page de la liste n’existe pas. Repartez de la première page.");
    }

    /// <summary>Address of the list with these filters, from the given page.</summary>
    public string Address(string? cursor = null)
    {
        var query = new QueryBuilder();
        if (Outcome is { } outcome) query.Add("suite", outcome);
        if (Step is { } step) query.Add("etape", step);
        if (cursor is not null) query.Add("apres", cursor);
        return AdminAddress.Clock + query.ToQueryString().ToUriComponent();
    }
}

/// <summary>The page of the clock.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Lines">What the clock did or left; null when the filter cannot be read.</param>
/// <param name="Next">Cursor of the page after; null at the end.</param>
/// <param name="DryRun">What it would do; null beyond the first page.</param>
public sealed record ClockPage(ClockFilter Filter, IReadOnlyList<ClockLine>? Lines, string? Next, ClockDryRun? DryRun);

/// <summary>What the clock would do, by the functions of the job itself.</summary>
/// <param name="Now">What is due.</param>
/// <param name="Soon">What comes in the next days.</param>
/// <param name="HasMore">Whether requests are left that the page does not look at.</param>
/// <param name="Recurring">What the jobs outside the clock would send at their next run.</param>
public sealed record ClockDryRun(IReadOnlyList<ClockForeseen> Now, IReadOnlyList<ClockForeseen> Soon, bool HasMore, IReadOnlyList<RecurringForeseen> Recurring);

/// <summary>A reminder outside the clock, and how many would be told at the next run.</summary>
/// <param name="Reminder">The reminder.</param>
/// <param name="Count">Messages that are due.</param>
/// <param name="IsOff">Whether PLUS switched it off.</param>
public sealed record RecurringForeseen(RecurringReminder Reminder, int Count, bool IsOff);

/// <summary>A step that would be taken.</summary>
/// <param name="Reference">Its request.</param>
/// <param name="ActorName">Its actor; null when it is about the request itself.</param>
/// <param name="Step">The step.</param>
/// <param name="Outcome">What would become of it; null for one that would be taken on a day to come.</param>
public sealed record ClockForeseen(string Reference, string? ActorName, DueStep Step, ClockOutcome? Outcome);
