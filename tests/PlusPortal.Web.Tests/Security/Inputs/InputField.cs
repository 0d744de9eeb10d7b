using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Testing;
using PlusPortal.Web.Features.Public.Orientation.Steps;

namespace PlusPortal.Web.Tests.Security.Inputs;

/// <summary>One value that an address takes from outside, as MVC binds it.</summary>
/// <param name="Endpoint">Who takes it.</param>
/// <param name="Name">Its key in the route, the query or the form.</param>
/// <param name="Source">Where it stands; null when the query and the form both may hold it.</param>
/// <param name="Type">What it becomes.</param>
/// <param name="Property">The property of a form; null for an argument of the action.</param>
public sealed record InputField(RouteEndpoint Endpoint, string Name, BindingSource? Source, Type Type, PropertyInfo? Property)
{
    /// <summary>Whether it stays the text that was typed.</summary>
    public bool IsText => Type == typeof(string);

    /// <summary>Whether the form of a POST may hold it.</summary>
    public bool IsInForm => Source != BindingSource.Path && Source != BindingSource.Query && Source != BindingSource.Body && Endpoint.MethodsOf().Contains("POST");

    /// <summary>Whether the query may hold it.</summary>
    public bool IsInQuery => Source == BindingSource.Query || (Source is null && Property is null) || (Source is null && !Endpoint.MethodsOf().Contains("POST"));

    /// <summary>Everything that the addresses of a portal bind.</summary>
    public static IReadOnlyList<InputField> AllOf(PortalFactory portal)
    {
        var metadata = portal.Services.GetRequiredService<IModelMetadataProvider>();
        return [.. portal.Endpoints().SelectMany(endpoint => Of(endpoint, metadata))];
    }

    private static IEnumerable<InputField> Of(RouteEndpoint endpoint, IModelMetadataProvider metadata)
    {
        // A part of the path that no argument takes is read by a filter, or by what is no controller.
        var action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>();
        foreach (var part in endpoint.RoutePattern.Parameters.Where(part => action?.Parameters.Any(parameter => parameter.Name == part.Name) != true))
            yield return new InputField(endpoint, part.Name, BindingSource.Path, typeof(string), null);
        if (action is null) yield break;
        foreach (var parameter in action.Parameters.Where(parameter => !IsGiven(parameter)))
        {
            var source = parameter.BindingInfo?.BindingSource;
            if (source == BindingSource.Body)
            {
                foreach (var field in BodyOf(parameter.ParameterType)) yield return new InputField(endpoint, field.Name, source, field.Type, null);
                continue;
            }

            if (endpoint.RoutePattern.Parameters.Any(part => part.Name == parameter.Name)) source = BindingSource.Path;
            var name = parameter.BindingInfo?.BinderModelName ?? parameter.Name;
            var type = metadata.GetMetadataForType(parameter.ParameterType);
            var prefix = type.IsComplexType && !type.IsEnumerableType ? parameter.BindingInfo?.BinderModelName ?? "" : name;
            foreach (var field in Leaves(type, prefix, null, 0)) yield return new InputField(endpoint, field.Name, source, field.Type, field.Property);
        }

        // A page of the request form is bound by its step, not by an argument.
        if (endpoint.Metadata.GetMetadata<FormStep>() is { } step && endpoint.MethodsOf().Contains("POST"))
        {
            foreach (var field in Leaves(metadata.GetMetadataForType(step.Blank().GetType()), "", null, 0)) yield return new InputField(endpoint, field.Name, BindingSource.Form, field.Type, field.Property);
        }
    }

    /// <summary>A body that is no form: its texts and lists of texts, as a program names them.</summary>
    private static IEnumerable<(string Name, Type Type)> BodyOf(Type body) =>
        from property in body.GetProperties()
        where property.PropertyType == typeof(string) || property.PropertyType.IsAssignableTo(typeof(IEnumerable<string>))
        select (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.PropertyType);

    private static bool IsGiven(ParameterDescriptor parameter) =>
        parameter.ParameterType == typeof(CancellationToken) || parameter.BindingInfo?.BindingSource is { IsFromRequest: false };

    private static IEnumerable<(string Name, Type Type, PropertyInfo? Property)> Leaves(ModelMetadata model, string name, PropertyInfo? property, int depth)
    {
        if (depth > 4) yield break;
        if (model.ElementMetadata is { } item)
        {
            var isDictionary = model.ModelType.GetInterfaces().Append(model.ModelType).Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) || type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(IDictionary<,>));
            if (isDictionary) yield return (name + "[essai]", model.ModelType.GetGenericArguments()[^1], property);
            else if (item.IsComplexType) foreach (var leaf in Leaves(item, name + "[0]", property, depth + 1)) yield return leaf;
            else yield return (name, item.ModelType == typeof(string) ? model.ModelType : item.ModelType, property);
            yield break;
        }

        if (!model.IsComplexType)
        {
            yield return (name, model.ModelType, property);
            yield break;
        }

        foreach (var part in model.Properties.Where(part => part.IsBindingAllowed && !part.IsReadOnly))
        {
            var key = part.BinderModelName ?? part.PropertyName!;
            var of = model.ModelType.GetProperty(part.PropertyName!);
            foreach (var leaf in Leaves(part, part.BinderModelName is not null || name.Length == 0 ? key : $"{name}.{key}", of, depth + 1)) yield return leaf;
        }
    }
}
