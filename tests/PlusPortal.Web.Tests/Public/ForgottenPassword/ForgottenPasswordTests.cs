using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Tests.Public.ForgottenPassword;

public sealed class ForgottenPasswordTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string NewPassword = "quarante-deux mirabelles dorment mal";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_is_the_same_for_everybody_and_only_an_account_gets_a_link()
    {
        var (email, id) = await NewAsync();
        var (closed, closedId) = await NewAsync();
        await using (var db = fixture.NewContext())
        {
            await db.Users.Where(user => user.Id == closedId).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);
        }

        var known = await AskAsync(email.ToUpperInvariant());
        var before = await CountAsync();
        var unknown = await AskAsync($"personne{A.Number()}@example.org");
        var disabled = await AskAsync(closed);

        Assert.Equal("Regardez votre boîte de réception", known.Heading);
        Assert.Equal(known.Text, unknown.Text);
        Assert.Equal(known.Text, disabled.Text);
        Assert.Equal(before, await CountAsync());
        Assert.Equal([MailKind.PasswordReset], await fixture.MailsAboutAsync(id));
    }

    [Fact]
    public async Task Known_and_unknown_addresses_cost_the_same_queries()
    {
        var commands = new CommandCounter();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(commands)));
        var (email, _) = await NewAsync();
        await CostAsync("personne@example.org");

        Assert.Equal(await CostAsync(email), await CostAsync($"inconnu{A.Number()}@example.org"));

        async Task<int> CostAsync(string address)
        {
            var form = (await portal.NewBrowser().GetAsync("/compte/mot-de-passe-oublie")).Form("Recevoir un lien").Fill("Adresse e-mail de votre compte", address);
            commands.Reset();
            await form.SubmitAsync();
            return commands.Commands.Count;
        }
    }

    [Fact]
    public async Task Link_opens_once_ends_every_session_and_the_former_password_is_worth_nothing()
    {
        var (email, id) = await NewAsync();
        using var signedIn = await fixture.Portal.SignInAsync(email);
        var (link, other) = (await LinkAsync(id), await LinkAsync(id));
        using var browser = fixture.NewBrowser();

        var page = await browser.GetAsync(link);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        var done = await ChooseAsync(page, NewPassword);

        Assert.Equal("Votre mot de passe est changé", done.Heading);
        Assert.Equal("Ce lien ne marche plus", (await browser.GetAsync(link)).Heading);
        Assert.Equal("Ce lien ne marche plus", (await browser.GetAsync(other)).Heading);
        Assert.Equal("Ce lien ne marche plus", (await ChooseAsync(page, NewPassword + " encore")).Heading);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(browser, email, PortalFactory.Password)).Status);
        Assert.Equal("/admin", (await SignInAsync(browser, email, NewPassword)).Path);
        Assert.Contains(MailKind.PasswordChanged, await fixture.MailsAboutAsync(id));
        fixture.Portal.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("/compte/connexion", (await signedIn.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Whoever_asks_and_however_often_one_link_in_half_an_hour_leaves_and_always_one_works()
    {
        var (email, id) = await NewAsync();
        for (var times = 0; times < 6; times++) await AskAsync(email);
        Assert.Equal([MailKind.PasswordReset], await fixture.MailsAboutAsync(id));

        fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(30));
        await AskAsync(email);
        Assert.Equal(2, (await fixture.MailsAboutAsync(id)).Count);
        Assert.True(new RateLimitOptions().PasswordResetAddress.WindowSeconds < LinkIssuer.PasswordResetHours * 3_600);
    }

    [Fact]
    public async Task Link_is_over_after_an_hour()
    {
        var (_, id) = await NewAsync();
        var link = await LinkAsync(id);
        fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(59));
        var page = await fixture.NewBrowser().GetAsync(link);
        Assert.Equal("Choisir un nouveau mot de passe", page.Heading);
        fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(2));

        var late = await ChooseAsync(page, NewPassword);

        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Equal("Ce lien ne marche plus", late.Heading);
    }

    [Fact]
    public async Task Weak_password_is_refused_and_the_link_still_works()
    {
        var (_, id) = await NewAsync();
        var page = await fixture.NewBrowser().GetAsync(await LinkAsync(id));

        var refused = await ChooseAsync(page, "portailplus2026");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("se devine trop vite", refused.ErrorOf("Nouveau mot de passe"), StringComparison.Ordinal);
        Assert.Equal("Votre mot de passe est changé", (await ChooseAsync(refused, NewPassword)).Heading);
    }

    [Fact]
    public async Task Owner_of_a_link_waits_neither_for_a_stranger_at_its_address_nor_for_its_own_weak_passwords()
    {
        var (email, id) = await NewAsync();
        var office = PortalFactory.NewAddress();
        using var owner = fixture.Portal.NewBrowser(office);
        await AskAsync(email, owner);
        var statuses = new List<HttpStatusCode>();
        for (var times = 0; times < 6; times++) statuses.Add((await AskAsync($"personne{A.Number()}@example.org", fixture.Portal.NewBrowser(office))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);

        var page = await owner.GetAsync(await LinkAsync(id));
        for (var times = 0; times < 6; times++) page = await ChooseAsync(page, "portailplus2026");

        Assert.Contains("se devine trop vite", page.ErrorOf("Nouveau mot de passe"), StringComparison.Ordinal);
        Assert.Equal("Votre mot de passe est changé", (await ChooseAsync(page, NewPassword)).Heading);
    }

    [Fact]
    public async Task Owner_in_a_browser_of_its_own_asks_for_a_link_whatever_its_neighbours_asked_for()
    {
        var (email, id) = await NewAsync();
        var office = PortalFactory.NewAddress();
        using var owner = fixture.Portal.NewBrowser(office);
        await SignInAsync(owner, email, PortalFactory.Password);
        await (await owner.GetAsync("/admin")).Form("Se déconnecter").SubmitAsync();
        for (var times = 0; times < 6; times++) await AskAsync($"personne{A.Number()}@example.org", fixture.Portal.NewBrowser(office));

        Assert.Equal("Regardez votre boîte de réception", (await AskAsync(email, owner)).Heading);
        Assert.Equal([MailKind.PasswordReset], await fixture.MailsAboutAsync(id));
        for (var times = 0; times < 4; times++) await AskAsync(email, owner);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(email, owner)).Status);
    }

    [Fact]
    public async Task Invented_links_are_stopped_and_a_link_that_works_does_not_wait_for_them()
    {
        var (_, id) = await NewAsync();
        var office = PortalFactory.NewAddress();
        using var stranger = fixture.Portal.NewBrowser(office);
        var page = await stranger.GetAsync(await LinkAsync(id));
        var statuses = new List<int>();
        for (var times = 0; times < 22; times++)
        {
            var request = page.Form("Enregistrer ce mot de passe").Fill("Nouveau mot de passe", NewPassword).Request();
            request.RequestUri = new Uri(request.RequestUri!, $"/compte/nouveau-mot-de-passe/{Data.Links.LinkTokens.Create()}");
            statuses.Add((int)(await stranger.SendAsync(request)).Status);
        }

        Assert.Equal([.. Enumerable.Repeat(404, 20), 429, 429], statuses);
        Assert.Equal("Votre mot de passe est changé", (await ChooseAsync(await fixture.Portal.NewBrowser(office).GetAsync(await LinkAsync(id)), NewPassword)).Heading);
    }

    private static Task<HtmlPage> ChooseAsync(HtmlPage page, string password) => page.Form("Enregistrer ce mot de passe").Fill("Nouveau mot de passe", password).SubmitAsync();

    private static async Task<HtmlPage> SignInAsync(PortalBrowser browser, string email, string password) =>
        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", password).SubmitAsync();

    private async Task<HtmlPage> AskAsync(string email, PortalBrowser? browser = null) =>
        await (await (browser ?? fixture.NewBrowser()).GetAsync("/compte/mot-de-passe-oublie")).Form("Recevoir un lien").Fill("Adresse e-mail de votre compte", email).SubmitAsync();

    private async Task<(string Email, Guid Id)> NewAsync()
    {
        var email = $"oubli{A.Number()}@example.org";
        return (email, await fixture.Portal.CreateUserAsync(email, PortalRoles.Staff));
    }

    /// <summary>A link as the message brings it.</summary>
    private async Task<string> LinkAsync(Guid userId)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var token = scope.ServiceProvider.GetRequiredService<LinkIssuer>().PasswordReset(userId);
        await scope.ServiceProvider.GetRequiredService<PortalDb>().SaveChangesAsync(Ct);
        return $"/compte/nouveau-mot-de-passe/{token}";
    }

    private async Task<int> CountAsync()
    {
        await using var db = fixture.NewContext();
        return await db.Outbox.CountAsync(Ct);
    }
}
