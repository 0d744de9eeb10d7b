using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Public.Directory.Search;

/// <summary>The list of the public directory: order, pages, what a line says, what stays out.</summary>
public sealed class ListTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("&tri=nom")]
    [InlineData("&commune=Toul")]
    public async Task Pages_follow_each_other_without_repeating_or_missing_an_actor(string order)
    {
        var mark = PublicDirectory.Mark();
        await using (var db = fixture.NewContext())
        {
            db.AddRange(Enumerable.Range(1, 45).Select(number => A.SupportOffer().Of(A.SupportActor().Named($"{mark} {number:00}").Build()).Build().Actor!));
            await db.SaveChangesAsync(Ct);
        }

        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}{order}");
        Assert.Equal("45 acteurs correspondent à votre recherche.", page.Count());
        var titles = new List<string> { page.Title };
        var seen = page.ActorNames();
        Assert.Equal(20, seen.Count);
        while (page.HasLink("Page suivante"))
        {
            page = await page.ClickAsync("Page suivante");
            titles.Add(page.Title);
            seen.AddRange(page.ActorNames());
        }

        Assert.Equal(Enumerable.Range(1, 45).Select(number => $"{mark} {number:00}"), seen.Order(StringComparer.Ordinal));
        Assert.Equal(3, titles.Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, (await page.Browser.GetAsync($"/annuaire?texte={mark}&page=4")).Status);
        if (order == "&tri=nom") Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        else Assert.NotEqual(seen.Order(StringComparer.Ordinal), seen);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=deux")]
    [InlineData("page=99999999999")]
    public async Task Page_that_does_not_exist_is_not_found(string query) =>
        Assert.Equal(HttpStatusCode.NotFound, (await fixture.NewBrowser().GetAsync("/annuaire?" + query)).Status);

    [Fact]
    public async Task Freshest_come_first_and_the_rest_turns_with_the_day()
    {
        var mark = PublicDirectory.Mark();
        for (var number = 0; number < 8; number++) await fixture.AddOfferAsync($"{mark} {number}");
        await ConfirmAsync(await fixture.AddOfferAsync($"{mark} ancien"), A.Today.AddDays(-30));
        await ConfirmAsync(await fixture.AddOfferAsync($"{mark} recent"), A.Today.AddDays(-1));

        var today = await NamesOnAsync(A.Now);
        var again = await NamesOnAsync(A.Now.AddHours(3));
        var tomorrow = await NamesOnAsync(A.Now.AddDays(1));

        Assert.Equal([$"{mark} recent", $"{mark} ancien"], today[..2]);
        Assert.Equal([$"{mark} recent", $"{mark} ancien"], tomorrow[..2]);
        Assert.Equal(today, again);
        Assert.NotEqual(today, tomorrow);

        async Task<List<string>> NamesOnAsync(DateTimeOffset instant)
        {
            await using var portal = new PortalFactory(fixture.Database, new FakeTimeProvider(instant));
            return (await portal.NewBrowser().GetAsync($"/annuaire?texte={mark}")).ActorNames();
        }
    }

    [Fact]
    public async Task Line_says_what_where_how_much_and_whether_it_is_sure()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync(mark, offer => offer.Covering("54", "55", "57", "88").ForStages(Stages.Demarrer).About(Themes.PretGarantie)
            .With(content => content with { Cost = "Gratuit." }));

        var item = (await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}")).Document.QuerySelector(".directory__item")!;
        var text = PageText.Normalise(item.TextContent);

        Assert.Contains("Un acteur inventé pour un essai.", text, StringComparison.Ordinal);
        Assert.Contains("Démarrer", text, StringComparison.Ordinal);
        Assert.Contains("Prêt bancaire et garantie", text, StringComparison.Ordinal);
        Assert.Contains("Territoire : Toute la Lorraine · Coût : Gratuit.", text, StringComparison.Ordinal);
        Assert.Contains("Fiche et disponibilité non confirmées par l'acteur", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Accepte de nouvelles demandes", text, StringComparison.Ordinal);
        Assert.Single(item.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task Line_says_full_closed_suspended_and_confirmed()
    {
        var mark = PublicDirectory.Mark();
        await ChangeAsync(await fixture.AddOfferAsync($"{mark} complet"), offer => offer.SetCapacity(CapacityStatuses.Complet, new DateOnly(2026, 4, 30), A.Now));
        await ChangeAsync(await fixture.AddOfferAsync($"{mark} suspendu"), offer => offer.MoveTo(OfferState.Suspended, A.Now));
        await fixture.AddOfferAsync($"{mark} clos", offer => offer.With(content => content with { ClosesOn = new DateOnly(2026, 2, 27) }));
        await ConfirmAsync(await fixture.AddOfferAsync($"{mark} confirmé"), new DateOnly(2026, 2, 26));

        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}");

        Assert.Equal(4, page.ActorNames().Count);
        Assert.True(page.Has("Complet jusqu'au jeudi 30 avril 2026"));
        Assert.True(page.Has("Offre suspendue : informations à confirmer"));
        Assert.True(page.Has("Appel clos depuis le vendredi 27 février 2026"));
        Assert.True(page.Has("Confirmé par l'acteur le jeudi 26 février 2026"));
        Assert.True(page.Has("Accepte de nouvelles demandes"));
    }

    [Fact]
    public async Task Only_active_actors_that_are_no_samples_with_a_public_offer_are_listed()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} public");
        foreach (var state in new[] { OfferState.Draft, OfferState.InReview, OfferState.Archived }) await fixture.AddOfferAsync($"{mark} {state}", offer => offer.In(state));
        var hidden = await fixture.AddOfferAsync($"{mark} retire");
        var sample = SupportActor.Sample($"exemple-{A.Number()}", $"{mark} exemple", ActorKinds.Banque, "Inventé.", A.Now);
        A.SupportOffer().Of(sample).Build();
        await using (var db = fixture.NewContext())
        {
            (await db.SupportActors.FindAsync([hidden.ActorId], Ct))!.SetActive(false, A.Now);
            db.Add(sample);
            await db.SaveChangesAsync(Ct);
        }

        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}");

        Assert.Equal([$"{mark} public"], page.ActorNames());
        Assert.Equal(HttpStatusCode.NotFound, (await page.Browser.GetAsync("/annuaire/" + sample.ImportKey)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Browser.GetAsync("/annuaire/" + hidden.Actor!.ImportKey)).Status);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("&etape=demarrer&theme=modele-economique&secteur=culture&appui=accompagnement", 3)]
    [InlineData("&departement=54", 4)]
    [InlineData("&commune=Toul (54528)", 4)]
    public async Task Page_takes_the_same_commands_however_many_actors_there_are(string filters, int expected)
    {
        var mark = PublicDirectory.Mark();
        await using (var db = fixture.NewContext())
        {
            db.AddRange(Enumerable.Range(1, 30).Select(number => A.SupportOffer().Covering(TerritoryLevel.Epci, A.Toul.Epci!).Covering("54").Of(A.SupportActor().Named($"{mark} {number}").Build()).Build().Actor!));
            await db.SaveChangesAsync(Ct);
        }

        var counter = new CommandCounter();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(counter)));
        using var browser = portal.NewBrowser();
        await browser.GetAsync("/annuaire");
        counter.Reset();

        var page = await browser.GetAsync($"/annuaire?texte={mark}{filters}");

        Assert.Equal(20, page.ActorNames().Count);
        Assert.Equal(expected, counter.Commands.Count);
    }

    [Fact]
    public async Task Page_stays_within_its_weight()
    {
        var mark = PublicDirectory.Mark();
        await using (var db = fixture.NewContext())
        {
            db.AddRange(Enumerable.Range(1, 25).Select(number => A.SupportOffer().About([.. Themes.All.Take(8).Select(theme => theme.Code)])
                .Of(A.SupportActor().Named($"{mark} {number}").Build()).Build().Actor!));
            await db.SaveChangesAsync(Ct);
        }

        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}&departement=54");

        Assert.Equal(20, page.ActorNames().Count);
        Assert.InRange(page.Document.All.Length, 200, 800);
        using var compressed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(page.Body), Ct);
        Assert.InRange(compressed.Length, 1_000, 25_000);
        Assert.InRange(page.Document.QuerySelector("svg.map__drawing")!.OuterHtml.Length, 1_000, 8_000);
    }

    private Task ConfirmAsync(SupportOffer offer, DateOnly day) => ChangeAsync(offer, stored => stored.Confirm(day, A.Now));

    private async Task ChangeAsync(SupportOffer offer, Action<SupportOffer> change)
    {
        await using var db = fixture.NewContext();
        change((await db.SupportOffers.FindAsync([offer.Id], Ct))!);
        await db.SaveChangesAsync(Ct);
    }
}
