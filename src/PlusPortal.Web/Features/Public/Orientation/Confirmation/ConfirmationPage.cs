using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Features.Public.Orientation.Confirmation;

/// <summary>An actor proposed first, with its reasons.</summary>
/// <param name="ActorName">Who.</param>
/// <param name="OfferTitle">With what.</param>
/// <param name="Role">As what, in words.</param>
/// <param name="Met">Why this one.</param>
/// <param name="ToCheck">What is to be checked with it.</param>
/// <param name="Practical">What to prepare, cost, delay…, as its offer says.</param>
/// <param name="Verification">How sure the record is.</param>
/// <param name="Sheet">Key of its sheet in the directory; null when it is not there.</param>
public sealed record FirstProposal(string ActorName, string OfferTitle, string Role, IReadOnlyList<string> Met, IReadOnlyList<string> ToCheck, IReadOnlyList<PracticalFact> Practical, string? Verification, string? Sheet);

/// <summary>The page after sending.</summary>
public sealed record ConfirmationPage
{
    /// <summary>Draft it comes from; in the address of the page.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>Reference, read aloud.</summary>
    public required string Reference { get; init; }

    /// <summary>Address to which the link was sent; null when none was.</summary>
    public required string? EmailedTo { get; init; }

    /// <summary>Whether the person prefers the telephone.</summary>
    public required bool PrefersPhone { get; init; }

    /// <summary>Whether the urgent delays apply.</summary>
    public required bool IsUrgent { get; init; }

    /// <summary>Whether words of distress were read.</summary>
    public required bool IsDistress { get; init; }

    /// <summary>Whether the place is in Lorraine.</summary>
    public required bool IsInLorraine { get; init; }

    /// <summary>Whether the structure confirms each recipient.</summary>
    public required bool AsksFirst { get; init; }

    /// <summary>Day until which PLUS has looked at it, as it was promised and stands on the list of the team; null once it has.</summary>
    public required DateOnly? FirstLookBy { get; init; }

    /// <summary>Whether the request has ended.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>The first proposals, the lead first.</summary>
    public required IReadOnlyList<FirstProposal> Proposals { get; init; }

    /// <summary>Near misses: who was left out and why.</summary>
    public required IReadOnlyList<Exclusion> NearMisses { get; init; }

    /// <summary>Address of the tracking page; null on a device that has not asked for it yet.</summary>
    public required string? TrackingAddress { get; init; }

    /// <summary>Whether the link of this device was ended, as the address was corrected: another went there.</summary>
    public required bool LinkWasRevoked { get; init; }
}

/// <summary>Reads the confirmation page.</summary>
public sealed class ConfirmationReader(PortalDb db)
{
    private const int MostNearMisses = 5;

    /// <summary>The page of a request that the visitor sent.</summary>
    public async Task<ConfirmationPage?> ReadAsync(OpenDraft opened, Func<string, string> absoluteTracking, CancellationToken ct)
    {
        if (opened.Draft.RequestId is not { } requestId) return null;
        var request = await db.OrientationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == requestId, ct);
        if (request is null) return null;

        var token = TrackingLink.TokenFor(opened.Secret, requestId);
        var hash = LinkTokens.Hash(token);
        var link = await db.AccessLinks.AsNoTracking().SingleOrDefaultAsync(link => link.TokenHash == hash, ct);
        var first = (request.Matching?.Proposals ?? []).Where(proposal => proposal.Role != ProposalRole.Alternate).ToList();
        var actorIds = first.Select(proposal => proposal.ActorId).ToList();
        var verifications = await db.SupportActors.Where(actor => actorIds.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.Verification, ct);
        var sheets = await db.SupportActors.Public().Where(actor => actorIds.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.ImportKey, ct);

        // Whoever has the request now is nobody whom this device knows.
        var isHandedOver = await db.Set<TimelineEvent>().AnyAsync(entry => entry.RequestId == requestId && entry.Kind == EventKind.HandedOver, ct);
        var offerIds = first.Select(proposal => proposal.OfferId).ToList();
        var offers = (await db.SupportOffers.Where(offer => offerIds.Contains(offer.Id)).Select(offer => new { offer.Id, offer.Content, offer.ConfirmedOn }).ToListAsync(ct))
            .ToDictionary(offer => offer.Id, offer => PracticalFact.Of(offer.Content, offer.ConfirmedOn));
        return new ConfirmationPage
        {
            DraftId = opened.Id,
            Reference = request.Reference,
            EmailedTo = isHandedOver || request.SignalCodes.Contains(TriageSignals.Indesirable) || !request.IsOpen ? null : request.Contact.Email,
            PrefersPhone = request.Contact.Channel == ContactChannels.Telephone,
            IsUrgent = request.IsUrgent,
            IsDistress = request.SignalCodes.Contains(TriageSignals.DetressePersonne),
            IsInLorraine = request.Declared.Place.IsInLorraine,
            AsksFirst = request.TransmissionRule == TransmissionRule.AskMeFirst,
            FirstLookBy = request.Status == RequestStatus.Submitted ? request.NextDueOn : null,
            IsClosed = !request.IsOpen,
            Proposals = [.. first.Select(proposal => ToProposal(proposal, offers.GetValueOrDefault(proposal.OfferId) ?? [], verifications.GetValueOrDefault(proposal.ActorId), sheets.GetValueOrDefault(proposal.ActorId)))],
            NearMisses = [.. (request.Matching?.Excluded ?? []).Where(exclusion => exclusion.FailedCriteria == 1).Take(MostNearMisses)],
            TrackingAddress = link is { RevokedAt: null } ? absoluteTracking(token) : null,
            LinkWasRevoked = link is { RevokedAt: not null },
        };
    }

    private static FirstProposal ToProposal(Proposal proposal, IReadOnlyList<PracticalFact> practical, string? verification, string? sheet) => new(
        proposal.ActorName,
        proposal.OfferTitle,
        proposal.Role switch
        {
            ProposalRole.Lead => "Premier interlocuteur proposé",
            ProposalRole.Contributor => "Pourrait aussi vous aider",
            ProposalRole.Alternate => "En remplacement",
        },
        [.. StrongestReasons.Of(proposal.Reasons).Select(reason => reason.Text)],
        [.. proposal.Reasons.Where(reason => reason.MustBeVerified()).Select(reason => reason.TextAfterLabel)],
        practical,
        verification is null ? null : VerificationStatuses.All.LabelOf(verification),
        sheet);
}
