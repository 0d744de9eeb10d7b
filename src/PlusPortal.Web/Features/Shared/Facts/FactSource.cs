using System.Collections.ObjectModel;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Features.Shared.Facts;

/// <summary>What facts are read from: a request, or answers about to be sent. Values « in force » are those that staff corrected, else those declared.</summary>
public sealed record FactSource
{
    /// <summary>What the structure declares.</summary>
    public required Declaration Declared { get; init; }

    /// <summary>The person to call.</summary>
    public required Contact Contact { get; init; }

    /// <summary>What staff corrected; null when nothing, or before the request is sent.</summary>
    public Correction? Correction { get; init; }

    /// <summary>Who may receive the request; null before it is sent.</summary>
    public TransmissionRule? TransmissionRule { get; init; }

    /// <summary>Stage in force.</summary>
    public required string? Stage { get; init; }

    /// <summary>Sub-stage in force.</summary>
    public required string? SubStage { get; init; }

    /// <summary>Themes in force.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Name of the département declared; known to the form only.</summary>
    public string? DepartementName { get; init; }

    /// <summary>Names of the actors already met, by identifier; those that are not in it are left out.</summary>
    public IReadOnlyDictionary<Guid, string> ActorNames { get; init; } = ReadOnlyDictionary<Guid, string>.Empty;

    /// <summary>Whether nothing has been declared yet: a person carries a project.</summary>
    public bool IsProject => LegalForms.IsProject(Declared.LegalForm);

    /// <summary>Name of the commune in force.</summary>
    public string CommuneName => Correction?.CommuneName ?? Declared.CommuneName;

    /// <summary>Département in force.</summary>
    public string Departement => (Correction?.Place ?? Declared.Place).Departement;

    /// <summary>A request.</summary>
    /// <param name="request">Request.</param>
    /// <param name="actorNames">Names of the actors already met, for the readers who see them.</param>
    public static FactSource Of(OrientationRequest request, IReadOnlyDictionary<Guid, string>? actorNames = null) => new()
    {
        Declared = request.Declared,
        Contact = request.Contact,
        Correction = request.Correction,
        TransmissionRule = request.TransmissionRule,
        Stage = request.Stage,
        SubStage = request.SubStage,
        Themes = request.Themes,
        ActorNames = actorNames ?? ReadOnlyDictionary<Guid, string>.Empty,
    };

    /// <summary>Answers to which nothing is missing.</summary>
    public static FactSource Of(CompleteAnswers answers, string? departementName, IReadOnlyDictionary<Guid, string> actorNames) => new()
    {
        Declared = answers.Declaration,
        Contact = answers.Contact,
        Stage = answers.Declaration.Stage,
        SubStage = answers.Declaration.SubStage,
        Themes = answers.Declaration.Themes,
        DepartementName = departementName,
        ActorNames = actorNames,
    };
}
