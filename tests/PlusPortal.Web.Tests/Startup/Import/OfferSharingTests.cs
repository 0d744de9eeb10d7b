using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Import;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Startup.Import;

/// <summary>The records of the seed in a changed file: the file decides, the editorial split only shares out. Each test has a database of its own.</summary>
public sealed class OfferSharingTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_theme_said_anew_goes_to_the_first_offer_and_one_said_no_more_leaves()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var report = await RunAsync(database, "france-active-lorraine", record => record["themes"] = new JsonArray("pret-garantie", "fonds-propres", "modele-economique", "commercial-marches"));

        Assert.Equal(["france-active-lorraine/conseil: Themes"], report.Updated.Select(updated => $"{updated.ImportKey}: {string.Join(" ", updated.Fields)}"));
        await using var db = database.NewContext();
        var offer = await db.SupportOffers.SingleAsync(row => row.ImportKey == "france-active-lorraine/conseil", Ct);
        Assert.Equal(["modele-economique", "commercial-marches"], offer.Content.Themes);
    }

    [Fact]
    public async Task New_limits_of_a_part_reach_its_offer_alone()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var report = await RunAsync(database, "region-grand-est-ess", record => record["eligibility"]!["emploiEss"]!["effectifMax"] = 20);

        Assert.Equal(["region-grand-est-ess/emploi-ess"], report.Updated.Select(updated => updated.ImportKey));
        await using var db = database.NewContext();
        Assert.Equal(20, (await db.SupportOffers.SingleAsync(row => row.ImportKey == "region-grand-est-ess/emploi-ess", Ct)).Content.Eligibility.HeadcountMaxFte);
    }

    [Fact]
    public async Task An_offer_that_nothing_remains_for_is_absent()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var report = await RunAsync(database, "dla-departementaux-lorraine", record => record["departements"] = new JsonArray("54", "55", "57"));

        Assert.Equal(0, report.ChangeCount);
        Assert.Contains(report.Absent, absent => absent.ImportKey == "dla-departementaux-lorraine/88");
    }

    [Fact]
    public async Task A_departement_that_no_offer_covers_is_an_error()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var report = await RunAsync(database, "dla-departementaux-lorraine", record => record["departements"]!.AsArray().Add("67"));

        Assert.Equal("departements", Assert.Single(report.Errors).Field);
    }

    [Fact]
    public async Task Offers_that_the_record_lists_replace_the_split()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var report = await RunAsync(database, "adie-grand-est", record => record["offers"] = JsonNode.Parse("""[{ "key": "tout", "title": "Tout ensemble" }]"""));

        Assert.Equal(["adie-grand-est/tout"], report.Created.Select(created => created.ImportKey));
        Assert.Contains(report.Absent, absent => absent.ImportKey == "adie-grand-est/microcredit");
    }

    private static async Task<ImportReport> RunAsync(TestDatabase database, string id, Action<JsonObject> change)
    {
        var record = JsonNode.Parse(DirectorySeed.Actors)!.AsArray().Single(node => node!["id"]!.GetValue<string>() == id)!.AsObject();
        change(record);
        await using var db = database.NewContext();
        return await new DirectoryImport(db, TimeProvider.System).RunAsync(System.Text.Encoding.UTF8.GetBytes($"[{record.ToJsonString()}]"), isDryRun: false, Ct);
    }
}
