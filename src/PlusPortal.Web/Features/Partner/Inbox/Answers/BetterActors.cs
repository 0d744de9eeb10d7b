using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>A form in which an actor that declines may name a better placed one, whatever its reason.</summary>
public interface INamesBetterActor
{
    /// <summary>Name, or a part of it, as typed.</summary>
    string? BetterActorName { get; }

    /// <summary>The one chosen among those whose name matches.</summary>
    Guid? BetterActorId { get; set; }
}

/// <summary>Finds the better placed actor that an actor names.</summary>
public sealed class BetterActors(PortalDb db)
{
    /// <summary>Most names put to whoever names one.</summary>
    public const int MaxCandidates = 8;

    /// <summary>The actor that the form names: chosen in a list, or found by its name. The form then bears it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="ownActorId">The actor that declines: it is not better placed than itself.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<BetterActorMatch> MatchAsync(INamesBetterActor form, Guid ownActorId, CancellationToken ct)
    {
        var match = await FindAsync(form, ownActorId, ct);
        form.BetterActorId = match.Chosen?.Id;
        return match;
    }

    private async Task<BetterActorMatch> FindAsync(INamesBetterActor form, Guid ownActorId, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(form.BetterActorName)) return BetterActorMatch.Nobody;
        var found = await SearchAsync(form.BetterActorName, ownActorId, ct);
        if (form.BetterActorId is { } id && found.Find(actor => actor.Id == id) is { } chosen) return new BetterActorMatch(chosen, found, Error: null);

        var typed = Folding.Fold(form.BetterActorName);
        var same = found.FindAll(actor => Folding.Fold(actor.Name) == typed);
        if (same is [var exact]) return new BetterActorMatch(exact, found, Error: null);
        if (await IsItselfAsync(ownActorId, typed, found.Count == 0 ? form.BetterActorName : null, ct)) return Wrong(nameof(form.BetterActorName), "C’est l’acteur qui décline. Nommez-en un autre, ou videz ce champ.");
        if (found is [var only]) return new BetterActorMatch(only, found, Error: null);
        if (found.Count == 0) return Wrong(nameof(form.BetterActorName), "Aucun acteur de l’annuaire ne porte ce nom. Essayez une partie du nom, ou videz ce champ et décrivez l’acteur dans le mot à l’équipe PLUS.");
        return found.Count > MaxCandidates
            ? Wrong(nameof(form.BetterActorName), $"Plus de {MaxCandidates} acteurs portent ce nom, voici les premiers. Choisissez le bon, ou écrivez une plus grande partie de son nom.")
            : Wrong(nameof(form.BetterActorId), "Plusieurs acteurs portent ce nom. Choisissez le bon.");

        BetterActorMatch Wrong(string field, string sentence) => new(null, [.. found.Take(MaxCandidates)], (field, sentence));
    }

    /// <summary>Whether the text is the name of the actor itself, or a part of its name and of no other.</summary>
    private async Task<bool> IsItselfAsync(Guid ownActorId, string typed, string? part, CancellationToken ct)
    {
        var own = db.SupportActors.Where(actor => actor.Id == ownActorId);
        return Folding.Fold(await own.Select(actor => actor.Name).SingleAsync(ct)) == typed || (part is not null && await own.Named(part).AnyAsync(ct));
    }

    /// <summary>Those whose name holds the text; the shortest names first, so that the exact one leads; one more than are put to whoever asks.</summary>
    private Task<List<ActorChoice>> SearchAsync(string text, Guid ownActorId, CancellationToken ct) => Others(ownActorId)
        .Named(text)
        .OrderBy(actor => actor.Name.Length).ThenBy(actor => actor.Id)
        .Take(MaxCandidates + 1)
        .Select(actor => new ActorChoice(actor.Id, actor.Name))
        .ToListAsync(ct);

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
