using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Orientation;

/// <summary>The draft: who opens it, what survives, what a change upstream takes away.</summary>
public sealed class DraftTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_page_writes_nothing_and_says_what_matters()
    {
        var browser = fixture.NewBrowser();
        await using var db = fixture.NewContext();
        var before = await db.RequestDrafts.CountAsync(Ct);

        var page = await browser.GetAsync("/demande");

        Assert.Equal("Demander une orientation", page.Heading);
        Assert.True(page.Has("huit minutes"));
        Assert.True(page.Has("Qui lit votre demande"));
        Assert.True(page.HasLink("Voyez à qui vous adresser"));
        Assert.Equal(before, await db.RequestDrafts.CountAsync(Ct));
    }

    [Fact]
    public async Task Only_the_hash_of_the_cookie_is_stored_and_the_cookie_is_locked()
    {
        var browser = fixture.NewBrowser();
        var start = await browser.GetAsync("/demande");
        using var answer = await browser.Client.SendAsync(start.Form("Commencer ma demande").Request(), Ct);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.Contains("plus-draft-", StringComparison.Ordinal));
        Assert.StartsWith("__Host-plus-draft-", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var secret = cookie.Split(';')[0].Split('=', 2)[1];
        Assert.Equal(LinkTokens.TextLength, secret.Length);
        var id = Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[2]);
        await using var db = fixture.NewContext();
        var draft = await db.RequestDrafts.SingleAsync(draft => draft.Id == id, Ct);
        Assert.Equal(LinkTokens.Hash(secret), draft.SecretHash);
    }

    [Fact]
    public async Task Stage_chosen_on_the_home_page_is_preselected_and_an_invented_one_ignored()
    {
        var home = await fixture.NewBrowser().GetAsync("/");
        var start = await home.Browser.GetAsync(home.Document.QuerySelector("a[href*='etape=transformer']")!.GetAttribute("href")!);
        var stage = await start.Form("Commencer ma demande").SubmitAsync();
        Assert.True(stage.Form(Walk.Continue).IsOn("Transformer"));

        var invented = await fixture.NewBrowser().GetAsync("/demande?etape=inventee");
        var plain = await invented.Form("Commencer ma demande").With("etape", "inventee").SubmitAsync();
        Assert.False(plain.Form(Walk.Continue).IsOn("Transformer"));
        Assert.Equal("Où en êtes-vous ?", plain.Heading);
    }

    [Fact]
    public async Task Unfinished_request_is_offered_again_where_it_stopped()
    {
        var browser = fixture.NewBrowser();
        var page = await Walk.ToAsync(fixture.Portal, "taille", browser);

        var start = await browser.GetAsync("/demande");
        Assert.True(start.Has("Vous avez commencé une demande sur cet appareil."));
        var back = await browser.GetAsync(start.Document.QuerySelector(".notice a")!.GetAttribute("href")!);

        Assert.Equal(page.Path, back.Path);
        Assert.False((await fixture.NewBrowser().GetAsync("/demande")).Has("Vous avez commencé"));
    }

    [Theory]
    [InlineData("besoin")]
    [InlineData("verification")]
    [InlineData("confirmation")]
    public async Task Deep_link_leads_back_to_the_first_question_without_answer(string slug)
    {
        var page = await Walk.ToAsync(fixture.Portal, "structure");

        var deep = await page.Browser.GetAsync(page.Path.Replace("structure", slug, StringComparison.Ordinal));

        Assert.Equal(page.Path, deep.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etape")]
    [InlineData("/besoin")]
    [InlineData("/verification")]
    [InlineData("/confirmation")]
    [InlineData("/plus-tard")]
    [InlineData("/hors-lorraine")]
    public async Task Draft_of_somebody_else_does_not_exist(string slug)
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");
        var path = $"/demande/{Walk.DraftOf(page)}{slug}";

        var foreign = await fixture.NewBrowser().GetAsync(path);
        var missing = await fixture.NewBrowser().GetAsync($"/demande/{Guid.CreateVersion7()}{slug}");

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(missing.Heading, foreign.Heading);
    }

    [Fact]
    public async Task Post_to_a_draft_of_somebody_else_changes_nothing_and_gives_the_text_back()
    {
        var victim = await Walk.ToAsync(fixture.Portal, "besoin");
        var own = await Walk.ToAsync(fixture.Portal, "besoin");
        var request = own.Form(Walk.Continue).Fill("Titre", "Intrusion essayée").Fill("Votre besoin", "Un texte assez long pour passer le contrôle de longueur.").Request();
        request.RequestUri = victim.Address;

        var answer = await own.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.True(answer.Has("Un texte assez long pour passer le contrôle de longueur."));
        await using var db = fixture.NewContext();
        Assert.DoesNotContain("Intrusion", (await db.RequestDrafts.SingleAsync(draft => draft.Id == Walk.DraftOf(victim), Ct)).Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_survive_a_restart_of_the_portal()
    {
        string path;
        string cookie;
        await using (var before = new PortalFactory(fixture.Database))
        {
            var browser = before.NewBrowser();
            var start = await browser.GetAsync("/demande");
            using var begun = await browser.Client.SendAsync(start.Form("Commencer ma demande").Request(), Ct);
            cookie = begun.Headers.GetValues("Set-Cookie").Single(value => value.Contains("plus-draft-", StringComparison.Ordinal)).Split(';')[0];
            var page = await Walk.OnToAsync(await browser.GetAsync(begun.Headers.Location!.OriginalString), "themes");
            path = page.Path;
        }

        await using var after = new PortalFactory(fixture.Database);
        using var client = after.CreateDefaultClient(new Uri("https://localhost"));
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var again = new PortalBrowser(client);
        var themes = await again.GetAsync(path);

        Assert.Equal(path, themes.Path);
        Assert.Equal("Trouver un modèle durable", (await themes.ClickAsync("Retour")).Form(Walk.Continue).Value("Titre"));
    }

    [Fact]
    public async Task Back_button_and_refresh_keep_the_answers()
    {
        var page = await Walk.ToAsync(fixture.Portal, "taille");

        var commune = await page.ClickAsync("Retour");
        var sector = await commune.ClickAsync("Retour");
        var refreshed = await sector.ReloadAsync();

        Assert.Equal("Toul", commune.Form(Walk.Continue).Value("Commune"));
        Assert.True(refreshed.Form(Walk.Continue).IsOn("Culture et patrimoine", "Quel est votre secteur principal ?"));
        var forward = await refreshed.Form(Walk.Continue).SubmitAsync();
        Assert.Equal("Toul", forward.Form(Walk.Continue).Value("Commune"));
    }

    [Fact]
    public async Task Two_tabs_on_one_draft_lose_nothing_and_the_last_to_save_a_page_wins_on_it()
    {
        var browser = fixture.NewBrowser();
        var check = await Walk.ToAsync(fixture.Portal, "verification", browser);
        var need = await check.ClickAsync("Modifier le titre");
        var sameNeed = await check.ClickAsync("Modifier le titre");
        var size = await check.ClickAsync("Modifier le nombre de salariés");

        await need.Form(Walk.Continue).Fill("Titre", "Premier onglet").SubmitAsync();
        await size.Form(Walk.Continue).Choose("6 à 9").SubmitAsync();
        var last = await sameNeed.Form(Walk.Continue).Fill("Titre", "Second onglet").SubmitAsync();

        Assert.True(last.Has("Second onglet"));
        Assert.False(last.Has("Premier onglet"));
        Assert.True(last.Has("6 à 9"));
    }

    [Fact]
    public async Task Saves_at_the_same_instant_are_all_kept()
    {
        var browser = fixture.NewBrowser();
        var check = await Walk.ToAsync(fixture.Portal, "verification", browser);
        var need = (await check.ClickAsync("Modifier le titre")).Form(Walk.Continue).Fill("Titre", "En même temps").Request();
        var size = (await check.ClickAsync("Modifier le nombre de salariés")).Form(Walk.Continue).Choose("16 à 49").Request();
        var contact = (await check.ClickAsync("Modifier votre nom")).Form(Walk.Continue).Fill("Prénom et nom", "Alix Inventée").Request();
        var sector = (await check.ClickAsync("Modifier le secteur")).Form(Walk.Continue).Choose("Quel est votre secteur principal ?", "Énergie").Request();

        await Task.WhenAll(browser.SendAsync(need), browser.SendAsync(size), browser.SendAsync(contact), browser.SendAsync(sector));

        var after = await check.ReloadAsync();
        Assert.All(new[] { "En même temps", "16 à 49", "Alix Inventée", "Énergie" }, text => Assert.True(after.Has(text), text));
    }

    [Fact]
    public async Task One_browser_writes_two_requests_in_two_tabs()
    {
        var browser = fixture.NewBrowser();
        var one = await Walk.ToAsync(fixture.Portal, "structure", browser);
        var other = await Walk.ToAsync(fixture.Portal, "structure", browser);

        await one.Form(Walk.Continue).Fill("Nom de la structure", "Première").SubmitAsync();
        await other.Form(Walk.Continue).Fill("Nom de la structure", "Seconde").SubmitAsync();

        Assert.Equal("Première", (await one.ReloadAsync()).Form(Walk.Continue).Value("Nom de la structure"));
        Assert.Equal("Seconde", (await other.ReloadAsync()).Form(Walk.Continue).Value("Nom de la structure"));
    }

    [Fact]
    public async Task Changing_the_stage_asks_the_sub_stage_again_and_comes_back_to_the_check_page()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification");

        var stage = await check.ClickAsync("Modifier l'étape");
        Assert.Equal("Retour à la vérification", PageText.Normalise(stage.Document.QuerySelector(".back-link")!.TextContent));
        var subStage = await stage.Form(Walk.Continue).Choose("Transformer").SubmitAsync();
        Assert.Equal("sous-etape", Walk.SlugOf(subStage));
        Assert.False(subStage.Form(Walk.Continue).Has("Une activité à consolider"));
        var back = await subStage.Form(Walk.Continue).Choose("Une diversification").SubmitAsync();

        Assert.Equal("verification", Walk.SlugOf(back));
        Assert.True(back.Has("Une diversification"));
        Assert.False(back.Has("Nous avons retiré"));
    }

    [Fact]
    public async Task Becoming_a_project_takes_away_number_qualifications_budget_and_says_so()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification", change: new()
        {
            ["structure"] = form => form.Fill("Nom de la structure", "Essai").Fill("Numéro SIREN, SIRET ou RNA", "123456782").Tick("Agrément ESUS"),
            ["taille"] = form => form.Choose("1 à 2").Choose("Budget annuel", Domain.Vocabulary.BudgetBands.All[1].Label),
        });

        var form = await check.ClickAsync("Modifier la forme juridique");
        var back = await form.Form(Walk.Continue).Choose("Pas encore créée (porteur de projet, collectif)").SubmitAsync();

        Assert.Equal("verification", Walk.SlugOf(back));
        Assert.True(back.Has("Nous avons retiré ce qui ne s'applique plus : le numéro et les agréments de la structure, le budget et l'ancienneté."), back.Text);
        Assert.True(back.Has("Essai"));
        var sent = await Walk.Agree(back).SubmitAsync();
        await using var db = fixture.NewContext();
        var request = await db.OrientationRequests.SingleAsync(request => request.DraftId == Walk.DraftOf(sent), Ct);
        Assert.Null(request.Declared.Siren);
        Assert.Null(request.Declared.BudgetBand);
        Assert.Empty(request.Declared.Qualifications);
    }

    [Fact]
    public async Task Changing_the_themes_takes_away_the_answer_on_money()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification", change: new()
        {
            ["themes"] = form => form.Tick("Trésorerie urgente"),
            ["echeance"] = form => form.Choose("Oui"),
        });

        var themes = await check.ClickAsync("Modifier les thèmes");
        var back = await themes.Form(Walk.Continue).Untick("Trésorerie urgente").Tick("Formation").SubmitAsync();

        Assert.True(back.Has("la réponse sur les salaires et les charges"));
        Assert.False(back.Has("Salaires ou charges menacés"));
    }

    [Fact]
    public async Task Expired_token_keeps_what_was_typed_and_sends_it_again()
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");

        var expired = await page.Form(Walk.Continue).Without("__RequestVerificationToken")
            .Fill("Titre", "Page oubliée").Fill("Votre besoin", "Deux lignes écrites avant le déjeuner,\nretrouvées après.").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, expired.Status);
        Assert.Equal("Votre page a expiré", expired.Heading);
        Assert.True(expired.Has("Deux lignes écrites avant le déjeuner,"));
        var next = await expired.Form("Envoyer de nouveau").SubmitAsync();

        Assert.Equal("themes", Walk.SlugOf(next));
        Assert.Equal("Deux lignes écrites avant le déjeuner,\nretrouvées après.", (await next.ClickAsync("Retour")).Form(Walk.Continue).Value("Votre besoin").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Form_of_another_site_is_not_offered_for_confirmation()
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");
        var request = page.Form(Walk.Continue).Without("__RequestVerificationToken").Fill("Titre", "Venu d'ailleurs").Request();
        request.Headers.Add("Origin", "https://ailleurs.example.org");

        var answer = await page.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.False(answer.Body.Contains("Venu d", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_is_gone_after_thirty_days_without_change()
    {
        await using var portal = new PortalFactory(fixture.Database);
        var page = await Walk.ToAsync(portal, "besoin");

        portal.Clock.Advance(TimeSpan.FromDays(RequestDraft.LifetimeDays - 1));
        var kept = await page.ReloadAsync();
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        await kept.Form(Walk.Continue).Fill("Titre", "Encore là").Fill("Votre besoin", "Un texte assez long pour passer le contrôle de longueur.").SubmitAsync();
        portal.Clock.Advance(TimeSpan.FromDays(RequestDraft.LifetimeDays - 1));
        Assert.Equal(HttpStatusCode.OK, (await page.ReloadAsync()).Status);
        portal.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(HttpStatusCode.NotFound, (await page.ReloadAsync()).Status);
    }

    [Fact]
    public async Task Requests_begun_are_limited_by_address()
    {
        var address = PortalFactory.NewAddress();
        HttpResponseMessage? last = null;
        for (var count = 0; count <= 20; count++)
        {
            var browser = fixture.Portal.NewBrowser(address);
            var start = await browser.GetAsync("/demande");
            last?.Dispose();
            last = await browser.Client.SendAsync(start.Form("Commencer ma demande").Request(), Ct);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Contains("Trop d’essais", await last.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        last.Dispose();
        Assert.Equal("Où en êtes-vous ?", (await Walk.BeginAsync(fixture.NewBrowser())).Heading);
    }

    [Fact]
    public async Task Browser_holds_five_drafts_at_most()
    {
        var browser = fixture.NewBrowser();
        var first = await Walk.BeginAsync(browser);
        for (var count = 0; count < 5; count++)
        {
            fixture.Portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await Walk.BeginAsync(browser);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await first.ReloadAsync()).Status);
    }
}
