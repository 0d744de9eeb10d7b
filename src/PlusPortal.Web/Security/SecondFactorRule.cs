using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace PlusPortal.Web.Security;

/// <summary>Of the spaces of PLUS and of partners: who must have a second factor has shown it (statement 6, ASVS 5.0, 6.3.3).</summary>
public sealed class SecondFactorRule : IAuthorizationRequirement;

/// <summary>Judges it.</summary>
public sealed class SecondFactorJudge(IOptions<AccountOptions> accounts) : AuthorizationHandler<SecondFactorRule>
{
    /// <inheritdoc />
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SecondFactorRule requirement)
    {
        var user = context.User;
        if (!user.MustHaveSecondFactor || user.HasSecondFactor || !accounts.Value.RequireSecondFactor) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
