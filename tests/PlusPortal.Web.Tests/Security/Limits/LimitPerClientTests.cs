using System.Net;
using Microsoft.AspNetCore.Routing;
using PlusPortal.Data.Limits;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Tests.Security.Limits;

/// <summary>What one client may do so many times, whichever node answers.</summary>
public sealed class LimitPerClientTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static readonly Dictionary<string, string> ThreeTries = new() { ["RateLimits:SignIn:Requests"] = "3", ["RateLimits:SignIn:WindowSeconds"] = "600" };

    [Fact]
    public async Task Two_nodes_count_together_and_the_next_window_begins_anew()
    {
        await using var first = new PortalFactory(fixture.Database, settings: ThreeTries);
        await using var second = new PortalFactory(fixture.Database, first.Clock, settings: ThreeTries);
        var address = PortalFactory.NewAddress();

        var statuses = new List<int>();
        foreach (var node in new[] { first, second, first, second, first }) statuses.Add(await TryAsync(node, address));

        Assert.Equal([400, 400, 400, 429, 429], statuses);
        first.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(400, await TryAsync(second, address));
    }

    [Fact]
    public async Task Neighbours_in_one_IPv6_network_are_one_client_and_others_are_not()
    {
        await using var portal = new PortalFactory(fixture.Database, settings: ThreeTries);

        var statuses = new List<int>();
        foreach (var address in new[] { "2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:a:b:c:d", "2001:db8:1:2::3", "2001:db8:1:3::1" }) statuses.Add(await TryAsync(portal, IPAddress.Parse(address)));

        Assert.Equal([400, 400, 400, 429, 400], statuses);
    }

    [Fact]
    public void Every_purpose_that_a_page_counts_has_its_limit()
    {
        var counted = fixture.Portal.Endpoints().SelectMany(endpoint => endpoint.Metadata.OfType<LimitPerClientAttribute>()).Select(limit => limit.Purpose).Distinct().ToList();

        Assert.Superset(new HashSet<LimitPurpose> { LimitPurpose.LostLink, LimitPurpose.ResumeLink, LimitPurpose.NewDraft, LimitPurpose.Submission, LimitPurpose.SheetReport }, counted.ToHashSet());
        Assert.All(counted, purpose => Assert.True(new RateLimitOptions().Of(purpose).Requests > 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimitOptions().Of(LimitPurpose.MailToAddress));
    }

    private static async Task<int> TryAsync(PortalFactory portal, IPAddress address)
    {
        using var browser = portal.NewBrowser(address);
        return (int)(await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", $"personne{A.Number()}@example.org").Fill("Mot de passe", "faux").SubmitAsync()).Status;
    }
}
