using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Geography;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Public.Orientation.Situation;

namespace PlusPortal.Web.Tests.Public.Orientation;

/// <summary>The commune, without JavaScript.</summary>
public sealed class CommuneTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("toul")]
    [InlineData("  TOUL ")]
    public async Task Exact_name_is_taken_at_once_whatever_longer_names_begin_so(string typed)
    {
        var page = await SearchAsync(typed);

        Assert.Equal("taille", Walk.SlugOf(page));
    }

    [Fact]
    public async Task Accents_hyphens_and_saints_make_no_difference()
    {
        var page = await SearchAsync("st die des vosges");

        Assert.Equal("taille", Walk.SlugOf(page));
    }

    [Fact]
    public async Task Postal_code_of_several_communes_leads_to_a_choice_that_is_kept()
    {
        var page = await SearchAsync("54200");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Plusieurs communes correspondent", page.Heading);
        var next = await page.Form(Walk.Continue).Choose(LabelStarting(page, "Foug ") ?? LabelStarting(page, "Bruley")!).SubmitAsync();
        Assert.Equal("taille", Walk.SlugOf(next));
    }

    [Fact]
    public async Task Choosing_nothing_in_the_list_gets_a_sentence()
    {
        var page = await SearchAsync("54200");

        var answer = await page.Form(Walk.Continue).SubmitAsync();

        Assert.Equal("Plusieurs communes correspondent", answer.Heading);
    }

    [Fact]
    public async Task Unknown_name_gets_a_sentence_and_is_kept()
    {
        var page = await SearchAsync("Nancyville-les-Essais");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Nous ne trouvons pas cette commune.", page.ErrorOf("Commune"), StringComparison.Ordinal);
        Assert.Equal("Nancyville-les-Essais", page.Form(Walk.Continue).Value("Commune"));
    }

    [Theory]
    [InlineData("'; drop table communes; --")]
    [InlineData("%")]
    [InlineData("\\")]
    [InlineData("\u0001")]
    public async Task Odd_characters_are_data(string typed)
    {
        var page = await SearchAsync(typed);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Errors);
    }

    [Fact]
    public async Task Former_commune_is_explained_before_it_is_taken()
    {
        await using var db = fixture.NewContext();
        var communes = db.Communes;
        var former = await db.FormerCommunes
            .Join(communes.Where(commune => commune.Departement == "55"), former => former.SuccessorCode, commune => commune.Code, (former, commune) => new { former.Name, former.SearchName, Successor = commune.Name })
            .Where(pair => pair.Name != pair.Successor && !communes.Any(commune => commune.SearchName.StartsWith(pair.SearchName)))
            .OrderBy(pair => pair.Name).FirstAsync(Ct);

        var page = await SearchAsync(former.Name);

        Assert.True(page.Has($"{former.Name} fait maintenant partie de {former.Successor}"), page.Text);
        var next = await page.Form(Walk.Continue).Choose(former.Name).SubmitAsync();
        Assert.Equal("taille", Walk.SlugOf(next));
        Assert.Equal(PageText.Normalise(former.Successor), PageText.Normalise((await next.ClickAsync("Retour")).Form(Walk.Continue).Value("Commune")));
    }

    [Fact]
    public async Task Outside_Lorraine_is_said_honestly_with_another_way_and_no_wall()
    {
        var page = await SearchAsync("Reims");
        Assert.Equal("Reims n'est pas en Lorraine", page.Heading);
        Assert.True(page.Has("CRESS"));

        var next = await page.ClickAsync("Continuer quand même");
        Assert.Equal("taille", Walk.SlugOf(next));

        var check = await Walk.OnToAsync(next, "verification");
        var sent = await Walk.Agree(check).SubmitAsync();
        Assert.Equal("Votre demande est envoyée", sent.Heading);
        Assert.True(sent.Has("Votre commune est en dehors de la Lorraine"));
        Assert.False(sent.Has("Premières pistes"));
    }

    [Fact]
    public async Task Commune_already_chosen_stays_when_the_page_is_sent_again()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification");

        var page = await check.ClickAsync("Modifier la commune");
        Assert.Equal("Toul", page.Form(Walk.Continue).Value("Commune"));
        var back = await page.Form(Walk.Continue).SubmitAsync();

        Assert.Equal("verification", Walk.SlugOf(back));
        Assert.True(back.Has("Toul (Meurthe-et-Moselle)"));
    }

    [Fact]
    public async Task Changing_the_commune_through_the_list_comes_back_to_the_check_page()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification");

        var page = await check.ClickAsync("Modifier la commune");
        var list = await page.Form(Walk.Continue).Fill("Commune", "54200").SubmitAsync();
        var back = await list.Form(Walk.Continue).Choose(LabelStarting(list, "Bruley")!).SubmitAsync();

        Assert.Equal("verification", Walk.SlugOf(back));
        Assert.True(back.Has("Bruley (Meurthe-et-Moselle)"));
    }

    [Fact]
    public async Task Code_posted_by_a_suggestion_is_taken_and_an_invented_one_is_not()
    {
        var page = await Walk.ToAsync(fixture.Portal, "commune");

        var invented = await page.Form(Walk.Continue).Fill("Commune", "Nulle part").With("CommuneCode", "99999").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, invented.Status);

        var suggested = await page.Form(Walk.Continue).Fill("Commune", "Vaucouleurs (55140, Meuse)").With("CommuneCode", "55533").SubmitAsync();
        Assert.Equal("taille", Walk.SlugOf(suggested));
    }

    [Fact]
    public async Task Suggestions_are_few_and_say_what_they_are()
    {
        using var browser = fixture.NewBrowser();

        var found = await browser.Client.GetFromJsonAsync<List<CommuneSuggestion>>("/demande/communes?q=nancy", Ct);
        var nothing = await browser.Client.GetFromJsonAsync<List<CommuneSuggestion>>("/demande/communes?q=n", Ct);
        var overlong = await browser.Client.GetFromJsonAsync<List<CommuneSuggestion>>("/demande/communes?q=" + new string('n', 500), Ct);

        Assert.InRange(found!.Count, 1, 8);
        Assert.Equal("54395", found[0].Code);
        Assert.StartsWith("Nancy (", found[0].Label, StringComparison.Ordinal);
        Assert.Empty(nothing!);
        Assert.Empty(overlong!);
    }

    [Fact]
    public async Task Suggestions_are_limited_by_address()
    {
        using var browser = fixture.NewBrowser();
        HttpStatusCode last = default;
        for (var count = 0; count <= 120; count++)
        {
            using var response = await browser.Client.GetAsync("/demande/communes?q=n", Ct);
            last = response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    private async Task<HtmlPage> SearchAsync(string typed)
    {
        var page = await Walk.ToAsync(fixture.Portal, "commune");
        return await page.Form(Walk.Continue).Fill("Commune", typed).SubmitAsync();
    }

    private static string? LabelStarting(HtmlPage page, string start) =>
        page.Document.QuerySelectorAll("label").Select(label => PageText.Normalise(label.TextContent)).FirstOrDefault(text => text.StartsWith(start, StringComparison.Ordinal));
}
