using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PlusPortal.Data.Links;

namespace PlusPortal.Web.Links;

/// <summary>
/// The tracking link shown on the confirmation page. Its token is derived from the secret of the visitor's cookie, so
/// that the page can show it again after a reload while only its hash is stored. It does not prove the address: only
/// the link received by e-mail does.
/// </summary>
public static class TrackingLink
{
    /// <summary>Token for the holder of a secret: HMAC-SHA256, 256 bits, of the length of any other token.</summary>
    public static string TokenFor(string secret, Guid requestId) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), Encoding.ASCII.GetBytes($"tracking/{requestId:N}")));

    /// <summary>The row that makes it work.</summary>
    /// <param name="secret">Secret of the device.</param>
    /// <param name="requestId">Request that it opens.</param>
    /// <param name="closedAt">When the request ended; null while it is open.</param>
    /// <param name="now">Current time.</param>
    public static AccessLink For(string secret, Guid requestId, DateTimeOffset? closedAt, DateTimeOffset now) => new()
    {
        TokenHash = LinkTokens.Hash(TokenFor(secret, requestId)),
        Purpose = LinkPurpose.Tracking,
        SubjectId = requestId,
        CreatedAt = now,
        ExpiresAt = LinkIssuer.EndOfTracking(closedAt, now),
        ProvesAddress = false,
    };
}
