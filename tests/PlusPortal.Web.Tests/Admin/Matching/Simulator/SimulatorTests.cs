using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Matching;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Admin.Matching.Rules;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Admin.Matching.Simulator;

/// <summary>Staff try a hypothetical request.</summary>
public sealed class SimulatorTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Address = "/admin/simulateur";
    private const string Button = "Simuler";
    private const string Need = "Notre association ne peut plus payer les salaires en avril, la banque refuse le découvert. Nous ne cherchons pas de local.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_and_administrators_are_let_in_and_nobody_else()
    {
        var offer = A.SupportOffer().Build();
        await fixture.StoreAsync(offer);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);

        Assert.Equal("/compte/connexion", (await fixture.NewBrowser().GetAsync(Address)).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync(Address)).Status);
        Assert.Equal("Simulateur", (await OpenAsync()).Heading);
        using var administrator = await fixture.AdministratorAsync();
        Assert.Equal("Simulateur", (await administrator.GetAsync(Address)).Heading);
    }

    [Fact]
    public async Task A_need_shows_what_was_read_who_is_proposed_with_points_and_who_is_not()
    {
        var near = A.SupportOffer().Covering(A.Metz.Epci!).Build();
        await fixture.StoreAsync(near, A.SupportOffer().About(Domain.Vocabulary.Themes.TresorerieUrgence).Build());
        var before = await CountAsync();

        var page = await (await OpenAsync()).Form(Button)
            .Fill("Titre du besoin", "Salaires menacés").Fill("Le besoin", Need).Fill("Commune", "Toul")
            .Choose("Étape", "Développer").Choose("Forme juridique", "Association loi 1901").Choose("Salariés", "3 à 5").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Has("Toul (54200, Meurthe-et-Moselle), règles version"));
        Assert.Contains("salaires", page.Document.QuerySelector("#resultat")!.TextContent, StringComparison.Ordinal);
        var read = page.Document.QuerySelectorAll("#resultat dl > div").ToDictionary(row => PageText.Normalise(row.QuerySelector("dt")!.TextContent), row => PageText.Normalise(row.QuerySelector("dd")!.TextContent));
        Assert.DoesNotContain("Locaux", read["Thèmes"], StringComparison.Ordinal);
        Assert.Contains("« local » (Thème : Locaux et hébergement), le texte dit que non", read["Lu, mais mis de côté"], StringComparison.Ordinal);
        Assert.True(page.Has("Urgent"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("#resultat ol > li"));
        Assert.Contains(page.Document.QuerySelectorAll("#resultat .criteria li"), item => item.TextContent.Contains("points)", StringComparison.Ordinal));
        Assert.True(page.Has("Acteurs écartés"));
        Assert.True(page.Has($"{near.Actor!.Name} ({near.Content.Title}) : Votre commune n'est pas dans le territoire de cette offre. Il s'en faut de l'intercommunalité (EPCI)."));
        Assert.Equal((Need, "Toul"), (page.Form(Button).Value("Le besoin"), page.Form(Button).Value("Commune")));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Wrong_answers_are_said_and_nothing_typed_is_lost()
    {
        var page = await (await OpenAsync()).Form(Button)
            .Fill("Le besoin", Need).Choose("Étape", "Démarrer").Choose("Sous-étape", "Transformer : Un changement de statut")
            .Tick("Modèle économique").Tick("Prêt bancaire et garantie").Tick("Locaux et hébergement").Tick("Formation").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Indiquez une commune", page.ErrorOf("Commune"), StringComparison.Ordinal);
        Assert.StartsWith("Cette sous-étape ne va pas", page.ErrorOf("Sous-étape"), StringComparison.Ordinal);
        Assert.Equal("Gardez 3 thèmes au plus.", page.ErrorOf("Thèmes"));
        Assert.Equal(Need, page.Form(Button).Value("Le besoin"));
        Assert.True(page.Form(Button).IsOn("Modèle économique"));
    }

    [Fact]
    public async Task Communes_of_one_name_are_put_to_a_choice()
    {
        var page = await (await OpenAsync()).Form(Button).Fill("Commune", "Saint-Martin").Fill("Le besoin", Need).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Plusieurs communes correspondent. Choisissez la bonne dans la liste.", Assert.Single(page.Errors));
        var chosen = page.Document.QuerySelectorAll("input[name='Form.CommuneCode']")[0];
        var label = page.Document.QuerySelector($"label[for='{chosen.Id}']")!.TextContent;
        var answer = await page.Form(Button).Choose(label).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Has($"{label}, règles version"));
        Assert.Empty(answer.Document.QuerySelectorAll("input[type=radio]"));
        Assert.True((await answer.Form(Button).SubmitAsync()).Has($"{label}, règles version"));
    }

    [Fact]
    public async Task A_commune_that_nobody_knows_is_said()
    {
        var page = await (await OpenAsync()).Form(Button).Fill("Commune", "Trifouillis-les-Oies").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("Aucune commune ne porte ce nom", page.ErrorOf("Commune"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_tried_before_it_is_published()
    {
        var (commune, epci) = await fixture.AddNeighboursAsync();
        var inForce = await fixture.RulesInForceAsync();
        var draft = await fixture.AddDraftAsync(nameof(MatchingRules.NearEpci), 40);

        var now = await Simulate($"Version {inForce.Number}, en vigueur");
        var then = await Simulate($"Version {draft.Number}, proposée");

        Assert.Equal([$"1. {commune.Actor!.Name}", $"2. {epci.Actor!.Name}"], Names(now));
        Assert.Equal([$"1. {epci.Actor!.Name}", $"2. {commune.Actor!.Name}"], Names(then));
        Assert.True(then.Has($"règles version {draft.Number}"));
        Assert.Equal(inForce.Number, (await fixture.RulesInForceAsync()).Number);

        async Task<HtmlPage> Simulate(string version) =>
            await (await OpenAsync()).Form(Button).Choose("Règles", version).Fill("Commune", "Toul").Tick("Modèle économique").SubmitAsync();
    }

    [Fact]
    public async Task A_request_fills_the_form_by_its_reference_without_the_person()
    {
        var request = A.Request().Declaring(declared => declared with { Qualifications = [], Sectors = [] }).Build();
        await fixture.StoreAsync(request);
        using var staff = await fixture.StaffAsync();

        var page = await (await staff.GetAsync(RequestScene.Address(request))).ClickAsync("Simuler à partir de cette demande");

        Assert.Equal($"{Address}?demande={request.Reference}", page.Address.PathAndQuery);
        var form = page.Form(Button);
        Assert.Equal((request.Declared.Title, request.Declared.Need, "Toul", request.Stage), (form.Value("Titre du besoin"), form.Value("Le besoin"), form.Value("Commune"), form.Value("Étape")));
        Assert.All([request.Contact.Name, request.Contact.Email, request.Declared.StructureName!], text => Assert.DoesNotContain(text, page.Body, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await form.SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{Address}?demande=PLUS-2026-999999")).Status);
    }

    private static IEnumerable<string> Names(HtmlPage page) => page.Document.QuerySelectorAll("#resultat ol h4").Select(heading => PageText.Normalise(heading.TextContent));

    private async Task<HtmlPage> OpenAsync() => await (await fixture.StaffAsync()).GetAsync(Address);

    private async Task<(int Requests, int Outbox, int Rules)> CountAsync()
    {
        await using var db = fixture.NewContext();
        return (await db.OrientationRequests.CountAsync(Ct), await db.Outbox.CountAsync(Ct), await db.RulesVersions.CountAsync(Ct));
    }
}
