using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Security.Inputs;

/// <summary>What people cannot see makes no difference, wherever it stands; only passwords are taken as they are.</summary>
public sealed class CleanInputTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_typed_with_what_nobody_sees_is_found_by_the_clean_one()
    {
        var email = $"camille{A.Number()}@example.org";
        var sent = await Walk.SendAsync(fixture.Portal, change: new()
        {
            ["contact"] = form => form.Fill("Prénom et nom", "Camille\u202E Inventée").Fill("Adresse e-mail", "\u200B" + email.Replace("@", "\u00AD@\uFEFF", StringComparison.Ordinal)).Choose("Par courriel"),
        });
        Assert.True(sent.Has("PLUS-"));
        await using var db = fixture.NewContext();
        var request = await db.OrientationRequests.SingleAsync(one => one.Contact.Email == email, Ct);
        Assert.Equal("Camille Inventée", request.Contact.Name);

        var page = await fixture.NewBrowser().GetAsync("/suivi");
        await page.Form("Recevoir un nouveau lien").Fill("Référence de votre demande", request.Reference).Fill("Adresse e-mail donnée avec la demande", email).SubmitAsync();

        Assert.True(await db.Outbox.AnyAsync(message => message.Kind == MailKind.NewTrackingLink && message.SubjectId == request.Id, Ct));
    }

    [Fact]
    public async Task A_path_and_a_query_are_cleaned()
    {
        var browser = fixture.NewBrowser();
        var directory = await browser.GetAsync("/annuaire?tex%E2%80%8Bte=em%C2%ADploi");

        Assert.Equal("emploi", directory.Document.QuerySelector("input[name=texte]")!.GetAttribute("value"));
        Assert.Equal("Mentions légales", (await browser.GetAsync("/mentions-%E2%80%8Blegales")).Heading);
    }

    [Fact]
    public async Task A_password_is_taken_as_it_was_typed()
    {
        var email = $"personne{A.Number()}@example.org";
        await fixture.Portal.CreateUserAsync(email, PortalRoles.Administrator);
        var page = await fixture.NewBrowser().GetAsync("/compte/connexion");

        var refused = await page.Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password + "\u200B").SubmitAsync();
        var taken = await refused.Form("Se connecter").Fill("Adresse e-mail", "\u200B" + email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync();

        Assert.EndsWith("/connexion", refused.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("connexion", taken.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u2800\u3164 \u200B", "Donnez un titre à votre besoin, en quelques mots.")]
    [InlineData("\u00AD", "Donnez un titre à votre besoin, en quelques mots.")]
    public async Task A_text_that_shows_nothing_is_empty(string title, string problem)
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");

        var answer = await page.Form(Walk.Continue).Fill("Titre", title).Fill("Votre besoin", "e" + new string('\u0301', 40)).SubmitAsync();

        Assert.Equal(problem, answer.ErrorOf("Titre"));
        Assert.StartsWith("Dites-en un peu plus", answer.ErrorOf("Votre besoin"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(120, null)]
    [InlineData(121, "Votre texte fait 121 caractères, nous en gardons 120. Retirez-en 1 : rien n'est effacé.")]
    public async Task A_title_is_counted_as_the_database_counts(int emoji, string? problem)
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");

        var answer = await page.Form(Walk.Continue).Fill("Titre", string.Concat(Enumerable.Repeat("😀", emoji)) + "\u200B").Fill("Votre besoin", "Nous cherchons une aide pour notre atelier.").SubmitAsync();

        if (problem is null) Assert.DoesNotContain("besoin", Walk.SlugOf(answer), StringComparison.Ordinal);
        else Assert.Equal(problem, answer.ErrorOf("Titre"));
    }
}
