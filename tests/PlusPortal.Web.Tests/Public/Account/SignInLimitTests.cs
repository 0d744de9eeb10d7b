using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Account;

/// <summary>Guessing a password: few tries for an account, not many for an address.</summary>
public sealed class SignInLimitTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const int TriesOfAnAccount = 5;
    private const int TriesOfAnAddress = 20;
    private const string Refusal = "Adresse ou mot de passe incorrect";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour_and_the_right_one_gets_the_same_answer()
    {
        var email = await NewAccountAsync();
        for (var tries = 1; tries < TriesOfAnAccount; tries++) await TryAsync(email, "autre chose");
        Assert.Null((await ReadAsync(email)).LockoutEnd);
        var before = DateTimeOffset.UtcNow;

        await TryAsync(email, "autre chose");

        var locked = await TryAsync(email, PortalFactory.Password);
        Assert.Equal(HttpStatusCode.BadRequest, locked.Status);
        Assert.Contains(Refusal, Assert.Single(locked.Errors), StringComparison.Ordinal);
        Assert.InRange((await ReadAsync(email)).LockoutEnd!.Value, before.AddMinutes(14), DateTimeOffset.UtcNow.AddMinutes(15));
    }

    [Fact]
    public async Task Locked_account_opens_again_when_its_time_is_over()
    {
        var email = await NewAccountAsync();
        for (var tries = 0; tries < TriesOfAnAccount; tries++) await TryAsync(email, "autre chose");
        await using (var db = fixture.NewContext())
        {
            await db.Users.Where(user => user.Email == email).ExecuteUpdateAsync(set => set.SetProperty(user => user.LockoutEnd, DateTimeOffset.UtcNow.AddSeconds(-1)), Ct);
        }

        var page = await TryAsync(email, PortalFactory.Password);

        Assert.Equal("/admin", page.Path);
        Assert.Equal(0, (await ReadAsync(email)).AccessFailedCount);
    }

    [Fact]
    public async Task Right_password_in_between_begins_the_count_again()
    {
        var email = await NewAccountAsync();
        for (var tries = 1; tries < TriesOfAnAccount; tries++) await TryAsync(email, "autre chose");

        await TryAsync(email, PortalFactory.Password);
        await TryAsync(email, "autre chose");

        Assert.Equal("/admin", (await TryAsync(email, PortalFactory.Password)).Path);
    }

    [Fact]
    public async Task Address_that_tries_too_often_waits_and_the_others_do_not()
    {
        var address = PortalFactory.NewAddress();
        using var impatient = fixture.Portal.NewBrowser(address);
        var form = (await impatient.GetAsync("/compte/connexion")).Form("Se connecter");

        // Nothing filled in: counted as well, and quicker to refuse.
        for (var tries = 0; tries < TriesOfAnAddress; tries++) Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync()).Status);
        var refused = await form.SubmitAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 300);
        using var sameAddress = fixture.Portal.NewBrowser(address);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await (await sameAddress.GetAsync("/compte/connexion")).Form("Se connecter").SubmitAsync()).Status);
        Assert.Equal("/admin", (await TryAsync(await NewAccountAsync(), PortalFactory.Password)).Path);
    }

    private async Task<string> NewAccountAsync()
    {
        var email = $"essais{A.Number()}@example.org";
        await fixture.Portal.CreateUserAsync(email, PortalRoles.Staff);
        return email;
    }

    private async Task<HtmlPage> TryAsync(string email, string password)
    {
        var page = await fixture.NewBrowser().GetAsync("/compte/connexion");
        return await page.Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", password).SubmitAsync();
    }

    private async Task<PortalUser> ReadAsync(string email)
    {
        await using var db = fixture.NewContext();
        return await db.Users.AsNoTracking().SingleAsync(user => user.Email == email, Ct);
    }
}
