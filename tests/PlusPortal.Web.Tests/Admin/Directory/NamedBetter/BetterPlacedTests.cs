using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Admin.Directory.NamedBetter;

public sealed class BetterPlacedTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Staff_read_who_was_named_by_whom_and_for_what()
    {
        var (named, naming) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        await fixture.StoreAsync(named, naming);
        var (one, two) = (await RefuseAsync(naming, named), await RefuseAsync(naming, named));
        var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var list = await staff.GetAsync("/admin/annuaire/mieux-places");
        var page = await list.ClickAsync(named.Actor!.Name);

        Assert.True(list.Has("2 fois"));
        Assert.All([one, two], request => Assert.True(page.HasLink(request.Reference)));
        Assert.True(page.Has(naming.Actor!.Name));
        Assert.True(page.Has("Toul"));
        Assert.True(page.Has(Themes.All.LabelOf(Themes.ModeleEconomique)));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/admin/annuaire/mieux-places/{Guid.NewGuid()}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await fixture.Portal.SignInAsNewAsync(PortalRoles.Observer)).GetAsync("/admin/annuaire/mieux-places")).Status);
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page()
    {
        var (named, naming) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        await fixture.StoreAsync(named, naming);
        var requests = new List<OrientationRequest>();
        for (var number = 0; number < 27; number++) requests.Add(await RefuseAsync(naming, named));
        var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var first = await staff.GetAsync($"/admin/annuaire/mieux-places/{named.ActorId}");
        var second = await first.ClickAsync("Page suivante");

        Assert.Equal(27, requests.Count(request => first.HasLink(request.Reference) ^ second.HasLink(request.Reference)));
        Assert.Equal(2, requests.Count(request => second.HasLink(request.Reference)));
    }

    [Fact]
    public async Task The_catalogue_knows_the_themes_for_which_an_actor_was_named_and_nothing_of_who_did()
    {
        var (named, naming, other) = (A.SupportOffer().Build(), A.SupportOffer().Build(), A.SupportOffer().Build());
        await fixture.StoreAsync(named, naming, other);
        await RefuseAsync(naming, named);
        await RefuseAsync(naming, named);
        await RefuseAsync(other, named);
        await using var db = fixture.NewContext();

        var catalog = await db.LoadCatalogAsync(TestContext.Current.CancellationToken);

        Assert.Equal(BetterPlaced.By([[Themes.ModeleEconomique], [Themes.ModeleEconomique]]), catalog.Offers.Single(offer => offer.OfferId == named.Id).History.NamedFor);
        Assert.Equal(BetterPlaced.None, catalog.Offers.Single(offer => offer.OfferId == naming.Id).History.NamedFor);
    }

    private async Task<OrientationRequest> RefuseAsync(SupportOffer naming, SupportOffer named)
    {
        var request = A.Request().Build();
        var referral = request.Sending(naming);
        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.MeilleurInterlocuteur, null, named.ActorId), A.Partner(), A.Now, A.Day);
        await fixture.StoreAsync(request);
        return request;
    }
}
