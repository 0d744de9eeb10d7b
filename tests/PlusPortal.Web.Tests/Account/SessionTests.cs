using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Tests.Account;

/// <summary>A session ends when it should, for good, within a minute; and nobody loses what was typed.</summary>
public sealed class SessionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string NewPassword = "quarante-deux mirabelles dorment mal";
    private TestDatabase? database;
    private PortalFactory? portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PortalFactory Portal => portal!;

    private FakeTimeProvider Clock => Portal.Clock;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        portal = new PortalFactory(database);
    }

    public async ValueTask DisposeAsync()
    {
        if (portal is not null) await portal.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    [Fact]
    public async Task Cookie_replayed_after_sign_out_opens_nothing_within_a_minute()
    {
        using var browser = await Portal.SignInAsNewAsync(PortalRoles.Staff);
        var stolen = await CookieOfAsync(browser);
        await (await browser.GetAsync("/admin")).Form("Se déconnecter").SubmitAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(HttpStatusCode.Found, await StatusWithAsync(stolen, "/admin"));
    }

    [Theory]
    [InlineData("sign-out")]
    [InlineData("others ended")]
    [InlineData("access taken away")]
    public async Task Session_that_ended_does_nothing_any_more_not_even_in_its_last_minute(string how)
    {
        var email = NewEmail();
        var id = await Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var owner = await Portal.SignInAsync(email);
        using var stolen = await Portal.SignInAsync(email);
        var page = await stolen.GetAsync("/compte/second-facteur/application");
        var form = page.Form("Ajouter cette application").Fill("Code à 6 chiffres", CodeApplication.From(page).CodeAt(Clock.GetUtcNow()));
        if (how == "sign-out")
        {
            using var copy = await CopyAsync(stolen);
            await (await copy.GetAsync("/admin")).Form("Se déconnecter").SubmitAsync();
        }
        else if (how == "others ended")
        {
            await (await owner.GetAsync("/compte/sessions")).Form("Terminer toutes les autres sessions").SubmitAsync();
        }
        else
        {
            await using var db = Portal.NewContext();
            await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);
        }

        var answer = await form.SubmitAsync();

        Assert.NotEqual("Vos codes de secours", answer.Heading);
        await using var after = Portal.NewContext();
        Assert.False((await after.Users.SingleAsync(user => user.Id == id, Ct)).TwoFactorEnabled);
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("/compte/connexion", (await stolen.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Disabled_account_is_out_within_a_minute()
    {
        var email = NewEmail();
        var id = await Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var browser = await Portal.SignInAsync(email);
        await using (var db = Portal.NewContext())
        {
            await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);
        }

        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("/compte/connexion", (await browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task New_password_ends_the_sessions_elsewhere_and_keeps_this_one()
    {
        var email = NewEmail();
        await Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var here = await Portal.SignInAsync(email);
        using var elsewhere = await Portal.SignInAsync(email);

        var page = await here.GetAsync("/compte/mot-de-passe");
        await page.Form("Changer mon mot de passe").Fill("Mot de passe actuel", PortalFactory.Password).Fill("Nouveau mot de passe", NewPassword).SubmitAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("/admin", (await here.GetAsync("/admin")).Path);
        Assert.Equal("/compte/connexion", (await elsewhere.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Staff_stay_for_an_hour_without_a_page_and_ten_hours_at_most()
    {
        using var browser = await Portal.SignInAsNewAsync(PortalRoles.Staff);
        using var idle = await Portal.SignInAsNewAsync(PortalRoles.Staff);

        for (var minutes = 0; minutes < 10 * 60; minutes += 55)
        {
            Assert.Equal("/admin", (await browser.GetAsync("/admin")).Path);
            Clock.Advance(TimeSpan.FromMinutes(55));
        }

        Assert.Equal("/compte/connexion", (await browser.GetAsync("/admin")).Path);
        Assert.Equal("/compte/connexion", (await idle.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Idle_hour_ends_a_session_of_staff_and_not_that_of_a_partner()
    {
        using var staff = await Portal.SignInAsNewAsync(PortalRoles.Staff);
        using var partner = await Portal.SignInAsNewAsync(PortalRoles.Partner, await ActorAsync());
        Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal("/compte/connexion", (await staff.GetAsync("/admin")).Path);
        Assert.Equal("/partenaire", (await partner.GetAsync("/partenaire")).Path);
    }

    [Fact]
    public async Task Own_sessions_are_listed_and_ended_one_by_one_or_all_together()
    {
        var email = NewEmail();
        await Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var here = await Portal.SignInAsync(email);
        using var phone = await SignInWithAsync(email, "Mozilla/5.0 (Android 16; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0");
        using var office = await Portal.SignInAsync(email);
        using var stranger = await Portal.SignInAsNewAsync(PortalRoles.Staff);

        var list = await here.GetAsync("/compte/sessions");
        Assert.Contains("Firefox, Android", list.Text, StringComparison.Ordinal);
        Assert.Equal(3, list.Document.QuerySelectorAll("main .card-item").Length);
        Assert.Contains("(cette session)", list.Document.QuerySelector("main .card-item h2")!.TextContent, StringComparison.Ordinal);

        await PostAsync(here, await AddressOfAsync(email, "Firefox, Android"));
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("/compte/connexion", (await phone.GetAsync("/admin")).Path);
        Assert.Equal("/admin", (await office.GetAsync("/admin")).Path);

        await (await here.GetAsync("/compte/sessions")).Form("Terminer toutes les autres sessions").SubmitAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("/compte/connexion", (await office.GetAsync("/admin")).Path);
        Assert.Equal("/admin", (await here.GetAsync("/admin")).Path);
        Assert.Equal("/admin", (await stranger.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var email = NewEmail();
        await Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var owner = await SignInWithAsync(email, "Firefox Windows");
        using var other = await Portal.SignInAsNewAsync(PortalRoles.Administrator);

        var answer = await PostAsync(other, await AddressOfAsync(email, "Firefox, Windows"));

        Assert.Equal(HttpStatusCode.NotFound, answer);
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("/admin", (await owner.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Signing_in_again_in_one_browser_ends_its_former_session()
    {
        var email = NewEmail();
        await Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var browser = await Portal.SignInAsync(email);
        var former = await CookieOfAsync(browser);

        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync();
        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(HttpStatusCode.Found, await StatusWithAsync(former, "/admin"));
        Assert.Equal("/admin", (await browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task What_was_typed_survives_the_end_of_the_session()
    {
        var email = NewEmail();
        await Portal.CreateUserAsync(email, PortalRoles.Staff);
        var request = A.Request().Build();
        await using (var db = Portal.NewContext())
        {
            db.Add(request);
            await db.SaveChangesAsync(Ct);
        }

        using var browser = await Portal.SignInAsync(email);
        var page = await browser.GetAsync($"/admin/demandes/{request.Reference}");
        Clock.Advance(TimeSpan.FromHours(2));
        const string note = "Madame Exemple rappelle jeudi après la réunion.";

        var ended = await page.Form("Enregistrer la note interne").Fill("Note interne", note).SubmitAsync();
        Assert.Equal("Votre session est terminée", ended.Heading);
        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync();
        var confirm = await ended.Form("Envoyer de nouveau").SubmitAsync();
        Assert.Equal("Votre page a expiré", confirm.Heading);
        var done = await confirm.Form("Envoyer de nouveau").SubmitAsync();

        Assert.Contains(note, done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_says_when_its_session_ends_and_the_button_goes_on_with_it()
    {
        using var browser = await Portal.SignInAsNewAsync(PortalRoles.Staff);
        var warning = (await browser.GetAsync("/admin")).Document.QuerySelector(".session-warning")!;
        Assert.Equal("3540", warning.GetAttribute("data-session-idle"));
        Assert.Equal("36000", warning.GetAttribute("data-session-longest"));
        Clock.Advance(TimeSpan.FromMinutes(59));

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(browser, "/compte/prolonger"));
        Clock.Advance(TimeSpan.FromMinutes(59));

        var later = await browser.GetAsync("/admin");
        Assert.Equal("/admin", later.Path);
        Assert.Equal("28920", later.Document.QuerySelector(".session-warning")!.GetAttribute("data-session-longest"));
        Assert.Null((await Portal.NewBrowser().GetAsync("/")).Document.QuerySelector(".session-warning"));
    }

    [Fact]
    public async Task Sessions_are_deleted_a_month_after_their_end_and_not_before()
    {
        var id = await Portal.CreateUserAsync(NewEmail(), PortalRoles.Staff);
        var now = Clock.GetUtcNow();
        await using var db = Portal.NewContext();
        var session = new Session { Id = Guid.CreateVersion7(now), UserId = id, Stamp = "", StartedAt = now, LastSeenAt = now, EndsAt = now.AddHours(10), Factor = SecondFactor.None, Client = "Firefox" };
        db.Add(session);
        await db.SaveChangesAsync(Ct);

        await new SessionPurge(db).RunAsync(session.EndsAt.AddDays(SessionPurge.KeptDays).AddSeconds(-1), Ct);
        Assert.True(await db.Sessions.AnyAsync(kept => kept.Id == session.Id, Ct));
        await new SessionPurge(db).RunAsync(session.EndsAt.AddDays(SessionPurge.KeptDays), Ct);
        Assert.False(await db.Sessions.AnyAsync(kept => kept.Id == session.Id, Ct));
    }

    /// <summary>Another browser with the cookies of one.</summary>
    private async Task<PortalBrowser> CopyAsync(PortalBrowser browser)
    {
        var copy = Portal.NewBrowser();
        copy.Client.DefaultRequestHeaders.Add("Cookie", await CookieOfAsync(browser));
        return copy;
    }

    private static string NewEmail() => $"session{A.Number()}@example.org";

    private static async Task<string> CookieOfAsync(PortalBrowser browser)
    {
        // The cookie as it travels: a request that echoes nothing, answered with the cookies of the client.
        using var answer = await browser.Client.GetAsync("/admin", Ct);
        return string.Join("; ", answer.RequestMessage!.Headers.GetValues("Cookie"));
    }

    private static async Task<HttpStatusCode> PostAsync(PortalBrowser browser, string address)
    {
        var token = (await browser.GetAsync("/")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await browser.Client.PostAsync(address, form, Ct);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> StatusWithAsync(string cookie, string address)
    {
        using var bare = Portal.CreateDefaultClient(new Uri("https://localhost"));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        using var answer = await bare.SendAsync(request, Ct);
        return answer.StatusCode;
    }

    private async Task<PortalBrowser> SignInWithAsync(string email, string userAgent)
    {
        var browser = Portal.NewBrowser();
        browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync();
        return browser;
    }

    private async Task<string> AddressOfAsync(string email, string client)
    {
        await using var db = Portal.NewContext();
        var id = await db.Sessions.Where(session => session.Client == client && db.Users.Any(user => user.Id == session.UserId && user.Email == email)).Select(session => session.Id).SingleAsync(Ct);
        return $"/compte/sessions/{id}/fin";
    }

    private async Task<Guid> ActorAsync()
    {
        var actor = A.SupportActor().Build();
        await using var db = Portal.NewContext();
        db.Add(actor);
        await db.SaveChangesAsync(Ct);
        return actor.Id;
    }
}
