using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Public.LostLink;

namespace PlusPortal.Web.Tests.Public.LostLink;

public sealed class LostLinkTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Matching_reference_and_address_queue_a_new_link()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);

        var answer = await AskAsync(fixture.NewBrowser(), request.Reference.ToLowerInvariant().Replace('-', ' '), " " + request.Contact.Email.ToUpperInvariant());

        Assert.Equal("Regardez vos e-mails", answer.Heading);
        Assert.Equal([MailKind.NewTrackingLink], await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Wrong_address_and_unknown_reference_get_the_same_page_and_queue_nothing()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var right = await AskAsync(fixture.NewBrowser(), request.Reference, request.Contact.Email);
        var count = await CountAsync();

        var wrongAddress = await AskAsync(fixture.NewBrowser(), request.Reference, "autre@example.org");
        var unknown = await AskAsync(fixture.NewBrowser(), "PLUS-2026-999999", request.Contact.Email);

        Assert.Equal(right.Text, wrongAddress.Text);
        Assert.Equal(right.Text, unknown.Text);
        Assert.Equal(right.Redirects, unknown.Redirects);
        Assert.Equal(count, await CountAsync());
    }

    [Fact]
    public async Task Known_and_unknown_run_the_same_commands()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var counter = new CommandCounter();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(counter)));
        var warmUp = A.Request().Build();
        await fixture.StoreAsync(warmUp);
        await CommandsAsync(warmUp.Reference, warmUp.Contact.Email);

        var known = await CommandsAsync(request.Reference, request.Contact.Email);
        var wrongAddress = await CommandsAsync(request.Reference, "autre@example.org");
        var unknown = await CommandsAsync("PLUS-2026-999996", request.Contact.Email);

        Assert.Equal([MailKind.NewTrackingLink], await fixture.MailsAboutAsync(request.Id));
        Assert.Contains(known, command => command.StartsWith("INSERT INTO outbox_messages", StringComparison.Ordinal));
        Assert.Contains(known, command => command.Contains("limit_counters", StringComparison.Ordinal));
        Assert.Contains(known, command => command.Contains("synchronous_commit", StringComparison.Ordinal));
        Assert.Equal(known, wrongAddress);
        Assert.Equal(known, unknown);

        async Task<IReadOnlyList<string>> CommandsAsync(string reference, string email)
        {
            var page = await portal.NewBrowser().GetAsync("/suivi");
            counter.Reset();
            await AskAsync(page, reference, email);
            return [.. counter.Commands];
        }
    }

    [Fact]
    public async Task Address_alone_brings_a_link_to_each_request_that_still_has_a_page_and_a_number_to_that_one()
    {
        var email = $"plusieurs{A.Number()}@example.org";
        var requests = Enumerable.Range(0, SendNewLink.MaxRequests + 1).Select(_ => A.Request().From(contact => contact with { Email = email }).Build()).ToList();
        var ended = A.Request().From(contact => contact with { Email = email }).Build();
        ended.Close(ClosingReasons.AucunActeur, null, null, A.Staff(), A.Now.AddYears(-1), A.Day);
        foreach (var request in requests.Append(ended)) await fixture.StoreAsync(request);

        await AskAsync(fixture.NewBrowser(), "", email.ToUpperInvariant());

        Assert.Equal(SendNewLink.MaxRequests, (await fixture.MailsAboutAsync([.. requests.Select(request => request.Id)])).Count);
        Assert.Empty(await fixture.MailsAboutAsync(ended.Id));

        // A number alone is one request: numbers are never given twice.
        var only = A.Request().Build();
        await fixture.StoreAsync(only);
        await AskAsync(fixture.NewBrowser(), only.Reference["PLUS-2026-".Length..].TrimStart('0'), only.Contact.Email);
        Assert.Equal([MailKind.NewTrackingLink], await fixture.MailsAboutAsync(only.Id));
        await AskAsync(fixture.NewBrowser(), ended.Reference.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal), email);
        Assert.Equal([MailKind.NewTrackingLink], await fixture.MailsAboutAsync(ended.Id));
    }

    [Fact]
    public async Task What_cannot_be_read_is_no_try()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var browser = fixture.Portal.NewBrowser(PortalFactory.NewAddress());

        for (var attempt = 0; attempt < 12; attempt++) Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(browser, "bonjour", request.Contact.Email)).Status);

        Assert.Equal("Regardez vos e-mails", (await AskAsync(browser, "", request.Contact.Email)).Heading);
    }

    [Fact]
    public async Task Each_field_says_what_to_write()
    {
        var page = await fixture.NewBrowser().GetAsync("/suivi");

        var empty = await page.Form("Recevoir un nouveau lien").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal("Indiquez l'adresse e-mail donnée avec votre demande.", empty.ErrorOf("Adresse e-mail donnée avec la demande"));

        var wrong = await AskAsync(empty, "quarante-deux", "pas une adresse");
        Assert.Equal("Nous ne lisons pas cette référence. Écrivez-la comme PLUS-2026-000042, ou laissez ce champ vide : l'adresse suffit.", wrong.ErrorOf("Référence de votre demande"));
        Assert.Equal("Indiquez une adresse e-mail complète, comme prenom@exemple.fr.", wrong.ErrorOf("Adresse e-mail donnée avec la demande"));
        Assert.Equal("quarante-deux", wrong.Form("Recevoir un nouveau lien").Value("Référence de votre demande"));
    }

    [Fact]
    public async Task Form_that_holds_NUL_is_read_without_it_and_keeps_what_was_typed()
    {
        var answer = await AskAsync(fixture.NewBrowser(), "4\0\u00002\0 bis", "pas une\0 adresse");

        Assert.Equal(2, answer.Errors.Count);
        Assert.Equal("42 bis", answer.Form("Recevoir un nouveau lien").Value("Référence de votre demande"));
        Assert.Equal("pas une adresse", answer.Form("Recevoir un nouveau lien").Value("Adresse e-mail donnée avec la demande"));
    }

    [Fact]
    public async Task One_request_gets_few_links_an_hour_whoever_asks()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);

        for (var attempt = 0; attempt <= SendNewLink.MaxPerHour; attempt++) await AskAsync(fixture.NewBrowser(), request.Reference, request.Contact.Email);

        Assert.Equal(SendNewLink.MaxPerHour, (await fixture.MailsAboutAsync(request.Id)).Count);
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_must_wait()
    {
        var address = PortalFactory.NewAddress();
        HtmlPage? answer = null;
        for (var attempt = 0; attempt < 6; attempt++) answer = await AskAsync(fixture.Portal.NewBrowser(address), "PLUS-2026-999999", "personne@example.org");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer!.Status);
        Assert.Equal("Trop d'essais en peu de temps", answer.Heading);
        Assert.True(int.Parse(answer.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture) > 0);
    }

    private static async Task<HtmlPage> AskAsync(PortalBrowser browser, string reference, string email) => await AskAsync(await browser.GetAsync("/suivi"), reference, email);

    private static Task<HtmlPage> AskAsync(HtmlPage page, string reference, string email) =>
        page.Form("Recevoir un nouveau lien").Fill("Référence de votre demande", reference).Fill("Adresse e-mail donnée avec la demande", email).SubmitAsync();

    private async Task<int> CountAsync()
    {
        await using var db = fixture.NewContext();
        return db.Outbox.Count();
    }
}
