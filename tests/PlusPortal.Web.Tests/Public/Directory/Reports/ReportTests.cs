using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Directory.Reports;

/// <summary>A reader reports a wrong sheet, staff are done with it.</summary>
public sealed class ReportTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_reaches_staff_and_leaves_their_list_once_handled()
    {
        var mark = PublicDirectory.Mark();
        var offer = await fixture.AddOfferAsync(mark);
        var sheet = await fixture.NewBrowser().GetAsync($"/annuaire/{offer.Actor!.ImportKey}");

        var thanks = await (await sheet.ClickAsync("Signaler une erreur")).Form("Envoyer le signalement").Fill("Qu’est-ce qui ne va pas ?", $"Le tarif a changé.\nVoir {mark}.").SubmitAsync();
        Assert.Equal("Merci, votre signalement est reçu", thanks.Document.QuerySelector("h1")!.TextContent);

        var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var list = await staff.GetAsync("/admin/signalements");
        Assert.True(list.Has($"Le tarif a changé. Voir {mark}."));
        Assert.True((await staff.GetAsync("/admin/annuaire")).HasLink("Voir les erreurs signalées dans l’annuaire public"));
        var report = await SingleAsync(offer.ActorId);
        var left = await list.Form($"Marquer comme traité le signalement sur {mark} du {Labels.FrenchText.get_InWords(report.ReportedAt)}").SubmitAsync();

        Assert.False(left.Has(mark));
        var handled = await SingleAsync(offer.ActorId);
        Assert.Equal(A.Now, handled.HandledAt);
        Assert.NotNull(handled.HandledById);
    }

    [Theory]
    [InlineData("", "Dites-nous ce qui ne va pas, même en quelques mots.")]
    [InlineData("   ", "Dites-nous ce qui ne va pas, même en quelques mots.")]
    public async Task Empty_report_is_refused(string typed, string sentence)
    {
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark());

        var page = await (await FormAsync(offer)).Form("Envoyer le signalement").Fill("Qu’est-ce qui ne va pas ?", typed).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(sentence, page.ErrorOf("Qu’est-ce qui ne va pas ?"));
    }

    [Fact]
    public async Task Too_long_a_report_is_refused_and_kept()
    {
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark());
        var typed = new string('a', SheetReport.TextLength + 1);

        var page = await (await FormAsync(offer)).Form("Envoyer le signalement").Fill("Qu’est-ce qui ne va pas ?", typed).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(typed, page.Form("Envoyer le signalement").Value("Qu’est-ce qui ne va pas ?"));
    }

    [Fact]
    public async Task Same_words_sent_twice_are_one_report()
    {
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark());
        var form = (await FormAsync(offer)).Form("Envoyer le signalement").Fill("Qu’est-ce qui ne va pas ?", "Le site a changé.");

        await form.SubmitAsync();
        await form.SubmitAsync();

        Assert.Equal("Le site a changé.", (await SingleAsync(offer.ActorId)).Text);
    }

    [Fact]
    public async Task Sixth_report_from_one_address_waits()
    {
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark());
        var page = await FormAsync(offer);
        for (var number = 1; number <= 5; number++) Assert.Equal(HttpStatusCode.OK, (await page.Form("Envoyer le signalement").Fill("Qu’est-ce qui ne va pas ?", $"Erreur {number}").SubmitAsync()).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await page.Form("Envoyer le signalement").Fill("Qu’est-ce qui ne va pas ?", "Encore").SubmitAsync()).Status);
    }

    [Fact]
    public async Task Sheet_that_is_not_public_takes_no_report()
    {
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark());
        await using (var db = fixture.NewContext())
        {
            (await db.SupportActors.FindAsync([offer.ActorId], Ct))!.SetActive(false, A.Now);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await FormAsync(offer)).Status);
    }

    private Task<HtmlPage> FormAsync(SupportOffer offer) => fixture.NewBrowser().GetAsync($"/annuaire/{offer.Actor!.ImportKey}/signaler");

    private async Task<SheetReport> SingleAsync(Guid actorId)
    {
        await using var db = fixture.NewContext();
        return await db.SheetReports.AsNoTracking().SingleAsync(report => report.ActorId == actorId, Ct);
    }
}
