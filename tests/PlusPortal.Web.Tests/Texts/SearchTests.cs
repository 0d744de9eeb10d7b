using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Geography;
using PlusPortal.Data.Requests;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Texts;

/// <summary>Every search of the portal reads what was typed in the same way.</summary>
public sealed class SearchTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Typed => ["l'été", "L’ÉTÉ", "l\u02BCe\u0301te\u0301", "l ete", "CAE", "C.A.E.", "c.a.e", "oeuvre", "ŒUVRE", "œuvre", "auto-école", "auto\u00A0ecole", "pret d'honneur"];

    private const string Written = "L’Été, C.A.E. des Œuvres, auto-école et prêt d’honneur";

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task Actors_are_found_by_name(string typed)
    {
        var actor = A.SupportActor().Named($"{Written} {A.Number()}").Build();
        await fixture.StoreAsync(A.SupportOffer().Of(actor).Build());
        await using var db = fixture.NewContext();

        var found = await db.SupportActors.Named(typed).Select(other => other.Id).ToListAsync(Ct);

        Assert.Contains(actor.Id, found);
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task The_offers_that_staff_may_choose_are_found_by_title(string typed)
    {
        var mark = $"xyz{A.Number()}";
        var offer = A.SupportOffer().With(content => content with { Title = $"{mark} {Written}" }).Build();
        await fixture.StoreAsync(offer);
        await using var db = fixture.NewContext();

        Assert.Equal([offer.Id], (await db.FindPublishedOffersAsync(mark, Ct)).Select(found => found.OfferId));
        Assert.NotEmpty(await db.FindPublishedOffersAsync(typed, Ct));
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task The_queue_finds_a_request_by_its_title(string typed)
    {
        var request = A.Request().Declaring(declared => declared with { Title = Written }).Build();
        await fixture.StoreAsync(request);
        await using var db = fixture.NewContext();

        Assert.Contains(request.Id, await db.InQueue(new RequestQueueFilter { Text = typed }).Select(found => found.Id).ToListAsync(Ct));
        Assert.Contains(request.Id, await db.InQueue(new RequestQueueFilter { Text = request.Reference.ToLowerInvariant().Replace('-', ' ') }).Select(found => found.Id).ToListAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task The_public_directory_finds_an_offer_by_its_words(string typed)
    {
        var offer = A.SupportOffer().With(content => content with { Description = Written }).Build();
        await fixture.StoreAsync(offer);
        await using var db = fixture.NewContext();
        var found = new List<Guid>();

        for (var page = 1; page <= 10; page++) found.AddRange((await db.FindActorsAsync(new DirectoryCriteria { Words = SoughtWords.Of(typed) }, page, A.Day, Ct)).ActorIds);

        Assert.Contains(offer.ActorId, found);
    }

    [Theory]
    [InlineData("l'hopital", "57336")]
    [InlineData("L’HÔPITAL", "57336")]
    [InlineData("l\u02BCho\u0302pital", "57336")]
    [InlineData("pont\u00A0à\u2011mousson", "54431")]
    [InlineData("E\u0301pinal", "88160")]
    public async Task A_commune_is_found(string typed, string expected)
    {
        await using var db = fixture.NewContext();

        Assert.Equal(expected, (await db.SearchCommunesAsync(typed, 5, Ct))[0].Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("%")]
    [InlineData("\uFFFE\uD800")]
    public async Task Nothing_that_can_be_read_finds_nothing(string typed)
    {
        await using var db = fixture.NewContext();

        Assert.Empty(await db.SupportActors.Named(typed).ToListAsync(Ct));
        Assert.Empty(await db.FindPublishedOffersAsync(typed, Ct));
        Assert.Empty(await db.InQueue(new RequestQueueFilter { Text = typed }).Select(request => request.Reference).ToListAsync(Ct));
        Assert.Empty(await db.SearchCommunesAsync(typed, 5, Ct));
    }
}
