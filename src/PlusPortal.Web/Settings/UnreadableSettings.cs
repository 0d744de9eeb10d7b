using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace PlusPortal.Web.Settings;

/// <summary>What a section of the configuration holds that its class cannot take: a name that it does not have, a word where a number is due, half of what belongs together.</summary>
public static class UnreadableSettings
{
    /// <summary>One sentence for each, in the order of the configuration.</summary>
    /// <param name="section">The section.</param>
    /// <param name="type">Its class; a property that is a class of its own is a group, whose settings are set together.</param>
    public static IEnumerable<string> In(IConfigurationSection section, Type type)
    {
        var properties = SettableOf(type).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var found in section.GetChildren())
        {
            if (!properties.TryGetValue(found.Key, out var property))
            {
                yield return $"{NameOf(found)} is not a setting of the portal: remove it, or write one of {string.Join(", ", properties.Values.Select(known => $"{NameOf(section)}__{known.Name}"))}{(properties.Values.Any(known => IsGroup(known.PropertyType)) ? " (a group, see docs/settings.md)" : "")}.";
            }
            else if (IsGroup(property.PropertyType))
            {
                foreach (var problem in In(found, property.PropertyType)) yield return problem;
                var names = SettableOf(property.PropertyType).Select(part => part.Name).ToList();
                var missing = names.Where(part => !found.GetSection(part).Exists()).ToList();
                if (!string.IsNullOrEmpty(found.Value)) yield return $"Set {string.Join(" and ", names.Select(part => $"{NameOf(found)}__{part}"))}, not {NameOf(found)} itself.";
                if (missing.Count > 0 && missing.Count < names.Count)
                    yield return $"{NameOf(found)} is set by half: set {string.Join(" and ", missing.Select(part => $"{NameOf(found)}__{part}"))} too.";
            }
            else if (!CanRead(property.PropertyType, found))
            {
                yield return $"Set {NameOf(found)} to {Expected(property.PropertyType)}; it is \"{found.Value}\".";
            }
        }
    }

    /// <summary>The settings of a class or of a group of it, in the order in which they are written there.</summary>
    public static IEnumerable<PropertyInfo> SettableOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true });

    /// <summary>Whether a property holds several settings.</summary>
    public static bool IsGroup(Type type) => type.IsClass && type != typeof(string);

    private static bool CanRead(Type type, IConfigurationSection found)
    {
        if (type == typeof(string)) return !found.GetChildren().Any();
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            var value = TypeDescriptor.GetConverter(kind).ConvertFromInvariantString(found.Value ?? "");
            return !kind.IsEnum || Enum.IsDefined(kind, value!);
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Expected(Type type)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        if (kind.IsEnum) return "one of " + string.Join(", ", Enum.GetNames(kind));
        if (kind == typeof(bool)) return "true or false";
        if (kind == typeof(int)) return "a whole number";
        if (kind == typeof(double)) return "a number, with a point before decimals";
        return string.Create(CultureInfo.InvariantCulture, $"one {(kind == typeof(string) ? "text" : kind.Name)}");
    }

    private static string NameOf(IConfigurationSection section) => section.Path.Replace(":", "__", StringComparison.Ordinal);
}
