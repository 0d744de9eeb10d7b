using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Tests.Settings;

/// <summary>What a class of settings must be. Each rule returns what breaks it, in words.</summary>
internal static class SettingsRules
{
    /// <summary>The classes of settings of an assembly.</summary>
    public static IReadOnlyList<Type> Of(Assembly assembly) => [.. assembly.GetTypes().Where(IsSettings).OrderBy(SectionOf, StringComparer.Ordinal)];

    /// <summary>Section of a class of settings.</summary>
    public static string SectionOf(Type settings) => (string)settings.GetProperty(nameof(ISettings<RightOptions>.Section), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>
    /// Classes of ours that are named like settings, or that something fills, without being checked. What is registered is read
    /// from the services: a class that is bound, configured or asked for must also have its check.
    /// </summary>
    public static IReadOnlyList<string> Unchecked(IEnumerable<Type> types, IServiceCollection services)
    {
        var broken = new List<string>();
        var named = types.Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Options", StringComparison.Ordinal));
        var filled = services.Select(service => service.ServiceType).Where(IsAboutOptions).Select(type => type.GenericTypeArguments[0]).Where(IsOurs);
        foreach (var type in named.Concat(filled).Distinct())
        {
            if (!IsSettings(type)) broken.Add($"{type.Name} is not checked at start: let it be ISettings<{type.Name}>");
            else if (!services.Any(service => service.ServiceType == typeof(IValidateOptions<>).MakeGenericType(type))) broken.Add($"{type.Name} is never registered: services.AddSettings<{type.Name}>()");
        }

        return broken;
    }

    private static bool IsSettings(Type type) => type.GetInterfaces().Any(found => found.IsGenericType && found.GetGenericTypeDefinition() == typeof(ISettings<>));

    private static bool IsAboutOptions(Type service) => service.IsGenericType && !service.IsGenericTypeDefinition
        && (service.GetGenericTypeDefinition() == typeof(IConfigureOptions<>) || service.GetGenericTypeDefinition() == typeof(IOptionsChangeTokenSource<>) || service.GetGenericTypeDefinition() == typeof(IPostConfigureOptions<>));

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name?.StartsWith("PlusPortal.", StringComparison.Ordinal) == true;
}

/// <summary>As it should be.</summary>
internal sealed class RightOptions : ISettings<RightOptions>
{
    public static string Section => "Right";

    public int Size { get; set; } = 1;

    public IEnumerable<string> Problems()
    {
        if (Size < 1) yield return "Set Right__Size to 1 or more.";
    }
}

/// <summary>Wrong sample: nothing says what its values must be.</summary>
internal sealed class UncheckedOptions
{
    public int Size { get; set; }
}

/// <summary>Wrong sample: says it, and nobody asks.</summary>
internal sealed class ForgottenOptions : ISettings<ForgottenOptions>
{
    public static string Section => "Forgotten";

    public IEnumerable<string> Problems() => [];
}

/// <summary>Wrong sample, by another name.</summary>
internal sealed class SizeChoice
{
    public int Size { get; set; }
}
