using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PlusPortal.Web.Features.Public.Orientation.Drafts;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>Gives <see cref="StepsController"/> the address of each page of questions, as if it were written there: what is no page is no address.</summary>
public sealed class StepRoutes(FormSteps form) : IControllerModelConvention
{
    /// <inheritdoc />
    public void Apply(ControllerModel controller)
    {
        if (controller.ControllerType != typeof(StepsController)) return;
        foreach (var action in controller.Actions)
        {
            var pattern = action.Selectors.Single();
            action.Selectors.Clear();
            foreach (var step in form.All.Where(step => !step.HasOwnController))
            {
                var selector = new SelectorModel(pattern) { AttributeRouteModel = new AttributeRouteModel { Template = OrientationLinks.Prefix + step.Slug } };
                selector.EndpointMetadata.Add(step);
                action.Selectors.Add(selector);
            }
        }
    }
}
