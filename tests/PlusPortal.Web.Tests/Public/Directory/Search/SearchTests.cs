using System.Net;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Directory.Search;

/// <summary>The filters of the public directory, through the form that people see.</summary>
public sealed class SearchTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("coopérative")]
    [InlineData("COOPERATIVES")]
    [InlineData("les coopératives pour")]
    [InlineData("cooperat")]
    public async Task Words_are_found_whatever_their_accents_case_and_plural(string typed)
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} Union", offer => offer.With(content => content with { Description = "Nous aidons la coopérative d’habitants." }));
        await fixture.AddOfferAsync($"{mark} Autre");

        var page = await SearchAsync(form => form.Fill("Mots", $"{typed} {mark}"));

        Assert.Equal([$"{mark} Union"], page.ActorNames());
    }

    [Fact]
    public async Task Plural_in_aux_meets_its_singular()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} Toit", offer => offer.With(content => content with { Description = "Un local pour commencer." }));

        Assert.Single((await SearchAsync(form => form.Fill("Mots", $"{mark} locaux"))).ActorNames());
    }

    [Fact]
    public async Task Word_of_a_label_finds_the_offers_that_carry_its_code()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} Prêteur", offer => offer.About(Themes.MicrocreditPretHonneur));
        await fixture.AddOfferAsync($"{mark} Autre");

        Assert.Equal([$"{mark} Prêteur"], (await SearchAsync(form => form.Fill("Mots", $"{mark} microcrédits"))).ActorNames());
    }

    [Theory]
    [InlineData("%")]
    [InlineData("' or 1=1 --")]
    [InlineData("(((((")]
    [InlineData("\\d+ [a-z]* {{ }} $1 ^")]
    public async Task Signs_are_no_language(string typed)
    {
        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={Uri.EscapeDataString(typed)}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Each_list_filters()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} un", offer => offer.ForStages(Stages.Demarrer).About(Themes.PretGarantie).With(content => content with
        {
            LegalForms = [LegalForms.Scop],
            SupportModes = [SupportModes.PretGarantie],
            Sectors = [Sectors.Culture],
        }));
        await fixture.AddOfferAsync($"{mark} deux", offer => offer.ForStages(Stages.Transformer).About(Themes.FonctionEmployeur).With(content => content with
        {
            LegalForms = [LegalForms.Fondation],
            SupportModes = [SupportModes.Formation],
            Sectors = [Sectors.Habitat],
        }));
        (Func<HtmlForm, HtmlForm> Choose, string Chip)[] filters =
        [
            (form => form.Tick("Démarrer"), "Étape : Démarrer"),
            (form => form.Tick("Prêt bancaire et garantie"), "Besoin : Prêt bancaire et garantie"),
            (form => form.Tick("Scop"), "Forme juridique : Scop"),
            (form => form.Tick("Financement"), "Type d'appui : Financement"),
            (form => form.Tick("Culture et patrimoine"), "Secteur : Culture et patrimoine"),
        ];

        foreach (var (choose, chip) in filters)
        {
            var page = await SearchAsync(form => choose(form.Fill("Mots", mark)));
            Assert.Equal([$"{mark} un"], page.ActorNames());
            Assert.Contains("Retirer le filtre " + chip, page.Chips());
        }
    }

    [Fact]
    public async Task Values_of_a_filter_widen_and_filters_narrow()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} a", offer => offer.ForStages(Stages.Demarrer).About(Themes.PretGarantie));
        await fixture.AddOfferAsync($"{mark} b", offer => offer.ForStages(Stages.Transformer).About(Themes.PretGarantie));
        await fixture.AddOfferAsync($"{mark} c", offer => offer.ForStages(Stages.Transformer).About(Themes.FonctionEmployeur));

        var either = await SearchAsync(form => form.Fill("Mots", mark).Tick("Démarrer").Tick("Transformer"));
        var both = await SearchAsync(form => form.Fill("Mots", mark).Tick("Transformer").Tick("Prêt bancaire et garantie"));

        Assert.Equal("3 acteurs correspondent à votre recherche.", either.Count());
        Assert.Equal([$"{mark} b"], both.ActorNames());
        Assert.True(both.Form("Chercher").IsOn("Transformer"));
        Assert.True(both.Form("Chercher").IsOn("Prêt bancaire et garantie"));
        Assert.False(both.Form("Chercher").IsOn("Démarrer"));
    }

    [Fact]
    public async Task Two_filters_must_be_met_by_one_and_the_same_offer()
    {
        var mark = PublicDirectory.Mark();
        var actor = A.SupportActor().Named(mark).Build();
        A.SupportOffer().Of(actor).ForStages(Stages.Demarrer).About(Themes.PretGarantie).Build();
        A.SupportOffer().Of(actor).ForStages(Stages.Transformer).About(Themes.FonctionEmployeur).Build();
        await using (var db = fixture.NewContext())
        {
            db.Add(actor);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal([mark], (await SearchAsync(form => form.Fill("Mots", mark))).ActorNames());
        Assert.Empty((await SearchAsync(form => form.Fill("Mots", mark).Tick("Démarrer").Tick("Être employeur, gérer les RH"))).ActorNames());
    }

    [Fact]
    public async Task Empty_list_of_forms_or_sectors_accepts_all()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync(mark);

        Assert.Equal([mark], (await SearchAsync(form => form.Fill("Mots", mark).Tick("Scop").Tick("Culture et patrimoine"))).ActorNames());
    }

    [Fact]
    public async Task Chip_removes_its_filter_and_leaves_the_others()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} b", offer => offer.ForStages(Stages.Transformer));
        var page = await SearchAsync(form => form.Fill("Mots", mark).Tick("Démarrer").Tick("Scop"));
        Assert.Empty(page.ActorNames());

        var wider = await page.ClickAsync("Retirer le filtre Étape : Démarrer");
        var all = await page.ClickAsync("Tout effacer");

        Assert.Equal([$"{mark} b"], wider.ActorNames());
        Assert.Equal([$"Retirer le filtre Texte : {mark}", "Retirer le filtre Forme juridique : Scop"], wider.Chips());
        Assert.Empty(all.Chips());
    }

    [Fact]
    public async Task Empty_list_says_which_filter_empties_it_and_offers_a_request()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} a", offer => offer.ForStages(Stages.Transformer));
        await fixture.AddOfferAsync($"{mark} b", offer => offer.ForStages(Stages.Transformer));

        var page = await SearchAsync(form => form.Fill("Mots", mark).Tick("Démarrer"));

        Assert.Equal("Aucun acteur ne correspond à votre recherche.", page.Count());
        Assert.True(page.Has("Retirer l'étape (2 acteurs)"));
        Assert.DoesNotContain("Retirer la forme juridique", page.Text, StringComparison.Ordinal);
        Assert.True(page.Document.QuerySelectorAll("main a[href='/demande']").Length > 1);
        Assert.Equal(2, (await page.ClickAsync("Retirer l’étape")).ActorNames().Count);
    }

    [Theory]
    [InlineData("etape=nimporte", "demarrer", "Étape")]
    [InlineData("theme=nimporte", "microcredit-pret-honneur", "Besoin")]
    [InlineData("forme=nimporte", "scop", "Forme juridique")]
    [InlineData("appui=nimporte", "financement", "Type d'appui")]
    [InlineData("secteur=nimporte", "culture", "Secteur")]
    [InlineData("departement=75", "54", "Département")]
    [InlineData("epci=200000000", "200039865", "Intercommunalité")]
    [InlineData("tri=hasard", "nom", "Ordre")]
    public async Task Unknown_code_is_refused_with_the_valid_ones(string query, string valid, string filter)
    {
        var page = await fixture.NewBrowser().GetAsync("/annuaire?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(page.Document.QuerySelectorAll("h2"), heading => PageText.Normalise(heading.TextContent) == filter);
        Assert.Contains(page.Document.QuerySelectorAll("main li a"), link => link.GetAttribute("href")!.EndsWith("=" + valid, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_long_a_search_is_refused_and_kept()
    {
        var page = await SearchAsync(form => form.Fill("Mots", new string('a', 101)));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Cherchez avec 100 caractères au plus.", page.ErrorOf("Mots"));
        Assert.Equal(101, page.Form("Chercher").Value("Mots").Length);
    }

    [Fact]
    public async Task Excluded_zone_is_a_hole()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync(mark, offer => offer.Covering("54").Covering(TerritoryLevel.Commune, A.Toul.Commune, isExcluded: true));

        Assert.Empty((await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}&commune=Toul")).ActorNames());
        Assert.Equal([mark], (await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}&departement=54")).ActorNames());
    }

    private async Task<HtmlPage> SearchAsync(Func<HtmlForm, HtmlForm> fill) =>
        await fill((await fixture.NewBrowser().GetAsync("/annuaire")).Form("Chercher")).SubmitAsync();
}
