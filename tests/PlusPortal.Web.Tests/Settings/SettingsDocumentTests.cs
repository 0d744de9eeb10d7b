using System.Globalization;
using System.Text.RegularExpressions;
using PlusPortal.Testing;
using PlusPortal.Web.Settings;
using PlusPortal.Web.Startup;

namespace PlusPortal.Web.Tests.Settings;

/// <summary><c>docs/settings.md</c> lists every setting, with its default; nothing else.</summary>
public sealed partial class SettingsDocumentTests
{
    private const string None = "none";

    [Fact]
    public void Document_lists_the_settings_of_every_class_with_their_defaults() =>
        Assert.Equal(Known(typeof(PortalRunner).Assembly.GetTypes().Where(type => SettingsRules.Of(typeof(PortalRunner).Assembly).Contains(type))), Documented().Where(row => OfAClass(row.Name)).ToDictionary(row => row.Name, row => row.Default));

    [Fact]
    public void Setting_that_the_document_lacks_is_reported() =>
        Assert.Equal("1", Assert.Contains("Right__Size", Known([typeof(RightOptions)])));

    [Fact]
    public void Every_row_says_meaning_unit_default_and_what_is_refused() =>
        Assert.All(Documented(), row => Assert.All(row.Cells, cell => Assert.NotEmpty(cell)));

    [Fact]
    public void Variables_of_our_own_are_listed()
    {
        var variables = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.Of(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(file => OwnVariable().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct()
            .ToList();

        Assert.NotEmpty(variables);
        Assert.All(variables, variable => Assert.Contains(variable, Documented().Select(row => row.Name)));
    }

    private static bool OfAClass(string name) => SettingsRules.Of(typeof(PortalRunner).Assembly).Any(type => name.StartsWith(SettingsRules.SectionOf(type) + "__", StringComparison.Ordinal));

    private static Dictionary<string, string> Known(IEnumerable<Type> classes) => classes
        .SelectMany(type => Leaves(SettingsRules.SectionOf(type), Activator.CreateInstance(type)!))
        .ToDictionary(leaf => leaf.Name, leaf => leaf.Default);

    private static IEnumerable<(string Name, string Default)> Leaves(string prefix, object settings) => UnreadableSettings.SettableOf(settings.GetType()).SelectMany(property =>
    {
        var (name, value) = ($"{prefix}__{property.Name}", property.GetValue(settings));
        return UnreadableSettings.IsGroup(property.PropertyType) ? Leaves(name, value!) : [(name, Written(value))];
    });

    private static string Written(object? value) => value switch
    {
        null => None,
        bool choice => choice ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Rows of the tables: « | `Name` | meaning | unit | default | refused | ».</summary>
    private static List<(string Name, string Default, string[] Cells)> Documented() =>
    [
        .. File.ReadAllLines(RepositoryFolder.Of("docs", "settings.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim()).ToArray())
            .Select(cells => (cells[0].Trim('`'), Default().Match(cells[3]).Groups[1].Value, cells)),
    ];

    [GeneratedRegex("^`?([^`,;:( ]+)`?")]
    private static partial Regex Default();

    [GeneratedRegex("\"(PLUS_[A-Z_]+)\"")]
    private static partial Regex OwnVariable();
}
