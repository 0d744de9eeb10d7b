using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Public.Directory;
using PlusPortal.Web.Tests.Public.Orientation;
using PlusPortal.Web.Tests.Shared.People;

namespace PlusPortal.Web.Tests.Security.Limits;

/// <summary>What strangers may cause in a day: mails to one address, requests, reports. The next day they may again.</summary>
public sealed class DailyCapTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly string address = $"camille.plafond{A.Number()}@example.org";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drafts_of_strangers_take_five_mails_a_day_and_nothing_from_other_causes_and_no_page_tells()
    {
        var clock = NewClock();
        await using var portal = new PortalFactory(fixture.Database, clock);
        var request = A.Request().From(contact => contact with { Email = address }).Build();
        await fixture.StoreAsync(request);
        var (administrator, person) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));
        var drafts = new List<Guid>();

        var pages = new List<HtmlPage>();
        for (var draft = 0; draft < 7; draft++) pages.Add(await AskResumeLinkAsync(portal, draft == 1 ? $" {address.ToUpperInvariant()} " : address, drafts));

        Assert.All(pages, page => Assert.Equal("C'est noté", page.Heading));
        Assert.Equal(Enumerable.Repeat(MailKind.ResumeDraft, 5), await fixture.MailsAboutAsync([.. drafts]));

        await AskLostLinkAsync(portal, request.Reference, address);
        Assert.Equal([MailKind.NewTrackingLink], await fixture.MailsAboutAsync(request.Id));
        await portal.InviteAsync(administrator.Browser, "/admin/equipe", address, "Équipe");
        Assert.True((await AskAddressChangeAsync(person.Browser, address)).Has("Deux e-mails partent dans quelques minutes"));

        clock.Advance(TimeSpan.FromDays(1));
        await AskResumeLinkAsync(portal, address, drafts);
        Assert.Equal(6, (await fixture.MailsAboutAsync([.. drafts])).Count);
    }

    [Fact]
    public async Task Each_cause_has_its_share_of_a_day()
    {
        var clock = NewClock();
        await using var portal = new PortalFactory(fixture.Database, clock);
        var requests = Enumerable.Range(0, 6).Select(_ => A.Request().From(contact => contact with { Email = address }).Build()).ToList();
        foreach (var request in requests) await fixture.StoreAsync(request);
        var drafts = new List<Guid>();

        var pages = new List<HtmlPage>();
        foreach (var request in requests) pages.Add(await AskLostLinkAsync(portal, request.Reference, address));
        await AskResumeLinkAsync(portal, address, drafts);

        Assert.Single(pages.Select(page => page.Text).Distinct());
        Assert.Equal(5, (await fixture.MailsAboutAsync([.. requests.Select(request => request.Id)])).Count);
        Assert.Equal([MailKind.ResumeDraft], await fixture.MailsAboutAsync([.. drafts]));

        clock.Advance(TimeSpan.FromDays(1));
        await AskLostLinkAsync(portal, requests[0].Reference, address);
        Assert.Equal(6, (await fixture.MailsAboutAsync([.. requests.Select(request => request.Id)])).Count);
    }

    [Fact]
    public async Task One_account_asks_for_so_many_changes_of_address_a_day()
    {
        var clock = NewClock();
        await using var portal = new PortalFactory(fixture.Database, clock, settings: new Dictionary<string, string> { ["DailyCaps:AddressChangesOfAccount"] = "2" });
        var person = await portal.PersonAsync(PortalRoles.Staff);
        for (var asked = 0; asked < 2; asked++) Assert.True((await AskAddressChangeAsync(person.Browser, $"neuve{A.Number()}@example.org")).Has("Deux e-mails partent dans quelques minutes"));

        var refused = await AskAddressChangeAsync(person.Browser, $"neuve{A.Number()}@example.org");

        Assert.Equal("Vous avez déjà demandé plusieurs changements d'adresse aujourd'hui. Recommencez demain.", refused.ErrorOf("Nouvelle adresse e-mail"));
    }

    [Fact]
    public async Task Stranger_who_knows_no_reference_uses_up_nobody_s_share()
    {
        await using var portal = new PortalFactory(fixture.Database, NewClock());
        var request = A.Request().From(contact => contact with { Email = address }).Build();
        await fixture.StoreAsync(request);

        for (var attempt = 0; attempt < 8; attempt++) await AskLostLinkAsync(portal, "PLUS-2026-999997", address);
        await AskLostLinkAsync(portal, request.Reference, address);

        Assert.Equal([MailKind.NewTrackingLink], await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Sixth_request_of_one_address_waits_until_the_next_day_and_nothing_is_lost()
    {
        var clock = NewClock();
        await using var portal = new PortalFactory(fixture.Database, clock, settings: new Dictionary<string, string> { ["Portal:Phone"] = "03 83 00 00 00" });
        for (var sent = 0; sent < 5; sent++) Assert.Equal("Votre demande est envoyée", (await SendAsync(portal, address)).Heading);

        var browser = portal.NewBrowser();
        var refused = await SendAsync(portal, address.ToUpperInvariant(), browser);

        AssertIsToldToWait(refused);
        Assert.True(refused.Has("03 83 00 00 00"));
        var check = await refused.ClickAsync("Revenir à ma demande");
        Assert.True(check.Has(address.ToUpperInvariant()));
        await using var db = fixture.NewContext();
        Assert.Null((await db.Set<Data.Requests.RequestDraft>().SingleAsync(draft => draft.Id == Walk.DraftOf(check), Ct)).RequestId);
        Assert.Equal("Votre demande est envoyée", (await SendAsync(portal, $"autre.{address}")).Heading);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Votre demande est envoyée", (await Walk.Agree(await check.ReloadAsync()).SubmitAsync()).Heading);
    }

    [Theory]
    [InlineData("DailyCaps:SubmissionsOfClient")]
    [InlineData("DailyCaps:SubmissionsOfDomain")]
    public async Task Client_and_mail_domain_have_their_share_too(string cap)
    {
        var clock = NewClock();
        await using var portal = new PortalFactory(fixture.Database, clock, settings: new Dictionary<string, string> { [cap] = "2" });
        var isClient = cap.EndsWith("Client", StringComparison.Ordinal);
        var domain = $"domaine{A.Number()}.example.org";
        var place = PortalFactory.NewAddress();
        Task<HtmlPage> SendOneAsync() => SendAsync(
            portal, $"camille{A.Number()}@{(isClient ? $"d{A.Number()}.example.org" : domain)}", isClient ? portal.NewBrowser(place) : portal.NewBrowser());
        for (var sent = 0; sent < 2; sent++) Assert.Equal("Votre demande est envoyée", (await SendOneAsync()).Heading);

        AssertIsToldToWait(await SendOneAsync());

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Votre demande est envoyée", (await SendOneAsync()).Heading);
    }

    [Fact]
    public async Task One_sheet_takes_so_many_reports_a_day()
    {
        var clock = NewClock();
        await using var portal = new PortalFactory(fixture.Database, clock, settings: new Dictionary<string, string> { ["DailyCaps:ReportsOfSheet"] = "2" });
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark());
        async Task<HtmlPage> ReportAsync(string text) => await (await portal.NewBrowser().GetAsync($"/annuaire/{offer.Actor!.ImportKey}/signaler"))
            .Form("Envoyer le signalement").Fill("Qu’est-ce qui ne va pas ?", text).SubmitAsync();
        await ReportAsync("Une première erreur.");
        await ReportAsync("Une deuxième erreur.");

        var again = await ReportAsync("Une deuxième erreur.");
        var refused = await ReportAsync("Une troisième erreur.");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.True(refused.Has("Attendez 15 heures."));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await ReportAsync("Une troisième erreur.")).Status);
        await using var db = fixture.NewContext();
        Assert.Equal(3, await db.SheetReports.CountAsync(report => report.ActorId == offer.ActorId, Ct));
    }

    private static FakeTimeProvider NewClock() => new(A.Now);

    private static void AssertIsToldToWait(HtmlPage page)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal("Votre demande n’est pas encore envoyée", page.Document.QuerySelector("h1")!.TextContent);
        Assert.True(page.Has("Revenez demain sur cet appareil"));
        Assert.InRange(int.Parse(page.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 24 * 3600);
    }

    private static Task<HtmlPage> SendAsync(PortalFactory portal, string email, PortalBrowser? browser = null) => Walk.SendAsync(portal, browser, new()
    {
        ["contact"] = form => form.Fill("Prénom et nom", "Camille Inventée").Fill("Adresse e-mail", email).Choose("Par courriel"),
    });

    private static async Task<HtmlPage> AskLostLinkAsync(PortalFactory portal, string reference, string email) => await (await portal.NewBrowser().GetAsync("/suivi"))
        .Form("Recevoir un nouveau lien").Fill("Référence de votre demande", reference).Fill("Adresse e-mail donnée avec la demande", email).SubmitAsync();

    private static async Task<HtmlPage> AskAddressChangeAsync(PortalBrowser browser, string email) => await (await browser.GetAsync("/compte/adresse"))
        .Form("Demander le changement").Fill("Nouvelle adresse e-mail", email).Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();

    private static async Task<HtmlPage> AskResumeLinkAsync(PortalFactory portal, string email, List<Guid> drafts)
    {
        var page = await Walk.BeginAsync(portal.NewBrowser());
        drafts.Add(Walk.DraftOf(page));
        return await (await page.Browser.GetAsync($"/demande/{drafts[^1]}/plus-tard")).Form("Recevoir le lien").Fill("Adresse e-mail", email).SubmitAsync();
    }
}
