using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Features.Admin.Requests.Correcting;

/// <summary>Corrects the address of the person. The announcer sends a link to it and ends those that went to the former one.</summary>
public sealed class CorrectAddress(RequestChange change, TimeProvider clock)
{
    /// <summary>Corrects.</summary>
    /// <param name="reference">Reference of the request.</param>
    /// <param name="seen">What the person had seen.</param>
    /// <param name="email">The right address, checked.</param>
    /// <param name="by">Member of staff.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, string email, Author by, CancellationToken ct)
    {
        var isKnown = false;
        var result = await change.ExecuteAsync(reference, seen, Acts.CorrectAddress, (request, _) =>
        {
            isKnown = string.Equals(email, request.Contact.Email, StringComparison.OrdinalIgnoreCase);
            request.CorrectAddress(email, by, clock.GetUtcNow());
        }, ct);
        return isKnown ? new RequestResult.Refused("Form.Email", "C’est l’adresse enregistrée. Écrivez la bonne, ou revenez à la demande.") : result;
    }
}
