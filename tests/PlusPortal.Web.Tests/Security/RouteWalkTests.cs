using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.People;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Tests.Security;

/// <summary>Every route, as everybody: who gets in, what a GET may do, what a POST must carry, whose data one reaches.</summary>
public sealed class RouteWalkTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string SignInPage = "/compte/connexion";
    private const string RefusalPage = "/compte/acces-refuse";

    [Fact]
    public async Task Every_route_answers_each_role_of_each_organisation_as_its_audience_says_and_changes_nothing()
    {
        var refusal = new RefuseToWrite();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(refusal)));

        Assert.Empty(await WalkAsync(portal, await SampleData.CreateAsync(fixture), refusal));
    }

    [Fact]
    public async Task Every_mistake_of_a_route_is_reported()
    {
        var refusal = new RefuseToWrite();
        await using var portal = WrongSamples.Portal(fixture.Database, services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(refusal)));
        var data = await SampleData.CreateAsync(fixture);

        var broken = await WalkAsync(portal, data, refusal, endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly == typeof(WrongSamples).Assembly);

        Assert.Contains("anonymous GET /faute/ecrit: 500 ", broken);
        Assert.Contains("anonymous GET /faute/efface: 500 ", broken);
        Assert.Contains("anonymous POST /faute/sans-jeton without a token: 200", broken);
        Assert.Contains("observer GET /admin/faute/curieux: 200 ", broken);
        Assert.Contains("observer POST /admin/faute/curieux: 200 ", broken);
        Assert.Contains($"contributor of another actor GET /egare/{data.Referral.Id}: 200, it is not theirs", broken);
        Assert.Contains($"manager of another actor GET /egare/{data.Referral.Id}: 200, it is not theirs", broken);
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

    /// <summary>Every route by every method, as each role, for the own actor and for another.</summary>
    private static async Task<IReadOnlyList<string>> WalkAsync(PortalFactory portal, SampleData data, RefuseToWrite refusal, Func<RouteEndpoint, bool>? which = null)
    {
        var endpoints = portal.Endpoints().Where(which ?? (_ => true)).ToList();
        var stranger = A.SupportOffer().Build();
        await using (var db = portal.NewContext())
        {
            db.Add(stranger.Actor!);
            await db.SaveChangesAsync();
        }

        Visitor[] visitors =
        [
            new("anonymous", null, portal.NewBrowser()),
            new("observer", PersonRole.Observer, await portal.SignInAsNewAsync(PortalRoles.Observer)),
            new("staff", PersonRole.Staff, await portal.SignInAsNewAsync(PortalRoles.Staff)),
            new("administrator", PersonRole.Administrator, await portal.SignInAsNewAsync(PortalRoles.Administrator)),
            new("contributor", PersonRole.Contributor, await portal.SignInAsNewAsync(PortalRoles.Partner, data.Offer.ActorId)),
            new("manager", PersonRole.PartnerManager, await portal.SignInAsNewAsync(PortalRoles.PartnerManager, data.Offer.ActorId)),
            new("contributor of another actor", PersonRole.Contributor, await portal.SignInAsNewAsync(PortalRoles.Partner, stranger.ActorId)) { IsStranger = true },
            new("manager of another actor", PersonRole.PartnerManager, await portal.SignInAsNewAsync(PortalRoles.PartnerManager, stranger.ActorId)) { IsStranger = true },
        ];

        // From here on no page writes. The one exception, the audit, is written by nobody who walks: its lines wait in memory for
        // their own writer, which does not run here (AuditTests.Page_writes_nothing_itself_and_the_writer_adds_rows_to_one_table_alone).
        refusal.IsOn = true;
        var broken = await Task.WhenAll(visitors.Select(visitor => WalkAsync(endpoints, data, visitor)));
        foreach (var visitor in visitors) visitor.Browser.Dispose();
        return [.. broken.SelectMany(lines => lines)];
    }

    private static async Task<IReadOnlyList<string>> WalkAsync(IReadOnlyList<RouteEndpoint> endpoints, SampleData data, Visitor visitor)
    {
        var token = await TokenAsync(visitor.Browser);
        var broken = new List<string>();
        foreach (var endpoint in endpoints)
        {
            foreach (var method in endpoint.MethodsOf())
            {
                var fault = endpoint.IsOpenTo(visitor.Role)
                    ? await FaultOfGuestAsync(endpoint, method, data, visitor, token)
                    : await FaultOfIntruderAsync(method, data.AddressOf(endpoint), visitor, token);
                broken.AddRange(fault.Select(sentence => $"{visitor.Name} {method} {data.AddressOf(endpoint)}{sentence}"));
            }
        }

        return broken;
    }

    /// <summary>Who is not of the audience comes to the sign-in page or is refused, even with a token.</summary>
    private static async Task<IReadOnlyList<string>> FaultOfIntruderAsync(string method, string address, Visitor visitor, string token)
    {
        var answer = await StatusAsync(visitor.Browser, method, address, token);
        var door = visitor.Role is null ? SignInPage : RefusalPage;
        return answer.Location?.StartsWith(door, StringComparison.Ordinal) == true ? Judged(answer, method) : [$": {(int)answer.Code} {answer.Location}"];
    }

    /// <summary>
    /// Who is of the audience gets in; a POST without its token goes no further, so that this walk performs no act. What belongs
    /// to another actor is not there, by any method, with a token.
    /// </summary>
    private static async Task<IReadOnlyList<string>> FaultOfGuestAsync(RouteEndpoint endpoint, string method, SampleData data, Visitor visitor, string token)
    {
        var address = data.AddressOf(endpoint);
        var isOwned = endpoint.AreaOf() == Areas.Partner && SampleData.NamesSomething(endpoint);
        if (isOwned && visitor.IsStranger)
        {
            var theirs = await StatusAsync(visitor.Browser, method, address, token);
            return theirs.Code == HttpStatusCode.NotFound ? Judged(theirs, method) : [$": {(int)theirs.Code}, it is not theirs"];
        }

        if (method != "GET")
        {
            // Programs send no form; an error page is shown instead of the answer to any method.
            if (endpoint.AreaOf() is null or Areas.Api || endpoint.PatternOf().StartsWith("erreur/", StringComparison.Ordinal)) return [];
            var refused = await StatusAsync(visitor.Browser, method, address, token: null);
            return refused.Code == HttpStatusCode.BadRequest ? [] : [$" without a token: {(int)refused.Code}"];
        }

        var answer = await StatusAsync(visitor.Browser, method, address, token);
        return IsOwnAnswer(answer) && !(isOwned && answer.Code == HttpStatusCode.NotFound) ? Judged(answer, method) : [$": {(int)answer.Code} {answer.Location}"];
    }

    private static IReadOnlyList<string> Judged(Answer answer, string method)
    {
        if (method != "GET") return [];
        return answer.IsPrivate ? [.. answer.HeaderFaults.Select(fault => ": " + fault)] : [": may be cached"];
    }

    /// <summary>Its own page, its own refusal or a way on: never a failure, nor somebody else's door.</summary>
    private static bool IsOwnAnswer(Answer answer) => answer.Code switch
    {
        HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Conflict => true,
        HttpStatusCode.Forbidden => answer.Path is RefusalPage,
        HttpStatusCode.Found when answer.Path.StartsWith(SignInPage, StringComparison.Ordinal) => true,
        HttpStatusCode.Found => answer.Location is { } location && !location.StartsWith(SignInPage, StringComparison.Ordinal) && !location.StartsWith(RefusalPage, StringComparison.Ordinal),
        _ => false,
    };

    private static async Task<string> TokenAsync(PortalBrowser browser) =>
        (await browser.GetAsync("/")).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

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

    /// <summary>Somebody who walks the routes.</summary>
    /// <param name="Name">Who it is, in a report.</param>
    /// <param name="Role">Its role; null when nobody is signed in.</param>
    /// <param name="Browser">Its browser.</param>
    private sealed record Visitor(string Name, PersonRole? Role, PortalBrowser Browser)
    {
        /// <summary>Whether it answers for another actor than the one of the addresses.</summary>
        public bool IsStranger { get; init; }
    }

    private sealed record Answer(HttpStatusCode Code, string Path, string? Location, bool IsPrivate, IReadOnlyList<string> HeaderFaults);
}
