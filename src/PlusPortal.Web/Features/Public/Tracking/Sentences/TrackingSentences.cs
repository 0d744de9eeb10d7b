using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>The timeline in plain French for the structure: what concerns it, without names of staff, codes nor internal texts.</summary>
public static class TrackingSentences
{
    /// <summary>Lines of a request, the latest first.</summary>
    public static IReadOnlyList<TrackingLine> Of(OrientationRequest request, IReadOnlyDictionary<Guid, string> names, ActWords words, TrackedRequest reader)
    {
        var lines = new List<TrackingLine>();
        var undone = UndoneOf(request);
        var handedOver = request.Timeline.Where(entry => entry.Kind == EventKind.HandedOver).Select(entry => entry.Number).DefaultIfEmpty().Max();
        foreach (var entry in request.Timeline.OrderByDescending(entry => entry.Number))
        {
            var actor = entry.ReferralId is { } id ? names.GetValueOrDefault(id) : null;
            if ((entry.ReferralId is not null && actor is null) || undone.Contains(entry.Number)) continue;
            if (words.ForStructure(StructureFacts.Of(request, entry, actor)) is { } sentence) lines.Add(new TrackingLine(entry.At, Other(entry, reader, handedOver) is { } other ? By(other, sentence) : sentence, TextOf(request, entry, words)));
        }

        return lines;
    }

    /// <summary>Events of answers that were taken back, and of taking them back: nobody was told of them.</summary>
    private static HashSet<int> UndoneOf(OrientationRequest request)
    {
        var undone = new HashSet<int>();
        foreach (var undoing in request.Timeline.Where(entry => entry.Kind == EventKind.ReferralAnswerUndone).OrderBy(entry => entry.Number))
        {
            undone.Add(undoing.Number);
            var answer = request.Timeline.Where(entry => entry.ReferralId == undoing.ReferralId && entry.Number < undoing.Number && AnnouncementTable.IsAnswer(entry.Kind) && !undone.Contains(entry.Number)).MaxBy(entry => entry.Number);
            if (answer is not null) undone.UnionWith(request.Timeline.Where(entry => entry.ReferralId == answer.ReferralId && entry.At == answer.At && entry.Number >= answer.Number).Select(entry => entry.Number));
        }

        HideRungs(request, undone);
        return undone;
    }

    /// <summary>What was noted by mistake and taken back at once, too: nobody was told. Later, both lines stay.</summary>
    private static void HideRungs(OrientationRequest request, HashSet<int> undone)
    {
        var matched = new HashSet<int>();
        foreach (var taken in request.Timeline.Where(entry => entry.Kind == EventKind.RungTakenBack).OrderBy(entry => entry.Number))
        {
            var noted = request.Timeline.Where(entry => entry.Kind == EventKind.RungReported && (entry.ReferralId, entry.ReasonCode) == (taken.ReferralId, taken.ReasonCode) && entry.Number < taken.Number
                && (entry.AuthorKind == taken.AuthorKind || entry.AuthorKind == AuthorKind.Staff) && !matched.Contains(entry.Number)).MaxBy(entry => entry.Number);
            if (noted is null) continue;
            matched.Add(noted.Number);
            if (taken.At < noted.At.AddMinutes(Referral.UndoMinutes)) undone.UnionWith([noted.Number, taken.Number]);
        }
    }

    /// <summary>« Vous » is whoever reads: what somebody else of the structure did is told of it, without a name. One who was invited cannot be told from another.</summary>
    private static string? Other(TimelineEvent entry, TrackedRequest reader, int handedOver) => entry switch
    {
        { AuthorKind: not AuthorKind.Structure } or { Kind: EventKind.FollowerJoined or EventKind.FollowerLeft } => null,
        { Channel: Channel.FollowerPage } => reader.IsFollower ? "Une personne invitée" : "Une autre personne de votre structure",
        _ => reader.IsFollower || entry.Number < handedOver ? "Une autre personne de votre structure" : null,
    };

    /// <summary>« Vous avez répondu » becomes « Une personne invitée a répondu ».</summary>
    private static string By(string other, string sentence) => sentence
        .Replace("Vous nous avez ", $"{other} nous a ", StringComparison.Ordinal).Replace("Vous avez ", $"{other} a ", StringComparison.Ordinal)
        .Replace("ne vous avait contactée", "ne l’avait contactée", StringComparison.Ordinal)
        .Replace("votre adresse e-mail", "son adresse e-mail", StringComparison.Ordinal).Replace("vos coordonnées", "ses coordonnées", StringComparison.Ordinal);

    /// <summary>The text exchanged in that event, when its kind is meant for the structure.</summary>
    private static string? TextOf(OrientationRequest request, TimelineEvent entry, ActWords words) => words.TextForStructure(entry.Kind) is { } kind
        ? request.Notes.FirstOrDefault(note => note.Kind == kind && note.At == entry.At && note.ReferralId == entry.ReferralId)?.Text
        : null;
}
