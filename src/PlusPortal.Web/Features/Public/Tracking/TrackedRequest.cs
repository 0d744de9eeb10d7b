namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>The request that a private link opened, and the token that did it.</summary>
/// <param name="RequestId">Request.</param>
/// <param name="Token">Token of the address, for the links of the page.</param>
/// <param name="MustConfirmAddress">Whether the link came by e-mail and the address is not proven yet: nothing is shown before one press on a button.</param>
public sealed record TrackedRequest(Guid RequestId, string Token, bool MustConfirmAddress);
