using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace PlusPortal.Web.Security;

/// <summary>Names of the areas: the first folder under Features, the audience and the route prefix.</summary>
public static class Areas
{
    /// <summary>Anybody.</summary>
    public const string Public = nameof(Public);

    /// <summary>PLUS staff, under /admin.</summary>
    public const string Admin = nameof(Admin);

    /// <summary>Partners, under /partenaire.</summary>
    public const string Partner = nameof(Partner);

    /// <summary>Whoever is signed in, about the own account, under /compte.</summary>
    public const string Account = nameof(Account);

    /// <summary>Programs, under /api.</summary>
    public const string Api = nameof(Api);

    /// <summary>Developers, under /dev: in Development only.</summary>
    public const string Dev = nameof(Dev);
}

/// <summary>
/// Opens a page of the admin area to observers: counts, directory and rules, and no request, no name, no free text. What such
/// a page does not show to them it does not read either. <c>EndpointTests</c> lists every page that says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForObserversTooAttribute : Attribute;

/// <summary>
/// Opens a page of the own account to who must have a second factor and has shown none: what it takes to set one up, and no more.
/// A password alone reads and does nothing else (statement 6). <c>EndpointTests</c> lists every page that says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BeforeSecondFactorAttribute : Attribute;

/// <summary>Gives each action the audience of its area, so that a new page can forget nothing.</summary>
public sealed class AreaPolicyConvention : IControllerModelConvention
{
    /// <inheritdoc />
    public void Apply(ControllerModel controller)
    {
        controller.RouteValues.TryGetValue("area", out var area);
        Func<ActionModel, object> audienceOf = area switch
        {
            Areas.Public or Areas.Api or Areas.Dev => _ => new AllowAnonymousAttribute(),
            Areas.Admin => action => new AuthorizeAttribute(action.Attributes.OfType<ForObserversTooAttribute>().Any() ? Policies.Observation : Policies.Admin),
            Areas.Partner => _ => new AuthorizeAttribute(Policies.Partner),
            Areas.Account => action => action.Attributes.OfType<BeforeSecondFactorAttribute>().Any() ? new AuthorizeAttribute() : new AuthorizeAttribute(Policies.Account),
            _ => throw new InvalidOperationException($"{controller.ControllerType.Name} has no area: say who may see it."),
        };
        foreach (var action in controller.Actions)
        {
            foreach (var selector in action.Selectors) selector.EndpointMetadata.Add(audienceOf(action));
        }
    }
}
