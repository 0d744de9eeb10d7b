using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace PlusPortal.Web.Security;

/// <summary>Marks a controller that exists in Development only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DevelopmentOnlyAttribute : Attribute;

/// <summary>Takes those controllers away elsewhere, before they get a route.</summary>
public sealed class DevelopmentOnlyConvention(IHostEnvironment environment) : IApplicationModelConvention
{
    /// <inheritdoc />
    public void Apply(ApplicationModel application)
    {
        if (environment.IsDevelopment()) return;
        foreach (var controller in application.Controllers.Where(candidate => candidate.Attributes.OfType<DevelopmentOnlyAttribute>().Any()).ToList())
        {
            application.Controllers.Remove(controller);
        }
    }
}
