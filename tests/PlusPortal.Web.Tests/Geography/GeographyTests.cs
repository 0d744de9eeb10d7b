using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Territory;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Geography;

/// <summary>The official geography, as the template database holds it.</summary>
public sealed class GeographyTests(ReadingFixture database) : IClassFixture<ReadingFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_current_commune_of_France_is_there_with_its_two_chains()
    {
        await using var db = database.NewContext();

        var communes = await db.Communes.CountAsync(Ct);
        var withoutRegion = await db.Communes.CountAsync(commune => commune.Region == "", Ct);
        var inLorraine = await db.Communes.CountAsync(commune => Lorraine.Departements.Contains(commune.Departement), Ct);

        Assert.Equal(34_969, communes);
        Assert.Equal(0, withoutRegion);
        Assert.InRange(inLorraine, 2_200, 2_400);
    }

    [Fact]
    public async Task Toul_lies_in_its_epci_and_its_departement()
    {
        await using var db = database.NewContext();

        var toul = await db.LocateCommuneAsync("54528", Ct);

        Assert.NotNull(toul);
        Assert.Equal(new Place("54528", "200070563", "54", "44"), toul.Place);
        Assert.Equal("Toul (54200, Meurthe-et-Moselle)", toul.Label);
    }

    [Fact]
    public async Task An_epci_may_straddle_a_departement()
    {
        await using var db = database.NewContext();

        var epci = await db.Epcis.SingleAsync(candidate => candidate.Name.Contains("Mad et Moselle"), Ct);

        var departements = await db.Communes.Where(commune => commune.Epci == epci.Code).Select(commune => commune.Departement).Distinct().OrderBy(code => code).ToListAsync(Ct);

        Assert.Equal(["54", "57"], departements);
    }

    [Theory]
    [InlineData("75101", "75056")]
    [InlineData("69381", "69123")]
    [InlineData("02285", "59545")]
    public async Task A_former_commune_or_a_district_leads_to_the_current_commune(string former, string current)
    {
        await using var db = database.NewContext();

        var located = await db.LocateCommuneAsync(former, Ct);

        Assert.Equal(current, located?.Place.Commune);
    }

    [Fact]
    public async Task An_unknown_code_is_no_commune()
    {
        await using var db = database.NewContext();

        Assert.Null(await db.LocateCommuneAsync("99999", Ct));
    }

    [Theory]
    [InlineData("toul", "54528")]
    [InlineData("TOUL", "54528")]
    [InlineData("epinal", "88160")]
    [InlineData("st die", "88413")]
    [InlineData("Saint-Dié-des-Vosges", "88413")]
    [InlineData("pont a mousson", "54431")]
    [InlineData("l'hopital", "57336")]
    [InlineData("54000", "54395")]
    public async Task A_commune_is_found_as_people_type_it(string typed, string expected)
    {
        await using var db = database.NewContext();

        var found = await db.SearchCommunesAsync(typed, 10, Ct);

        Assert.Equal(expected, found[0].Code);
    }

    [Fact]
    public async Task A_former_name_finds_the_commune_that_absorbed_it()
    {
        await using var db = database.NewContext();
        var communes = db.Communes;
        var former = await db.FormerCommunes
            .Where(line => line.Kind == "commune-deleguee" && line.SuccessorCode.StartsWith("55") && !communes.Any(commune => commune.SearchName.StartsWith(line.SearchName)))
            .OrderBy(line => line.Code).FirstAsync(Ct);

        var found = await db.SearchCommunesAsync(former.Name, 10, Ct);

        Assert.Contains(found, match => match.Code == former.SuccessorCode && match.FormerName == former.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("54")]
    [InlineData("%")]
    [InlineData("_____")]
    [InlineData("'; drop table communes; --")]
    public async Task A_search_without_a_name_finds_nothing(string typed)
    {
        await using var db = database.NewContext();

        Assert.Empty(await db.SearchCommunesAsync(typed, 10, Ct));
    }

    [Fact]
    public async Task A_search_is_bounded()
    {
        await using var db = database.NewContext();

        var found = await db.SearchCommunesAsync("saint", 10_000, Ct);

        Assert.Equal(GeographyQueries.MaxResults, found.Count);
    }

    [Fact]
    public async Task Loading_again_does_nothing()
    {
        await using var db = database.NewContext();

        Assert.False(await new GeographyLoader(db, TimeProvider.System).LoadAsync(GeographyFiles.DefaultFolder, Ct));
    }
}
