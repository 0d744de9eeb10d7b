using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;

namespace PlusPortal.Web.Links;

/// <summary>
/// Makes private links. The token is returned once and never stored: the row holds its hash, and is saved by the
/// caller with the rest of its work.
/// </summary>
/// <remarks>
/// Lives, from docs/adr/0002: a tracking link of an open request works for <see cref="OpenRequestDays"/> days, each
/// e-mail bringing a fresh one; that of a closed request until <see cref="MonthsAfterClosing"/> months after closing
/// plus <see cref="GraceDays"/> days; once a newer link was sent, an older one for <see cref="GraceDays"/> days more.
/// The end of a request shortens the links that are out, whoever ends it and whether a mail leaves or not.
/// </remarks>
public sealed class LinkIssuer(PortalDb db, TimeProvider clock)
{
    /// <summary>Days for which a tracking link of an open request works.</summary>
    public const int OpenRequestDays = 400;

    /// <summary>Months after closing for which the tracking page stays open.</summary>
    public const int MonthsAfterClosing = 6;

    /// <summary>Days added after those months, and days left to an older link.</summary>
    public const int GraceDays = 30;

    /// <summary>Hours for which a link to a new password works.</summary>
    public const int PasswordResetHours = 1;

    /// <summary>Hours for which a link to personal data works, or to their erasure: long enough for a slow mailbox, short enough for a mailbox that others read.</summary>
    public const int PersonalDataHours = 24;

    /// <summary>A link to the tracking page of a request.</summary>
    /// <param name="requestId">Request that it opens.</param>
    /// <param name="closedAt">When the request ended; null while it is open.</param>
    /// <param name="provesAddress">True when the link goes out by e-mail: opening it proves the address.</param>
    /// <returns>The token, for <see cref="PortalAddress.Tracking"/>.</returns>
    public string Tracking(Guid requestId, DateTimeOffset? closedAt, bool provesAddress)
    {
        var now = clock.GetUtcNow();
        return Add(LinkPurpose.Tracking, requestId, now, EndOfTracking(closedAt, now), provesAddress);
    }

