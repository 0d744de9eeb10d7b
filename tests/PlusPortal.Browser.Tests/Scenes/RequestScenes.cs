using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>The queue and a request, for staff.</summary>
internal static class RequestScenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Admin/Dashboard/Index", "filled", async stage =>
        {
            await stage.StoreAsync(Samples.LongRequest().Urgent().Build());
            await stage.OpenAsStaffAsync("/admin");
        }),
        new("Admin/Dashboard/Figures", "observer", async stage =>
        {
            await stage.StoreAsync(Samples.LongRequest().Urgent().Build());
            await stage.OpenAsObserverAsync("/admin");
        }),
        new("Admin/Requests/Queue/Queue", "filled", async stage =>
        {
            await stage.StoreAsync(Samples.LongRequest().Urgent().Build());
            await stage.OpenAsStaffAsync("/admin/demandes");
        }),
        new("Admin/Requests/Queue/Queue", "nothing found", stage => stage.OpenAsStaffAsync("/admin/demandes?recherche=" + Samples.LongWord + "zz")),
        new("Admin/Requests/Request/Request", "new", stage => OpenAsync(stage, A.Request().Build())),
        new("Admin/Requests/Request/Request", "proposed", async stage =>
        {
            var offers = new[] { Samples.LongOffer(), Samples.Offer(), Samples.Offer() };
            await OpenAsync(stage, Samples.LongRequest().Build().InTriage().Matched(offers), offers);
        }),
        new("Admin/Requests/Request/Request", "long, sent and answered", async stage =>
        {
            var offers = new[] { Samples.LongOffer(), Samples.Offer() };
            var request = Samples.LongRequest().Build().InTriage().Matched(offers);
            var asked = request.Sending(offers[0]);
            request.RequestInformation(asked.Id, Samples.LongText, A.Partner(), A.Now, A.Day);
            var declined = request.Sending(offers[1]);
            request.DeclineReferral(declined.Id, new Decline(DeclineReasons.Capacite, Samples.LongText[..300], null), A.Partner(), A.Now, A.Day);
            request.AddNote(Samples.LongText, A.Staff(), A.Now);
            await OpenAsync(stage, request, offers);
        }),
        new("Admin/Requests/Request/Request", "closed", async stage => await OpenAsync(stage, Closed())),
        new("Admin/Requests/Masking/Masking", "nothing proposed", stage => OpenAsync(stage, A.Request().Build().InTriage(), "/masques")),
        new("Admin/Requests/Masking/Masking", "proposed", stage => OpenAsync(stage, Sensitive(), "/masques")),
        new("Admin/Requests/Masking/Masking", "errors", async stage =>
        {
            await OpenAsync(stage, Sensitive(), "/masques");
            await stage.SendAsync();
        }),
        new("Admin/Requests/Masking/Masking", "masked and left, long", async stage =>
        {
            var request = Samples.LongRequest().Build().InTriage();
            request.MaskPassages(new MaskOrder { Passages = [Samples.LongWord + Samples.LongWord], KeepsOriginals = true }, A.Staff(), A.Now);
            request.LeavePassages([("cherchons", Samples.LongLine)], A.Staff(), A.Now);
            await OpenAsync(stage, request, "/masques");
        }),
        new("Admin/Requests/Request/Request", "with passages that wait", async stage =>
        {
            var offer = Samples.Offer();
            var request = Sensitive().Matched(offer);
            request.Proposing(offer);
            await OpenAsync(stage, request, offer);
        }),
        .. Form("Charge/Assign", "affectation", hasErrors: false),
        .. Form("Closing/Close", "fin"),
        .. Form("Conversation/Question", "question"),
        .. Form("Correcting/Correction", "correction", hasErrors: false),
        .. Form("Correcting/Address", "correction-adresse"),
        .. Form("Rights/Send", "donnees"),
        .. Form("Rights/EraseForm", "donnees/effacement"),
        new("Admin/Requests/Request/Request", "anonymous", stage =>
        {
            var request = A.Request().Build().InTriage();
            request.Close(ClosingReasons.EffacementDemande, null, null, A.Staff(), A.Now, A.Day);
            request.Anonymise(A.Staff(), A.Now);
            return OpenAsync(stage, request);
        }),
        .. Form("Choosing/OtherActors", "autre-acteur", hasErrors: false),
        new("Admin/Requests/Choosing/OtherActors", "searched", stage => OpenAsync(stage, A.Request().Build().InTriage(), "/autre-acteur?recherche=e")),
        new("Admin/Requests/Choosing/ActorReasons", "empty", stage => OpenAsync(stage, A.Request().Build().InTriage(), "/pourquoi")),
        new("Admin/Requests/Choosing/ActorReasons", "explained", async stage =>
        {
            var offer = Samples.LongOffer();
            await OpenAsync(stage, A.Request().Build().InTriage().Matched(offer), $"/pourquoi?acteur={offer.ActorId}", offer);
        }),
        new("Admin/Requests/TextActForm", "empty", stage => OpenAsync(stage, Closed(), "/reouverture")),
        new("Admin/Requests/TextActForm", "errors", async stage =>
        {
            await OpenAsync(stage, Closed(), "/reouverture");
            await stage.SendAsync();
        }),
        new("Admin/Requests/Conversation/Answer", "empty", stage => OpenAsync(stage, Asked(), "/reponse")),
        new("Admin/Requests/Conversation/Answer", "errors", async stage =>
        {
            await OpenAsync(stage, Asked(), "/reponse");
            await stage.SendAsync();
        }),
        new("Admin/Requests/Referrals/Send", "filled", stage => SendAsync(stage)),
        new("Admin/Requests/Referrals/Send", "waiting for passages to be masked", async stage =>
        {
            var offer = Samples.Offer();
            var request = Sensitive();
            request.Proposing(offer);
            await OpenAsync(stage, request, "/envoi", offer);
        }),
        new("Admin/Requests/Referrals/Send", "errors", async stage =>
        {
            await SendAsync(stage);
            foreach (var box in await stage.Page.Locator("main form[method=post] input[type=checkbox]").AllAsync()) await box.UncheckAsync();
            await stage.SendAsync();
        }),
        .. Referral("RecordAnswer", "reponse", (request, offer) => request.Sending(offer, isByHand: true)),
        .. Referral("GiveInformation", "precision", (request, offer) =>
        {
            var referral = request.Sending(offer);
            request.RequestInformation(referral.Id, Samples.LongText, A.Partner(), A.Now, A.Day);
            return referral;
        }),
        .. Referral("ReportRung", "suite", (request, offer) => request.AcceptedBy(offer)),
        .. Referral("Complete", "fin", (request, offer) => request.AcceptedBy(offer)),
        .. Referral("CancelReferral", "retrait", (request, offer) => request.Sending(offer), hasErrors: false),
        .. Referral("CorrectReferral", "correction", (request, offer) =>
        {
            var referral = request.Sending(offer);
            request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
            return referral;
        }),
        new("Admin/Requests/RequestConflict", "shown", async stage =>
        {
            var request = A.Request().Build();
            request.ProveAddress(A.Now);
            await OpenAsync(stage, request);
            await using (var db = stage.Browser.NewContext())
            {
                var stored = (await db.OrientationRequests.FindAsync(request.Id))!;
                stored.Close(ClosingReasons.AbandonStructure, message: null, keptRequest: null, A.Staff(), A.Now, A.Day);
                await db.SaveChangesAsync();
            }

            await stage.PressAsync("Prendre en charge");
        }),
    ];

    private static IEnumerable<Scene> Form(string view, string action, bool hasErrors = true)
    {
        yield return new Scene("Admin/Requests/" + view, "empty", stage => OpenAsync(stage, Samples.LongRequest().Build().InTriage(), "/" + action));
        if (!hasErrors) yield break;
        yield return new Scene("Admin/Requests/" + view, "errors", async stage =>
        {
            await OpenAsync(stage, A.Request().Build().InTriage(), "/" + action);
            await stage.SendAsync();
        });
    }

    private static IEnumerable<Scene> Referral(string view, string action, Func<OrientationRequest, SupportOffer, Referral> arrange, bool hasErrors = true)
    {
        yield return new Scene("Admin/Requests/Referrals/" + view, "empty", stage => OpenReferralAsync(stage, Samples.LongOffer()));
        if (!hasErrors) yield break;
        yield return new Scene("Admin/Requests/Referrals/" + view, "errors", async stage =>
        {
            await OpenReferralAsync(stage, Samples.Offer());
            await stage.SendAsync();
        });

        async Task OpenReferralAsync(Stage stage, SupportOffer offer)
        {
            var request = A.Request().Build();
            var referral = arrange(request, offer);
            await stage.StoreAsync(request, offer);
            await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}/envois/{referral.Id}/{action}");
        }
    }

    private static Task OpenAsync(Stage stage, OrientationRequest request, params SupportOffer[] offers) => OpenAsync(stage, request, "", offers);

    private static async Task OpenAsync(Stage stage, OrientationRequest request, string action, params SupportOffer[] offers)
    {
        await stage.StoreAsync(request, offers);
        await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}{action}");
    }

    private static async Task SendAsync(Stage stage)
    {
        var offers = new[] { Samples.LongOffer(), Samples.Offer() };
        var request = A.Request().Build().Matched(offers);
        foreach (var offer in offers) request.GiveConsent(request.Proposing(offer).Id, A.Staff(), A.Now, A.Day);
        await OpenAsync(stage, request, "/envoi", offers);
    }

    private static OrientationRequest Sensitive() => A.Request().Declaring(declared => declared with
    {
        Need = "Notre trésorière, Mme Paulette Schmitt, est hospitalisée depuis mars. Son numéro est le 06 12 34 56 78. Nous cherchons quelqu’un pour les comptes, et M. Weber nous aide.",
    }).Build().InTriage();

    private static OrientationRequest Asked()
    {
        var request = A.Request().Build().InTriage();
        request.AskStructure(Samples.LongText, A.Staff(), A.Now, A.Day);
        return request;
    }

    private static OrientationRequest Closed()
    {
        var request = A.Request().Build().InTriage();
        request.Close(ClosingReasons.AbandonStructure, Samples.LongText, keptRequest: null, A.Staff(), A.Now, A.Day);
        return request;
    }
}
