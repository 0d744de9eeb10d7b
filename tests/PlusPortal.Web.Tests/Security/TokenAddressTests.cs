using Microsoft.AspNetCore.Routing;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Security;

/// <summary>An address that holds a secret is told to no other page, whatever it shows: the thing, a refusal, a failure.</summary>
public sealed class TokenAddressTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Unknown = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public async Task No_page_whose_address_holds_a_token_sends_a_referrer()
    {
        var data = await SampleData.CreateAsync(fixture);
        using var stranger = fixture.NewBrowser();
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var doors = fixture.Portal.Endpoints().Where(endpoint => endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name == "token")).ToList();
        Assert.True(doors.Count > 10);

        var told = new List<string>();
        foreach (var door in doors)
        {
            foreach (var address in new[] { data.AddressOf(door), data.AddressOf(door, "token", Unknown) })
            {
                foreach (var client in new[] { stranger.Client, staff.Client })
                {
                    // Asked for in both ways: one of them is answered by the page of a refusal.
                    foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
                    {
                        using var question = new HttpRequestMessage(method, address);
                        using var answer = await client.SendAsync(question, TestContext.Current.CancellationToken);
                        if (!answer.Headers.TryGetValues("Referrer-Policy", out var policy) || policy.Single() != "no-referrer") told.Add($"{method} /{door.RoutePattern.RawText} {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.Empty(told.Distinct());
    }

    [Fact]
    public async Task Other_pages_tell_the_portal_itself_where_one_comes_from()
    {
        using var answer = await fixture.NewBrowser().Client.GetAsync("/annuaire", TestContext.Current.CancellationToken);

        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }
}
