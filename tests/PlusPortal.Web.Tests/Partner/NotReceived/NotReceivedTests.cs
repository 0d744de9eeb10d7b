using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Partner.NotReceived;

/// <summary>« Pourquoi pas moi ? »: counts, and nothing of any request.</summary>
public sealed class NotReceivedTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Address = "/partenaire/pourquoi-pas-moi";

    [Fact]
    public async Task Reasons_are_counted_small_numbers_hidden_and_no_request_is_shown()
    {
        var (mine, other) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        await fixture.StoreAsync(mine, other);
        var requests = new List<OrientationRequest>();
        for (var count = 0; count < 6; count++) requests.Add(await StoreAsync(other, Excluding(mine, Criteria.Territory)));
        for (var count = 0; count < 2; count++) requests.Add(await StoreAsync(other, Excluding(mine, Criteria.Employer)));
        for (var count = 0; count < 5; count++) requests.Add(await StoreAsync(other, RequestScene.Result(other, mine)));

        var page = await (await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, mine.ActorId)).GetAsync(Address);

        Assert.Equal(
            [
                ("Commune hors de votre territoire", "6 demandes"),
                ("Vous étiez parmi les trois premiers ; PLUS ou la structure a choisi un autre acteur", "5 demandes"),
                ("Structure sans salarié", "moins de 5 demandes"),
            ],
            OfMyOffers(page).Select(row => (PageText.Normalise(row.QuerySelector("th")!.TextContent), PageText.Normalise(row.QuerySelector("td")!.TextContent))));
        Assert.All(requests, request => Assert.DoesNotContain(request.Reference, page.Body, StringComparison.Ordinal));
        Assert.All(requests, request => Assert.DoesNotContain(request.Declared.StructureName!, page.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_received_old_undealt_with_or_unwanted_do_not_count()
    {
        var (mine, other) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        await fixture.StoreAsync(mine, other);
        var result = Excluding(mine, Criteria.Territory);
        for (var count = 0; count < 5; count++)
        {
            await StoreAsync(mine, result);
            await StoreAsync(other, result, A.Request().SentOn(A.Now.AddDays(-91), A.Today.AddDays(-91)));
            await StoreAsync(other, result with { Signals = [new DetectedSignal(TriageSignals.Indesirable, "Un champ caché a été rempli.")] });
            var waiting = A.Request().Build();
            waiting.RecordMatching(result, A.Now, A.Day, Author.Job);
            await fixture.StoreAsync(waiting);
        }

        var page = await (await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, mine.ActorId)).GetAsync(Address);

        Assert.Empty(OfMyOffers(page));
    }

    [Fact]
    public async Task The_page_is_for_partners_and_found_from_their_list()
    {
        var offer = A.SupportOffer().Build();
        await fixture.StoreAsync(offer);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        using var staff = await fixture.StaffAsync();

        Assert.Equal("Pourquoi pas moi ?", (await (await partner.GetAsync("/partenaire")).ClickAsync("Pourquoi des demandes ne m'arrivent pas")).Heading);
        Assert.Equal("/compte/connexion", (await fixture.NewBrowser().GetAsync(Address)).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(Address)).Status);
    }

    /// <summary>Rows that come from a result in which the actor is named; the requests of other tests name it nowhere.</summary>
    private static IEnumerable<AngleSharp.Dom.IElement> OfMyOffers(HtmlPage page) =>
        page.Document.QuerySelectorAll("tbody tr").Where(row => !row.TextContent.Contains("Aucune offre publiée", StringComparison.Ordinal));

    private async Task<OrientationRequest> StoreAsync(SupportOffer sentTo, MatchResult result, RequestBuilder? builder = null)
    {
        var request = (builder ?? A.Request()).Build();
        request.RecordMatching(result, A.Now, A.Day, Author.Job);
        request.Sending(sentTo);
        await fixture.StoreAsync(request);
        return request;
    }

    private static MatchResult Excluding(SupportOffer offer, string criterion) => new()
    {
        RulesVersion = 1,
        Proposals = [],
        Excluded = [new Exclusion(offer.ActorId, offer.Actor!.Name, offer.Id, offer.Content.Title, criterion, "Une raison inventée.", 1)],
    };
}
