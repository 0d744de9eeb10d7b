using System.Globalization;
using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Admin.Matching.Rules;

/// <summary>The rules from a proposal to its publication, through the pages.</summary>
public sealed class RulesTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Proposal = "/admin/regles/modification";

    public static TheoryData<string> Pages => ["/admin/regles", "/admin/regles/1", Proposal, "/admin/regles/{draft}", "/admin/regles/{draft}/essai"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Staff_and_administrators_are_let_in_and_nobody_else(string page)
    {
        var address = page.Replace("{draft}", $"{(await fixture.AddDraftAsync(nameof(MatchingRules.NearEpci), 30)).Number}");
        var offer = A.SupportOffer().Build();
        await fixture.StoreAsync(offer);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        using var staff = await fixture.StaffAsync();
        using var administrator = await fixture.AdministratorAsync();

        Assert.Equal("/compte/connexion", (await fixture.NewBrowser().GetAsync(address)).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync(address)).Status);
        foreach (var browser in new[] { staff, administrator })
        {
            var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.StartsWith(answer.Heading, answer.Title, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_shows_every_weight_in_force_with_what_it_does()
    {
        var inForce = await fixture.RulesInForceAsync();

        var page = await (await fixture.StaffAsync()).GetAsync("/admin/regles");

        Assert.True(page.Has($"Version {inForce.Number} en vigueur"));
        foreach (var weight in RuleWeights.All)
        {
            var row = page.Document.QuerySelectorAll("tbody tr").Single(row => PageText.Normalise(row.QuerySelector("th")?.TextContent) == PageText.Normalise(weight.Label));
            Assert.Equal([PageText.Normalise(weight.Help), $"{inForce.Values[weight.Name]}"], row.QuerySelectorAll("td").Select(cell => PageText.Normalise(cell.TextContent)));
        }
    }

    [Theory]
    [InlineData("51")]
    [InlineData("-1")]
    [InlineData("beaucoup")]
    [InlineData("4,5")]
    [InlineData("")]
    public async Task A_value_out_of_its_bounds_is_said_beside_its_field_and_nothing_typed_is_lost(string typed)
    {
        var page = await (await fixture.StaffAsync()).GetAsync(Proposal);

        var again = await page.Form(RulesScene.ProposeButton).Fill(RulesScene.EpciLabel, typed).Fill(RulesScene.ReasonLabel, "Les voisins d'abord.").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal("Acteur de l'intercommunalité : indiquez un nombre entier de 0 à 50.", again.ErrorOf(RulesScene.EpciLabel));
        Assert.Equal((typed, "Les voisins d'abord."), (again.Form(RulesScene.ProposeButton).Value(RulesScene.EpciLabel), again.Form(RulesScene.ProposeButton).Value(RulesScene.ReasonLabel)));
    }

    [Fact]
    public async Task A_proposal_needs_a_reason_a_change_and_values_that_go_together()
    {
        using var staff = await fixture.StaffAsync();
        var value = (await fixture.RulesInForceAsync()).Another();

        var silent = await (await staff.GetAsync(Proposal)).Form(RulesScene.ProposeButton).Fill(RulesScene.EpciLabel, $"{value}").SubmitAsync();
        var same = await (await staff.GetAsync(Proposal)).Form(RulesScene.ProposeButton).Fill(RulesScene.ReasonLabel, "Pour voir.").SubmitAsync();
        var upside = await (await staff.GetAsync(Proposal)).Form(RulesScene.ProposeButton).Fill("Multiplicateur d'un thème courant", "9").Fill("Multiplicateur d'un thème rare", "3").Fill(RulesScene.ReasonLabel, "Pour voir.").SubmitAsync();

        Assert.StartsWith("Dites pourquoi", silent.ErrorOf(RulesScene.ReasonLabel), StringComparison.Ordinal);
        Assert.Equal("Toutes les valeurs sont celles en vigueur : changez-en au moins une, ou revenez aux règles.", Assert.Single(same.Errors));
        Assert.StartsWith("Le multiplicateur d'un thème rare", upside.ErrorOf("Multiplicateur d'un thème rare"), StringComparison.Ordinal);
        Assert.All([silent, same, upside], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.Status));
    }

    [Fact]
    public async Task Staff_propose_and_see_the_replay_but_only_an_administrator_publishes()
    {
        var before = await fixture.RulesInForceAsync();
        using var staff = await fixture.StaffAsync();

        var replay = await ProposeAsync(staff, before.Another(), "Les voisins d'abord.");

        Assert.Equal("/admin/regles/" + NumberOf(replay) + "/essai", replay.Path);
        var draft = await fixture.RulesAsync(NumberOf(replay));
        Assert.Equal((RulesState.Draft, before.Number, "Les voisins d'abord."), (draft.State, draft.BaseNumber, draft.Reason));
        Assert.Equal(before.Number, (await fixture.RulesInForceAsync()).Number);
        Assert.DoesNotContain(replay.Document.QuerySelectorAll("button"), button => PageText.Normalise(button.TextContent) == RulesScene.PublishButton);

        using var administrator = await fixture.AdministratorAsync();
        var form = (await administrator.GetAsync(replay.Path)).Form(RulesScene.PublishButton);
        var forged = replay.Form("Abandonner cette modification").Request();
        forged.RequestUri = new Uri(replay.Address, "publication");
        var forbidden = await staff.SendAsync(forged);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.Status);
        Assert.Equal(RulesState.Draft, (await fixture.RulesAsync(draft.Number)).State);

        var published = await form.SubmitAsync();

        Assert.Equal($"/admin/regles/{draft.Number}", published.Path);
        Assert.True(published.Has("En vigueur"));
        Assert.Equal((draft.Number, RulesState.Retired), ((await fixture.RulesInForceAsync()).Number, (await fixture.RulesAsync(before.Number)).State));
    }

    [Fact]
    public async Task Of_two_people_who_publish_one_gets_the_conflict_page()
    {
        var quick = await fixture.AddDraftAsync(nameof(MatchingRules.NearEpci), (await fixture.RulesInForceAsync()).Another());
        var slow = await fixture.AddDraftAsync(nameof(MatchingRules.NearCommune), 17);
        using var administrator = await fixture.AdministratorAsync();
        var (first, second) = (await administrator.GetAsync($"/admin/regles/{quick.Number}/essai"), await administrator.GetAsync($"/admin/regles/{slow.Number}/essai"));

        await first.Form(RulesScene.PublishButton).SubmitAsync();
        var late = await second.Form(RulesScene.PublishButton).SubmitAsync();
        var twice = await first.Form(RulesScene.PublishButton).SubmitAsync();

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (late.Status, twice.Status));
        Assert.True(late.Has("D'autres règles sont entrées en vigueur depuis cette modification."));
        Assert.True(twice.Has("a déjà été publiée ou abandonnée"));
        Assert.Equal((quick.Number, RulesState.Draft), ((await fixture.RulesInForceAsync()).Number, (await fixture.RulesAsync(slow.Number)).State));
        Assert.True((await administrator.GetAsync($"/admin/regles/{slow.Number}")).HasLink("Reprendre ces valeurs"));
    }

    [Fact]
    public async Task Two_publications_at_the_very_same_time_leave_one_version_in_force()
    {
        var one = await fixture.AddDraftAsync(nameof(MatchingRules.NearEpci), (await fixture.RulesInForceAsync()).Another());
        var other = await fixture.AddDraftAsync(nameof(MatchingRules.NearCommune), 18);
        using var administrator = await fixture.AdministratorAsync();
        var forms = new List<HtmlForm>();
        foreach (var draft in new[] { one, other }) forms.Add((await administrator.GetAsync($"/admin/regles/{draft.Number}/essai")).Form(RulesScene.PublishButton));

        var answers = await Task.WhenAll(forms.Select(form => form.SubmitAsync()));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
        Assert.Contains((await fixture.RulesInForceAsync()).Number, new[] { one.Number, other.Number });
    }

    [Fact]
    public async Task Rules_published_while_the_form_was_open_are_shown_and_what_was_typed_is_kept()
    {
        using var staff = await fixture.StaffAsync();
        var before = await fixture.RulesInForceAsync();
        var page = await staff.GetAsync(Proposal);
        await PublishAsync(await fixture.AddDraftAsync(nameof(MatchingRules.NearEpci), before.Another()));

        var again = await page.Form(RulesScene.ProposeButton).Fill("Acteur de la commune", "44").Fill(RulesScene.ReasonLabel, "La commune d'abord.").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.True(again.Has("Ce qui a changé pendant que vous écriviez"));
        Assert.Equal(("44", "La commune d'abord."), (again.Form(RulesScene.ProposeButton).Value("Acteur de la commune"), again.Form(RulesScene.ProposeButton).Value(RulesScene.ReasonLabel)));
        var replay = await again.Form(RulesScene.ProposeButton).SubmitAsync();
        Assert.Equal(44, (await fixture.RulesAsync(NumberOf(replay))).Values[nameof(MatchingRules.NearCommune)]);
    }

    [Fact]
    public async Task An_older_version_comes_back_as_a_new_one()
    {
        var old = await fixture.RulesInForceAsync();
        await PublishAsync(await fixture.AddDraftAsync(nameof(MatchingRules.NearEpci), old.Another()));
        using var administrator = await fixture.AdministratorAsync();
        var page = await (await administrator.GetAsync($"/admin/regles/{old.Number}")).ClickAsync("Reprendre ces valeurs");
        Assert.Equal($"Retour aux valeurs de la version {old.Number}.", page.Form(RulesScene.ProposeButton).Value(RulesScene.ReasonLabel));

        var published = await (await page.Form(RulesScene.ProposeButton).SubmitAsync()).Form(RulesScene.PublishButton).SubmitAsync();

        var inForce = await fixture.RulesInForceAsync();
        Assert.Equal($"/admin/regles/{inForce.Number}", published.Path);
        Assert.True(inForce.Number > old.Number + 1);
        Assert.Equal(old.Values.OrderBy(pair => pair.Key), inForce.Values.OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task A_draft_is_given_up_and_stays_readable()
    {
        var draft = await fixture.AddDraftAsync(nameof(MatchingRules.NearEpci), (await fixture.RulesInForceAsync()).Another());
        using var staff = await fixture.StaffAsync();

        var list = await (await staff.GetAsync($"/admin/regles/{draft.Number}")).Form("Abandonner cette modification").SubmitAsync();

        Assert.Equal("/admin/regles", list.Path);
        Assert.Equal(RulesState.Discarded, (await fixture.RulesAsync(draft.Number)).State);
        Assert.True((await staff.GetAsync($"/admin/regles/{draft.Number}")).Has("Abandonnée"));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/admin/regles/{draft.Number}/essai")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/admin/regles/999999")).Status);
    }

    private static int NumberOf(HtmlPage page) => int.Parse(page.Path.Split('/')[3], CultureInfo.InvariantCulture);

    private static async Task<HtmlPage> ProposeAsync(PortalBrowser browser, int nearEpci, string reason) =>
        await (await browser.GetAsync(Proposal)).Form(RulesScene.ProposeButton).Fill(RulesScene.EpciLabel, $"{nearEpci}").Fill(RulesScene.ReasonLabel, reason).SubmitAsync();

    private async Task PublishAsync(RulesVersion draft)
    {
        using var administrator = await fixture.AdministratorAsync();
        await (await administrator.GetAsync($"/admin/regles/{draft.Number}/essai")).Form(RulesScene.PublishButton).SubmitAsync();
        Assert.Equal(draft.Number, (await fixture.RulesInForceAsync()).Number);
    }
}
