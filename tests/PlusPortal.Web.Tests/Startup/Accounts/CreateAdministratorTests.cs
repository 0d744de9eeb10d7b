using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Commands;
using PlusPortal.Web.Samples;

namespace PlusPortal.Web.Tests.Startup.Accounts;

/// <summary>The command that opens the first account of a portal in Production.</summary>
public sealed class CreateAdministratorTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrator_is_created_and_signs_in_to_the_admin_area()
    {
        var email = NewEmail();

        var (code, said) = await RunAsync(PortalFactory.Password, email, "Dominique Inventée");

        Assert.Equal(0, code);
        Assert.Contains($"Dominique Inventée ({email}) est créé", said, StringComparison.Ordinal);
        Assert.DoesNotContain(PortalFactory.Password, said, StringComparison.Ordinal);
        using var browser = await fixture.Portal.SignInAsync(email);
        Assert.Equal("/admin", (await browser.GetAsync("/admin")).Path);
        await using var db = fixture.NewContext();
        var user = await db.Users.SingleAsync(user => user.Email == email, Ct);
        Assert.Equal("Dominique Inventée", user.DisplayName);
        Assert.Equivalent(
            new[] { PortalRoles.Staff, PortalRoles.Administrator },
            await db.UserRoles.Where(link => link.UserId == user.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name).ToListAsync(Ct));
    }

    [Theory]
    [InlineData("court", "trop court\u00A0: choisissez au moins 12 caractères")]
    [InlineData("aaaaaaaaaaaaaaaa", "se devine trop vite")]
    [InlineData(SampleAccounts.Password, "se devine trop vite")]
    [InlineData("dominiqueinventée54", "fait de votre nom")]
    [InlineData("", "Aucun mot de passe")]
    [InlineData(null, "Aucun mot de passe")]
    public async Task Weak_or_missing_password_is_refused_with_what_to_do(string? password, string sentence)
    {
        var email = NewEmail();

        var (code, said) = await RunAsync(password, email, "Dominique Inventée");

        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        await using var db = fixture.NewContext();
        Assert.False(await db.Users.AnyAsync(user => user.Email == email, Ct));
    }

    [Fact]
    public async Task What_nobody_sees_is_dropped_from_address_and_name_but_not_from_the_password()
    {
        var email = NewEmail();

        var (code, _) = await RunAsync(PortalFactory.Password + "\u200B", "\u200B" + email, "\u202EDominique\u00AD Inventée");

        Assert.Equal(0, code);
        await using var db = fixture.NewContext();
        Assert.Equal("Dominique Inventée", (await db.Users.SingleAsync(user => user.Email == email, Ct)).DisplayName);
        using var refused = await fixture.Portal.SignInAsync(email);
        Assert.NotEqual("/admin", (await refused.GetAsync("/admin")).Path);
        using var browser = fixture.Portal.NewBrowser();
        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password + "\u200B").SubmitAsync();
        Assert.Equal("/admin", (await browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Address_already_taken_is_refused_before_the_password_is_asked_and_the_account_stays_as_it_is()
    {
        var email = NewEmail();
        await fixture.Portal.CreateUserAsync(email, PortalRoles.Partner);

        var (code, said) = await RunAsync(() => throw new InvalidOperationException("Asked."), email.ToUpperInvariant(), "Dominique Inventée");

        Assert.Equal(1, code);
        Assert.Contains("Un compte existe déjà", said, StringComparison.Ordinal);
        using var browser = await fixture.Portal.SignInAsync(email);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await browser.GetAsync("/admin")).Status);
    }

    [Theory]
    [InlineData("Utilisation")]
    [InlineData("Utilisation", "seule@example.org")]
    [InlineData("Utilisation", "trop@example.org", "Nom", "mot de passe en argument")]
    [InlineData("adresse e-mail complète", "sans-arobase", "Nom")]
    [InlineData("prénom et le nom", "nom@example.org", " ")]
    public async Task Wrong_command_line_is_told(string sentence, params string[] arguments)
    {
        var (code, said) = await RunAsync(PortalFactory.Password, arguments);

        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    private static string NewEmail() => $"admin{A.Number()}@example.org";

    private Task<(int Code, string Said)> RunAsync(string? password, params string[] arguments) => RunAsync(() => password, arguments);

    private async Task<(int Code, string Said)> RunAsync(Func<string?> ask, params string[] arguments)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        var command = ActivatorUtilities.CreateInstance<CreateAdministratorCommand>(scope.ServiceProvider);
        return (await command.RunAsync(arguments, ask, output, Ct), output.ToString());
    }
}
