using System.ComponentModel;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>A declared code beside the one that the text suggests.</summary>
public sealed record DeclaredAndSuggested(
    [property: Description("Code déclaré, ou null.")] string? Declared,
    [property: Description("Code que la demande évoque\u00A0; celui déclaré quand rien ne le contredit.")] string? Suggested);

/// <summary>Declared codes beside those that the text suggests.</summary>
public sealed record DeclaredAndSuggestedThemes(
    [property: Description("Thèmes déclarés.")] IReadOnlyList<string> Declared,
    [property: Description("Thèmes que le texte évoque, le plus probable d'abord.")] IReadOnlyList<string> Suggested);

/// <summary>A triage signal.</summary>
public sealed record PreviewSignal(
    [property: Description("Code du signal de tri.")] string Code,
    [property: Description("Ce qui l'a déclenché, en français.")] string Reason);

/// <summary>Outcome of one criterion.</summary>
public sealed record PreviewReason(
    [property: Description("Code stable du critère.")] string Criterion,
    [property: Description("met\u00A0: satisfait\u00A0; unmet\u00A0: non satisfait\u00A0; unknown\u00A0: à vérifier avec l'acteur.")] string Outcome,
    [property: Description("La raison, en français.")] string Text);

/// <summary>A proposed actor with its best offer.</summary>
public sealed record PreviewProposal(
    [property: Description("1 pour le meilleur.")] int Rank,
    [property: Description("lead\u00A0: chef de file, premier à contacter\u00A0; contributor\u00A0: peut compléter ou remplacer.")] string Role,
    Guid ActorId,
    [property: Description("Nom public de l'acteur.")] string ActorName,
    Guid OfferId,
    [property: Description("Titre de l'offre.")] string OfferTitle,
    [property: Description("Somme des points\u00A0; ne compare que les propositions d'une même réponse.")] int Score,
    IReadOnlyList<PreviewReason> Reasons);

/// <summary>An actor left out.</summary>
public sealed record PreviewExclusion(
    Guid ActorId,
    [property: Description("Nom public de l'acteur.")] string ActorName,
    [property: Description("Code du premier critère qui l'écarte.")] string Criterion,
    [property: Description("La raison, en français.")] string Text);

/// <summary>Result of a matching that was not kept.</summary>
[Description("Orientation que le portail proposerait aujourd'hui. Rien n'est enregistré.")]
public sealed record PreviewAnswer
{
    [Description("Version des règles qui ont donné cette réponse.")]
    public required int RulesVersion { get; init; }

    public required DeclaredAndSuggested Stage { get; init; }

    public required DeclaredAndSuggested SubStage { get; init; }

    public required DeclaredAndSuggestedThemes Themes { get; init; }

    [Description("Ce que l'équipe PLUS regarderait d'abord.")]
    public required IReadOnlyList<PreviewSignal> Signals { get; init; }

    [Description("Acteurs proposés, le meilleur d'abord, dix au plus, un par acteur.")]
    public required IReadOnlyList<PreviewProposal> Proposals { get; init; }

    [Description("Acteurs écartés avec la raison, les plus proches d'abord.")]
    public required IReadOnlyList<PreviewExclusion> Excluded { get; init; }

    /// <summary>Words the result for programs.</summary>
    internal static PreviewAnswer Of(PreviewRequest request, MatchResult result) => new()
    {
        RulesVersion = result.RulesVersion,
        Stage = new DeclaredAndSuggested(request.Stage, result.SuggestedStage),
        SubStage = new DeclaredAndSuggested(request.SubStage, result.SuggestedSubStage),
        Themes = new DeclaredAndSuggestedThemes(request.Themes ?? [], result.SuggestedThemes),
        Signals = [.. result.Signals.Select(signal => new PreviewSignal(signal.Code, signal.Reason))],
        Proposals = [.. result.Proposals.Select(Of)],
        Excluded = [.. result.Excluded.Select(exclusion => new PreviewExclusion(exclusion.ActorId, exclusion.ActorName, exclusion.Criterion, exclusion.Text))],
    };

    private static PreviewProposal Of(Proposal proposal) => new(
        proposal.Rank,
        proposal.Role == ProposalRole.Lead ? "lead" : "contributor",
        proposal.ActorId,
        proposal.ActorName,
        proposal.OfferId,
        proposal.OfferTitle,
        proposal.Score,
        [.. proposal.Reasons.Where(reason => !Criteria.IsForStaff(reason.Criterion)).Select(reason => new PreviewReason(reason.Criterion, CodeOf(reason.Outcome), reason.Text))]);

    private static string CodeOf(Outcome outcome) => outcome switch
    {
        Outcome.Met => "met",
        Outcome.Unmet => "unmet",
        Outcome.Unknown => "unknown",
    };
}
