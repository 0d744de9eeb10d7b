using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Security.Front;

/// <summary>The portal behind a proxy with TLS: who a visitor is, what a forged header changes, what cookies and browsers are told.</summary>
public sealed class FrontTests(PortalFixture fixture, PostgresFixture postgres) : IClassFixture<PortalFixture>
{
    private const string Public = "https://plus.example.org";
    private static readonly IPAddress Proxy = IPAddress.Parse("10.99.0.1");

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Portal:BaseAddress"] = Public,
        ["Proxy:Addresses"] = "10.99.0.0/24",
        ["RateLimits:SignIn:Requests"] = "3",
        ["RateLimits:SignIn:WindowSeconds"] = "600",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Limits_count_the_visitor_whom_the_proxy_names_and_no_other()
    {
        await using var portal = new PortalFactory(fixture.Database, settings: Settings);

        Assert.Equal([400, 400, 400, 429], await TriesAsync(portal, Proxy, "192.0.2.1", 4));
        Assert.Equal([400], await TriesAsync(portal, Proxy, "192.0.2.2", 1));

        // What the visitor wrote into the header stands before what the proxy adds.
        Assert.Equal([429], await TriesAsync(portal, Proxy, "192.0.2.77, 192.0.2.1", 1));
        Assert.Equal([400], await TriesAsync(portal, Proxy, "192.0.2.1, 192.0.2.3", 1));
    }

    [Fact]
    public async Task Header_of_somebody_who_is_no_proxy_changes_nothing()
    {
        await using var portal = new PortalFactory(fixture.Database, settings: Settings);
        var stranger = IPAddress.Parse("203.0.113.9");

        var statuses = new List<int>();
        for (var i = 1; i <= 4; i++) statuses.AddRange(await TriesAsync(portal, stranger, $"192.0.2.{10 + i}", 1));

        Assert.Equal([400, 400, 400, 429], statuses);
    }

    [Fact]
    public async Task Page_asked_for_in_the_open_is_asked_for_again_at_the_public_address()
    {
        await using var portal = new PortalFactory(fixture.Database, settings: Settings);
        using var browser = portal.NewBrowser(Proxy);

        using var answer = await SendAsync(browser, HttpMethod.Get, "http://autre.example.org/annuaire?texte=emploi");
        using var forged = await SendAsync(browser, HttpMethod.Get, "http://autre.example.org//ailleurs.example.org");

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal($"{Public}/annuaire?texte=emploi", answer.Headers.Location!.OriginalString);
        Assert.StartsWith(Public + "/", forged.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Form_and_program_in_the_open_are_refused_not_sent_on()
    {
        await using var portal = new PortalFactory(fixture.Database, settings: Settings);
        using var browser = portal.NewBrowser(Proxy);

        using var form = await SendAsync(browser, HttpMethod.Post, "http://plus.example.org/compte/connexion", new FormUrlEncodedContent([new("Email", "personne@example.org")]));
        using var program = await SendAsync(browser, HttpMethod.Post, "http://plus.example.org/api/v1/orientations/preview", new StringContent("{}", Encoding.UTF8, "application/json"));
        using var health = await SendAsync(browser, HttpMethod.Get, "http://plus.example.org/health/live");

        Assert.Equal(HttpStatusCode.UpgradeRequired, form.StatusCode);
        Assert.Contains("Connexion non sécurisée", await form.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UpgradeRequired, "application/problem+json"), (program.StatusCode, program.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Over_tls_browsers_remember_it_and_every_cookie_is_bound_to_this_host()
    {
        var watch = new SetCookies();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.AddSingleton<IStartupFilter>(watch), settings: Settings);
        var email = $"personne{Guid.NewGuid():N}@example.org";
        await portal.CreateUserAsync(email, PortalRoles.Staff);
        using var browser = portal.NewBrowser();
        var page = await browser.GetAsync("/compte/connexion");
        var signedIn = await page.Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync();
        await (await browser.GetAsync("/demande")).Form("Commencer ma demande").SubmitAsync();

        using var answer = await browser.Client.GetAsync("/compte/connexion", Ct);

        Assert.Equal("max-age=31622400", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal("/admin", signedIn.Path);
        var cookies = watch.All;
        Assert.Equal(4, cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Count());
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-plus-", cookie, StringComparison.Ordinal);
            Assert.All(new[] { "; secure", "; httponly", "; samesite=", "; path=/" }, part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Link_of_a_mail_begins_with_the_public_address_whatever_host_was_asked()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var post = new KeptMail();
        await using var portal = new PortalFactory(database, configure: services => services.AddSingleton<IMailTransport>(post), settings: Settings);
        using var browser = portal.NewBrowser();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "ailleurs.example.org");
        browser.Client.DefaultRequestHeaders.Host = "localhost";
        await Walk.SendAsync(portal, browser);

        await portal.Services.GetRequiredService<OutboxDelivery>().DeliverBatchAsync(Ct);

        Assert.NotEmpty(post.Texts);
        Assert.All(post.Texts, text => Assert.All(Regex.Matches(text, "https?://[^/\\s<>\"]+").Select(link => link.Value), link => Assert.Equal(Public, link)));
    }

    private static async Task<List<int>> TriesAsync(PortalFactory portal, IPAddress from, string forwardedFor, int count)
    {
        using var browser = portal.NewBrowser(from);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var form = (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", "personne@example.org").Fill("Mot de passe", "faux");
        var statuses = new List<int>();
        for (var i = 0; i < count; i++) statuses.Add((int)(await form.SubmitAsync()).Status);
        return statuses;
    }

    /// <summary>Keeps what would leave.</summary>
    private sealed class KeptMail : IMailTransport
    {
        private readonly ConcurrentQueue<string> texts = [];

        public IReadOnlyList<string> Texts => [.. texts];

        public Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            texts.Enqueue(mail.Text);
            texts.Enqueue(mail.Html);
            return Task.CompletedTask;
        }
    }

    /// <summary>Every cookie that the portal set.</summary>
    private sealed class SetCookies : IStartupFilter
    {
        private readonly ConcurrentQueue<string> all = [];

        public IReadOnlyList<string> All => [.. all];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                await following(context);
                foreach (var cookie in context.Response.Headers.SetCookie) all.Enqueue(cookie!);
            });
            next(app);
        };
    }

    private static async Task<HttpResponseMessage> SendAsync(PortalBrowser browser, HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        return await browser.Client.SendAsync(request, Ct);
    }
}
