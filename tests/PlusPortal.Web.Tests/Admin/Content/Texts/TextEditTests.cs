using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Texts;
using PlusPortal.Domain.Texts;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Content.Texts;

/// <summary>Staff edit the texts of the public pages; every version stays.</summary>
public sealed class TextEditTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Publish = "Publier ce texte";
    private const string Body = "Texte";
    private const string Reason = "Ce que vous avez changé, et pourquoi";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_shows_every_text_and_what_plus_must_complete()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var body = "Bureau : [[adresse]], [[téléphone]], [[horaires]].\n\n[[personne]] et [[adresse électronique]] : [[à dire]], [[à dire aussi]].";
        await (await OpenAsync(staff, SiteTextCodes.Contact)).Form(Publish).Fill(Body, body).Fill(Reason, "Essai").SubmitAsync();

        var page = await staff.GetAsync("/admin/textes");

        Assert.Equal(SiteTextCodes.All.Count, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.True(page.Has("7 informations à compléter par PLUS"));
        Assert.True((await staff.GetAsync("/admin/textes/contact/historique")).Has("Fourni avec le portail"));
    }

    [Fact]
    public async Task Published_text_is_on_the_site_with_its_author_and_reason_in_the_history()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var (before, mark) = (await CurrentAsync(SiteTextCodes.Contact), A.Number());

        var history = await (await OpenAsync(staff, SiteTextCodes.Contact)).Form(Publish)
            .Fill("Titre de la page", $"Nous joindre {mark}").Fill(Body, $"## Une partie\n\nUn texte {mark}.").Fill(Reason, $"Motif {mark}").SubmitAsync();

        Assert.Equal("/admin/textes/contact/historique", history.Path);
        Assert.True(history.Has($"Version nº {before.Number + 1} En ligne"));
        Assert.True(history.Has($"Motif {mark}"));
        var page = await fixture.NewBrowser().GetAsync("/contact");
        Assert.Equal($"Nous joindre {mark}", page.Heading);
        Assert.True(page.Has($"Un texte {mark}."));
        var stored = await CurrentAsync(SiteTextCodes.Contact);
        Assert.Equal(($"Motif {mark}", fixture.Portal.Clock.GetUtcNow(), $"## Une partie\n\nUn texte {mark}."), (stored.Reason, stored.At, stored.Markdown));
        Assert.NotNull(stored.AuthorId);
    }

    [Fact]
    public async Task Preview_shows_the_page_and_publishes_nothing()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var before = await CurrentAsync(SiteTextCodes.Cookies);

        var answer = await (await OpenAsync(staff, SiteTextCodes.Cookies)).Form("Voir l’aperçu").Fill(Body, "Un **essai** avec {{brouillon-jours}} jours <script>x</script>.").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Has("Un essai avec 30 jours <script>x</script>."));
        Assert.Equal("essai", answer.Document.QuerySelector(".quote--page strong")!.TextContent);
        Assert.Equal("Un **essai** avec {{brouillon-jours}} jours <script>x</script>.", answer.Form(Publish).Value(Body));
        Assert.Equal(before.Number, (await CurrentAsync(SiteTextCodes.Cookies)).Number);
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var answer = await (await OpenAsync(staff, SiteTextCodes.Cookies)).Form(Publish).Fill("Titre de la page", " ").Fill(Body, new string('x', SiteTextVersion.MarkdownLength + 1)).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Indiquez le titre de la page.", answer.ErrorOf("Titre de la page"));
        Assert.Equal("Votre texte fait 20 001 caractères, nous en gardons 20 000. Retirez-en 1 : rien n'est effacé.", answer.ErrorOf(Body));
        Assert.Equal("Dites en quelques mots ce que vous avez changé : l'historique le montrera.", answer.ErrorOf(Reason));
        Assert.Equal(SiteTextVersion.MarkdownLength + 1, answer.Form(Publish).Value(Body).Length);
    }

    [Fact]
    public async Task Unknown_value_in_braces_is_refused()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var answer = await (await OpenAsync(staff, SiteTextCodes.Cookies)).Form(Publish).Fill(Body, "Gardé {{jours-inconnus}} jours.").Fill(Reason, "Essai").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("« {{jours-inconnus}} » n'existe pas.", answer.ErrorOf(Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_to_publish_sees_the_other_version_and_loses_nothing_typed()
    {
        using var first = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        using var second = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var slow = await OpenAsync(second, SiteTextCodes.Accessibility);
        await (await OpenAsync(first, SiteTextCodes.Accessibility)).Form(Publish).Fill(Body, "Ligne gardée.\n\nLigne du premier.").Fill(Reason, "Le premier").SubmitAsync();
        var published = await CurrentAsync(SiteTextCodes.Accessibility);

        var answer = await slow.Form(Publish).Fill(Body, "Ligne gardée.\n\nLigne du second.").Fill(Reason, "Le second").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Ligne gardée.\n\nLigne du second.", answer.Form(Publish).Value(Body).ReplaceLineEndings("\n"));
        Assert.Equal("Le second", answer.Form(Publish).Value(Reason));
        Assert.True(answer.Has("Dans la version publiée : Ligne du premier."));
        Assert.True(answer.Has("Dans votre texte : Ligne du second."));
        Assert.Equal(published.Number, (await CurrentAsync(SiteTextCodes.Accessibility)).Number);

        var saved = await answer.Form(Publish).SubmitAsync();
        Assert.Equal("/admin/textes/accessibilite/historique", saved.Path);
        Assert.Equal((published.Number + 1, "Ligne gardée.\n\nLigne du second."), ((await CurrentAsync(SiteTextCodes.Accessibility)).Number, (await CurrentAsync(SiteTextCodes.Accessibility)).Markdown));
    }

    [Fact]
    public async Task Two_who_publish_at_the_same_instant_do_not_overwrite_each_other()
    {
        var pages = new List<HtmlPage>();
        for (var i = 0; i < 4; i++) pages.Add(await OpenAsync(await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff), SiteTextCodes.LegalNotice));
        var before = await CurrentAsync(SiteTextCodes.LegalNotice);

        var answers = await Task.WhenAll(pages.Select((page, i) => page.Form(Publish).Fill(Body, $"Texte {i}").Fill(Reason, $"Motif {i}").SubmitAsync()));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(before.Number + 1, (await CurrentAsync(SiteTextCodes.LegalNotice)).Number);
    }

    [Fact]
    public async Task Older_version_comes_back_as_a_new_one()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var original = await CurrentAsync(SiteTextCodes.PersonalData);
        await (await OpenAsync(staff, SiteTextCodes.PersonalData)).Form(Publish).Fill(Body, "Un texte que l’on regrette.").Fill(Reason, "Essai").SubmitAsync();

        var version = await staff.GetAsync($"/admin/textes/donnees-personnelles/historique/{original.Number}");
        var refused = await version.Form("Remettre cette version en ligne").SubmitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "Dites pourquoi vous remettez cette version."), (refused.Status, refused.ErrorOf("Pourquoi remettre cette version")));
        var history = await refused.Form("Remettre cette version en ligne").Fill("Pourquoi remettre cette version", "Erreur de ma part").SubmitAsync();

        Assert.Equal("/admin/textes/donnees-personnelles/historique", history.Path);
        var current = await CurrentAsync(SiteTextCodes.PersonalData);
        Assert.Equal((original.Number + 2, original.Markdown, "Erreur de ma part"), (current.Number, current.Markdown, current.Reason));
        var compared = await staff.GetAsync($"/admin/textes/donnees-personnelles/historique/{current.Number}");
        Assert.True(compared.Has($"Version nº {original.Number + 1} : Un texte que l’on regrette."));
    }

    [Fact]
    public async Task Restoring_over_a_version_published_meanwhile_asks_again()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        await (await OpenAsync(staff, SiteTextCodes.Cookies)).Form(Publish).Fill(Body, "Deuxième.").Fill(Reason, "Essai").SubmitAsync();
        var version = await staff.GetAsync("/admin/textes/cookies/historique/1");
        await (await OpenAsync(staff, SiteTextCodes.Cookies)).Form(Publish).Fill(Body, "Troisième.").Fill(Reason, "Essai").SubmitAsync();

        var answer = await version.Form("Remettre cette version en ligne").Fill("Pourquoi remettre cette version", "Retour").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Troisième.", (await CurrentAsync(SiteTextCodes.Cookies)).Markdown);
        await answer.Form("Remettre cette version en ligne").SubmitAsync();
        Assert.NotEqual("Troisième.", (await CurrentAsync(SiteTextCodes.Cookies)).Markdown);
    }

    [Theory]
    [InlineData("/admin/textes/inconnu")]
    [InlineData("/admin/textes/inconnu/historique")]
    [InlineData("/admin/textes/cookies/historique/9999")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Expired_form_keeps_what_was_typed()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var answer = await (await OpenAsync(staff, SiteTextCodes.Contact)).Form(Publish).Fill(Body, "Un texte écrit longuement.").Without("__RequestVerificationToken").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(answer.Has("Un texte écrit longuement."));
    }

    [Fact]
    public async Task New_program_replaces_its_own_text_but_never_one_that_staff_edited()
    {
        await using var db = fixture.NewContext();
        var text = await db.SiteTexts.SingleAsync(candidate => candidate.Code == SiteTextCodes.LegalNotice, Ct);
        var current = await db.SiteTexts.Where(candidate => candidate.Code == text.Code).CurrentVersions().SingleAsync(Ct);
        var original = SiteText.Original(SiteTextCodes.LegalNotice, "Titre", "Texte", A.Now);

        Assert.False(original.TakeOriginal(original.Versions[0], "Titre", "Texte", A.Now));
        Assert.True(original.TakeOriginal(original.Versions[0], "Titre", "Texte plus récent", A.Now));
        Assert.Equal((2, "Texte plus récent"), (original.CurrentNumber, original.Versions[1].Markdown));
        original.Write("Titre", "Texte de PLUS", "Motif", Guid.CreateVersion7(A.Now), A.Now);
        Assert.False(original.TakeOriginal(original.Versions[2], "Titre", "Texte encore plus récent", A.Now));
        Assert.Equal(0, await new SiteTextSeeder(db, fixture.Portal.Clock).LoadAsync(Ct));
        Assert.Equal(current.Number, text.CurrentNumber);
    }

    private static Task<HtmlPage> OpenAsync(PortalBrowser browser, string code) => browser.GetAsync($"/admin/textes/{code}");

    private async Task<SiteTextVersion> CurrentAsync(string code)
    {
        await using var db = fixture.NewContext();
        return await db.SiteTexts.Where(text => text.Code == code).CurrentVersions().SingleAsync(Ct);
    }
}
