using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Admin.Requests.Choosing;

/// <summary>Staff ask why an actor is proposed for a request, or why not.</summary>
public sealed class ActorReasonsTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Question = "Pourquoi pas un autre acteur ?";

    [Fact]
    public async Task An_excluded_actor_is_found_by_its_name_with_its_reasons()
    {
        var far = A.SupportOffer().Covering(A.Metz.Epci!).With(content => content with { Eligibility = new Eligibility { HeadcountMinFte = 10 } }).Build();
        var request = A.Request().Build().InTriage().Matched(A.SupportOffer().Build());
        await fixture.StoreAsync(far);
        await fixture.StoreAsync(request);
        var actor = A.SupportActor().Named("Élan inventé de Metz").Build();
        await fixture.StoreAsync(A.SupportOffer().Of(actor).Covering(A.Metz.Epci!).Build());
        var search = await (await fixture.StaffAsync()).GetAsync(RequestScene.Address(request) + "/pourquoi");

        var page = await search.Form("Chercher").Fill("Nom de l'acteur", "elan invente").SubmitAsync();

        Assert.True(page.Has("Écarté : Votre commune n'est pas dans le territoire de cette offre. Il s'en faut de l'intercommunalité (EPCI)."));
        Assert.True(page.Has("une condition non remplie"));
        var other = await page.Form("Chercher").Fill("Nom de l'acteur", far.Actor!.Name).SubmitAsync();
        Assert.True((other.HasLink(far.Actor.Name) ? await other.ClickAsync(far.Actor.Name) : other).Has("2 conditions non remplies"));
    }

    [Fact]
    public async Task A_proposed_actor_has_its_rank_and_all_its_points()
    {
        var offer = A.SupportOffer().Build();
        await fixture.StoreAsync(offer);
        var request = A.Request().Build().InTriage().Matched(offer);
        await fixture.StoreAsync(request);
        using var staff = await fixture.StaffAsync();

        var page = await staff.GetAsync($"{RequestScene.Address(request)}/pourquoi?acteur={offer.ActorId}");

        Assert.Matches($"(Premier|[0-9]+e) avec -?[0-9]+ points, pour l'offre « {offer.Content.Title} »", page.Text);
        Assert.Contains("points)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_of_that_name_and_several_are_told_apart()
    {
        var request = A.Request().Build().InTriage().Matched();
        await fixture.StoreAsync(request);
        foreach (var name in new[] { "Cap imaginaire Nord", "Cap imaginaire Sud" }) await fixture.StoreAsync(A.SupportOffer().Of(A.SupportActor().Named(name).Build()).Build());
        var search = await (await fixture.StaffAsync()).GetAsync(RequestScene.Address(request) + "/pourquoi");

        var none = await search.Form("Chercher").Fill("Nom de l'acteur", "Personne ne s'appelle ainsi").SubmitAsync();
        var several = await search.Form("Chercher").Fill("Nom de l'acteur", "cap imaginaire").SubmitAsync();

        Assert.True(none.Has("Aucun acteur qui a une offre publiée ne porte ce nom."));
        Assert.True((await several.ClickAsync("Cap imaginaire Sud")).Has("Conditions de ses offres"));
    }

    [Fact]
    public async Task The_page_is_for_staff_and_found_from_the_request()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        request.Sending(offer);
        await fixture.StoreAsync(request, offer);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        var address = RequestScene.Address(request) + "/pourquoi";
        using var staff = await fixture.StaffAsync();

        Assert.Equal("/compte/connexion", (await fixture.NewBrowser().GetAsync(address)).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync(address)).Status);
        Assert.Equal(address, (await (await staff.GetAsync(RequestScene.Address(request))).ClickAsync(Question)).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{address}?acteur={Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/admin/demandes/PLUS-2026-999999/pourquoi")).Status);
    }
}
