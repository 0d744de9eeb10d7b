using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>One page of questions as somebody fills it: what it shows, what is wrong with what was typed, and how it changes the answers.</summary>
public interface IStep
{
    /// <summary>What surrounds the questions; never bound.</summary>
    StepPage Page { get; set; }

    /// <summary>Whether answers that do not pass yet may be kept by « Enregistrer et reprendre plus tard ».</summary>
    bool KeepsUnfinished => false;

    /// <summary>What depends on the other answers or on the day, beyond the annotations.</summary>
    IEnumerable<ValidationResult> Problems(OrientationAnswers answers, DateOnly today) => [];

    /// <summary>Offers the choices that depend on the other answers.</summary>
    void Prepare(OrientationAnswers answers)
    {
    }

    /// <summary>The answers with those of this page, and only those, replaced.</summary>
    OrientationAnswers ApplyTo(OrientationAnswers answers);
}

/// <summary>A page with fields of its own.</summary>
public interface IStep<TSelf> : IStep
    where TSelf : class, IStep<TSelf>, new()
{
    /// <summary>What the form knows of the page: its address, when it is answered, what its answers are called.</summary>
    static abstract FormStep Definition { get; }

    /// <summary>The page as answered before.</summary>
    static abstract TSelf From(OrientationAnswers answers);
}

/// <summary>What surrounds the questions of a step.</summary>
/// <param name="DraftId">Draft being written.</param>
/// <param name="Step">The step.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Count">How many there are, with the answers given so far.</param>
/// <param name="Back">Address of the page before.</param>
/// <param name="ReturnsToCheck">Whether the person came from the check page and goes back there.</param>
public sealed record StepPage(Guid DraftId, FormStep Step, int Number, int Count, string Back, bool ReturnsToCheck);
