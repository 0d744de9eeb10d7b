using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;

namespace PlusPortal.Web.Labels;

/// <summary>What a line of the timeline is made of for the structure: nobody’s name, and what was true when it happened.</summary>
public static class StructureFacts
{
    /// <summary>Facts of an event.</summary>
    /// <param name="request">Request with its referrals and its timeline.</param>
    /// <param name="entry">The event.</param>
    /// <param name="actor">Name of the actor that it is about.</param>
    public static TimelineFacts Of(OrientationRequest request, TimelineEvent entry, string? actor) => new(entry.Kind, entry.AuthorKind, AuthorName: null, actor, entry.ReasonCode, entry.Channel)
    {
        IsActorTold = request.Referrals.Any(referral => referral.Id == entry.ReferralId && referral.SentAt <= entry.At),
        Side = entry.Kind == EventKind.RungReported ? request.LadderReports.FirstOrDefault(report => report.ReferralId == entry.ReferralId && report.At == entry.At)?.Side : null,
        EndsRequest = request.Timeline.Any(other => other.Kind is EventKind.Closed or EventKind.Withdrawn && other.At == entry.At),
    };
}

/// <summary>What the structure reads of a referral that was taken back.</summary>
public static class CancelledWords
{
    /// <summary>The line; null for an actor that never had the request, once the request itself ends.</summary>
    public static string? ForStructure(TimelineFacts e) => e switch
    {
        { EndsRequest: true, IsActorTold: false } => null,
        { EndsRequest: true } => $"{e.Actor} n’a plus accès à votre demande.",
        { IsByStructure: true, IsActorTold: true } => $"Vous avez retiré votre demande à {e.Actor}.",
        { IsByStructure: true } => $"Vous avez écarté {e.Actor}.",
        _ => $"{e.Actor} a été retiré de votre demande.",
    };

    /// <summary>The line of staff: an actor that never had the request is set aside, and nothing is taken back from it.</summary>
    public static string ForStaff(TimelineFacts e) => e switch
    {
        { IsActorTold: false } => $"{e.Who} a écarté {e.Actor}, qui n’avait pas reçu la demande.",
        { RefusesDate: true, IsByStaff: true } => $"{e.Who} a noté que la structure refuse la date de {e.Actor}\u00A0: la demande lui est retirée.",
        { RefusesDate: true } => $"{e.Who} a refusé la date de {e.Actor}\u00A0: la demande lui est retirée.",
        _ => $"{e.Who} a retiré la demande à {e.Actor}.",
    };
}
