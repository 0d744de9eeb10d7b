using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Texts;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>Finds the better placed actor that a partner names.</summary>
public sealed class BetterActors(PortalDb db)
{
    /// <summary>Most names put to the partner.</summary>
    public const int MaxCandidates = 8;

    /// <summary>The actor that the form names: chosen in a list, or found by its name.</summary>
    public async Task<BetterActorMatch> MatchAsync(DeclineForm form, Guid ownActorId, CancellationToken ct)
    {
        if (form.Reason != DeclineReasons.MeilleurInterlocuteur) return BetterActorMatch.Nobody;
        if (form.BetterActorId is { } id && await ChooseAsync(id, ownActorId, ct) is { } chosen) return new BetterActorMatch(chosen, [chosen], Error: null);
        if (string.IsNullOrWhiteSpace(form.BetterActorName)) return BetterActorMatch.Nobody;

        var found = await SearchAsync(form.BetterActorName, ownActorId, ct);
        if (found is [var only]) return new BetterActorMatch(only, found, Error: null);
        if (found.FirstOrDefault(actor => Folding.Fold(actor.Name) == Folding.Fold(form.BetterActorName)) is { } exact) return new BetterActorMatch(exact, found, Error: null);
        return found.Count == 0
            ? new BetterActorMatch(null, found, (nameof(DeclineForm.BetterActorName), "Aucun acteur de l’annuaire ne porte ce nom. Essayez une partie du nom, ou videz ce champ et décrivez l’acteur dans le mot à l’équipe PLUS."))
            : new BetterActorMatch(null, found, (nameof(DeclineForm.BetterActorId), "Plusieurs acteurs portent ce nom. Choisissez le bon."));
    }

    /// <summary>Those whose name holds the text; the shortest names first, so that the exact one leads.</summary>
    private Task<List<ActorChoice>> SearchAsync(string text, Guid ownActorId, CancellationToken ct) => Others(ownActorId)
        .Named(text)
        .OrderBy(actor => actor.Name.Length).ThenBy(actor => actor.Id)
        .Take(MaxCandidates)
        .Select(actor => new ActorChoice(actor.Id, actor.Name))
        .ToListAsync(ct);

    private Task<ActorChoice?> ChooseAsync(Guid id, Guid ownActorId, CancellationToken ct) =>
        Others(ownActorId).Where(actor => actor.Id == id).Select(actor => new ActorChoice(actor.Id, actor.Name)).SingleOrDefaultAsync(ct);

    private IQueryable<SupportActor> Others(Guid ownActorId) => db.SupportActors.Where(actor => actor.IsActive && actor.Id != ownActorId);
}

/// <summary>What a name led to.</summary>
/// <param name="Chosen">The actor, when there is no doubt.</param>
/// <param name="Candidates">The names to choose from.</param>
/// <param name="Error">Field and sentence, when there is a doubt.</param>
public sealed record BetterActorMatch(ActorChoice? Chosen, IReadOnlyList<ActorChoice> Candidates, (string Field, string Sentence)? Error)
{
    /// <summary>No actor is named.</summary>
    public static BetterActorMatch Nobody { get; } = new(null, [], Error: null);
}
