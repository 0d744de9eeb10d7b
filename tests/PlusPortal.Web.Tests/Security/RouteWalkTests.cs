using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Tests.Security;

/// <summary>Every route, as everybody: who gets in, what a GET may do, what a POST must carry, whose data one reaches.</summary>
public sealed class RouteWalkTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Every_GET_answers_each_role_as_its_audience_says_and_writes_nothing()
    {
        var refusal = new RefuseToWrite();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(refusal)));

        Assert.Empty(await WalkGetsAsync(portal, refusal));
    }

    [Theory]
    [InlineData("faute/ecrit")]
    [InlineData("faute/efface")]
    public async Task GET_that_writes_is_reported(string pattern)
    {
        var refusal = new RefuseToWrite();
        await using var portal = WrongSamples.Portal(fixture.Database, services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(refusal)));

        Assert.Contains(await WalkGetsAsync(portal, refusal), broken => broken.Contains("/" + pattern, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/js/site.js")]
    [InlineData("/js")]
    [InlineData("/nulle-part")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/ready")]
    public async Task Files_failures_and_answers_to_programs_have_the_same_headers(string address)
    {
        using var answer = await fixture.NewBrowser().Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Empty(HeaderRules.FaultsOf(answer));
    }

    [Fact]
    public void Answer_without_its_headers_is_reported()
    {
        using var bare = new HttpResponseMessage { Content = new StringContent("<p>", System.Text.Encoding.Latin1, "text/html") };
        bare.Headers.Add("Server", "Kestrel");
        bare.Headers.Add("Content-Security-Policy", "script-src 'unsafe-inline'");

        var faults = HeaderRules.FaultsOf(bare).ToList();

        Assert.Contains("lacks X-Content-Type-Options nosniff", faults);
        Assert.Contains("lacks Content-Security-Policy default-src 'none'", faults);
        Assert.Contains("has Server", faults);
        Assert.Contains("has an unsafe policy", faults);
        Assert.Contains("says no charset for text/html", faults);
    }

    [Fact]
    public async Task Every_form_fits_the_limits_whatever_is_ticked()
    {
        var data = await SampleData.CreateAsync(fixture);
        using var anonymous = fixture.Portal.NewBrowser();
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.PartnerManager, data.Offer.ActorId);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var largest = (Keys: 0, Values: 0);
        var tooLarge = new List<string>();
        foreach (var endpoint in fixture.Portal.Endpoints().Where(endpoint => endpoint.MethodsOf().Contains("GET") && !endpoint.PatternOf().StartsWith("erreur/", StringComparison.Ordinal)))
        {
            var browser = endpoint.AreaOf() switch { Areas.Partner => partner, Areas.Admin or Areas.Account => staff, _ => anonymous };
            foreach (var form in (await browser.GetAsync(data.AddressOf(endpoint))).Document.QuerySelectorAll("form"))
            {
                var names = form.QuerySelectorAll("input[name],select[name],textarea[name],button[name]").Select(field => field.GetAttribute("name")!).ToList();
                var size = (Keys: names.Distinct().Count(), Values: names.Count);
                largest = (Math.Max(largest.Keys, size.Keys), Math.Max(largest.Values, size.Values));
                if (size.Keys > FormLimits.MostKeys || size.Values > FormLimits.MostValues) tooLarge.Add($"/{endpoint.PatternOf()}: {size}");
            }
        }

        TestContext.Current.SendDiagnosticMessage($"The largest form has {largest.Keys} keys, another {largest.Values} values");
        Assert.Empty(tooLarge);
        Assert.True(largest.Keys > 20);
    }

    [Fact]
    public async Task Every_POST_needs_its_token() => Assert.Empty(await WalkPostsAsync(fixture.Portal));

    [Fact]
    public async Task POST_that_forgets_the_token_is_reported()
    {
        await using var portal = WrongSamples.Portal(fixture.Database);

        Assert.Equal(["anonymous POST /faute/sans-jeton without a token: 200"], await WalkPostsAsync(portal));
    }

    [Fact]
    public async Task No_partner_reaches_what_belongs_to_another_actor()
    {
        var data = await SampleData.CreateAsync(fixture);
        var before = await StateAsync(data);

        Assert.Empty(await WalkOwnershipAsync(fixture.Portal, data));

        Assert.Equal(before, await StateAsync(data));
        using var owner = await fixture.Portal.SignInAsNewAsync(PortalRoles.PartnerManager, data.Offer.ActorId);
        foreach (var endpoint in OwnedBy(fixture.Portal).Where(endpoint => endpoint.MethodsOf().Contains("GET")))
            Assert.NotEqual(HttpStatusCode.NotFound, (await owner.GetAsync(data.AddressOf(endpoint))).Status);
    }

    [Fact]
    public async Task Page_that_forgets_whose_it_is_is_reported()
    {
        await using var portal = WrongSamples.Portal(fixture.Database);
        var data = await SampleData.CreateAsync(fixture);

        Assert.Equal([$"GET /egare/{data.Referral.Id}: 200"], await WalkOwnershipAsync(portal, data));
    }

    [Fact]
    public async Task Partners_and_staff_do_not_enter_each_others_space_by_any_method()
    {
        var data = await SampleData.CreateAsync(fixture);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.PartnerManager, data.Offer.ActorId);
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var broken = new List<string>();
        foreach (var (area, stranger) in new[] { (Areas.Admin, partner), (Areas.Partner, staff) })
        {
            var token = await TokenAsync(stranger);
            foreach (var endpoint in fixture.Portal.Endpoints().Where(endpoint => endpoint.AreaOf() == area))
            {
                foreach (var method in endpoint.MethodsOf())
                {
                    var status = await StatusAsync(stranger, method, data.AddressOf(endpoint), token);
                    if (status.Location?.StartsWith("/compte/acces-refuse", StringComparison.Ordinal) != true) broken.Add($"{method} /{endpoint.PatternOf()}: {(int)status.Code}");
                }
            }
        }

        Assert.Empty(broken);
    }

    private async Task<IReadOnlyList<string>> WalkGetsAsync(PortalFactory portal, RefuseToWrite refusal)
    {
        var data = await SampleData.CreateAsync(fixture);
        using var anonymous = portal.NewBrowser();
        using var partner = await portal.SignInAsNewAsync(PortalRoles.PartnerManager, data.Offer.ActorId);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Administrator);
        (string Role, PortalBrowser Browser, string? Area)[] visitors = [("anonymous", anonymous, null), ("partner", partner, Areas.Partner), ("staff", staff, Areas.Admin)];
        var broken = new List<string>();
        refusal.IsOn = true;
        foreach (var endpoint in portal.Endpoints().Where(endpoint => endpoint.MethodsOf().Contains("GET")))
        {
            foreach (var (role, browser, area) in visitors)
            {
                var address = data.AddressOf(endpoint);
                var answer = await StatusAsync(browser, "GET", address, token: null);
                var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
                var isOwn = area is not null && endpoint.AreaOf() is { } of && (of == area || of == Areas.Account);
                var isExpected = (isOpen || isOwn, role) switch
                {
                    (true, _) => IsOwnAnswer(answer),
                    (false, "anonymous") => answer.Location?.StartsWith("/compte/connexion", StringComparison.Ordinal) == true,
                    (false, _) => answer.Location?.StartsWith("/compte/acces-refuse", StringComparison.Ordinal) == true,
                };
                if (!isExpected) broken.Add($"{role} GET {address}: {(int)answer.Code} {answer.Location}");
                if (!answer.IsPrivate) broken.Add($"{role} GET {address}: may be cached");
                broken.AddRange(answer.HeaderFaults.Select(fault => $"{role} GET {address}: {fault}"));
            }
        }

        return broken;
    }

    /// <summary>Its own page, its own refusal or a way on: never a failure, nor somebody else's door.</summary>
    private static bool IsOwnAnswer(Answer answer) => answer.Code switch
    {
        HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Conflict => true,
        HttpStatusCode.Forbidden => answer.Path is "/compte/acces-refuse",
        HttpStatusCode.Found => answer.Location?.StartsWith("/compte/", StringComparison.Ordinal) == false,
        _ => false,
    };

    private async Task<IReadOnlyList<string>> WalkPostsAsync(PortalFactory portal)
    {
        var data = await SampleData.CreateAsync(fixture);
        using var anonymous = portal.NewBrowser();
        using var partner = await portal.SignInAsNewAsync(PortalRoles.PartnerManager, data.Offer.ActorId);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Administrator);
        var broken = new List<string>();
        foreach (var endpoint in portal.Endpoints())
        {
            // Programs send no form; an error page is shown instead of the answer to any method.
            if (!endpoint.MethodsOf().Contains("POST") || endpoint.AreaOf() is null or Areas.Api || endpoint.PatternOf().StartsWith("erreur/", StringComparison.Ordinal)) continue;
            var (role, browser) = endpoint.AreaOf() switch { Areas.Partner => ("partner", partner), Areas.Admin or Areas.Account => ("staff", staff), _ => ("anonymous", anonymous) };
            var answer = await StatusAsync(browser, "POST", data.AddressOf(endpoint), token: null);
            if (answer.Code != HttpStatusCode.BadRequest) broken.Add($"{role} POST {answer.Path} without a token: {(int)answer.Code}");
        }

        return broken;
    }

    /// <summary>Every partner route with an identifier, by a partner of another actor.</summary>
    private static async Task<IReadOnlyList<string>> WalkOwnershipAsync(PortalFactory portal, SampleData data)
    {
        var stranger = A.SupportOffer().Build();
        await using (var db = portal.NewContext())
        {
            db.Add(stranger.Actor!);
            await db.SaveChangesAsync();
        }

        using var browser = await portal.SignInAsNewAsync(PortalRoles.PartnerManager, stranger.ActorId);
        var token = await TokenAsync(browser);
        var broken = new List<string>();
        foreach (var endpoint in OwnedBy(portal))
        {
            foreach (var method in endpoint.MethodsOf())
            {
                var answer = await StatusAsync(browser, method, data.AddressOf(endpoint), token);
                if (answer.Code != HttpStatusCode.NotFound) broken.Add($"{method} {answer.Path}: {(int)answer.Code}");
            }
        }

        return broken;
    }

    private static IEnumerable<RouteEndpoint> OwnedBy(PortalFactory portal)
    {
        var owned = portal.Endpoints().Where(endpoint => endpoint.AreaOf() == Areas.Partner && SampleData.NamesSomething(endpoint)).ToList();
        Assert.True(owned.Count >= 10);
        return owned;
    }

    private async Task<(int Event, uint Offer, int Revisions)> StateAsync(SampleData data)
    {
        await using var db = fixture.NewContext();
        return (
            await db.OrientationRequests.Where(request => request.Id == data.Request.Id).Select(request => request.LastEventNumber).SingleAsync(),
            await db.SupportOffers.Where(offer => offer.Id == data.Offer.Id).Select(offer => offer.Version).SingleAsync(),
            await db.OfferRevisions.CountAsync(revision => revision.OfferId == data.Offer.Id && revision.State == Domain.Directory.OfferRevisionState.Pending));
    }

    private static async Task<string> TokenAsync(PortalBrowser browser) =>
        (await browser.GetAsync("/")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<Answer> StatusAsync(PortalBrowser browser, string method, string address, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method != "GET") request.Content = new FormUrlEncodedContent(token is null ? [] : [new("__RequestVerificationToken", token)]);
        try
        {
            using var response = await browser.Client.SendAsync(request);
            var location = response.Headers.Location is { } target ? (target.IsAbsoluteUri ? target.PathAndQuery : target.ToString()) : null;
            return new Answer(response.StatusCode, address, location, response.Headers.CacheControl?.NoStore == true, [.. HeaderRules.FaultsOf(response)]);
        }
        catch (InvalidOperationException)
        {
            return new Answer(HttpStatusCode.InternalServerError, address, null, IsPrivate: true, []);
        }
    }

    private sealed record Answer(HttpStatusCode Code, string Path, string? Location, bool IsPrivate, IReadOnlyList<string> HeaderFaults);
}
