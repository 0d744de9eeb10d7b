using System.Globalization;
using System.Security.Claims;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Web.Security;

/// <summary>What the cookie says of the session.</summary>
public static class SessionClaims
{
    private const string IdType = "plus:session";
    private const string EndType = "plus:session-end";
    private const string FactorType = "plus:factor";

    /// <summary>The claims of a session.</summary>
    public static IReadOnlyList<Claim> Of(Session session) =>
    [
        new(IdType, session.Id.ToString()),
        new(EndType, session.EndsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        new(FactorType, session.Factor.ToString()),
    ];

    /// <summary>Those that a cookie holds.</summary>
    public static IReadOnlyList<Claim> Kept(ClaimsPrincipal user) => [.. user.Claims.Where(claim => claim.Type is IdType or EndType or FactorType)];

    extension(ClaimsPrincipal user)
    {
        /// <summary>Session of the person; null when the cookie names none.</summary>
        public Guid? SessionId => Guid.TryParse(user.FindFirstValue(IdType), out var id) ? id : null;

        /// <summary>Absolute end of the session, UTC; null when the cookie names none.</summary>
        public DateTimeOffset? SessionEndsAt => long.TryParse(user.FindFirstValue(EndType), CultureInfo.InvariantCulture, out var end) ? DateTimeOffset.FromUnixTimeSeconds(end) : null;

        /// <summary>How the person showed who it is, when the session began.</summary>
        public SecondFactor Factor => Enum.TryParse<SecondFactor>(user.FindFirstValue(FactorType), out var factor) ? factor : SecondFactor.None;

        /// <summary>Whether it showed more than a password.</summary>
        public bool HasSecondFactor => user.Factor != SecondFactor.None;
    }
}
