using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Public.SignIn;

namespace PlusPortal.Web.Tests.Public.SignIn;

/// <summary>Guessing a password: few tries, the same for an address without an account, and none of them holds up the owner.</summary>
public sealed class SignInLimitTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const int TriesOfClient = 5;
    private const int TriesOfAnAddress = 20;
    private const string Refusal = "Adresse ou mot de passe incorrect";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sixth_try_of_a_client_for_an_address_waits_whether_it_has_an_account_or_not(bool hasAccount)
    {
        var email = hasAccount ? await NewAccountAsync() : $"personne{A.Number()}@example.org";
        using var client = fixture.NewBrowser();
        for (var tries = 0; tries < TriesOfClient; tries++)
            Assert.Contains(Refusal, Assert.Single((await TryAsync(client, email, "autre chose")).Errors), StringComparison.Ordinal);

        var refused = await TryAsync(client, email, PortalFactory.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.StartsWith("Trop d'essais pour cette adresse. Attendez", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 15 * 60);
        Assert.Equal(email, refused.Form("Se connecter").Value("Adresse e-mail"));
    }

    [Fact]
    public async Task Tries_of_one_client_do_not_hold_up_the_owner_at_another()
    {
        var email = await NewAccountAsync();
        using var stranger = fixture.NewBrowser();
        for (var tries = 0; tries <= TriesOfClient; tries++) await TryAsync(stranger, email, "autre chose");

        Assert.Equal("/admin", (await TryAsync(fixture.NewBrowser(), email, PortalFactory.Password)).Path);
    }

    [Fact]
    public async Task Flood_from_many_clients_does_not_hold_up_the_owner_in_a_browser_that_is_known()
    {
        await using var portal = new PortalFactory(fixture.Database, settings: new Dictionary<string, string> { ["RateLimits:SignInAccount:Requests"] = "8", ["RateLimits:SignInAccount:WindowSeconds"] = "3600" });
        var email = await NewAccountAsync();
        using var known = portal.NewBrowser();
        await TryAsync(known, email, PortalFactory.Password);
        await (await known.GetAsync("/admin")).Form("Se déconnecter").SubmitAsync();
        for (var tries = 0; tries < 8; tries++) await TryAsync(portal.NewBrowser(), email, "autre chose");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(portal.NewBrowser(), email, PortalFactory.Password)).Status);
        Assert.Equal("/admin", (await TryAsync(known, email, PortalFactory.Password)).Path);
    }

    [Fact]
    public async Task Address_that_tries_too_often_waits_and_the_owners_behind_it_do_not()
    {
        var office = PortalFactory.NewAddress();
        var email = await NewAccountAsync();
        using var owner = fixture.Portal.NewBrowser(office);
        await TryAsync(owner, email, PortalFactory.Password);
        await (await owner.GetAsync("/admin")).Form("Se déconnecter").SubmitAsync();
        using var neighbour = fixture.Portal.NewBrowser(office);
        for (var tries = 1; tries < TriesOfAnAddress; tries++) await TryAsync(neighbour, $"personne{A.Number()}@example.org", "autre chose");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(neighbour, $"personne{A.Number()}@example.org", "autre chose")).Status);
        Assert.Equal("/admin", (await TryAsync(owner, email, PortalFactory.Password)).Path);
    }

    [Fact]
    public async Task Right_password_begins_the_count_of_the_client_again()
    {
        var email = await NewAccountAsync();
        using var client = fixture.NewBrowser();
        for (var tries = 1; tries < TriesOfClient; tries++) await TryAsync(client, email, "autre chose");
        Assert.Equal("/admin", (await TryAsync(client, email, PortalFactory.Password)).Path);

        for (var tries = 1; tries < TriesOfClient; tries++) await TryAsync(client, email, "autre chose");
        Assert.Equal("/admin", (await TryAsync(client, email, PortalFactory.Password)).Path);
    }

    [Fact]
    public async Task Known_unknown_and_disabled_accounts_cost_the_same_queries_and_the_same_hashes()
    {
        var commands = new CommandCounter();
        var hashes = new HashCounter();
        await using var portal = new PortalFactory(fixture.Database, configure: services =>
        {
            services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(commands));
            services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<PortalUser>>(hashes));
            services.Replace(ServiceDescriptor.Singleton(provider => new PasswordDecoy(hashes)));
        });
        var known = await NewAccountAsync();
        var disabled = await NewAccountAsync();
        await using (var db = fixture.NewContext())
        {
            await db.Users.Where(user => user.Email == disabled).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);
        }

        await CostAsync("personne@example.org");
        var ofKnown = await CostAsync(known);

        Assert.Equal(ofKnown, await CostAsync($"inconnu{A.Number()}@example.org"));
        Assert.Equal(ofKnown, await CostAsync(disabled));
        Assert.Equal(1, ofKnown.Hashes);
        Assert.InRange(ofKnown.Commands, 2, 3);

        async Task<(int Commands, int Hashes)> CostAsync(string email)
        {
            using var browser = portal.NewBrowser();
            var form = (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", "autre chose");
            commands.Reset();
            hashes.Count = 0;
            Assert.Contains(Refusal, Assert.Single((await form.SubmitAsync()).Errors), StringComparison.Ordinal);
            return (commands.Commands.Count, hashes.Count);
        }
    }

    private async Task<string> NewAccountAsync()
    {
        var email = $"essais{A.Number()}@example.org";
        await fixture.Portal.CreateUserAsync(email, PortalRoles.Staff);
        return email;
    }

    private static async Task<HtmlPage> TryAsync(PortalBrowser browser, string email, string password) =>
        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", password).SubmitAsync();

    /// <summary>The hasher of Identity, counted; as quick as that of the tests.</summary>
    private sealed class HashCounter() : PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }))
    {
        public int Count { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            Count++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
