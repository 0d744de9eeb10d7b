using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;

namespace PlusPortal.Web.Features.Admin.Content.Messages;

/// <summary>Finds the request behind each message of a page, in one query for all.</summary>
public sealed class MessageSubjects(PortalDb db)
{
    /// <summary>References by subject: a request, or a referral of one.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReferencesAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct)
    {
        var ids = messages.Select(message => message.SubjectId).Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<Guid, string>();
        var requests = db.OrientationRequests.Where(request => ids.Contains(request.Id)).Select(request => new { SubjectId = request.Id, request.Reference });
        var referrals = db.Referrals.Where(referral => ids.Contains(referral.Id))
            .Join(db.OrientationRequests, referral => referral.RequestId, request => request.Id, (referral, request) => new { SubjectId = referral.Id, request.Reference });
        return await requests.Concat(referrals).ToDictionaryAsync(row => row.SubjectId, row => row.Reference, ct);
    }
}
