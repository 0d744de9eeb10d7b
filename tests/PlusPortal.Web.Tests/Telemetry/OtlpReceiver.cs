using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PlusPortal.Web.Tests.Telemetry;

/// <summary>A collector on this machine that keeps what it is sent: OTLP over HTTP, in protobuf, whose texts stand in it as they are.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, string? ContentType, string Body)> received = [];

    private OtlpReceiver(WebApplication app) => this.app = app;

    /// <summary>What to set.</summary>
    public string Endpoint => app.Urls.Single();

    /// <summary>Everything sent so far.</summary>
    public IReadOnlyList<(string Path, string? ContentType, string Body)> Received => [.. received];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver.app.Run(receiver.KeepAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue((context.Request.Path, context.Request.ContentType, Encoding.UTF8.GetString(body.ToArray())));
        context.Response.ContentType = "application/x-protobuf";
    }
}
