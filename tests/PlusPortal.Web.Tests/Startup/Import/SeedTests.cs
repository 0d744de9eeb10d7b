using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Import;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Startup.Import;

/// <summary>The directory of Lorraine, as the template database holds it.</summary>
public sealed class SeedTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_record_is_an_actor_without_contact_that_nobody_verified()
    {
        var actors = await ActorsAsync();

        Assert.Equal(45, actors.Count);
        Assert.All(actors, actor =>
        {
            Assert.Equal(VerificationStatuses.NonVerifiee, actor.Verification);
            Assert.Null(actor.ContactEmail);
            Assert.Null(actor.WebsiteCheckedOn);
            Assert.NotEmpty(actor.SourceUrls);
        });
    }

    [Fact]
    public async Task A_doubtful_record_is_inactive_with_drafts_and_the_others_are_published()
    {
        var actors = await ActorsAsync();

        Assert.Equal(["lorr-up", "pacelor"], actors.Where(actor => !actor.IsActive).Select(actor => actor.ImportKey).Order());
        Assert.All(actors, actor => Assert.All(actor.Offers, offer => Assert.Equal(actor.IsActive ? OfferState.Published : OfferState.Draft, offer.State)));
    }

    [Fact]
    public async Task Every_offer_can_be_matched_and_has_a_title_of_its_own()
    {
        var offers = (await ActorsAsync()).SelectMany(actor => actor.Offers).ToList();

        Assert.All(offers, offer =>
        {
            Assert.NotEmpty(offer.Content.Stages);
            Assert.NotEmpty(offer.Content.Themes);
            Assert.NotEmpty(offer.Content.SupportModes);
            Assert.NotEmpty(offer.Content.Coverage);
            Assert.DoesNotContain(SupportModes.All, mode => mode.Label == offer.Content.Title);
        });
        Assert.Equal(offers.Count, offers.Select(offer => offer.Content.Title).Distinct().Count());
    }

    [Fact]
    public async Task The_most_precise_zones_alone_count()
    {
        var offers = await OffersAsync();

        Assert.Equal([new CoverageZone(TerritoryLevel.Commune, "55029")], offers["ville-bar-le-duc-guidasso/offre"].Content.Coverage);
        Assert.Equal([new CoverageZone(TerritoryLevel.Epci, "200039865")], offers["initiative-metz/offre"].Content.Coverage);
        Assert.Equal(13, offers["serre-a-projets/offre"].Content.Coverage.Count);
        Assert.Equal(Lorraine.Departements, offers["iae-grand-est/offre"].Content.Coverage.Select(zone => zone.Code));
    }

    [Fact]
    public async Task The_aids_of_the_region_have_each_their_own_limits()
    {
        var offers = await OffersAsync();

        var job = offers["region-grand-est-ess/emploi-ess"].Content;
        Assert.Equal(15, job.Eligibility.HeadcountMaxFte);
        Assert.Equal([LegalForms.AssociationLoi1901, LegalForms.AssociationDroitLocal, LegalForms.Scic], job.LegalForms);
        Assert.Equal([.. Qualifications.Siae, Qualifications.EntrepriseAdaptee], job.Eligibility.AcceptedQualifications);
        Assert.Null(job.Eligibility.AmountMinEuros);
        var investment = offers["region-grand-est-ess/investissement"].Content;
        Assert.True(investment.Eligibility is { EmployerRequired: true, NotInInsolvency: true, AmountMinEuros: 30_000, HeadcountMaxFte: null });
        Assert.Equal(11, investment.LegalForms.Count);
        Assert.Equal(3, offers["region-grand-est-ess/label-tiers-lieux"].Content.Eligibility.AgeMinMonths);
    }

    [Fact]
    public async Task The_exclusion_of_the_fdva_holds_for_training_only()
    {
        var offers = await OffersAsync();

        var training = offers["drajes-fdva/formation"].Content;
        Assert.Equal([Qualifications.AgrementJepSport], training.Eligibility.ExcludedQualifications);
        Assert.Contains("volet formation, clubs sportifs", training.Eligibility.OtherConditions);
        Assert.Empty(offers["drajes-fdva/fonctionnement-projets"].Content.Eligibility.ExcludedQualifications);
        Assert.True(training is { WindowNote: "campagne annuelle", HasUnconfirmedWindow: true, HowToApply: not null });
    }

    [Fact]
    public async Task A_call_that_is_over_is_known_to_be_closed_and_one_without_dates_has_none()
    {
        var offers = await OffersAsync();

        var call = offers["departement-54-ess/agir"].Content;
        Assert.Equal(new DateOnly(2025, 6, 10), call.ClosesOn);
        Assert.True(call.IsWindowClosed(new DateOnly(2025, 6, 11)));
        Assert.Null(offers["departement-54-ess/accueil-conseil"].Content.WindowNote);
        Assert.True(offers["serre-a-projets/offre"].Content is { HasUnconfirmedWindow: true, OpensOn: null, ClosesOn: null });
    }

    [Fact]
    public async Task The_dla_is_one_offer_for_each_departement()
    {
        var offers = await OffersAsync();

        foreach (var departement in Lorraine.Departements)
        {
            var offer = offers[$"dla-departementaux-lorraine/{departement}"].Content;
            Assert.Equal([new CoverageZone(TerritoryLevel.Departement, departement)], offer.Coverage);
            Assert.True(offer.Eligibility is { EmployerRequired: true, HeadcountMinFte: 1 });
            Assert.Equal("Gratuit", offer.Cost);
        }
    }

    [Fact]
    public async Task The_guides_are_the_first_circle()
    {
        var circles = (await ActorsAsync()).ToDictionary(actor => actor.ImportKey, actor => actor.Circle);

        Assert.Equal(Circles.PremierAccueil, circles["fol-meuse"]);
        Assert.Equal(Circles.PremierAccueil, circles["cress-grand-est"]);
        Assert.Equal(Circles.Specialiste, circles["credit-cooperatif"]);
    }

    /// <summary>The split shares a record out: nothing of it is lost, nothing is added.</summary>
    [Fact]
    public async Task The_offers_of_an_actor_say_together_what_its_record_says()
    {
        var actors = (await ActorsAsync()).ToDictionary(actor => actor.ImportKey);
        using var records = System.Text.Json.JsonDocument.Parse(DirectorySeed.Actors);

        foreach (var record in records.RootElement.EnumerateArray())
        {
            var offers = actors[record.GetProperty("id").GetString()!].Offers.Select(offer => offer.Content).ToList();
            Assert.Equal(Codes("stages"), offers.SelectMany(offer => offer.Stages).ToHashSet());
            Assert.Equal(Codes("themes"), offers.SelectMany(offer => offer.Themes).ToHashSet());
            Assert.Equal(Codes("supportModes"), offers.SelectMany(offer => offer.SupportModes).ToHashSet());

            HashSet<string> Codes(string list) => [.. record.GetProperty(list).EnumerateArray().Select(code => code.GetString()!)];
        }
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var db = database.NewContext();

        var report = await new DirectoryImport(db, TimeProvider.System).RunAsync(DirectorySeed.Actors, isDryRun: false, Ct);

        Assert.True(report.Succeeded);
        Assert.Equal(0, report.ChangeCount);
        Assert.Empty(report.Kept);
        Assert.Empty(report.Absent);
        Assert.Equal(await db.SupportActors.CountAsync(Ct) + await db.SupportOffers.CountAsync(Ct), report.UnchangedCount);
    }

    private async Task<List<SupportActor>> ActorsAsync()
    {
        await using var db = database.NewContext();
        return await db.SupportActors.AsNoTracking().Include(actor => actor.Offers).ToListAsync(Ct);
    }

    private async Task<Dictionary<string, SupportOffer>> OffersAsync() =>
        (await ActorsAsync()).SelectMany(actor => actor.Offers).ToDictionary(offer => offer.ImportKey);
}
