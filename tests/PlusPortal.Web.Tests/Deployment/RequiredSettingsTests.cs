using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlusPortal.Web.Startup;

namespace PlusPortal.Web.Tests.Deployment;

/// <summary>The example of settings and <c>docker-compose.yml</c> hold everything that Production requires, and the example nothing else.</summary>
public sealed class RequiredSettingsTests : IDisposable
{
    private const string Connection = "ConnectionStrings__Portal";
    private readonly string certificate = Path.Combine(Directory.CreateTempSubdirectory("plus-keys-").FullName, "keys.pem");

    public RequiredSettingsTests()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllText(certificate, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }

    public static TheoryData<string> Required => [.. DeploymentFiles.ExampleSettings.Keys.Where(IsChecked)];

    [Fact]
    public void Example_is_enough() => Check(DeploymentFiles.ExampleSettings);

    [Fact]
    public void Compose_is_enough() => Check(DeploymentFiles.ComposeSettings);

    [Theory]
    [MemberData(nameof(Required))]
    public void Example_holds_nothing_that_could_be_left_out(string name)
    {
        var refusal = Assert.ThrowsAny<Exception>(() => Check(DeploymentFiles.ExampleSettings.Where(setting => setting.Key != name)));

        Assert.Contains(name, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_sets_whatever_the_example_sets() =>
        Assert.Empty(DeploymentFiles.ExampleSettings.Keys.Where(name => name != "ASPNETCORE_URLS").Except(DeploymentFiles.ComposeSettings.Keys));

    [Fact]
    public void Environment_is_named_and_the_connection_is_that_of_the_role_without_the_schema() => Assert.All([DeploymentFiles.ExampleSettings, DeploymentFiles.ComposeSettings], settings =>
    {
        Assert.Equal("Production", settings["ASPNETCORE_ENVIRONMENT"]);
        Assert.Contains(";Database=plus_portal;Username=plus_app;Password=", settings[Connection], StringComparison.Ordinal);
    });

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(certificate)!, recursive: true);

    /// <summary>Those without which the portal is told so by the check at start; the connection is asked for before, and the way to PLUS afterwards, since the database may hold one.</summary>
    private static bool IsChecked(string name) => name is not (Connection or "Portal__Email") && !name.StartsWith("ASPNETCORE_", StringComparison.Ordinal);

    /// <summary>As the portal does before it touches its database.</summary>
    private void Check(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Production"]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(
            setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)(setting.Key switch { "Keys__Certificate" => certificate, "Erasures__Folder" => Path.GetDirectoryName(certificate), _ => setting.Value }))));
        builder.AddPortal();
        using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
    }
}
