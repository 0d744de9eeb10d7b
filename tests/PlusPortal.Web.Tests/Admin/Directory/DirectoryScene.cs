using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Admin.Directory;

/// <summary>Puts actors, offers and proposals into the database of a test.</summary>
internal static class DirectoryScene
{
    public static async Task<SupportActor> AddActorAsync(this PortalFixture fixture, Func<SupportActorBuilder, SupportActorBuilder>? change = null)
    {
        var builder = A.SupportActor();
        var actor = (change?.Invoke(builder) ?? builder).Build();
        await using var db = fixture.NewContext();
        db.Add(actor);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return actor;
    }

    /// <summary>An offer of an actor of its own, already stored.</summary>
    public static async Task<SupportOffer> AddOfferAsync(this PortalFixture fixture, Func<SupportOfferBuilder, SupportOfferBuilder>? change = null)
    {
        var builder = A.SupportOffer().Covering("54");
        var offer = (change?.Invoke(builder) ?? builder).Build();
        await using var db = fixture.NewContext();
        db.Add(offer.Actor!);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return offer;
    }

    /// <summary>A proposed edit of a stored offer, by a partner with an account.</summary>
    public static async Task<OfferRevision> ProposeAsync(this PortalFixture fixture, SupportOffer offer, Func<OfferContent, OfferContent> change, DateTimeOffset? at = null)
    {
        var partnerId = await fixture.Portal.CreateUserAsync($"partenaire{A.Number()}@example.org", PortalRoles.Partner, offer.ActorId);
        await using var db = fixture.NewContext();
        var stored = (await db.SupportOffers.FindAsync([offer.Id], TestContext.Current.CancellationToken))!;
        var revision = OfferRevision.Propose(stored, change(stored.Content), partnerId, at ?? A.Now);
        db.Add(revision);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return revision;
    }

    public static async Task<SupportActor> ReadActorAsync(this PortalFixture fixture, Guid id)
    {
        await using var db = fixture.NewContext();
        return (await db.SupportActors.FindAsync([id], TestContext.Current.CancellationToken))!;
    }

    public static async Task<SupportOffer> ReadOfferAsync(this PortalFixture fixture, Guid id)
    {
        await using var db = fixture.NewContext();
        return (await db.SupportOffers.FindAsync([id], TestContext.Current.CancellationToken))!;
    }

    public static async Task<OfferRevision> ReadRevisionAsync(this PortalFixture fixture, Guid id)
    {
        await using var db = fixture.NewContext();
        return (await db.OfferRevisions.FindAsync([id], TestContext.Current.CancellationToken))!;
    }
}
