using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Api.Orientations;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Admin.Matching.Rules;

/// <summary>A published version is used by the next search, and a replay shows what it would change.</summary>
public sealed class RulesInForceTests(PortalFixture fixture, PostgresFixture postgres) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_replay_shows_the_change_and_the_next_preview_makes_it()
    {
        var (commune, epci) = await fixture.AddNeighboursAsync();
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        using var administrator = await fixture.AdministratorAsync();
        var (versionBefore, before) = await PreviewAsync();
        Assert.Equal([commune.Actor!.Name, epci.Actor!.Name], before);
        var draft = await fixture.AddDraftAsync(nameof(MatchingRules.NearEpci), (await fixture.RulesInForceAsync()).Another());

        var replay = await administrator.GetAsync($"/admin/regles/{draft.Number}/essai");
        var row = replay.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Contains(request.Reference, StringComparison.Ordinal));

        Assert.Equal(
            [commune.Actor.Name, epci.Actor.Name, $"{epci.Actor.Name} (monte, 2e avant)", $"{commune.Actor.Name} (descend, 1er avant)"],
            row.QuerySelectorAll("li").Select(item => PageText.Normalise(item.TextContent)));
        Assert.DoesNotContain(request.Contact.Name, replay.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Contact.Email, replay.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Declared.StructureName!, replay.Body, StringComparison.Ordinal);
        Assert.Equal(versionBefore, (await PreviewAsync()).Version);

        await replay.Form(RulesScene.PublishButton).SubmitAsync();
        var (versionAfter, after) = await PreviewAsync();

        Assert.Equal(draft.Number, versionAfter);
        Assert.Equal([epci.Actor.Name, commune.Actor.Name], after);
    }

    [Fact]
    public async Task A_new_search_is_made_with_the_rules_in_force_and_names_them()
    {
        var request = A.Request().Build().InTriage().Matched();
        await fixture.StoreAsync(request);
        using var administrator = await fixture.AdministratorAsync();
        var draft = await fixture.AddDraftAsync(nameof(MatchingRules.NearRegion), 7);
        await (await administrator.GetAsync($"/admin/regles/{draft.Number}/essai")).Form(RulesScene.PublishButton).SubmitAsync();

        var page = await (await administrator.GetAsync(RequestScene.Address(request))).Form("Relancer la recherche").SubmitAsync();

        Assert.Equal(draft.Number, (await fixture.ReadAsync(request.Id)).Matching!.RulesVersion);
        Assert.True(page.Has($"règles version {draft.Number}"));
    }

    [Fact]
    public async Task A_replay_asks_the_database_as_often_for_many_requests_as_for_one()
    {
        var counter = new CommandCounter();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(counter)));
        using var staff = await portal.SignInAsNewAsync(Data.Accounts.PortalRoles.Staff);
        var draft = await fixture.AddDraftAsync(nameof(MatchingRules.NearRegion), 9);
        await fixture.StoreAsync(A.Request().Build());
        var address = $"/admin/regles/{draft.Number}/essai?nombre=200";
        await staff.GetAsync(address);
        counter.Reset();
        await staff.GetAsync(address);
        var few = counter.Commands.Count;
        for (var request = 0; request < 20; request++) await fixture.StoreAsync(A.Request().Build());
        counter.Reset();

        await staff.GetAsync(address);

        Assert.Equal(few, counter.Commands.Count);
    }

    [Fact]
    public async Task Starting_again_keeps_what_people_changed_and_adds_what_the_program_brings()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var db = database.NewContext();
        var seeder = new RulesSeeder(db, TimeProvider.System);
        Assert.False(await seeder.LoadAsync(Ct));
        var first = await db.RulesInForceAsync(Ct);
        Assert.Equal((1, null), (first.Number, first.AuthorId));
        Assert.Equal(MatchingRules.Current, first.ToRules());

        var known = first.Values.Where(pair => pair.Key != nameof(MatchingRules.NearRegion)).ToDictionary(pair => pair.Key, pair => pair.Key == nameof(MatchingRules.NearEpci) ? 33 : pair.Value);
        var edited = RulesVersion.Propose(2, first, known, "Les voisins d'abord.", Guid.CreateVersion7(A.Now), A.Now);
        edited.Publish(first, Guid.CreateVersion7(A.Now), A.Now);
        db.Add(edited);
        await db.SaveChangesAsync(Ct);

        Assert.True(await seeder.LoadAsync(Ct));
        Assert.False(await seeder.LoadAsync(Ct));
        var inForce = await db.RulesInForceAsync(Ct);
        Assert.Equal(MatchingRules.Current with { Version = 3, NearEpci = 33 }, inForce.ToRules());
    }

    [Fact]
    public async Task New_weights_of_the_program_are_a_version_of_their_own_while_nobody_changed_any()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using (var former = database.NewContext())
        {
            // What a former release shipped: one weight was another, and one was not there yet.
            var values = new Dictionary<string, int>(RuleWeights.ValuesOf(MatchingRules.Current)) { [nameof(MatchingRules.NearRegion)] = 55 };
            values.Remove(nameof(MatchingRules.MilieuShared));
            await former.RulesVersions.ExecuteDeleteAsync(Ct);
            former.Add(RulesVersion.Ship(1, inForce: null, values, "Valeurs livrées avec le logiciel.", A.Now));
            await former.SaveChangesAsync(Ct);
        }

        await using var db = database.NewContext();
        var seeder = new RulesSeeder(db, TimeProvider.System);

        Assert.True(await seeder.LoadAsync(Ct));
        Assert.False(await seeder.LoadAsync(Ct));
        var inForce = await db.RulesInForceAsync(Ct);
        Assert.Equal(MatchingRules.Current with { Version = 2 }, inForce.ToRules());
        Assert.Equal((1, null, true), (inForce.BaseNumber, inForce.AuthorId, inForce.IsShipped));
        var first = await db.RulesVersions.SingleAsync(version => version.Number == 1, Ct);
        Assert.Equal((RulesState.Retired, 55), (first.State, first.Values[nameof(MatchingRules.NearRegion)]));
    }

    [Fact]
    public async Task A_stored_result_names_the_version_whose_weights_made_it()
    {
        using var staff = await fixture.StaffAsync();
        var request = A.Request().Build().InTriage().Matched();
        await fixture.StoreAsync(request, A.SupportOffer().Build());

        await (await staff.GetAsync(RequestScene.Address(request))).Form("Relancer la recherche").SubmitAsync();

        await using var db = fixture.NewContext();
        var result = (await fixture.ReadAsync(request.Id)).Matching!;
        var rules = (await db.RulesVersions.SingleAsync(version => version.Number == result.RulesVersion, Ct)).ToRules();
        var catalog = await fixture.Portal.Services.GetRequiredService<CatalogCache>().GetAsync(Ct);
        var again = MatchingService.Match((await fixture.ReadAsync(request.Id)).ToCriteria(), catalog, rules, fixture.Portal.Clock.TodayInParis);
        Assert.Equal(again.Proposals.Select(proposal => proposal.Score), result.Proposals.Select(proposal => proposal.Score));
    }

    private async Task<(int Version, List<string> Actors)> PreviewAsync()
    {
        using var browser = fixture.NewBrowser();
        var response = await browser.Client.PostAsJsonAsync("/api/v1/orientations/preview", new { communeCode = A.Toul.Commune, stage = "developper", themes = new[] { "modele-economique" } }, Ct);
        var answer = (await response.Content.ReadFromJsonAsync<PreviewAnswer>(Ct))!;
        return (answer.RulesVersion, [.. answer.Proposals.Select(proposal => proposal.ActorName)]);
    }
}
