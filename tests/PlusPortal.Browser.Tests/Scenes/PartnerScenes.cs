using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>What a partner sees: requests to answer and its own offers.</summary>
internal static class PartnerScenes
{
    /// <summary>One offer for all these scenes, so that one partner signs in once.</summary>
    private static readonly SupportOffer Mine = Samples.LongOffer();

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Partner/Inbox/Index", "empty", async stage => await OpenAsync(stage, "/partenaire", Samples.Offer())),
        new("Partner/Inbox/Index", "filled", async stage =>
        {
            await SentAsync(stage);
            await AcceptedAsync(stage);
            await OpenAsync(stage, "/partenaire");
        }),
        new("Partner/Inbox/List", "to answer", async stage =>
        {
            await SentAsync(stage);
            await OpenAsync(stage, "/partenaire/demandes?liste=arepondre");
        }),
        new("Partner/Inbox/List", "past", async stage =>
        {
            await DeclinedAsync(stage);
            await OpenAsync(stage, "/partenaire/demandes?liste=passees");
        }),
        new("Partner/Inbox/Referral", "to answer", async stage => await OpenAsync(stage, await SentAsync(stage))),
        new("Partner/Inbox/Referral", "accepted", async stage => await OpenAsync(stage, await AcceptedAsync(stage))),
        new("Partner/Inbox/Gone", "declined", async stage => await OpenAsync(stage, await DeclinedAsync(stage))),
        .. Form("Decline", "refus", SentAsync),
        .. Form("Ask", "question", SentAsync),
        .. Form("Complete", "cloture", AcceptedAsync),
        .. Form("Note", "etape", AcceptedAsync),
        .. Form("OfferDate", "date", SentAsync),
        new("Partner/NotReceived/Index", "shown", stage => OpenAsync(stage, "/partenaire/pourquoi-pas-moi")),
        new("Partner/Offers/Index", "filled", stage => OpenAsync(stage, "/partenaire/offres")),
        new("Partner/Offers/Edit", "long", stage => OpenAsync(stage, $"/partenaire/offres/{Mine.Id}/modifier")),
        new("Partner/Offers/Edit", "errors", async stage =>
        {
            await OpenAsync(stage, $"/partenaire/offres/{Mine.Id}/modifier");
            await stage.Page.EvaluateAsync("() => { for (const field of document.querySelectorAll('main input[type=text], main textarea')) field.value = ''; }");
            await stage.PressAsync("Proposer cette modification");
        }),
        new("Partner/Offers/Capacity", "empty", stage => OpenAsync(stage, $"/partenaire/offres/{Mine.Id}/capacite")),
        new("Partner/Offers/Confirm", "suspended", async stage =>
        {
            var offer = Samples.LongOffer();
            offer.Suspend(SuspensionCause.Unconfirmed, A.Now);
            await OpenAsync(stage, $"/partenaire/offres/{offer.Id}/confirmation", offer);
        }),
        new("Partner/Offers/Index", "due", async stage =>
        {
            var offer = Samples.LongOffer();
            offer.Confirm(A.Today.AddMonths(-7), A.Now);
            await OpenAsync(stage, "/partenaire/offres", offer);
        }),
        new("Partner/Inbox/Index", "away", async stage =>
        {
            var offer = Samples.Offer();
            await StoreOnceAsync(stage, offer);
            await AwayAsync(stage, offer);
            await OpenAsync(stage, "/partenaire", offer);
        }),
        new("Shared/Absences/Index", "partner, empty", stage => OpenAsync(stage, "/partenaire/absences", Samples.Offer())),
        new("Shared/Absences/Index", "partner, errors", async stage =>
        {
            await OpenAsync(stage, "/partenaire/absences", Samples.Offer());
            await stage.PressAsync("Annoncer cette absence");
        }),
        new("Partner/Absences/Office", "empty", async stage =>
        {
            var offer = Samples.Offer();
            await StoreOnceAsync(stage, offer);
            await stage.AsManagerAsync(offer);
            await stage.OpenAsync("/partenaire/bureau");
        }),
        new("Account/Profile/Summary", "filled", stage => OpenAsync(stage, "/compte/resume-du-lundi", Samples.Offer())),
        new("Partner/Offers/Revision", "long", async stage =>
        {
            var offer = Samples.LongOffer();
            await OpenAsync(stage, $"/partenaire/offres/{offer.Id}/modifier", offer);
            await stage.Page.WriteAsync("Titre de l’offre", Samples.LongWord + " " + Samples.LongWord);
            await stage.PressAsync("Proposer cette modification");
            await stage.OpenAsync($"/partenaire/offres/{offer.Id}/modification");
        }),
    ];

    private static IEnumerable<Scene> Form(string view, string action, Func<Stage, Task<string>> arrangeAsync)
    {
        yield return new Scene("Partner/Inbox/" + view, "empty", async stage => await OpenAsync(stage, $"{await arrangeAsync(stage)}/{action}"));
        yield return new Scene("Partner/Inbox/" + view, "errors", async stage =>
        {
            await OpenAsync(stage, $"{await arrangeAsync(stage)}/{action}");
            await stage.SendAsync();
        });
    }

    private static async Task OpenAsync(Stage stage, string address, SupportOffer? offer = null)
    {
        await StoreOnceAsync(stage, offer ?? Mine);
        await stage.OpenAsPartnerAsync(offer ?? Mine, address);
    }

    private static Task<string> SentAsync(Stage stage) => StoreAsync(stage, request => request.Sending(Mine));

    private static Task<string> AcceptedAsync(Stage stage) => StoreAsync(stage, request => request.AcceptedBy(Mine));

    private static Task<string> DeclinedAsync(Stage stage) => StoreAsync(stage, request =>
    {
        var referral = request.Sending(Mine);
        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
        return referral;
    });

    private static async Task<string> StoreAsync(Stage stage, Func<OrientationRequest, Referral> arrange)
    {
        await StoreOnceAsync(stage, Mine);
        var request = Samples.LongRequest().Build();
        var referral = arrange(request);
        await stage.StoreAsync(request);
        return $"/partenaire/demandes/{referral.Id}";
    }

    /// <summary>An absence under way and one to come, with a substitute of a long name.</summary>
    public static async Task AwayAsync(Stage stage, SupportOffer offer)
    {
        var now = stage.Browser.Portal.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await using var db = stage.Browser.NewContext();
        db.Add(ActorAbsence.Announce(offer.ActorId, today.AddDays(-2), today.AddDays(9), Samples.LongWord, "remplacante@example.org", upcoming: 0, today, now));
        db.Add(ActorAbsence.Announce(offer.ActorId, today.AddDays(60), today.AddDays(60), null, null, upcoming: 0, today, now));
        await db.SaveChangesAsync();
    }

    private static readonly SemaphoreSlim Storing = new(1);

    /// <summary>Scenes play side by side: one of them stores the offer.</summary>
    private static async Task StoreOnceAsync(Stage stage, SupportOffer offer)
    {
        await Storing.WaitAsync();
        try
        {
            await stage.Browser.StoreAsync(offer);
        }
        finally
        {
            Storing.Release();
        }
    }
}
