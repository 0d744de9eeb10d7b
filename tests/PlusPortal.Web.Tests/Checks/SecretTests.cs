using System.Text.RegularExpressions;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Checks;

/// <summary>Nothing in the repository opens anything but a demonstration.</summary>
public sealed partial class SecretTests
{
    /// <summary>Known to everybody, on purpose: Production refuses them.</summary>
    private static readonly string[] Published = ["SampleAccounts.cs", "PortalFactory.cs"];

    private static readonly string[] Folders = ["src", "deploy", "docs", ".ci", Path.Combine("tests", "scripts"), Path.Combine("tests", "PlusPortal.Testing")];
    private static readonly string[] Files = ["docker-compose.yml", "README.md"];
    private static readonly string[] Made = ["bin", "obj", "node_modules", "css", "fonts", ".data"];

    [Fact]
    public void Repository_holds_no_secret()
    {
        var files = Tracked();

        Assert.True(files.Count > 500, $"{files.Count} files");
        Assert.Empty(files.Where(file => !Published.Contains(Path.GetFileName(file))).SelectMany(file => SecretsIn(Path.GetFileName(file), Read(file))));
    }

    [Theory]
    [InlineData("-----BEGIN RSA PRIVATE " + "KEY-----\nMIIEowIBAAKCAQEA")]
    [InlineData("ConnectionStrings__Portal=Host=db;Username=plus;Password=" + "kT9fQ2mXw7")]
    [InlineData("\"Smtp\": { \"Password" + "\": \"kT9fQ2mXw7\" }")]
    [InlineData("PLUS_" + "DB_APP_PASSWORD=kT9fQ2mXw7")]
    [InlineData("const string Password = \"" + "kT9fQ2mXw7kT9f\";")]
    [InlineData("token = \"ghp_" + "0123456789abcdefghijABCDEFGHIJ012345\"")]
    public void Secret_is_reported(string text) => Assert.NotEmpty(SecretsIn("sample", text));

    [Theory]
    [InlineData("Host=…;Username=…;Password=…")]
    [InlineData("PLUS_DB_APP_PASSWORD=…   PLUS_DB_OWNER_PASSWORD=${X}")]
    [InlineData("Smtp__Password=")]
    public void Place_for_a_secret_is_none(string text) => Assert.Empty(SecretsIn("sample", text));

    private static IEnumerable<string> SecretsIn(string name, string text) => Secret().Matches(text).Select(found => $"{name}: {found.Value.Split('\n')[0]}");

    /// <summary>What the repository holds there, without what a build or a run adds.</summary>
    private static List<string> Tracked() =>
    [
        .. Folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.Of(folder), "*", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(RepositoryFolder.Root, file).Split(Path.DirectorySeparatorChar).Any(Made.Contains)),
        .. Files.Select(file => RepositoryFolder.Of(file)),
    ];

    private static string Read(string file) => new FileInfo(file).Length < 2_000_000 ? File.ReadAllText(file) : "";

    /// <summary>Keys in PEM with their content, tokens of known makers, and a value of eight signs or more where a password is due.</summary>
    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/]{16}|\bgh[pousr]_[A-Za-z0-9]{30,}|\bAKIA[0-9A-Z]{16}\b|(?i:password|secret)""?\s*[=:]\s*""?(?![$<{(])[A-Za-z0-9+/_\-]*[0-9][A-Za-z0-9+/_\-]{4,}(?=[""';\s]|$)")]
    private static partial Regex Secret();
}
