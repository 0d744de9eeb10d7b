using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests.Satisfaction;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>How far the help went: what the structure, the actor and staff say of it, and what the structure thinks of it.</summary>
internal static class LadderScenes
{
    private const string Tracking = "Public/Tracking/";
    private const string Referrals = "Admin/Requests/Referrals/";

    public static IReadOnlyList<Scene> All { get; } =
    [
        new(Tracking + "Show", "a later day is offered", async stage => await stage.OpenAsync((await TrackedAsync(stage, DateOffered)).Path)),
        new(Tracking + "Show", "an end waits to be confirmed", async stage => await stage.OpenAsync((await TrackedAsync(stage, Completed)).Path)),
        new(Tracking + "Show", "over, not asked yet what came of it", async stage => await stage.OpenAsync((await TrackedAsync(stage, Confirmed)).Path)),
        .. Structure("Contact", "contact", Accepted, "J’ai été contacté(e) ce jour-là"),
        .. Structure("Report", "suite", Accepted, "Envoyer à l’équipe PLUS"),
        .. Structure("Contest", "desaccord", Completed, presses: null),
        new(Tracking + "Satisfaction/Ask", "empty", async stage => await stage.OpenAsync(await AskedAsync(stage))),
        new(Tracking + "Satisfaction/Ask", "errors", async stage =>
        {
            await stage.OpenAsync(await AskedAsync(stage));
            await stage.PressAsync("Envoyer mon avis");
        }),
        new(Tracking + "Satisfaction/Ask", "from the tracking page", async stage => await stage.OpenAsync((await TrackedAsync(stage, Confirmed)).Path + "/avis")),
        new(Tracking + "Satisfaction/NotAsked", "shown", "/avis/abcdefghijklmnopqrstuvwxyz"),
        new(Tracking + "Satisfaction/Thanks", "shown", async stage =>
        {
            await stage.OpenAsync(await AskedAsync(stage));
            await stage.Page.EvaluateAsync("() => { for (const group of document.querySelectorAll('main fieldset')) group.querySelector('input[type=radio]').checked = true; }");
            await stage.PressAsync("Envoyer mon avis");
        }),
        new("Admin/Outcomes/Comments/Index", "filled", async stage =>
        {
            await CommentedAsync(stage);
            await stage.OpenAsStaffAsync("/admin/avis");
        }),
        new("Admin/Outcomes/Disagreements/Index", "filled", async stage =>
        {
            var (offer, request) = (Samples.LongOffer(), Samples.LongRequest().Build());
            var referral = request.AcceptedBy(offer);
            request.ReportRung(referral.Id, new RungSeen(Rung.DealtWith, LadderSide.Actor, A.Today), A.Partner(), A.Now, A.Day);
            request.ReportRung(referral.Id, new RungSeen(Rung.NotDealtWith, LadderSide.Structure, A.Today, UnmetReasons.Capacite), Author.Structure, A.Now, A.Day);
            await stage.StoreAsync(request, offer);
            await stage.OpenAsStaffAsync("/admin/desaccords");
        }),
        .. Staff("AgreeToDate", "accord-date", DateOffered),
        .. Staff("RefuseDate", "refus-date", DateOffered),
        new("Admin/Requests/Request/Request", "a disagreement to settle", async stage =>
        {
            var (offer, request) = (Samples.LongOffer(), A.Request().Build());
            var referral = Completed(request, offer);
            request.ContestOutcome(referral.Id, Samples.LongText, Author.Structure, A.Now, A.Day);
            await stage.StoreAsync(request, offer);
            await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}");
        }),
        new("Admin/Requests/Request/Request", "a date offered, something to say by hand", async stage =>
        {
            var (offer, request) = (Samples.LongOffer(), A.Request().Build());
            var referral = request.Sending(offer, isByHand: true);
            request.OfferDate(referral.Id, A.Today.AddDays(40), A.Staff(), A.Now, A.Day);
            request.AddInformation("Notre local est prêt.", Author.Structure, A.Now);
            request.ShareInformation(A.Staff(), A.Now);
            await stage.StoreAsync(request, offer);
            await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}");
        }),
        .. Staff("Confirm", "fin-confirmee", Completed),
        .. Staff("Contest", "fin-contestee", Completed),
        new("Admin/Requests/Settling/SettleDisagreement", "empty", async stage =>
        {
            var offer = Samples.LongOffer();
            var request = A.Request().Build();
            var referral = Completed(request, offer);
            await stage.StoreAsync(request, offer);
            await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}/envois/{referral.Id}/desaccord");
        }),
        new("Admin/Requests/Charge/Settle", "shown", async stage =>
        {
            var offer = Samples.LongOffer();
            var request = A.Request().Build();
            request.AcceptedBy(offer);
            request.ReportNotCalledBack(Samples.LongText, Author.Structure, A.Now, A.Day);
            await stage.StoreAsync(request, offer);
            await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}/tache");
        }),
    ];

    private static IEnumerable<Scene> Structure(string view, string action, Func<OrientationRequest, SupportOffer, Referral> arrange, string? presses)
    {
        var template = $"{Tracking}Progress/{view}";
        yield return new Scene(template, "empty", OpenAsync);
        if (presses is null) yield break;
        yield return new Scene(template, "errors", async stage =>
        {
            await OpenAsync(stage);
            await stage.Page.EvaluateAsync("() => { for (const field of document.querySelectorAll('main input[type=text]')) field.value = '99'; }");
            await stage.PressAsync(presses);
        });

        async Task OpenAsync(Stage stage)
        {
            var (path, referral) = await TrackedAsync(stage, arrange);
            await stage.OpenAsync($"{path}/interlocuteurs/{referral.Id}/{action}");
        }
    }

    private static IEnumerable<Scene> Staff(string view, string action, Func<OrientationRequest, SupportOffer, Referral> arrange)
    {
        yield return new Scene(Referrals + view, "empty", stage => OpenAsync(stage, Samples.LongOffer()));
        yield return new Scene(Referrals + view, "errors", async stage =>
        {
            await OpenAsync(stage, Samples.Offer());
            await stage.SendAsync();
        });

        async Task OpenAsync(Stage stage, SupportOffer offer)
        {
            var request = A.Request().Build();
            var referral = arrange(request, offer);
            await stage.StoreAsync(request, offer);
            await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}/envois/{referral.Id}/{action}");
        }
    }

    private static async Task<(string Path, Referral Referral)> TrackedAsync(Stage stage, Func<OrientationRequest, SupportOffer, Referral> arrange)
    {
        var offer = Samples.LongOffer();
        var request = A.Request().Build();
        var referral = arrange(request, offer);
        return (await stage.Browser.TrackAsync(request, offer), referral);
    }

    private static Referral Accepted(OrientationRequest request, SupportOffer offer) => request.AcceptedBy(offer);

    private static Referral DateOffered(OrientationRequest request, SupportOffer offer)
    {
        var referral = request.Sending(offer);
        request.OfferDate(referral.Id, A.Today.AddDays(40), A.Partner(), A.Now, A.Day);
        return referral;
    }

    private static Referral Completed(OrientationRequest request, SupportOffer offer)
    {
        var referral = request.AcceptedBy(offer);
        request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now, A.Day);
        return referral;
    }

    private static Referral Confirmed(OrientationRequest request, SupportOffer offer)
    {
        var referral = Completed(request, offer);
        request.ConfirmOutcome(referral.Id, Author.Structure, A.Now, A.Day);
        return referral;
    }

    private static async Task<string> AskedAsync(Stage stage)
    {
        var offer = Samples.LongOffer();
        var request = A.Request().Build();
        Confirmed(request, offer);
        await stage.StoreAsync(request, offer);
        var token = LinkTokens.Create();
        await using var db = stage.Browser.NewContext();
        db.AccessLinks.Add(new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = LinkPurpose.Satisfaction, SubjectId = request.Id, CreatedAt = A.Now, ExpiresAt = A.Now.AddYears(1) });
        await db.SaveChangesAsync();
        return "/avis/" + token;
    }

    private static async Task CommentedAsync(Stage stage)
    {
        var offer = Samples.LongOffer();
        var request = A.Request().Build();
        Confirmed(request, offer);
        await stage.StoreAsync(request, offer);
        await using var db = stage.Browser.NewContext();
        db.SatisfactionAnswers.Add(SatisfactionAnswer.Of(request, new SatisfactionSaid(WasCalledBack: true, Usefulness.InPart, HelpResult.ChoiceMade, Samples.LongText[..900]), A.Now, A.Today));
        await db.SaveChangesAsync();
    }
}
