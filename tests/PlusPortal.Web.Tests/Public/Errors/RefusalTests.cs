using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Testing;
using PlusPortal.Web.Security;
using PlusPortal.Web.Startup.Logging;
using PlusPortal.Web.Tests.Startup.Logging;
using Serilog.Core;

namespace PlusPortal.Web.Tests.Public.Errors;

/// <summary>What is too large, unreadable or asked for in another way gets its own status, in the portal's voice, and one line in the log. Over the real server: the test server has no limits.</summary>
public sealed partial class RefusalTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    // As in production; tests are quieter.
    private static readonly Dictionary<string, string> Levels = new()
    {
        ["Serilog:MinimumLevel:Default"] = "Information",
        ["Serilog:MinimumLevel:Override:Microsoft"] = "Warning",
        [PortalFactory.SecurityLevel] = "Information",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Form_of_more_than_256_kilobytes_is_413_whether_it_says_so_or_not(bool isChunked)
    {
        await using var server = NewServer();
        var body = "Reference=" + new string('x', FormLimits.MostBytes);

        var (status, page) = await server.PostAsync("/suivi", body, isChunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("<h1>Envoi trop long</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("xxxx", page, StringComparison.Ordinal);
        Assert.Contains(server.Log.Security, line => line.StartsWith("InputRefused anonymous", StringComparison.Ordinal) && line.EndsWith(" 413", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.All, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_of_more_than_256_kilobytes_is_413_for_programs()
    {
        await using var server = NewServer();

        var (status, problem) = await server.PostAsync("/api/v1/orientations/preview", $$"""{ "title": "{{new string('x', FormLimits.MostBytes)}}" }""", isChunked: true, "application/json");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("\"status\":413", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Log.All, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_of_more_than_100_keys_or_1000_values_is_413_and_at_the_limit_it_is_read()
    {
        await using var server = NewServer();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await server.PostAsync("/suivi", Keys(FormLimits.MostKeys + 1))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await server.PostAsync("/suivi", string.Join('&', Enumerable.Repeat("a=1", FormLimits.MostValues + 1)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.PostAsync("/suivi", Keys(FormLimits.MostKeys))).Status);
    }

    [Theory]
    [InlineData("Reference=1", "application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=Reference\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n1\r\n--x--\r\n", "multipart/form-data; boundary=x")]
    [InlineData("nothing of the kind", "multipart/form-data; boundary=x")]
    [InlineData("nothing of the kind", "multipart/form-data")]
    public async Task Form_that_cannot_be_read_is_400(string body, string type)
    {
        await using var server = NewServer();

        var (status, page) = await server.PostAsync("/suivi", body, contentType: type);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("<h1>Votre envoi n’a pas été pris en compte</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_that_holds_a_file_is_415()
    {
        await using var server = NewServer();

        var (status, page) = await server.PostAsync("/suivi", "--x\r\nContent-Disposition: form-data; name=\"Reference\"; filename=\"a.txt\"\r\n\r\nPLUS\r\n--x--\r\n", contentType: "multipart/form-data; boundary=x");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Contains("<h1>Format non accepté</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_that_does_not_come_is_408()
    {
        await using var server = NewServer(services => services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.5))));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port, Ct);
        await using var stream = client.GetStream();

        await stream.WriteAsync("POST /suivi HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nReference="u8.ToArray(), Ct);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(Ct);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("<h1>Envoi interrompu</h1>", answer, StringComparison.Ordinal);
        Assert.Contains("POST /suivi 408", server.Log.Requests);
        Assert.DoesNotContain(server.Log.All, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_that_somebody_posts_is_not_that_of_the_answer()
    {
        await using var server = NewServer();

        Assert.Equal(HttpStatusCode.BadRequest, (await server.PostAsync("/suivi", "status=409&Status=503")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.PostAsync("/nulle-part?status=409", "status=409")).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/annuaire")]
    [InlineData("/nulle-part")]
    [InlineData("/admin")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/favicon.svg")]
    public async Task Head_is_answered_like_get_without_a_body(string address)
    {
        await using var server = NewServer();
        using var head = new HttpRequestMessage(HttpMethod.Head, address);

        using var get = await server.Client.GetAsync(address, Ct);
        using var answer = await server.Client.SendAsync(head, Ct);

        Assert.Equal(get.StatusCode, answer.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Equal(get.Headers.Location, answer.Headers.Location);
        Assert.Equal(get.Headers.Contains("Content-Security-Policy"), answer.Headers.Contains("Content-Security-Policy"));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.False(answer.Headers.Contains("Server"));
        if (address == "/annuaire") Assert.Contains("HEAD /annuaire 200", server.Log.Requests);
    }

    [Fact]
    public async Task Mistake_of_ours_has_one_stack_in_the_log_under_the_reference_of_its_page()
    {
        await using var server = NewServer(services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(new Breaking())));

        using var answer = await server.Client.GetAsync("/mentions-legales", Ct);

        var reference = Reference().Match(await answer.Content.ReadAsStringAsync(Ct)).Groups[1].Value;
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var failure = Assert.Single(server.Log.All, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.Contains(reference, failure, StringComparison.Ordinal);
        Assert.Equal(["GET /mentions-legales 500"], server.Log.Requests);
        Assert.Contains(server.Log.All, line => line.Contains("HTTP GET /mentions-legales responded 500", StringComparison.Ordinal) && line.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_visitor_chooses_the_reference()
    {
        await using var server = NewServer();
        var references = new HashSet<string>();
        for (var visit = 0; visit < 2; visit++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/nulle-part") { Headers = { { "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" } } };
            using var answer = await server.Client.SendAsync(request, Ct);
            references.Add(Reference().Match(await answer.Content.ReadAsStringAsync(Ct)).Groups[1].Value);
        }

        Assert.Equal(2, references.Count);
        Assert.DoesNotContain(LogReference.Of(ActivityTraceId.CreateFromString("0af7651916cd43dd8448eb211c80319c")), references);
    }

    [Fact]
    public async Task Host_that_is_not_ours_gets_400_and_nothing_else()
    {
        await using var server = NewServer(settings: new() { ["AllowedHosts"] = "localhost;127.0.0.1" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example.org" } };

        using var answer = await server.Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    private static string Keys(int count) => string.Join('&', Enumerable.Range(1, count).Select(number => $"k{number}=1"));

    private Server NewServer(Action<IServiceCollection>? configure = null, Dictionary<string, string>? settings = null)
    {
        var log = new LogLines();
        var portal = new PortalFactory(fixture.Database, configure: services =>
        {
            services.AddSingleton<ILogEventSink>(log);
            configure?.Invoke(services);
        }, settings: Levels.Concat(settings ?? []).ToDictionary());
        portal.UseKestrel(0);
        portal.StartServer();
        var address = portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Server(portal, log, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) });
    }

    [GeneratedRegex("<code>([A-Y34679]{8})</code>")]
    private static partial Regex Reference();

    private sealed record Server(PortalFactory Portal, LogLines Log, HttpClient Client) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Portal.DisposeAsync();
        }

        public async Task<(HttpStatusCode Status, string Page)> PostAsync(string address, string body, bool isChunked = false, string contentType = "application/x-www-form-urlencoded")
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            request.Headers.TransferEncodingChunked = isChunked;

            // The portal answers before it has everything; a client that only writes would see its connection close.
            request.Headers.ExpectContinue = true;
            using var answer = await Client.SendAsync(request, Ct);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    private sealed class Breaking : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains("site_texts", StringComparison.Ordinal) ? throw new InvalidOperationException("Panne") : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
