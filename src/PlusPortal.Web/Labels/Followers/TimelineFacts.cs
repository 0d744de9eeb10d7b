using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels;

/// <summary>What a line of the timeline is made of, names included. Its words are those of <see cref="ActLabels"/>.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="AuthorKind">Who did it.</param>
/// <param name="AuthorName">Display name of the author's account; null for the structure, the portal and a closed account.</param>
/// <param name="ActorName">Name of the support actor concerned, if any.</param>
/// <param name="ReasonCode">Code that says why, if any.</param>
/// <param name="Through">Through what it was done; null where it makes no difference.</param>
/// <param name="IsActorTold">Whether the support actor had the request by then.</param>
/// <param name="RefusesDate">Whether it was taken back because its later day does not suit.</param>
public sealed record TimelineFacts(EventKind Kind, AuthorKind AuthorKind, string? AuthorName, string? ActorName, string? ReasonCode, Channel? Through = null, bool IsActorTold = false, bool RefusesDate = false)
{
    /// <summary>Whether the request ended in the same act.</summary>
    public bool EndsRequest { get; init; }

    /// <summary>Which side saw the rung that was noted; null for other events, and once it is taken back.</summary>
    public LadderSide? Side { get; init; }

    /// <summary>Name of the support actor, or what stands for it.</summary>
    public string Actor => ActorName ?? "l’acteur";

    /// <summary>Whether staff did it.</summary>
    public bool IsByStaff => AuthorKind == AuthorKind.Staff;

    /// <summary>Whether the structure did it.</summary>
    public bool IsByStructure => AuthorKind == AuthorKind.Structure;

    /// <summary>The author, for staff: « Camille Exemple », « La structure ».</summary>
    public string Who => AuthorKind switch
    {
        AuthorKind.Structure when Through == Channel.FollowerPage => "Une autre personne de la structure",
        AuthorKind.Structure => "La structure",
        AuthorKind.Staff => AuthorName ?? "L’équipe PLUS",
        AuthorKind.Partner => (AuthorName, ActorName) switch
        {
            ({ } name, { } actor) => $"{name} ({actor})",
            (null, { } actor) => actor,
            ({ } name, null) => name,
            (null, null) => "Un partenaire",
        },
        AuthorKind.System => "Le portail",
    };

    /// <summary>The end of a sentence that says why, where there is a code.</summary>
    public string Because(TermList terms) => ReasonCode is null ? "." : $"\u00A0: {terms.LabelOf(ReasonCode)}.";
}
