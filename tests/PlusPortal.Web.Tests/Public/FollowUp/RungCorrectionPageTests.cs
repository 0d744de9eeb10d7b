using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Public.ActorLinks;

namespace PlusPortal.Web.Tests.Public.FollowUp;

/// <summary>What an actor noted: twice is once, what does not go together is refused with what to do, and what was wrong is taken back.</summary>
public sealed class RungCorrectionPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string TakeBack = "Ce n’était pas ça : retirer « premier contact fait », lundi 2 mars 2026";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Second_click_finds_it_noted_and_the_page_says_so()
    {
        var (request, referral, _) = await fixture.TakenAsync();
        var form = await (await fixture.NewBrowser().GetAsync(await PathAsync(referral.Id))).ClickAsync("Premier contact fait le…");

        var once = await form.Form("Noter").SubmitAsync();
        var twice = await form.Form("Noter").SubmitAsync();

        Assert.False(once.Has("C’était déjà noté"), once.Text);
        Assert.True(twice.Has("C’était déjà noté : rien n’a changé."), twice.Text);
        Assert.Equal([Rung.FirstContact], await RungsAsync(referral.Id));
        Assert.Single((await fixture.ReadAsync(request.Id)).Timeline, entry => entry.Kind == EventKind.RungReported);
        Assert.True((await (await twice.Form("Toujours en cours").SubmitAsync()).Form("Toujours en cours").SubmitAsync()).Has("C’était déjà noté"));
    }

    [Fact]
    public async Task Two_clicks_at_once_are_one_rung()
    {
        var (request, referral, _) = await fixture.TakenAsync();
        var path = await PathAsync(referral.Id);
        var forms = new List<HtmlPage>();
        for (var click = 0; click < 3; click++) forms.Add(await (await fixture.NewBrowser().GetAsync(path)).ClickAsync("Premier contact fait le…"));

        var pages = await Task.WhenAll(forms.Select(form => form.Form("Noter").SubmitAsync()));

        Assert.Contains(pages, page => page.Status == HttpStatusCode.OK && !page.Has("C’était déjà noté"));
        Assert.Equal([Rung.FirstContact], await RungsAsync(referral.Id));
        Assert.Single((await fixture.ReadAsync(request.Id)).Timeline, entry => entry.Kind == EventKind.RungReported);
    }

    [Fact]
    public async Task What_does_not_go_together_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        var (_, referral, _) = await fixture.TakenAsync();
        var path = await PathAsync(referral.Id);
        var noted = await (await (await fixture.NewBrowser().GetAsync(path)).ClickAsync("Premier contact fait le…")).Form("Noter").SubmitAsync();
        var form = await noted.ClickAsync("Noter une autre étape");

        var unreachable = await form.Form("Noter").Choose("La structure n’a pas pu être jointe").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, unreachable.Status);
        Assert.Equal(
            ["Vous avez noté « premier contact fait » le lundi 2 mars 2026. Si c'était une erreur, retirez-le d'abord, sur la page de la demande ; sinon, choisissez un jour après celui-là."], unreachable.Errors);
        Assert.True(unreachable.Form("Noter").IsOn("La structure n’a pas pu être jointe"));
        var reason = await form.Form("Noter").Choose("Besoin traité en entier").Choose("Pourquoi, si le besoin n’est pas traité", "C’était trop cher").SubmitAsync();
        Assert.StartsWith("Une raison ne va qu'avec", reason.ErrorOf("Pourquoi, si le besoin n’est pas traité"), StringComparison.Ordinal);
        Assert.True(reason.Form("Noter").IsOn("Besoin traité en entier"));

        var ending = await (await reason.Browser.GetAsync(path)).ClickAsync("Terminer mon suivi");
        var beside = await ending.Form("Terminer mon suivi").Choose("Aide apportée").Choose("Besoin traité en entier").Choose("Pourquoi, si le besoin n’est pas traité", "C’était trop cher").SubmitAsync();
        Assert.StartsWith("Une raison ne va qu'avec", beside.ErrorOf("Pourquoi, si le besoin n’est pas traité"), StringComparison.Ordinal);
        Assert.Equal([Rung.FirstContact], await RungsAsync(referral.Id));
    }

    [Fact]
    public async Task Mistake_is_taken_back_once_and_the_first_contact_is_awaited_again()
    {
        var (request, referral, _) = await fixture.TakenAsync();
        var noted = await (await (await fixture.NewBrowser().GetAsync(await PathAsync(referral.Id))).ClickAsync("Premier contact fait le…")).Form("Noter").SubmitAsync();
        Assert.Equal(A.Today, (await fixture.ReadAsync(request.Id)).Referrals[0].FirstContactOn);

        var after = await noted.Form(TakeBack).SubmitAsync();
        var again = await noted.Form(TakeBack).SubmitAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (after.Status, again.Status));
        Assert.True(again.HasLink("Premier contact fait le…"));
        Assert.False(again.Has("Ce que vous avez noté"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Null(stored.Referrals[0].FirstContactOn);
        Assert.Equal([EventKind.RungReported, EventKind.RungTakenBack], stored.Timeline.Where(entry => entry.Kind is EventKind.RungReported or EventKind.RungTakenBack).OrderBy(entry => entry.Number).Select(entry => entry.Kind));
        Assert.Empty(await RungsAsync(referral.Id));
        Assert.True((await again.ClickAsync("Noter une autre étape")).HasForm("Noter"));
    }

    [Fact]
    public async Task Partner_takes_back_in_its_space_and_an_end_that_contradicts_its_word_is_refused()
    {
        var (request, referral, offer) = await fixture.TakenAsync();
        using var partner = await fixture.Portal.SignInAsNewAsync(Data.Accounts.PortalRoles.Partner, offer.ActorId);
        var path = $"/partenaire/demandes/{referral.Id}";
        var page = await (await partner.GetAsync(path + "/etape")).Form("Noter").Choose("Besoin non traité").Choose("Pourquoi, si le besoin n’est pas traité", "C’était trop cher").SubmitAsync();
        Assert.True((await (await partner.GetAsync(path + "/etape")).Form("Noter").Choose("Besoin non traité").Choose("Pourquoi, si le besoin n’est pas traité", "C’était trop cher").SubmitAsync()).Has("C’était déjà noté"));

        var refused = await (await page.ClickAsync("Terminer mon suivi")).Form("Terminer mon suivi").Choose("Aide apportée").Choose("Besoin traité en entier").Fill("Un mot à l’équipe PLUS", "Tout va bien.").SubmitAsync();
        Assert.StartsWith("Vous avez noté « besoin non traité » le lundi 2 mars 2026.", refused.ErrorOf("Jusqu’où le besoin est-il traité ?"), StringComparison.Ordinal);
        Assert.Equal("Tout va bien.", refused.Form("Terminer mon suivi").Value("Un mot à l’équipe PLUS"));
        Assert.Equal(ReferralStatus.Accepted, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);

        var back = await page.Form("Ce n’était pas ça : retirer « besoin non traité, c’était trop cher », lundi 2 mars 2026").SubmitAsync();
        Assert.False(back.Has("Ce que vous avez noté"));
        await refused.Form("Terminer mon suivi").SubmitAsync();
        Assert.Equal(ReferralStatus.Completed, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
        Assert.Equal([Rung.DealtWith], await RungsAsync(referral.Id));
    }

    private Task<string> PathAsync(Guid referralId) => fixture.ActorLinkAsync(referralId, LinkPurpose.ReferralFollowUp);

    private async Task<IReadOnlyList<Rung>> RungsAsync(Guid referralId)
    {
        await using var db = fixture.NewContext();
        return await db.Set<LadderReport>().AsNoTracking().Where(report => report.ReferralId == referralId).OrderBy(report => report.Id).Select(report => report.Rung).ToListAsync(Ct);
    }
}
