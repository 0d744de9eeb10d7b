using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Dashboard;

/// <summary>The figures of observers. They count the whole database: one test, in the order in which requests come.</summary>
public sealed class FiguresTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Figures_are_right_small_ones_are_hidden_and_none_leads_to_a_list()
    {
        using var observer = await fixture.Portal.SignInAsNewAsync(PortalRoles.Observer);
        var none = await observer.GetAsync("/admin");
        Assert.Equal("Chiffres du portail", none.Heading);
        Assert.Equal("0", Figure(none, "Demandes ouvertes"));
        var actors = int.Parse(Figure(none, "Acteurs publiés"));
        var offers = int.Parse(Figure(none, "Offres publiées"));
        Assert.True(offers >= actors && actors > 0);

        var offer = A.SupportOffer().Build();
        for (var i = 0; i < 4; i++) await fixture.StoreAsync(A.Request().Build());
        var few = await observer.GetAsync("/admin");
        Assert.Equal("moins de 5", Figure(few, "Demandes ouvertes"));
        Assert.Equal("moins de 5", Figure(few, "Sans personne pour les suivre"));
        Assert.Equal("0", Figure(few, "En attente d’un acteur"));

        var asked = A.Request().Build();
        asked.Sending(offer, isByHand: true);
        await fixture.StoreAsync(asked, offer);
        await fixture.StoreAsync(A.Request().Build());
        fixture.Portal.Clock.Advance(TimeSpan.FromDays(60));
        using var later = await fixture.Portal.SignInAsNewAsync(PortalRoles.Observer);
        var enough = await later.GetAsync("/admin");
        Assert.Equal("6", Figure(enough, "Demandes ouvertes"));
        Assert.Equal("5", Figure(enough, "Sans personne pour les suivre"));
        Assert.Equal("6", Figure(enough, "En retard"));
        Assert.Equal("0", Figure(enough, "En attente de la structure"));
        Assert.Equal("moins de 5", Figure(enough, "En attente d’un acteur"));
        Assert.Equal("moins de 5", Figure(enough, "À transmettre par l’équipe"));
        Assert.Equal($"{actors + 1}", Figure(enough, "Acteurs publiés"));
        Assert.Equal($"{offers + 1}", Figure(enough, "Offres publiées"));
        Assert.Equal("0", Figure(enough, "Modifications d’offres à relire"));
        Assert.Empty(enough.Document.QuerySelectorAll("main a, main form, main table"));
    }

    private static string Figure(HtmlPage page, string label)
    {
        var text = page.Document.QuerySelectorAll("main .counts li").Select(item => PageText.Normalise(item.TextContent)).Single(line => line.EndsWith(PageText.Normalise(label), StringComparison.Ordinal));
        return text[..^PageText.Normalise(label).Length].Trim();
    }
}
