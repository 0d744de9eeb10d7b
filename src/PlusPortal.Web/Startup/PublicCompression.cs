using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace PlusPortal.Web.Startup;

/// <summary>Smaller answers for the public pages and the static files.</summary>
public static class PublicCompression
{
    /// <summary>Where a page holds a secret or somebody's data: there the length of a compressed page could tell what it holds (BREACH), so it goes as it is.</summary>
    private static readonly string[] Private = ["/suivi", "/admin", "/partenaire", "/compte"];

    /// <summary>Registers the compression.</summary>
    public static void AddPublicCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    /// <summary>Compresses what may be.</summary>
    public static void UsePublicCompression(this IApplicationBuilder app) =>
        app.UseWhen(context => !Private.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)), branch => branch.UseResponseCompression());
}
