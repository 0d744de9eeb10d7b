using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PlusPortal.Web.Tests.Checks;

/// <summary>A source of packages on the loopback that has one package, Tiny 1.0.0, and gives the advisories it is told to.</summary>
internal sealed class PackageFeed : IAsyncDisposable
{
    private const string Nuspec = """
        <?xml version="1.0"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata><id>Tiny</id><version>1.0.0</version><authors>nobody</authors><description>Nothing.</description></metadata>
        </package>
        """;

    private readonly WebApplication app;

    private PackageFeed(WebApplication app) => this.app = app;

    /// <summary>Address of its index.</summary>
    public string Index => app.Urls.First() + "/v3/index.json";

    /// <summary>Starts it.</summary>
    /// <param name="endangered">Package that an advisory is about; null for a source that gives none.</param>
    public static async Task<PackageFeed> StartAsync(string? endangered, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, endangered));
        await app.StartAsync(ct);
        return new PackageFeed(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, string? endangered)
    {
        var root = $"http://{context.Request.Host}";
        return context.Request.Path.Value switch
        {
            "/v3/index.json" when endangered is null => WriteAsync(context, $$"""{ "version": "3.0.0", "resources": [{ "@id": "{{root}}/flat/", "@type": "PackageBaseAddress/3.0.0" }] }"""),
            "/v3/index.json" => WriteAsync(context, $$"""{ "version": "3.0.0", "resources": [{ "@id": "{{root}}/flat/", "@type": "PackageBaseAddress/3.0.0" }, { "@id": "{{root}}/advisories/index.json", "@type": "VulnerabilityInfo/6.7.0" }] }"""),
            "/advisories/index.json" => WriteAsync(context, $$"""[{ "@name": "base", "@id": "{{root}}/advisories/base.json", "@updated": "2026-01-01T00:00:00Z", "comment": "" }]"""),
            "/advisories/base.json" => WriteAsync(context, $$"""{ "{{endangered}}": [{ "url": "https://example.org/advisories/1", "severity": 2, "versions": "[1.0.0, 1.0.1)" }] }"""),
            "/flat/tiny/index.json" => WriteAsync(context, """{ "versions": ["1.0.0"] }"""),
            "/flat/tiny/1.0.0/tiny.1.0.0.nupkg" => context.Response.Body.WriteAsync(Package()).AsTask(),
            _ => Missing(context),
        };
    }

    private static Task Missing(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private static byte[] Package()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Add(zip, "tiny.nuspec", Nuspec);
            Add(zip, "lib/netstandard1.0/_._", "");
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
