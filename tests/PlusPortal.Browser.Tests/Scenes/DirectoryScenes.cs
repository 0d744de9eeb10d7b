using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>Actors, offers, proposed edits and messages, for staff.</summary>
internal static class DirectoryScenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Admin/Directory/Actors/Index", "filled", async stage =>
        {
            await stage.Browser.StoreAsync(Samples.LongOffer());
            await stage.OpenAsStaffAsync("/admin/annuaire?q=" + Samples.LongWord);
        }),
        new("Admin/Directory/Actors/Index", "first page", stage => stage.OpenAsStaffAsync("/admin/annuaire")),
        new("Admin/Directory/Actors/Index", "nothing found", stage => stage.OpenAsStaffAsync("/admin/annuaire?q=zzzzzz")),
        new("Admin/Directory/Actors/Index", "observer", async stage =>
        {
            await stage.Browser.StoreAsync(Samples.LongOffer());
            await stage.OpenAsObserverAsync("/admin/annuaire");
        }),
        new("Admin/Directory/Actors/Actor", "observer", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.LongOffer());
            await stage.OpenAsObserverAsync($"/admin/annuaire/{offer.ActorId}");
        }),
        new("Admin/Directory/Actors/Actor", "long", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.LongOffer());
            await stage.OpenAsStaffAsync($"/admin/annuaire/{offer.ActorId}");
        }),
        new("Admin/Directory/Actors/Actor", "errors", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.Offer());
            await stage.OpenAsStaffAsync($"/admin/annuaire/{offer.ActorId}");
            await stage.SendAsync();
        }),
        new("Admin/Directory/Actors/Edit", "long", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.LongOffer());
            await stage.OpenAsStaffAsync($"/admin/annuaire/{offer.ActorId}/modifier");
        }),
        new("Admin/Directory/Actors/Edit", "errors", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.Offer());
            await stage.OpenAsStaffAsync($"/admin/annuaire/{offer.ActorId}/modifier");
            await EmptyAsync(stage);
            await stage.SendAsync();
        }),
        new("Admin/Directory/Offers/Edit", "long", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.LongOffer());
            await stage.OpenAsStaffAsync($"/admin/annuaire/offres/{offer.Id}/modifier");
        }),
        new("Admin/Directory/Offers/Edit", "errors", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.Offer());
            await stage.OpenAsStaffAsync($"/admin/annuaire/offres/{offer.Id}/modifier");
            await EmptyAsync(stage);
            await stage.SendAsync();
        }),
        new("Admin/Directory/Offers/State", "filled", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.LongOffer());
            await stage.OpenAsStaffAsync($"/admin/annuaire/offres/{offer.Id}/etat");
        }),
        new("Shared/Absences/Index", "staff, long", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.LongOffer());
            await PartnerScenes.AwayAsync(stage, offer);
            await stage.OpenAsStaffAsync($"/admin/annuaire/{offer.ActorId}/absences");
        }),
        new("Admin/Directory/Actors/Actor", "away", async stage =>
        {
            var offer = await StoredAsync(stage, Samples.LongOffer());
            await PartnerScenes.AwayAsync(stage, offer);
            await stage.OpenAsStaffAsync($"/admin/annuaire/{offer.ActorId}");
        }),
        new("Admin/Directory/BetterPlaced/Index", "filled", async stage =>
        {
            await NamedAsync(stage);
            await stage.OpenAsStaffAsync("/admin/annuaire/mieux-places");
        }),
        new("Admin/Directory/BetterPlaced/Actor", "long", async stage => await stage.OpenAsStaffAsync($"/admin/annuaire/mieux-places/{await NamedAsync(stage)}")),
        new("Admin/Directory/Revisions/Index", "filled", async stage =>
        {
            await ProposedAsync(stage, Samples.LongOffer());
            await stage.OpenAsStaffAsync("/admin/modifications");
        }),
        new("Admin/Directory/Revisions/Revision", "long", async stage => await stage.OpenAsStaffAsync($"/admin/modifications/{await ProposedAsync(stage, Samples.LongOffer())}")),
        new("Admin/Directory/Revisions/Revision", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync($"/admin/modifications/{await ProposedAsync(stage, Samples.Offer())}");
            await stage.LeaveAsync(() => stage.Page.Locator("main form[action$=renvoyer] button[type=submit]").ClickAsync());
        }),
        new("Admin/Content/Messages/Index", "given up", async stage =>
        {
            await StoreMessageAsync(stage, OutboxState.Dead, OutboxMessage.MaxAttempts);
            await stage.OpenAsStaffAsync("/admin/messages");
        }),
        new("Admin/Content/Messages/Index", "waiting", async stage =>
        {
            await StoreMessageAsync(stage, OutboxState.Pending, attempts: 3);
            await stage.OpenAsStaffAsync("/admin/messages?etat=a-envoyer");
        }),
        new("Admin/Content/Messages/Index", "empty", stage => stage.OpenAsStaffAsync("/admin/messages?etat=sans-objet")),
    ];

    /// <summary>An actor that another named as better placed.</summary>
    private static async Task<Guid> NamedAsync(Stage stage)
    {
        var (named, naming) = (await StoredAsync(stage, Samples.LongOffer()), await StoredAsync(stage, Samples.LongOffer()));
        var request = Samples.LongRequest().Build();
        var referral = request.Sending(naming);
        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.MeilleurInterlocuteur, null, named.ActorId), A.Partner(), A.Now, A.Day);
        await stage.Browser.StoreAsync(request);
        return named.ActorId;
    }

    /// <summary>Takes away everything that was typed.</summary>
    private static Task EmptyAsync(Stage stage) => stage.Page.EvaluateAsync("() => { for (const field of document.querySelectorAll('main input[type=text], main textarea')) field.value = ''; }");

    /// <summary>A message about a request that the mail server does not take.</summary>
    private static async Task StoreMessageAsync(Stage stage, OutboxState state, int attempts)
    {
        var request = A.Request().Build();
        await stage.Browser.StoreAsync(request);
        await using var db = stage.Browser.NewContext();
        db.Outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(A.Now),
            Kind = MailKind.RequestReceived,
            SubjectId = request.Id,
            DeduplicationKey = "scene" + A.Number(),
            State = state,
            CreatedAt = A.Now,
            NextAttemptAt = A.Now.AddDays(1),
            Attempts = attempts,
            LastError = "Le serveur de messagerie ne répond pas (délai de 30 s dépassé).",
        });
        await db.SaveChangesAsync();
    }

    private static async Task<SupportOffer> StoredAsync(Stage stage, SupportOffer offer)
    {
        await stage.Browser.StoreAsync(offer);
        return offer;
    }

    private static async Task<Guid> ProposedAsync(Stage stage, SupportOffer offer)
    {
        await stage.Browser.StoreAsync(offer);
        var partnerId = await stage.Browser.Portal.CreateUserAsync($"partenaire{A.Number()}@example.org", PortalRoles.Partner, offer.ActorId);
        var revision = OfferRevision.Propose(offer, offer.Content with { Title = "Un titre meilleur", Description = Samples.LongText + Samples.LongWord, Cost = "Gratuit" }, partnerId, A.Now);
        await using var db = stage.Browser.NewContext();
        db.Attach(offer);
        db.Add(revision);
        await db.SaveChangesAsync();
        return revision.Id;
    }
}
