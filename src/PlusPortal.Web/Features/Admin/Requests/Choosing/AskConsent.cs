using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Choosing;

/// <summary>Asks the structure whether the actors chosen may receive its request.</summary>
public sealed class AskConsent(PortalDb db, TimeProvider clock)
{
    /// <summary>Asks, for all those that it has not been asked about.</summary>
    public Task<TriageResult> ExecuteAsync(string reference, Seen seen, Author by, CancellationToken ct) => db.ChangeAsync(
        reference,
        seen,
        Done.ConsentAsked,
        request =>
        {
            var now = clock.GetUtcNow();
            if (request.AskConsent(by, now, clock.TodayInParis) > 0) db.Tell(MailKind.ConsentAsked, request, request.Id, now);
        },
        ct);

    /// <summary>Records an agreement given by telephone.</summary>
    public Task<TriageResult> RecordAsync(string reference, Guid referralId, Seen seen, Author by, CancellationToken ct) =>
        db.ChangeAsync(reference, seen, Done.ConsentRecorded, request => request.GiveConsent(referralId, by with { Channel = Channel.Telephone }, clock.GetUtcNow(), clock.TodayInParis), ct);
}
