using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace PlusPortal.Web.Security;

/// <summary>Takes the controllers of the area <see cref="Areas.Dev"/> away outside Development, before they get a route.</summary>
public sealed class DevelopmentOnlyConvention(IHostEnvironment environment) : IApplicationModelConvention
{
    /// <inheritdoc />
    public void Apply(ApplicationModel application)
    {
        if (environment.IsDevelopment()) return;
        foreach (var controller in application.Controllers.Where(candidate => candidate.RouteValues.TryGetValue("area", out var area) && area == Areas.Dev).ToList())
        {
            application.Controllers.Remove(controller);
        }
    }
}
