using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Admin.Directory;

/// <summary>Who may open the pages of the directory in the admin area.</summary>
public sealed class DirectoryAccessTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static readonly Guid Nobody = Guid.Parse("01900000-0000-7000-8000-000000000000");

    public static TheoryData<string> Pages =>
    [
        "/admin/annuaire",
        "/admin/annuaire/{actor}",
        "/admin/annuaire/{actor}/modifier",
        "/admin/annuaire/offres/{offer}/modifier",
        "/admin/annuaire/offres/{offer}/etat",
        "/admin/modifications",
        "/admin/modifications/{revision}",
    ];

    public static TheoryData<string> PagesOfOneThing => [.. Pages.Select(row => row.Data).Where(page => page.Contains('{'))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Anonymous_visitors_are_asked_to_sign_in(string page)
    {
        var answer = await fixture.NewBrowser().GetAsync(await AddressAsync(page));

        Assert.Equal("/compte/connexion", answer.Path);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Partners_are_refused_even_for_their_own_actor(string page)
    {
        var (address, actorId) = await ArrangeAsync(page);
        using var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, actorId);

        var answer = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Staff_and_administrators_are_let_in(string page)
    {
        var address = await AddressAsync(page);
        foreach (var role in new[] { PortalRoles.Staff, PortalRoles.Administrator })
        {
            using var browser = await fixture.Portal.SignInAsNewAsync(role);

            var answer = await browser.GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(address, answer.Path);
            Assert.StartsWith(answer.Heading, answer.Title, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(PagesOfOneThing))]
    public async Task What_does_not_exist_is_not_found(string page)
    {
        using var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var answer = await browser.GetAsync(page.Replace("{actor}", $"{Nobody}").Replace("{offer}", $"{Nobody}").Replace("{revision}", $"{Nobody}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    private async Task<string> AddressAsync(string page) => (await ArrangeAsync(page)).Address;

    private async Task<(string Address, Guid ActorId)> ArrangeAsync(string page)
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Title = "Un autre titre" });
        return (page.Replace("{actor}", $"{offer.ActorId}").Replace("{offer}", $"{offer.Id}").Replace("{revision}", $"{revision.Id}"), offer.ActorId);
    }
}
