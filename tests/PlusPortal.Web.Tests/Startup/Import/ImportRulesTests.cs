using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Geography;
using PlusPortal.Data.Import;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Startup.Import;

/// <summary>What an import does to the directory, and what it leaves to people.</summary>
public sealed class ImportRulesTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_record_becomes_an_unverified_actor_with_one_published_offer()
    {
        var file = new ImportFile().With();

        var report = await RunAsync(file);

        Assert.Equal([file.FirstKey, $"{file.FirstKey}/offre"], report.Created.Select(record => record.ImportKey));
        var actor = await ActorAsync(file.FirstKey);
        Assert.True(actor is { IsActive: true, Verification: VerificationStatuses.NonVerifiee, ContactEmail: null, WebsiteCheckedOn: null, IsSample: false });
        var offer = Assert.Single(actor.Offers);
        Assert.Equal(OfferState.Published, offer.State);
        Assert.Equal(SupportModes.All.LabelOf(SupportModes.ConseilIndividuel), offer.Content.Title);
        Assert.Null(offer.Content.Cost);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var file = new ImportFile().With(record => record["eligibility"] = JsonNode.Parse("""{ "effectifMin": 1.0, "fenetre": "campagne annuelle" }"""));
        await RunAsync(file);
        var before = await ActorAsync(file.FirstKey);

        var report = await RunAsync(file);

        Assert.True(report is { ChangeCount: 0, UnchangedCount: 2 });
        var after = await ActorAsync(file.FirstKey);
        Assert.Equal((before.Version, before.UpdatedAt, before.Offers[0].Revision, before.Offers[0].Version), (after.Version, after.UpdatedAt, after.Offers[0].Revision, after.Offers[0].Version));
    }

    [Fact]
    public async Task A_changed_record_is_updated_and_the_fields_are_told()
    {
        var file = new ImportFile().With();
        await RunAsync(file);

        var report = await RunAsync(file.Change(record => (record["name"], record["themes"]) = ("Autre nom", new JsonArray("pret-garantie"))));

        Assert.Equal([$"{file.FirstKey}: Name", $"{file.FirstKey}/offre: Themes"], report.Updated.Select(record => $"{record.ImportKey}: {string.Join(" ", record.Fields)}"));
        var actor = await ActorAsync(file.FirstKey);
        Assert.Equal("Autre nom", actor.Name);
        Assert.Equal([Themes.PretGarantie], actor.Offers[0].Content.Themes);
        Assert.Equal(2, actor.Offers[0].Revision);
    }

    [Fact]
    public async Task What_staff_edited_on_the_actor_is_left_alone_and_told()
    {
        var file = new ImportFile().With();
        await RunAsync(file);
        await ChangeAsync(file.FirstKey, actor => actor.Edit("Nom de PLUS", actor.Kind, actor.Circle, actor.Description, actor.Website, websiteChecked: false, A.Day, A.Now));

        var report = await RunAsync(file.Change(record => (record["name"], record["description"]) = ("Nom du fichier", "Autre texte.")));

        Assert.Equal(["Name"], Assert.Single(report.Kept).Fields);
        var actor = await ActorAsync(file.FirstKey);
        Assert.Equal(("Nom de PLUS", "Autre texte."), (actor.Name, actor.Description));
    }

    [Fact]
    public async Task An_offer_that_a_person_edited_is_left_alone_and_told()
    {
        var file = new ImportFile().With();
        await RunAsync(file);
        await ChangeAsync(file.FirstKey, actor => actor.Offers[0].Edit(actor.Offers[0].Content with { Title = "Titre du partenaire" }, A.Now));

        var report = await RunAsync(file.Change(record => record["themes"] = new JsonArray("pret-garantie")));

        var kept = Assert.Single(report.Kept);
        Assert.Equal($"{file.FirstKey}/offre", kept.ImportKey);
        Assert.Contains("Themes", kept.Fields);
        var offer = (await ActorAsync(file.FirstKey)).Offers[0];
        Assert.Equal(("Titre du partenaire", Themes.ModeleEconomique), (offer.Content.Title, offer.Content.Themes[0]));
    }

    [Fact]
    public async Task A_verified_contact_and_a_taken_out_actor_stay_as_staff_left_them()
    {
        var file = new ImportFile().With();
        await RunAsync(file);
        await ChangeAsync(file.FirstKey, actor =>
        {
            actor.RecordCheckedContact("accueil@acteur.example.org", A.Day, A.Now);
            actor.SetActive(false, A.Now);
        });

        await RunAsync(file.Change(record => record["name"] = "Autre nom"));

        Assert.True(await ActorAsync(file.FirstKey) is { Name: "Autre nom", IsActive: false, ContactEmail: "accueil@acteur.example.org", Verification: VerificationStatuses.VerifieePlus });
    }

    [Fact]
    public async Task A_web_address_that_the_file_changes_must_be_opened_again_by_a_person()
    {
        var file = new ImportFile().With();
        await RunAsync(file);
        await ChangeAsync(file.FirstKey, actor => actor.Edit(actor.Name, actor.Kind, actor.Circle, actor.Description, actor.Website, websiteChecked: true, A.Day, A.Now));

        await RunAsync(file.Change(record => record["website"] = "https://nouveau.example.org"));

        Assert.True(await ActorAsync(file.FirstKey) is { Website: "https://nouveau.example.org", WebsiteCheckedOn: null });
    }

    [Fact]
    public async Task What_the_file_no_longer_holds_is_told_and_kept()
    {
        var gone = new ImportFile().With();
        var file = new ImportFile().With(record => record["offers"] = JsonNode.Parse("""[{ "key": "conseil", "title": "Conseil" }, { "key": "pret", "title": "Prêt" }]"""));
        await RunAsync(gone);
        await RunAsync(file);

        var report = await RunAsync(file.Change(record => record["offers"]!.AsArray().RemoveAt(1)));

        Assert.Contains(report.Absent, record => record.ImportKey == gone.FirstKey);
        Assert.Contains(report.Absent, record => record.ImportKey == $"{file.FirstKey}/pret");
        Assert.Equal(0, report.ChangeCount);
        Assert.True((await ActorAsync(gone.FirstKey)).IsActive);
        Assert.Equal(2, (await ActorAsync(file.FirstKey)).Offers.Count);
    }

    [Fact]
    public async Task A_rehearsal_tells_the_same_and_writes_nothing()
    {
        var file = new ImportFile().With();
        await RunAsync(file);
        file.Change(record => record["name"] = "Autre nom").With();

        var rehearsal = await RunAsync(file, isDryRun: true);

        Assert.Equal("Acteur imaginaire", (await ActorAsync(file.FirstKey)).Name);
        var real = await RunAsync(file);
        Assert.True(rehearsal.IsDryRun);
        Assert.Equal(real.Created.Select(record => record.ImportKey), rehearsal.Created.Select(record => record.ImportKey));
        Assert.Equal(real.Updated.Select(record => record.ImportKey), rehearsal.Updated.Select(record => record.ImportKey));
    }

    [Fact]
    public async Task A_doubtful_record_is_held_back_until_its_sources_are_better()
    {
        var file = new ImportFile().With(record => record["sourceConfidence"] = "low");
        await RunAsync(file);
        var doubtful = await ActorAsync(file.FirstKey);

        var report = await RunAsync(file.Change(record => record["sourceConfidence"] = "medium"));

        Assert.True(doubtful is { IsActive: false, Offers: [{ State: OfferState.Draft }] });
        Assert.True(await ActorAsync(file.FirstKey) is { IsActive: true, Offers: [{ State: OfferState.Published }] });
        Assert.Contains(report.Updated, record => record.Fields.Contains("State"));
    }

    [Fact]
    public async Task A_draft_that_staff_hold_back_is_not_published_by_the_same_file()
    {
        var file = new ImportFile().With(record => record["sourceConfidence"] = "low");
        await RunAsync(file);
        await ChangeAsync(file.FirstKey, actor => actor.SetActive(true, A.Now));

        await RunAsync(file);

        Assert.True(await ActorAsync(file.FirstKey) is { IsActive: true, Offers: [{ State: OfferState.Draft }] });
    }

    [Fact]
    public async Task A_former_commune_leads_to_its_successor()
    {
        await using var db = database.NewContext();
        var communes = db.Communes;
        var former = await db.FormerCommunes.Where(commune => commune.Code != commune.SuccessorCode && !communes.Any(current => current.Code == commune.Code)).OrderBy(commune => commune.Code).FirstAsync(Ct);
        var file = new ImportFile().With(record => record["communes"] = new JsonArray(former.Code));

        await RunAsync(file);

        Assert.Equal([new CoverageZone(TerritoryLevel.Commune, former.SuccessorCode)], (await OffersAsync(file))[0].Content.Coverage);
    }

    [Fact]
    public async Task An_offer_takes_from_its_record_what_it_does_not_say()
    {
        var file = new ImportFile().With(record =>
        {
            record["epci"] = new JsonArray("200039865");
            record["eligibility"] = JsonNode.Parse("""{ "employeuse": true, "fenetre": "appel annuel", "montantMaxEuros": 5000 }""");
            record["offers"] = JsonNode.Parse("""
                [
                  { "key": "conseil", "title": "Conseil", "themes": ["gestion-comptabilite"], "eligibility": { "fenetre": null } },
                  { "key": "pret", "title": "Prêt", "departements": ["54"], "supportModes": ["pret-garantie"], "cost": "Gratuit", "opensOn": "2026-01-10", "closesOn": "2026-02-15" }
                ]
                """);
        });

        await RunAsync(file);

        var (advice, loan) = ((await OffersAsync(file))[0].Content, (await OffersAsync(file))[1].Content);
        Assert.Equal([new CoverageZone(TerritoryLevel.Epci, "200039865")], advice.Coverage);
        Assert.True(advice is { WindowNote: null, Cost: null, Eligibility: { EmployerRequired: true, AmountMaxEuros: 5000 } });
        Assert.Equal([Themes.GestionComptabilite], advice.Themes);
        Assert.Equal([new CoverageZone(TerritoryLevel.Departement, "54")], loan.Coverage);
        Assert.Equal([Themes.ModeleEconomique], loan.Themes);
        Assert.True(loan is { WindowNote: "appel annuel", HasUnconfirmedWindow: false, Cost: "Gratuit" });
        Assert.Equal((new DateOnly(2026, 1, 10), new DateOnly(2026, 2, 15)), (loan.OpensOn, loan.ClosesOn));
    }

    [Fact]
    public async Task Parts_with_their_own_conditions_are_offers_of_their_own()
    {
        var file = new ImportFile().With(record => record["eligibility"] = JsonNode.Parse("""
            { "adhesion": "adhésion demandée",
              "emploiEss": { "effectifMax": 15, "formes": ["scic"], "qualificationsOk": ["siae-*"] },
              "investissement": { "employeuse": true, "investissementMinEuros": 30000, "pasEnProcedure": true } }
            """));

        await RunAsync(file);

        var offers = (await OffersAsync(file)).ToDictionary(offer => offer.ImportKey.Split('/')[1], offer => offer.Content);
        var (job, investment) = (offers["emploi-ess"], offers["investissement"]);
        Assert.Equal([LegalForms.Scic], job.LegalForms);
        Assert.Equal(Qualifications.Siae, job.Eligibility.AcceptedQualifications);
        Assert.True(job.Eligibility is { HeadcountMaxFte: 15, EmployerRequired: false, Membership: "adhésion demandée" });
        Assert.Equal([LegalForms.AssociationLoi1901], investment.LegalForms);
        Assert.True(investment.Eligibility is { HeadcountMaxFte: null, EmployerRequired: true, AmountMinEuros: 30_000, NotInInsolvency: true });
    }

    [Theory]
    [InlineData("esus (volet formation)", "esus", "Exclusion\u00A0: Agrément ESUS (volet formation).")]
    [InlineData("esus", "esus", null)]
    [InlineData("clubs professionnels", null, "Exclusion\u00A0: clubs professionnels.")]
    public async Task An_exclusion_is_a_code_where_it_names_one_and_words_for_people(string text, string? code, string? words)
    {
        var file = new ImportFile().With(record => record["eligibility"] = new JsonObject { ["qualificationsExclues"] = new JsonArray(text) });

        await RunAsync(file);

        var eligibility = (await OffersAsync(file))[0].Content.Eligibility;
        Assert.Equal(code is null ? [] : [code], eligibility.ExcludedQualifications);
        Assert.Equal(words, eligibility.OtherConditions);
    }

    [Theory]
    [InlineData("guichet-vie-associative", "conseil-individuel", Circles.PremierAccueil)]
    [InlineData("tete-de-reseau", "accueil-orientation", Circles.PremierAccueil)]
    [InlineData("tete-de-reseau", "conseil-individuel", Circles.Specialiste)]
    public async Task Guides_are_the_first_circle(string kind, string mode, string circle)
    {
        var file = new ImportFile().With(record => (record["kind"], record["supportModes"]) = (kind, new JsonArray(mode)));

        await RunAsync(file);

        Assert.Equal(circle, (await ActorAsync(file.FirstKey)).Circle);
    }

    private async Task<ImportReport> RunAsync(ImportFile file, bool isDryRun = false)
    {
        await using var db = database.NewContext();
        var report = await new DirectoryImport(db, TimeProvider.System).RunAsync(file.ToBytes(), isDryRun, Ct);
        Assert.Empty(report.Errors);
        return report;
    }

    private async Task<SupportActor> ActorAsync(string key)
    {
        await using var db = database.NewContext();
        return await db.SupportActors.AsNoTracking().Include(actor => actor.Offers).SingleAsync(actor => actor.ImportKey == key, Ct);
    }

    private async Task<List<SupportOffer>> OffersAsync(ImportFile file) => [.. (await ActorAsync(file.FirstKey)).Offers.OrderBy(offer => offer.ImportKey, StringComparer.Ordinal)];

    private async Task ChangeAsync(string key, Action<SupportActor> change)
    {
        await using var db = database.NewContext();
        change(await db.SupportActors.Include(actor => actor.Offers).SingleAsync(actor => actor.ImportKey == key, Ct));
        await db.SaveChangesAsync(Ct);
    }
}
