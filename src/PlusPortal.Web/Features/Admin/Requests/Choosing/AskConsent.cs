using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Choosing;

/// <summary>Asks the structure whether the actors chosen may receive its request.</summary>
public sealed class AskConsent(RequestChange change, TimeProvider clock)
{
    /// <summary>Asks, for all those that it has not been asked about.</summary>
    public Task<RequestResult> ExecuteAsync(string reference, Seen seen, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.AskConsent, (request, today) => request.AskConsent(by, clock.GetUtcNow(), today), ct);

    /// <summary>Records an agreement given by telephone.</summary>
    public Task<RequestResult> RecordAsync(string reference, Guid referralId, Seen seen, Author by, CancellationToken ct) =>
        change.ExecuteAsync(reference, seen, Acts.GiveConsent, (request, today) => request.GiveConsent(referralId, by with { Channel = Channel.Telephone }, clock.GetUtcNow(), today), ct);
}
