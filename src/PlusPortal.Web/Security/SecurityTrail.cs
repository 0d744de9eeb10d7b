using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Security;

/// <summary>Writes a security event where the framework refuses, so that no page has to think of it.</summary>
public static class SecurityTrail
{
    /// <summary>Registers it.</summary>
    public static void AddSecurityTrail(this IServiceCollection services)
    {
        services.AddAudit();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, TellRefusedAccess>();
    }

    /// <summary>Looks at the answers to people who are signed in: addresses that do not exist, or not for them, are how one looks for other people's pages.</summary>
    public static void UseSecurityTrail(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context is { Response.StatusCode: StatusCodes.Status404NotFound, User.Identity.IsAuthenticated: true, IsErrorPage: false }) context.RequestServices.GetRequiredService<SecurityLog>().Write(SecurityEvent.NotFound);
    });

    private sealed class TellRefusedAccess(SecurityLog log) : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler framework = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Forbidden && LacksOnlySecondFactor(authorizeResult.AuthorizationFailure))
            {
                // The page waits; a form that was sent is not sent again from elsewhere.
                context.Response.Redirect(AccountAddress.SecondFactorFor(HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : PublicAddress.Home));
                return Task.CompletedTask;
            }

            if (authorizeResult.Forbidden) log.Write(SecurityEvent.AccessRefused);
            return framework.HandleAsync(next, context, policy, authorizeResult);
        }

        private static bool LacksOnlySecondFactor(AuthorizationFailure? failure) => failure?.FailedRequirements.ToList() is [_, ..] failed && failed.TrueForAll(requirement => requirement is SecondFactorRule);
    }
}

/// <summary>Tells a form that came without the token of its page.</summary>
/// <param name="log">The log.</param>
public sealed class TellRefusedForm(SecurityLog log) : IAlwaysRunResultFilter
{
    /// <inheritdoc />
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) log.Write(SecurityEvent.FormRefused);
    }

    /// <inheritdoc />
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
