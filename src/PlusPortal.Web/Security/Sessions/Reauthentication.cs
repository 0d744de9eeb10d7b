using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Limits;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Security.Sessions;

/// <summary>Before the door itself is changed, the person says its password again (ASVS 5.0, 7.5.1); not for the first second factor, just after signing in with that password.</summary>
public sealed class Reauthentication(UserManager<PortalUser> users, IOptions<AccountOptions> accounts, LimitCounter limits, IOptions<RateLimitOptions> settings, IHttpContextAccessor accessor, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Status of the page that shows a refusal: 429 once enough wrong passwords were tried.</summary>
    public int RefusalStatus { get; private set; } = StatusCodes.Status400BadRequest;

    /// <summary>Whether the password has to be said.</summary>
    public bool IsNeeded(ClaimsPrincipal person) =>
        person.HasSecondFactor || person.SessionEndsAt is not { } end || clock.GetUtcNow() - (end - accounts.Value.LifeOf(person.IsPartner).Longest) > Fresh;

    /// <summary>Checks it where it has to be said; adds the sentence of a refusal to the field.</summary>
    public async Task<bool> PassesAsync(ClaimsPrincipal person, PortalUser user, string? password, ModelStateDictionary state, string field, CancellationToken ct) =>
        !IsNeeded(person) || await IsRightAsync(user, password, state, field, ct);

    /// <summary>Checks it always.</summary>
    public async Task<bool> IsRightAsync(PortalUser user, string? password, ModelStateDictionary state, string field, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(password))
        {
            state.AddModelError(field, "Indiquez votre mot de passe actuel.");
            return false;
        }

        // Counted before it is looked at, so that tries made at one moment are no more than the others; a right one is none.
        var verdict = await limits.CountAsync(LimitPurpose.Reauthentication, $"{user.Id}", settings.Value.Of(LimitPurpose.Reauthentication), ct);
        if (!verdict.Passes)
        {
            Http.RefuseFor(verdict);
            RefusalStatus = StatusCodes.Status429TooManyRequests;
            state.AddModelError(field, $"Trop d’essais. Attendez {Waiting.InWords(verdict.RetryAfter)}, puis réessayez.");
            return false;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            state.AddModelError(field, "Ce mot de passe n’est pas le bon. Vérifiez-le, puis réessayez.");
            return false;
        }

        await limits.ForgetAsync(LimitPurpose.Reauthentication, $"{user.Id}", ct);
        return true;
    }
}
