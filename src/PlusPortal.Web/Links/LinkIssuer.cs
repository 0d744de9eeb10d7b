using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Domain.People;

namespace PlusPortal.Web.Links;

/// <summary>
/// Makes private links. The token is returned once and never stored: the row holds its hash, and is saved by the
/// caller with the rest of its work.
/// </summary>
/// <remarks>
/// Lives, from docs/adr/0002: a tracking link of an open request works for <see cref="OpenRequestDays"/> days, each
/// e-mail bringing a fresh one; that of a closed request until <see cref="MonthsAfterClosing"/> months after closing
/// plus <see cref="GraceDays"/> days; once a newer link was sent, an older one for <see cref="GraceDays"/> days more.
/// </remarks>
public sealed class LinkIssuer(PortalDb db, TimeProvider clock)
{
    /// <summary>Days for which a tracking link of an open request works.</summary>
    public const int OpenRequestDays = 400;

    /// <summary>Months after closing for which the tracking page stays open.</summary>
    public const int MonthsAfterClosing = 6;

    /// <summary>Days added after those months, and days left to an older link.</summary>
    public const int GraceDays = 30;

    /// <summary>A link to the tracking page of a request.</summary>
    /// <param name="requestId">Request that it opens.</param>
    /// <param name="closedAt">When the request ended; null while it is open.</param>
    /// <param name="provesAddress">True when the link goes out by e-mail: opening it proves the address.</param>
    /// <returns>The token, for <see cref="PortalAddress.Tracking"/>.</returns>
    public string Tracking(Guid requestId, DateTimeOffset? closedAt, bool provesAddress)
    {
        var now = clock.GetUtcNow();
        var usual = closedAt is { } closed ? closed.AddMonths(MonthsAfterClosing).AddDays(GraceDays) : now.AddDays(OpenRequestDays);

        // A link asked for after that would be dead on arrival: it lives as long as an older one would.
        var least = now.AddDays(GraceDays);
        return Add(LinkPurpose.Tracking, requestId, now, usual > least ? usual : least, provesAddress);
    }

    /// <summary>A link to a draft, which dies with it.</summary>
    /// <returns>The token, for <see cref="PortalAddress.ResumeDraft"/>.</returns>
    public string ResumeDraft(Guid draftId, DateTimeOffset draftExpiresAt) =>
        Add(LinkPurpose.ResumeDraft, draftId, clock.GetUtcNow(), draftExpiresAt, provesAddress: false);

    /// <summary>A link to an invitation, which dies with it.</summary>
    /// <returns>The token, for <see cref="PortalAddress.Invitation"/>.</returns>
    public string Invitation(Guid invitationId, DateTimeOffset expiresAt) =>
        Add(LinkPurpose.Invitation, invitationId, clock.GetUtcNow(), expiresAt, provesAddress: true);

    /// <summary>A link with which an address answers to a change.</summary>
    /// <returns>The token, for <see cref="PortalAddress.AddressChange"/>.</returns>
    public string AddressChange(AddressSide side, Guid changeId, DateTimeOffset expiresAt) =>
        Add(side == AddressSide.Old ? LinkPurpose.AddressChangeOld : LinkPurpose.AddressChangeNew, changeId, clock.GetUtcNow(), expiresAt, provesAddress: true);

    /// <summary>Shortens the life of the tracking links made before a newer one that was sent. Writes at once.</summary>
    public Task RetireOlderAsync(Guid requestId, DateTimeOffset newerCreatedAt, CancellationToken ct)
    {
        var last = newerCreatedAt.AddDays(GraceDays);
        return db.AccessLinks
            .Where(link => link.SubjectId == requestId && link.Purpose == LinkPurpose.Tracking && link.CreatedAt < newerCreatedAt && link.ExpiresAt > last)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, last), ct);
    }

    private string Add(LinkPurpose purpose, Guid subjectId, DateTimeOffset now, DateTimeOffset expiresAt, bool provesAddress)
    {
        var token = LinkTokens.Create();
        db.AccessLinks.Add(new AccessLink
        {
            TokenHash = LinkTokens.Hash(token),
            Purpose = purpose,
            SubjectId = subjectId,
            CreatedAt = now,
            ExpiresAt = expiresAt,
            ProvesAddress = provesAddress,
        });
        return token;
    }
}