    /// <summary>How long a tracking link works that is made now.</summary>
    /// <param name="closedAt">When the request ended; null while it is open.</param>
    /// <param name="now">Current time.</param>
    public static DateTimeOffset EndOfTracking(DateTimeOffset? closedAt, DateTimeOffset now)
    {
        var usual = closedAt is { } closed ? EndAfter(closed) : now.AddDays(OpenRequestDays);

        // A link asked for after that would be dead on arrival: it lives as long as an older one would.
        var least = now.AddDays(GraceDays);
        return usual > least ? usual : least;
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

    /// <summary>A link to a new password, for <see cref="PasswordResetHours"/>.</summary>
    /// <returns>The token, for <see cref="PortalAddress.NewPassword"/>.</returns>
    public string PasswordReset(Guid userId)
    {
        var now = clock.GetUtcNow();
        return Add(LinkPurpose.PasswordReset, userId, now, now.AddHours(PasswordResetHours), provesAddress: true);
    }

    /// <summary>A link to what the portal holds about the person of a request, for <see cref="PersonalDataHours"/>.</summary>
    /// <returns>The token, for <see cref="PortalAddress.PersonalData"/>.</returns>
    public string PersonalData(Guid requestId) => Add(LinkPurpose.PersonalData, requestId, clock.GetUtcNow(), clock.GetUtcNow().AddHours(PersonalDataHours), provesAddress: true);

    /// <summary>A link with which that person has it erased, for <see cref="PersonalDataHours"/>; it goes with the erasure.</summary>
    /// <returns>The token, for <see cref="PortalAddress.Erasure"/>.</returns>
    public string Erasure(Guid requestId) => Add(LinkPurpose.Erasure, requestId, clock.GetUtcNow(), clock.GetUtcNow().AddHours(PersonalDataHours), provesAddress: true);

    /// <summary>A link to the tracking page of a request for somebody who was invited to follow it: it says whose it is.</summary>
    /// <returns>The token, for <see cref="PortalAddress.Tracking"/>.</returns>
    public string Following(Guid followerId, DateTimeOffset? closedAt) => Add(LinkPurpose.Following, followerId, clock.GetUtcNow(), EndOfTracking(closedAt, clock.GetUtcNow()), provesAddress: true);

    /// <summary>A link to an invitation to follow a request, which dies with it.</summary>
    /// <returns>The token, for <see cref="PortalAddress.FollowerInvitation"/>.</returns>
    public string FollowerInvitation(Guid followerId, DateTimeOffset expiresAt) => Add(LinkPurpose.FollowerInvitation, followerId, clock.GetUtcNow(), expiresAt, provesAddress: true);

    /// <summary>A link that proves another address of the person of a request; it dies with the change.</summary>
    /// <returns>The token, for <see cref="PortalAddress.ContactAddress"/>.</returns>
    public string ContactAddress(Guid changeId, DateTimeOffset expiresAt) => Add(LinkPurpose.ContactAddress, changeId, clock.GetUtcNow(), expiresAt, provesAddress: true);

    /// <summary>Shortens the life of the tracking links made before a newer one that was sent, for the person or for one follower. Writes at once.</summary>
    /// <param name="subjectId">Request, or follower.</param>
    /// <param name="newerCreatedAt">When the newer one was made.</param>
    /// <param name="ct">Cancellation.</param>
    public Task RetireOlderAsync(Guid subjectId, DateTimeOffset newerCreatedAt, CancellationToken ct)
    {
        var last = newerCreatedAt.AddDays(GraceDays);
        return db.AccessLinks
            .Where(link => link.SubjectId == subjectId && (link.Purpose == LinkPurpose.Tracking || link.Purpose == LinkPurpose.Following) && link.CreatedAt < newerCreatedAt && link.ExpiresAt > last)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, last), ct);
    }

    /// <summary>
    /// Brings the links of a request in line when its address was corrected, when it ended, or was opened again, since it was
    /// read: none that went to a former address opens anything, its draft and the devices that came by it included; none
    /// outlives its term; of one that is open again the newest works as long as a new one would. Saved by the caller, with the act.
    /// </summary>
    public async Task FollowAsync(OrientationRequest request, CancellationToken ct)
    {
        var email = db.Entry(request).ComplexProperty(tracked => tracked.Contact).Property(contact => contact.Email);
        if (email.OriginalValue != email.CurrentValue)
        {
            await RevokeAsync(LinkPurpose.Tracking, request.Id, ct);
            await RevokeAsync(LinkPurpose.PersonalData, request.Id, ct);
            await RevokeAsync(LinkPurpose.Erasure, request.Id, ct);
            foreach (var change in await db.ContactAddressChanges.Where(change => change.RequestId == request.Id && change.EndedAt == null).ToListAsync(ct))
            {
                change.End(clock.GetUtcNow());
                await RevokeAsync(LinkPurpose.ContactAddress, change.Id, ct);
            }

            if (request.DraftId is { } draftId) await RevokeAsync(LinkPurpose.ResumeDraft, draftId, ct);
        }

        await RevokeOfGoneFollowersAsync(request, ct);
        var closed = db.Entry(request).Property(tracked => tracked.ClosedAt);
        if (closed.OriginalValue == closed.CurrentValue) return;
        var now = clock.GetUtcNow();
        var followers = db.RequestFollowers.Where(follower => follower.RequestId == request.Id && follower.EndedAt == null).Select(follower => follower.Id);
        var works = await Working(db.AccessLinks, now)
            .Where(link => (link.Purpose == LinkPurpose.Tracking && link.SubjectId == request.Id) || (link.Purpose == LinkPurpose.Following && followers.Contains(link.SubjectId)))
            .OrderByDescending(link => link.CreatedAt).ToListAsync(ct);
        if (request.ClosedAt is { } closedAt)
        {
            var last = EndAfter(closedAt);
            foreach (var link in works.Where(link => link.ExpiresAt > last)) link.ExpiresAt = last;
            return;
        }

        foreach (var newest in works.GroupBy(link => link.SubjectId).Select(ofOne => ofOne.First()).Where(link => link.ExpiresAt < now.AddDays(OpenRequestDays))) newest.ExpiresAt = now.AddDays(OpenRequestDays);
    }

    /// <summary>Whoever follows no longer opens nothing any more, in the same transaction.</summary>
    private async Task RevokeOfGoneFollowersAsync(OrientationRequest request, CancellationToken ct)
    {
        foreach (var gone in request.Followers.Where(follower => follower.EndedAt is not null && db.Entry(follower).Property(tracked => tracked.EndedAt).OriginalValue is null))
        {
            await RevokeAsync(LinkPurpose.Following, gone.Id, ct);
            await RevokeAsync(LinkPurpose.FollowerInvitation, gone.Id, ct);
        }
    }

    /// <summary>Revokes the links to one thing: when the address to which they went is corrected, when they are used up or withdrawn. Saved by the caller.</summary>
    /// <param name="purpose">What they open.</param>
    /// <param name="subjectId">Request, draft, invitation, account or change.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="except">Hash of the token of who asks for it, which stays.</param>
    public async Task RevokeAsync(LinkPurpose purpose, Guid subjectId, CancellationToken ct, byte[]? except = null)
    {
        var now = clock.GetUtcNow();
        foreach (var link in await Working(db.AccessLinks, now).Where(link => link.SubjectId == subjectId && link.Purpose == purpose).ToListAsync(ct))
        {
            if (except is null || !link.TokenHash.AsSpan().SequenceEqual(except)) link.RevokedAt = now;
        }
    }

    private static IQueryable<AccessLink> Working(IQueryable<AccessLink> links, DateTimeOffset now) => links.Where(link => link.RevokedAt == null && link.ExpiresAt > now);

    private static DateTimeOffset EndAfter(DateTimeOffset closedAt) => closedAt.AddMonths(MonthsAfterClosing).AddDays(GraceDays);

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
