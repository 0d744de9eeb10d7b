using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Account;

/// <summary>Codes of an application and recovery codes: set up, asked for, each taken once; who must have them meets no page before.</summary>
public sealed class SecondFactorTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Asked = "Confirmer que c'est vous";
    private TestDatabase? database;
    private PortalFactory? portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PortalFactory Portal => portal!;

    private FakeTimeProvider Clock => Portal.Clock;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        portal = new PortalFactory(database, settings: new Dictionary<string, string> { ["Accounts:RequireSecondFactor"] = "true" });
    }

    public async ValueTask DisposeAsync()
    {
        if (portal is not null) await portal.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    [Theory]
    [InlineData(PortalRoles.Administrator, "/admin")]
    [InlineData(PortalRoles.Administrator, "/admin/reglages")]
    [InlineData(PortalRoles.Staff, "/admin/demandes")]
    [InlineData(PortalRoles.Observer, "/admin")]
    [InlineData(PortalRoles.PartnerManager, "/partenaire")]
    [InlineData(PortalRoles.PartnerManager, "/partenaire/equipe")]
    [InlineData(PortalRoles.Staff, "/compte")]
    [InlineData(PortalRoles.Staff, "/compte/depart")]
    [InlineData(PortalRoles.PartnerManager, "/compte/depart")]
    [InlineData(PortalRoles.Staff, "/compte/nom")]
    [InlineData(PortalRoles.Staff, "/compte/adresse")]
    [InlineData(PortalRoles.Staff, "/compte/mot-de-passe")]
    [InlineData(PortalRoles.Staff, "/compte/sessions")]
    public async Task Who_must_have_one_meets_no_page_before(string role, string address)
    {
        using var browser = await Portal.SignInAsNewAsync(role, role == PortalRoles.PartnerManager ? await ActorAsync() : null);

        var stopped = await browser.GetAsync(address);

        Assert.Equal("Second facteur", stopped.Heading);
        Assert.Contains("/compte/second-facteur?retour=" + Uri.EscapeDataString(address), stopped.Redirects);
        var (_, codes) = await CodeApplication.SetUpAsync(browser, Clock.GetUtcNow());
        Assert.Equal("Vos codes de secours", codes.Heading);
        Assert.Equal(address, (await browser.GetAsync(address)).Path);
    }

    [Fact]
    public async Task Form_of_leaving_sent_before_there_is_one_removes_nobody_and_is_led_to_the_second_factor()
    {
        var email = $"depart{A.Number()}@example.org";
        var id = await Portal.CreateUserAsync(email, PortalRoles.Staff);
        using var contributor = await Portal.SignInAsNewAsync(PortalRoles.Partner, await ActorAsync());
        using var browser = await Portal.SignInAsync(email);
        var page = await browser.GetAsync("/compte/second-facteur");
        Assert.False(page.HasLink("Revenir à mon compte"));
        Assert.True((await contributor.GetAsync("/compte/second-facteur")).HasLink("Revenir à mon compte"));

        using var request = page.Form("Se déconnecter").With("Form.Heir", "file").With("Form.CurrentPassword", PortalFactory.Password).Request();
        request.RequestUri = new Uri(page.Address, "/compte/depart");
        var stopped = await browser.SendAsync(request);

        Assert.Equal("Second facteur", stopped.Heading);
        await using var db = Portal.NewContext();
        Assert.False((await db.Users.SingleAsync(user => user.Id == id, Ct)).IsDisabled);
    }

    [Fact]
    public async Task Contributor_is_offered_one_and_works_without()
    {
        using var browser = await Portal.SignInAsNewAsync(PortalRoles.Partner, await ActorAsync());

        Assert.Equal("/partenaire", (await browser.GetAsync("/partenaire")).Path);
        Assert.True((await browser.GetAsync("/compte/second-facteur")).HasLink("Ajouter une application de codes"));
    }

    [Fact]
    public async Task Password_alone_opens_nothing_and_a_code_opens_once()
    {
        var (email, application, _) = await EnrolledAsync();
        using var browser = Portal.NewBrowser();
        var asked = await PasswordAsync(browser, email);

        Assert.Equal(Asked, asked.Heading);
        Assert.Equal("/compte/connexion", (await browser.GetAsync("/admin")).Path);

        // The code that set the application up is used.
        var used = await CodeAsync(asked, application.CodeAt(Clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.BadRequest, used.Status);
        Assert.Contains("il a déjà servi", Assert.Single(used.Errors), StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromSeconds(30));
        var code = application.CodeAt(Clock.GetUtcNow());
        Assert.Equal("/admin", (await CodeAsync(used, code)).Path);
        using var thief = Portal.NewBrowser();
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(await PasswordAsync(thief, email), code)).Status);
        Assert.Equal("/compte/connexion", (await thief.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Code_of_a_clock_a_little_off_is_taken_and_an_older_one_is_not()
    {
        var (email, application, _) = await EnrolledAsync();
        Clock.Advance(TimeSpan.FromMinutes(5));
        using var browser = Portal.NewBrowser();
        var asked = await PasswordAsync(browser, email);

        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(asked, application.CodeAt(Clock.GetUtcNow().AddSeconds(-90)))).Status);
        Assert.Equal("/admin", (await CodeAsync(asked, application.CodeAt(Clock.GetUtcNow().AddSeconds(30)))).Path);
    }

    [Fact]
    public async Task Recovery_code_opens_once_however_it_is_written()
    {
        var (email, _, codes) = await EnrolledAsync();
        using var first = Portal.NewBrowser();

        Assert.Equal("/admin", (await CodeAsync(await PasswordAsync(first, email), codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Path);

        using var second = Portal.NewBrowser();
        var asked = await PasswordAsync(second, email);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(asked, codes[3])).Status);

        // The others still work, one after the other.
        Assert.Equal("/admin", (await CodeAsync(asked, codes[7])).Path);
        using var third = Portal.NewBrowser();
        Assert.Equal("/admin", (await CodeAsync(await PasswordAsync(third, email), codes[0])).Path);
        Assert.Contains("Codes de secours restants 7", (await first.GetAsync("/compte/second-facteur")).Text, StringComparison.Ordinal);
        await using var db = Portal.NewContext();
        var stored = await db.UserTokens.Where(token => db.Users.Any(user => user.Id == token.UserId && user.Email == email)).Select(token => token.Value).ToListAsync(Ct);
        Assert.NotEmpty(stored);
        Assert.DoesNotContain(stored, value => codes.Any(code => value!.Contains(code, StringComparison.OrdinalIgnoreCase) || value.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Too_many_wrong_codes_wait()
    {
        var (email, application, _) = await EnrolledAsync();
        using var browser = Portal.NewBrowser();
        var asked = await PasswordAsync(browser, email);
        for (var tries = 0; tries < 5; tries++) await CodeAsync(asked, "000000");
        Clock.Advance(TimeSpan.FromSeconds(60));

        var refused = await CodeAsync(asked, application.CodeAt(Clock.GetUtcNow()));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.True(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture) > 0);
        Clock.Advance(TimeSpan.FromMinutes(15));
        asked = await PasswordAsync(browser, email);
        Assert.Equal("/admin", (await CodeAsync(asked, application.CodeAt(Clock.GetUtcNow()))).Path);
    }

    [Fact]
    public async Task Time_between_password_and_code_ends()
    {
        var (email, application, _) = await EnrolledAsync();
        using var browser = Portal.NewBrowser();
        var asked = await PasswordAsync(browser, email);
        Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("Se connecter", (await CodeAsync(asked, application.CodeAt(Clock.GetUtcNow()))).Heading);
    }

    [Fact]
    public async Task Setting_it_up_ends_the_other_sessions_and_needs_the_password_later_on()
    {
        var email = await NewAsync();
        using var here = await Portal.SignInAsync(email);
        using var elsewhere = await Portal.SignInAsync(email);
        Clock.Advance(TimeSpan.FromMinutes(20));
        var page = await here.GetAsync("/compte/second-facteur/application");
        var application = CodeApplication.From(page);

        var unsaid = await page.Form("Ajouter cette application").Fill("Code à 6 chiffres", application.CodeAt(Clock.GetUtcNow())).SubmitAsync();
        Assert.Equal("Indiquez votre mot de passe actuel.", Assert.Single(unsaid.Errors));
        Assert.Equal(application, CodeApplication.From(unsaid));
        var done = await unsaid.Form("Ajouter cette application").Fill("Code à 6 chiffres", application.CodeAt(Clock.GetUtcNow())).Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();

        Assert.Equal("Vos codes de secours", done.Heading);
        Assert.Equal("/admin", (await here.GetAsync("/admin")).Path);
        Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/compte/connexion", (await elsewhere.GetAsync("/compte/sessions")).Path);
    }

    [Fact]
    public async Task Wrong_first_code_sets_nothing_up_and_keeps_the_key()
    {
        using var browser = await Portal.SignInAsync(await NewAsync());
        var page = await browser.GetAsync("/compte/second-facteur/application");

        var answer = await page.Form("Ajouter cette application").Fill("Code à 6 chiffres", "123").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(CodeApplication.From(page), CodeApplication.From(answer));
        Assert.Equal("/compte/second-facteur", (await browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Last_one_stays_while_the_role_needs_it_and_a_short_password_does_not_stand_alone()
    {
        using var staff = await Portal.SignInAsync(await NewAsync());
        await CodeApplication.SetUpAsync(staff, Clock.GetUtcNow());
        using var contributor = await Portal.SignInAsNewAsync(PortalRoles.Partner, await ActorAsync());
        await CodeApplication.SetUpAsync(contributor, Clock.GetUtcNow());

        var refused = await RemoveAsync(staff, PortalFactory.Password);
        Assert.Contains("Votre rôle demande un second facteur", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("n'est pas le bon", Assert.Single((await RemoveAsync(contributor, "autre chose")).Errors), StringComparison.Ordinal);
        Assert.Equal("/compte/second-facteur", (await RemoveAsync(contributor, PortalFactory.Password)).Path);
        Assert.Equal("/partenaire", (await contributor.GetAsync("/partenaire")).Path);
    }

    [Fact]
    public async Task Another_application_needs_the_password_at_once_and_the_owner_is_told()
    {
        var (email, application, _) = await EnrolledAsync();
        using var browser = Portal.NewBrowser();
        Clock.Advance(TimeSpan.FromSeconds(30));
        await CodeAsync(await PasswordAsync(browser, email), application.CodeAt(Clock.GetUtcNow()));
        var page = await browser.GetAsync("/compte/second-facteur/application");
        var other = CodeApplication.From(page);

        var refused = await page.Form("Ajouter cette application").Fill("Code à 6 chiffres", other.CodeAt(Clock.GetUtcNow())).SubmitAsync();
        Assert.Equal("Indiquez votre mot de passe actuel.", Assert.Single(refused.Errors));
        await using var db = Portal.NewContext();
        Assert.Single(await db.Outbox.Where(message => message.Kind == MailKind.SecondFactorChanged && db.Users.Any(user => user.Id == message.SubjectId && user.Email == email)).ToListAsync(Ct));
    }

    [Fact]
    public async Task Wrong_codes_of_somebody_who_knows_the_password_do_not_hold_up_the_owner()
    {
        var (email, application, _) = await EnrolledAsync();
        using var owner = Portal.NewBrowser();
        Clock.Advance(TimeSpan.FromSeconds(30));
        await CodeAsync(await PasswordAsync(owner, email), application.CodeAt(Clock.GetUtcNow()));
        using var stranger = Portal.NewBrowser();
        var asked = await PasswordAsync(stranger, email);
        for (var tries = 0; tries < 6; tries++) asked = await CodeAsync(asked, "000000");
        Assert.Equal(HttpStatusCode.TooManyRequests, asked.Status);
        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("/admin", (await CodeAsync(await PasswordAsync(owner, email), application.CodeAt(Clock.GetUtcNow()))).Path);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_former_ones()
    {
        var (email, application, codes) = await EnrolledAsync();
        using var browser = Portal.NewBrowser();
        Clock.Advance(TimeSpan.FromSeconds(30));
        await CodeAsync(await PasswordAsync(browser, email), application.CodeAt(Clock.GetUtcNow()));

        var page = await (await browser.GetAsync("/compte/second-facteur/codes")).Form("Créer de nouveaux codes").Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();

        var fresh = CodesOf(page);
        Assert.Equal(10, fresh.Count);
        Assert.Empty(fresh.Intersect(codes));
        using var other = Portal.NewBrowser();
        var asked = await PasswordAsync(other, email);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(asked, codes[0])).Status);
        Assert.Equal("/admin", (await CodeAsync(asked, fresh[0])).Path);
    }

    private static Task<HtmlPage> CodeAsync(HtmlPage asked, string code) => asked.Form("Continuer").Fill("Code à 6 chiffres", code).SubmitAsync();

    private static async Task<HtmlPage> PasswordAsync(PortalBrowser browser, string email) =>
        await (await browser.GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync();

    private static async Task<HtmlPage> RemoveAsync(PortalBrowser browser, string password) =>
        await (await browser.GetAsync("/compte/second-facteur/application/retirer")).Form("Retirer l'application").Fill("Mot de passe actuel", password).SubmitAsync();

    private static IReadOnlyList<string> CodesOf(HtmlPage page) => [.. page.Document.QuerySelectorAll(".recovery-codes li").Select(code => code.TextContent.Trim())];

    private async Task<(string Email, CodeApplication Application, IReadOnlyList<string> Codes)> EnrolledAsync()
    {
        var email = await NewAsync();
        using var browser = await Portal.SignInAsync(email);
        var (application, page) = await CodeApplication.SetUpAsync(browser, Clock.GetUtcNow());
        return (email, application, CodesOf(page));
    }

    private async Task<string> NewAsync()
    {
        var email = $"facteur{A.Number()}@example.org";
        await Portal.CreateUserAsync(email, PortalRoles.Staff);
        return email;
    }

    private async Task<Guid> ActorAsync()
    {
        var actor = A.SupportActor().Build();
        await using var db = Portal.NewContext();
        db.Add(actor);
        await db.SaveChangesAsync(Ct);
        return actor.Id;
    }
}
