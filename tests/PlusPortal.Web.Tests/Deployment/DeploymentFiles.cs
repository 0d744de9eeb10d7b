using System.Text.RegularExpressions;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Deployment;

/// <summary>What a person who installs the portal reads and copies.</summary>
internal static partial class DeploymentFiles
{
    public static string Document { get; } = Read("docs", "deployment.md");

    public static string Readme { get; } = Read("README.md");

    public static string Compose { get; } = Read("docker-compose.yml");

    public static string Roles { get; } = Read("deploy", "roles.sql");

    public static string Site { get; } = Read("deploy", "nginx", "plus-portal.conf");

    /// <summary>Every file of <c>deploy</c>, from the root of the repository.</summary>
    public static IReadOnlyList<string> Installed { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFolder.Of("deploy"), "*", SearchOption.AllDirectories)
            .Select(file => "deploy/" + Path.GetRelativePath(RepositoryFolder.Of("deploy"), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The settings of <c>deploy/portal.env.example</c>.</summary>
    public static IReadOnlyDictionary<string, string> ExampleSettings { get; } = Setting().Matches(Read("deploy", "portal.env.example")).ToDictionary(found => found.Groups["name"].Value, found => found.Groups["value"].Value);

    /// <summary>The settings of the service « portal » of <c>docker-compose.yml</c>, and those that its image brings.</summary>
    public static IReadOnlyDictionary<string, string> ComposeSettings { get; } =
        ComposeSetting().Matches(Service("portal")).Concat(Setting().Matches(Read("src", "PlusPortal.Web", "Dockerfile").Replace("ENV ", "", StringComparison.Ordinal).Replace(" \\", "", StringComparison.Ordinal)))
            .ToDictionary(found => found.Groups["name"].Value, found => found.Groups["value"].Value.Trim('"'));

    public static string Read(params string[] path) => File.ReadAllText(RepositoryFolder.Of(path));

    /// <summary>The lines of a service of <c>docker-compose.yml</c>.</summary>
    public static string Service(string name) => Regex.Match(Compose, $@"^  {name}:\n((?:    .*\n|\n|  #.*\n)+)", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z]+_[A-Za-z_]+)=(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^      (?<name>[A-Za-z]+_[A-Za-z_]+): (?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex ComposeSetting();
}
