using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using PlusPortal.Domain.People;
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
        [Areas.Account] = [Policies.Account],
    };

    /// <summary>What somebody who must have a second factor opens before it has one: what it takes to set it up. Another one is a way around it.</summary>
    public static IReadOnlyList<string> BeforeSecondFactor { get; } =
        ["compte/second-facteur GET", "compte/second-facteur/application GET", "compte/second-facteur/application POST", "compte/cles GET", "compte/cles POST", "compte/cles/options POST", "compte/prolonger POST"];

    /// <summary>Pages of the admin area that observers may open, each by GET alone; another one is a decision of PLUS.</summary>
    public static IReadOnlyList<string> ForObservers { get; } = ["admin", "admin/annuaire", "admin/annuaire/{id:guid}", "admin/regles", "admin/regles/{number:int}"];

    /// <summary>What staff alone may not do, and contributors alone may not do: the policy that must be there. « /** » covers what is under it.</summary>
    public static IReadOnlyList<(string Pattern, string Policy)> Stricter { get; } =
    [
        ("admin/taches/**", Policies.Administrator),
        ("admin/conservation/**", Policies.Administrator),
        ("admin/journal/**", Policies.Administrator),
        ("admin/regles/{number:int}/publication", Policies.Administrator),
        ("partenaire/equipe/**", Policies.PartnerManager),
    ];

    /// <summary>Pattern of a route without slash at either end.</summary>
    public static string PatternOf(this RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.Trim('/') ?? "";

    /// <summary>Methods that it answers; GET and POST when it does not say.</summary>
    public static IReadOnlyList<string> MethodsOf(this RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];

    /// <summary>Area of its controller; null when it has none.</summary>
    public static string? AreaOf(this RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.RouteValues.TryGetValue("area", out var area) == true ? area : null;

    /// <summary>Whether a person of that role may open it, as its area and the lists above say; nobody signed in when null.</summary>
    public static bool IsOpenTo(this RouteEndpoint endpoint, PersonRole? role)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return true;
        if (role is not { } person) return false;
        var policies = endpoint.PoliciesNamed();
        return endpoint.AreaOf() switch
        {
            Areas.Admin when person == PersonRole.Observer => ForObservers.Contains(endpoint.PatternOf()) && endpoint.MethodsOf() is ["GET"],
            Areas.Admin when policies.Contains(Policies.Administrator) => person == PersonRole.Administrator,
            Areas.Admin => person is PersonRole.Administrator or PersonRole.Staff,
            Areas.Partner when policies.Contains(Policies.PartnerManager) => person == PersonRole.PartnerManager,
            Areas.Partner => person.IsPartner,
            _ => true,
        };
    }

    /// <summary>Observers open what the list says, by GET, and nothing else; the list names nothing that is not there.</summary>
    public static IReadOnlyList<string> OpenToObservers(IReadOnlyList<RouteEndpoint> endpoints, IReadOnlyList<string> listed)
    {
        var open = endpoints.Where(endpoint => endpoint.AreaOf() == Areas.Admin && !endpoint.PoliciesNamed().Any(policy => policy is Policies.Admin or Policies.Administrator)).ToList();
        return
        [
            .. open.Where(endpoint => !listed.Contains(endpoint.PatternOf())).Select(endpoint => $"/{endpoint.PatternOf()} is open to observers and not in the list"),
            .. open.Where(endpoint => endpoint.MethodsOf() is not ["GET"]).Select(endpoint => $"/{endpoint.PatternOf()} is open to observers by {string.Join(", ", endpoint.MethodsOf())}"),
            .. listed.Except(open.Select(PatternOf)).Select(pattern => $"/{pattern} is in the list and not open to observers"),
        ];
    }

    /// <summary>The own account opens to a password alone where the list says so, and nowhere else; the list names nothing that is not there.</summary>
    public static IReadOnlyList<string> OpenBeforeSecondFactor(IReadOnlyList<RouteEndpoint> endpoints, IReadOnlyList<string> listed)
    {
        var open = endpoints.Where(endpoint => endpoint.AreaOf() == Areas.Account && !endpoint.PoliciesNamed().Contains(Policies.Account)).ToList();
        return
        [
            .. open.Where(endpoint => !endpoint.Opens(listed)).Select(endpoint => $"/{endpoint.PatternOf()} is open before the second factor and not in the list"),
            .. listed.Where(entry => !open.Any(endpoint => endpoint.Opens([entry]))).Select(entry => $"/{entry} is in the list and not open before the second factor"),
        ];
    }

    /// <summary>What is for administrators, or for managers, says so beside its area.</summary>
    public static IReadOnlyList<string> WithoutStricterPolicy(IEnumerable<RouteEndpoint> endpoints, IReadOnlyList<(string Pattern, string Policy)> stricter) =>
    [
        .. from endpoint in endpoints
           from rule in stricter
           where Covers(rule.Pattern, endpoint.PatternOf()) && !endpoint.PoliciesNamed().Contains(rule.Policy)
           select $"/{endpoint.PatternOf()} is not for {rule.Policy} alone",
    ];

    /// <summary>Everybody may open it only when the list says so; else it names the policy of its area.</summary>
    public static IReadOnlyList<string> WithoutAudience(IEnumerable<RouteEndpoint> endpoints, IReadOnlyList<string> openToEverybody)
    {
        var broken = new List<string>();
        foreach (var endpoint in endpoints)
        {
            var pattern = endpoint.PatternOf();
            var policies = endpoint.PoliciesNamed();
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                if (!openToEverybody.Any(entry => Covers(entry, pattern))) broken.Add($"/{pattern} is open to everybody and not in the list");
            }
            else if (endpoint.AreaOf() == Areas.Account && endpoint.Opens(before: BeforeSecondFactor))
            {
                if (endpoint.Metadata.GetMetadata<IAuthorizeData>() is null) broken.Add($"/{pattern} does not ask who is there");
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

    private static List<string> PoliciesNamed(this RouteEndpoint endpoint) => [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>()];

    private static bool Opens(this RouteEndpoint endpoint, IReadOnlyList<string> before) => endpoint.MethodsOf().All(method => before.Contains($"{endpoint.PatternOf()} {method}"));

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
