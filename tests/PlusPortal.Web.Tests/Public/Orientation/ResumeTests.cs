using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Tests.Public.Orientation;

/// <summary>« Enregistrer et reprendre plus tard », and taking up on another device.</summary>
public sealed class ResumeTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Button_saves_the_page_then_queues_one_link_to_the_typed_address()
    {
        var page = await Walk.ToAsync(fixture.Portal, "structure");

        var later = await page.Form(Walk.Later).Fill("Nom de la structure", "Gardée").SubmitAsync();
        Assert.Equal("Reprendre plus tard", later.Heading);
        var sent = await later.Form("Recevoir le lien").Fill("Adresse e-mail", "camille.plustard@example.org").SubmitAsync();

        Assert.Equal("C'est noté", sent.Heading);
        await using var db = fixture.NewContext();
        var draftId = Walk.DraftOf(page);
        Assert.Equal(MailKind.ResumeDraft, (await db.Outbox.SingleAsync(message => message.SubjectId == draftId, Ct)).Kind);
        Assert.Equal("camille.plustard@example.org", (await db.RequestDrafts.SingleAsync(draft => draft.Id == draftId, Ct)).ResumeEmail);
        Assert.Equal("Gardée", (await page.ReloadAsync()).Form(Walk.Continue).Value("Nom de la structure"));
    }

    [Fact]
    public async Task Unfinished_text_is_kept_too()
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");

        var later = await page.Form(Walk.Later).Fill("Votre besoin", "À finir").SubmitAsync();

        Assert.Equal("Reprendre plus tard", later.Heading);
        var back = await later.ClickAsync("Retour à ma demande");
        Assert.Equal("besoin", Walk.SlugOf(back));
        Assert.Equal("À finir", back.Form(Walk.Continue).Value("Votre besoin"));
        Assert.Empty(back.Errors);
    }

    [Fact]
    public async Task Wrong_address_gets_a_sentence_and_is_kept()
    {
        var page = await LaterPageAsync();

        var empty = await page.Form("Recevoir le lien").SubmitAsync();
        var wrong = await empty.Form("Recevoir le lien").Fill("Adresse e-mail", "pas une adresse").SubmitAsync();

        Assert.Equal("Indiquez l'adresse e-mail à laquelle envoyer le lien.", Assert.Single(empty.Errors));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("pas une adresse", wrong.Form("Recevoir le lien").Value("Adresse e-mail"));
    }

    [Fact]
    public async Task Two_clicks_at_once_queue_one_link_and_the_day_has_its_limit()
    {
        var page = await LaterPageAsync();
        var form = page.Form("Recevoir le lien").Fill("Adresse e-mail", "camille.double@example.org");

        var both = await Task.WhenAll(page.Browser.SendAsync(form.Request()), page.Browser.SendAsync(form.Request()));
        Assert.All(both, answer => Assert.Equal("C'est noté", answer.Heading));
        for (var count = 0; count < 6; count++) Assert.Equal("C'est noté", (await form.SubmitAsync()).Heading);

        await using var db = fixture.NewContext();
        var draftId = Walk.DraftOf(page);
        Assert.InRange(await db.Outbox.CountAsync(message => message.SubjectId == draftId, Ct), 1, 5);
    }

    [Fact]
    public async Task Link_opens_a_page_that_changes_nothing_and_its_button_lets_the_device_in()
    {
        var page = await Walk.ToAsync(fixture.Portal, "taille");
        var token = await MintAsync(Walk.DraftOf(page));
        using var device = fixture.NewBrowser();

        var door = await device.GetAsync($"/demande/reprendre/{token}");
        Assert.Equal("Reprendre votre demande", door.Heading);
        Assert.Equal("no-referrer", door.Headers["Referrer-Policy"]);
        Assert.Equal(HttpStatusCode.NotFound, (await device.GetAsync(page.Path)).Status);

        var inside = await door.Form("Reprendre ma demande ici").SubmitAsync();
        Assert.Equal(page.Path, inside.Path);
        Assert.Equal("Toul", (await inside.ClickAsync("Retour")).Form(Walk.Continue).Value("Commune"));

        Assert.Equal(HttpStatusCode.OK, (await page.ReloadAsync()).Status);
        var confirmation = await Walk.Agree(await Walk.OnToAsync(inside, "verification")).SubmitAsync();
        Assert.Equal("Votre demande est envoyée", confirmation.Heading);
        Assert.Equal("Votre demande est envoyée", (await page.ReloadAsync()).Heading);
    }

    [Fact]
    public async Task Device_that_sent_nothing_itself_asks_for_its_own_tracking_link()
    {
        var browser = fixture.NewBrowser();
        var check = await Walk.ToAsync(fixture.Portal, "verification", browser);
        var token = await MintAsync(Walk.DraftOf(check));
        using var device = fixture.NewBrowser();
        await (await device.GetAsync($"/demande/reprendre/{token}")).Form("Reprendre ma demande ici").SubmitAsync();
        var sent = await Walk.Agree(check).SubmitAsync();

        var other = await device.GetAsync(sent.Path);
        Assert.False(other.HasLink("Suivre ma demande"));
        var asked = await other.Form("Obtenir mon lien de suivi").SubmitAsync();

        Assert.NotEqual(sent.Link("Suivre ma demande"), asked.Link("Suivre ma demande"));
        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync(new Uri(asked.Link("Suivre ma demande")).PathAndQuery)).Status);
    }

    [Theory]
    [InlineData("inconnu")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Unknown_link_says_what_to_do(string token)
    {
        var page = await fixture.NewBrowser().GetAsync($"/demande/reprendre/{token}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Ce lien de reprise n'est plus valable", page.Heading);
        Assert.True(page.HasLink("Commencer une demande"));
    }

    [Fact]
    public async Task Revoked_link_opens_nothing()
    {
        var page = await Walk.ToAsync(fixture.Portal, "taille");
        var token = await MintAsync(Walk.DraftOf(page));
        await using var db = fixture.NewContext();
        await db.AccessLinks.Where(link => link.SubjectId == Walk.DraftOf(page)).ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, fixture.Portal.Clock.GetUtcNow()), Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await fixture.NewBrowser().GetAsync($"/demande/reprendre/{token}")).Status);
    }

    /// <summary>What the dispatcher does when it writes the e-mail.</summary>
    private async Task<string> MintAsync(Guid draftId)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var draft = await db.RequestDrafts.SingleAsync(draft => draft.Id == draftId, Ct);
        var token = scope.ServiceProvider.GetRequiredService<LinkIssuer>().ResumeDraft(draftId, draft.ExpiresAt);
        await db.SaveChangesAsync(Ct);
        return token;
    }

    private async Task<HtmlPage> LaterPageAsync()
    {
        var page = await Walk.ToAsync(fixture.Portal, "structure");
        return await page.Form(Walk.Later).Fill("Nom de la structure", "Essai").SubmitAsync();
    }
}
