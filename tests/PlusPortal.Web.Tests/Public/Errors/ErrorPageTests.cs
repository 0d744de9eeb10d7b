using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Public.Errors;
using PlusPortal.Web.Tests.Admin.Directory;

namespace PlusPortal.Web.Tests.Public.Errors;

/// <summary>Each status, produced as it happens in life: what happened, what is kept, what to do, a way on and a reference.</summary>
public sealed class ErrorPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_that_lost_its_token_is_400()
    {
        var form = (await fixture.NewBrowser().GetAsync("/compte/connexion")).Form("Se connecter").Without("__RequestVerificationToken");

        var page = await form.SubmitAsync();

        Check(page, HttpStatusCode.BadRequest, "Votre envoi n’a pas été pris en compte", "Rien n’a été enregistré.");
        Assert.True(page.Has("ce que vous avez écrit y est encore"));
    }

    [Fact]
    public async Task Page_of_another_audience_is_403()
    {
        var offer = await fixture.AddOfferAsync();
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);

        var page = await partner.GetAsync("/admin/textes");

        Check(page, HttpStatusCode.Forbidden, "Accès réservé", "Rien n’a été changé.");
    }

    [Theory]
    [InlineData("/nulle-part")]
    [InlineData("/suivi/jeton-inconnu/reponse")]
    [InlineData("/erreur/200")]
    [InlineData("/erreur/429")]
    [InlineData("/erreur/503")]
    public async Task Unknown_address_is_404(string address)
    {
        var page = await fixture.NewBrowser().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        if (page.Heading != "Page introuvable") return;
        Check(page, HttpStatusCode.NotFound, "Page introuvable", "ou le lien n’est plus valable");
        Assert.Equal("/suivi", page.Link("Retrouver ma demande"));
    }

    [Fact]
    public async Task Decision_taken_twice_is_409()
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Title = "Autre titre inventé" });
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var (first, second) = (await staff.GetAsync($"/admin/modifications/{revision.Id}"), await staff.GetAsync($"/admin/modifications/{revision.Id}"));
        await first.Form("Accepter et publier").SubmitAsync();

        var page = await second.Form("Accepter et publier").SubmitAsync();

        Check(page, HttpStatusCode.Conflict, "Cette action n’a pas été faite", "Cette modification a déjà été traitée.");
    }

    [Fact]
    public async Task Too_many_attempts_are_429_and_say_how_long_to_wait()
    {
        using var browser = fixture.NewBrowser();
        var form = (await browser.GetAsync("/suivi")).Form("Recevoir un nouveau lien").Fill("Référence de votre demande", "PLUS-2026-999998").Fill("Adresse e-mail donnée avec la demande", "personne@example.org");
        for (var i = 0; i < 5; i++) await form.SubmitAsync();

        var page = await form.SubmitAsync();

        Check(page, HttpStatusCode.TooManyRequests, "Trop d’essais en peu de temps", "Le dernier n’a pas été pris en compte.");
        var seconds = int.Parse(page.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(seconds, 1, 600);
        Assert.True(page.Has($"Attendez {(int)Math.Ceiling(seconds / 60.0)} minutes."));
    }

    [Fact]
    public async Task Mistake_of_ours_is_500_and_tells_nothing_of_it()
    {
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(new Breaking())));
        using var browser = portal.NewBrowser();

        using var answer = await browser.Client.GetAsync("/mentions-legales", Ct);

        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Null(answer.Headers.RetryAfter);
        Assert.Contains("<h1>Une erreur s’est produite</h1>", page, StringComparison.Ordinal);
        Assert.Contains("qui n’est pas de votre fait", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/mentions-legales\">Réessayer</a>", page, StringComparison.Ordinal);
        Assert.Matches("<code>[A-Y34679]{8}</code>", page);
        Assert.DoesNotContain(Breaking.Words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_problem_details_with_the_same_reference()
    {
        using var browser = fixture.NewBrowser();

        using var answer = await browser.Client.GetAsync("/api/v1/nulle-part", Ct);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("Page introuvable", problem.RootElement.GetProperty("title").GetString());
        Assert.Matches("^[A-Y34679]{8}$", problem.RootElement.GetProperty("reference").GetString()!);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(418)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Every_status_has_its_sentences_and_a_way_on(int status)
    {
        var words = ErrorSentences.Of(status, null);

        Assert.EndsWith(".", words.Happened, StringComparison.Ordinal);
        Assert.Matches("[.?]$", words.Todo);
        Assert.NotEmpty(words.Ways);
        Assert.DoesNotMatch(@"\d{3}| [:;?!»]|« |'", words.Title + words.Happened + words.Todo);
    }

    private static void Check(HtmlPage page, HttpStatusCode status, string heading, string sentence)
    {
        Assert.Equal(status, page.Status);
        Assert.Equal(PageText.Normalise(heading), page.Heading);
        Assert.StartsWith(page.Heading + " – ", page.Title, StringComparison.Ordinal);
        Assert.EndsWith("PLUS", page.Title, StringComparison.Ordinal);
        Assert.True(page.Has(sentence), page.Text);
        Assert.NotEmpty(page.Document.QuerySelectorAll("main a[href]"));
        Assert.Matches("^[A-Y34679]{8}$", page.Document.QuerySelector("main code")!.TextContent);
    }

    private sealed class Breaking : DbCommandInterceptor
    {
        public const string Words = "Panne volontaire";

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains("site_texts", StringComparison.Ordinal) ? throw new InvalidOperationException(Words) : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
