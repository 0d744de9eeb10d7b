using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Account;
using PlusPortal.Web.Tests.Shared.People;

namespace PlusPortal.Web.Tests.Security.Limits;

/// <summary>Strangers and owners behind one client address: junk is stopped, and whoever proved who it is does not wait for it.</summary>
public sealed class SharedAddressTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const int Junk = 25;
    private const string Team = "/admin/equipe";

    private readonly IPAddress office = PortalFactory.NewAddress();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string NewEmail => $"voisine{A.Number()}@example.org";

    [Fact]
    public async Task Refused_passkeys_are_stopped_and_hold_up_nobody_who_knows_its_password()
    {
        await using var portal = NewPortal();
        var email = NewEmail;
        await portal.CreateUserAsync(email, PortalRoles.Staff);
        using var owner = portal.NewBrowser(office);
        await PasswordAsync(owner, email);
        var (application, _) = await CodeApplication.SetUpAsync(owner, portal.Clock.GetUtcNow());
        await (await owner.GetAsync("/admin")).Form("Se déconnecter").SubmitAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(30));

        using var stranger = portal.NewBrowser(office);
        var page = await stranger.GetAsync("/compte/connexion");
        var answers = new List<HtmlPage>();
        for (var tries = 0; tries < Junk; tries++) answers.Add(await page.Form("Utiliser une clé d’accès").Without("Credential").With("Credential", "{}").SubmitAsync());

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.Status).Distinct());
        Assert.Equal(20, answers.Count(answer => answer.Status == HttpStatusCode.BadRequest));
        Assert.StartsWith("Trop de clés d'accès refusées. Attendez", Assert.Single(answers[^1].Errors), StringComparison.Ordinal);
        Assert.InRange(int.Parse(answers[^1].Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 300);
        Assert.Equal("/admin", (await CodeAsync(await PasswordAsync(owner, email), application.CodeAt(portal.Clock.GetUtcNow()))).Path);

        // In a browser that it never used, too.
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        using var other = portal.NewBrowser(office);
        Assert.Equal("/admin", (await CodeAsync(await PasswordAsync(other, email), application.CodeAt(portal.Clock.GetUtcNow()))).Path);
    }

    [Fact]
    public async Task Unknown_links_are_stopped_and_hold_up_nobody_whose_link_works()
    {
        await using var portal = NewPortal();
        var (administrator, invited) = (await portal.PersonAsync(PortalRoles.Administrator), NewEmail);
        var invitation = await portal.InviteAsync(administrator.Browser, Team, invited, "Équipe");
        await (await administrator.Browser.GetAsync("/compte/adresse")).Form("Demander le changement")
            .Fill("Nouvelle adresse e-mail", NewEmail).Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();
        await using var db = fixture.NewContext();
        var change = await db.AddressChanges.AsNoTracking().SingleAsync(asked => asked.UserId == administrator.Id, Ct);
        var confirmation = await portal.LinkAsync(MailKind.AddressChangeForOld, change.Id);

        var statuses = new List<int>();
        using var stranger = portal.NewBrowser(office);
        for (var tries = 0; tries < Junk; tries++) statuses.Add(await SendThroughAsync(stranger, await stranger.GetAsync(invitation), $"/compte/{(tries % 2 == 0 ? "invitation" : "changement-adresse")}/{new string('a', 43)}"));

        Assert.Equal([.. Enumerable.Repeat(404, 20), .. Enumerable.Repeat(429, Junk - 20)], statuses);
        using var owner = portal.NewBrowser(office);
        Assert.Equal("Votre confirmation est notée", (await (await owner.GetAsync(confirmation)).Form("Confirmer le changement").SubmitAsync()).Heading);
        Assert.Equal("/compte/connexion", (await PeopleScene.AcceptAsync(owner, invitation)).Path);
    }

    [Fact]
    public async Task One_link_takes_so_many_forms_whoever_sends_them()
    {
        await using var portal = NewPortal(new() { ["RateLimits:LinkAnswer:Requests"] = "3", ["RateLimits:LinkAnswer:WindowSeconds"] = "600" });
        var (administrator, invited) = (await portal.PersonAsync(PortalRoles.Administrator), NewEmail);
        var link = await portal.InviteAsync(administrator.Browser, Team, invited, "Équipe");

        var statuses = new List<int>();
        for (var tries = 0; tries < 4; tries++) statuses.Add((int)(await PeopleScene.AcceptAsync(portal.NewBrowser(), link, "court")).Status);

        Assert.Equal([400, 400, 400, 429], statuses);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("/compte/connexion", (await PeopleScene.AcceptAsync(portal.NewBrowser(), link)).Path);
    }

    private PortalFactory NewPortal(Dictionary<string, string>? settings = null) => new(fixture.Database, new FakeTimeProvider(A.Now), settings: settings);

    /// <summary>The form of a page, sent to another address, as a program would.</summary>
    private static async Task<int> SendThroughAsync(PortalBrowser browser, HtmlPage page, string address)
    {
        var request = page.Form("Ouvrir mon accès").Request();
        request.RequestUri = new Uri(request.RequestUri!, address);
        return (int)(await browser.SendAsync(request)).Status;
    }

    private static Task<HtmlPage> CodeAsync(HtmlPage asked, string code) => asked.Form("Continuer").Fill("Code à 6 chiffres", code).SubmitAsync();

    private static async Task<HtmlPage> PasswordAsync(PortalBrowser browser, string email) =>
        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync();
}
