using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Tests.Security;

/// <summary>What every endpoint must say of itself. Each rule returns what breaks it, in words.</summary>
public static class EndpointRules
{
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        [Areas.Admin] = "admin",
        [Areas.Partner] = "partenaire",
        [Areas.Api] = "api",
        [Areas.Dev] = "dev",
    };

    private static readonly Dictionary<string, string[]> PoliciesOf = new()
    {
        [Areas.Admin] = [Policies.Admin, Policies.Administrator, Policies.Observation],
        [Areas.Partner] = [Policies.Partner, Policies.PartnerManager],
    };

    /// <summary>Pattern of a route without slash at either end.</summary>
    public static string PatternOf(this RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.Trim('/') ?? "";

    /// <summary>Methods that it answers; GET and POST when it does not say.</summary>
    public static IReadOnlyList<string> MethodsOf(this RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];

    /// <summary>Area of its controller; null when it has none.</summary>
    public static string? AreaOf(this RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.RouteValues.TryGetValue("area", out var area) == true ? area : null;

    /// <summary>Everybody may open it only when the list says so; else it names the policy of its area.</summary>
    public static IReadOnlyList<string> WithoutAudience(IEnumerable<RouteEndpoint> endpoints, IReadOnlyList<string> openToEverybody)
    {
        var broken = new List<string>();
        foreach (var endpoint in endpoints)
        {
            var pattern = endpoint.PatternOf();
            var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>().ToList();
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                if (!openToEverybody.Any(entry => Covers(entry, pattern))) broken.Add($"/{pattern} is open to everybody and not in the list");
            }
            else if (endpoint.AreaOf() == Areas.Account)
            {
                if (endpoint.Metadata.GetMetadata<IAuthorizeData>() is null) broken.Add($"/{pattern} names no audience");
            }
            else if (endpoint.AreaOf() is not { } area || !PoliciesOf.TryGetValue(area, out var expected))
            {
                if (policies.Count == 0) broken.Add($"/{pattern} names no audience");
            }
            else if (!policies.Any(expected.Contains))
            {
                broken.Add($"/{pattern} is in the area {area} without its policy");
            }
        }

        return broken;
    }

    /// <summary>Controllers live in Features.Area.Feature, and the addresses of an area begin alike.</summary>
    public static IReadOnlyList<string> OutOfPlace(IEnumerable<RouteEndpoint> endpoints)
    {
        var broken = new List<string>();
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action) continue;
            var area = endpoint.AreaOf() ?? "";
            var name = action.ControllerTypeInfo.FullName!;
            if (name.Split('.') is not ["PlusPortal", "Web", "Features", var folder, _, .., _] || folder != area) broken.Add($"{name} is not in Features.{area}.(feature)");
            var pattern = endpoint.PatternOf();
            var isInPrefix = Prefixes.TryGetValue(area, out var prefix)
                ? pattern == prefix || pattern.StartsWith(prefix + "/", StringComparison.Ordinal)
                : !Prefixes.Values.Any(other => pattern == other || pattern.StartsWith(other + "/", StringComparison.Ordinal));
            if (!isInPrefix) broken.Add($"/{pattern} does not begin as the area {area} does");
        }

        return broken;
    }

    /// <summary>Actions that take an entity, themselves or in a form: the visitor could then write any of its columns.</summary>
    public static IReadOnlyList<string> BoundToEntities(IEnumerable<RouteEndpoint> endpoints, IReadOnlySet<Type> entities)
    {
        var broken = new List<string>();
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action) continue;
            var seen = new HashSet<Type>();
            var bound = action.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType);

            // A page of the request form is bound by its step, not by a parameter.
            if (endpoint.Metadata.GetMetadata<FormStep>() is { } step) bound = bound.Append(step.Blank().GetType());
            foreach (var type in bound)
            {
                if (Reach(type, seen).FirstOrDefault(entities.Contains) is { } entity) broken.Add($"{action.DisplayName} binds {entity.Name}");
            }
        }

        return broken;
    }

    private static bool Covers(string entry, string pattern) => entry.EndsWith("/**", StringComparison.Ordinal)
        ? pattern == entry[..^3] || pattern.StartsWith(entry[..^2], StringComparison.Ordinal)
        : pattern == entry;

    /// <summary>The type and those of its writable properties, as deep as our own types go.</summary>
    private static IEnumerable<Type> Reach(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments().SelectMany(argument => Reach(argument, seen))) yield return argument;
        }

        if (type.Assembly.GetName().Name?.StartsWith("PlusPortal.", StringComparison.Ordinal) != true || !seen.Add(type)) yield break;
        yield return type;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite).SelectMany(property => Reach(property.PropertyType, seen))) yield return property;
    }
}
