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

/// <summary>Gives each controller the audience of its area, so that a new page can forget nothing.</summary>
public sealed class AreaPolicyConvention : IControllerModelConvention
{
    /// <inheritdoc />
    public void Apply(ControllerModel controller)
    {
        controller.RouteValues.TryGetValue("area", out var area);
        object audience = area switch
        {
            Areas.Public or Areas.Api or Areas.Dev => new AllowAnonymousAttribute(),
            Areas.Admin => new AuthorizeAttribute(Policies.Admin),
            Areas.Partner => new AuthorizeAttribute(Policies.Partner),
            Areas.Account => new AuthorizeAttribute(),
            _ => throw new InvalidOperationException($"{controller.ControllerType.Name} has no area: say who may see it."),
        };
        foreach (var selector in controller.Selectors) selector.EndpointMetadata.Add(audience);
        foreach (var selector in controller.Actions.SelectMany(action => action.Selectors)) selector.EndpointMetadata.Add(audience);
    }
}
