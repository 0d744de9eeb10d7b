using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>What a structure sees behind its private link.</summary>
internal static class TrackingScenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Public/Tracking/Show", "received", async stage => await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()))),
        new("Public/Tracking/Show", "long, accepted", async stage =>
        {
            var offer = Samples.LongOffer();
            var request = Samples.LongRequest().Build();
            request.AcceptedBy(offer);
            await stage.OpenAsync(await stage.Browser.TrackAsync(request, offer));
        }),
        new("Public/Tracking/Show", "asked to agree", async stage => await stage.OpenAsync((await ProposedAsync(stage)).Path)),
        new("Public/Tracking/Show", "closed", async stage =>
        {
            var request = A.Request().Build().InTriage();
            request.Close(ClosingReasons.AbandonStructure, Samples.LongText, keptRequest: null, A.Staff(), A.Now, A.Day);
            await stage.OpenAsync(await stage.Browser.TrackAsync(request));
        }),
        new("Public/Tracking/Show", "masked", async stage =>
        {
            var request = A.Request().Build().InTriage();
            request.MaskPassages(new MaskOrder { Passages = ["Texte libre inventé"] }, A.Staff(), A.Now);
            await stage.OpenAsync(await stage.Browser.TrackAsync(request));
        }),
        new("Public/Tracking/ConfirmAddress", "shown", async stage => await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build()))),
        new("Public/Tracking/Answer", "empty", async stage => await stage.OpenAsync(await AskedAsync(stage))),
        new("Public/Tracking/Answer", "errors", async stage =>
        {
            await stage.OpenAsync(await AskedAsync(stage));
            await stage.PressAsync("Envoyer ma réponse");
        }),
        new("Public/Tracking/Answer", "too personal for an actor", async stage =>
        {
            var offer = Samples.LongOffer();
            var request = A.Request().Build();
            var referral = request.Sending(offer);
            request.RequestInformation(referral.Id, Samples.LongText, A.Partner(), A.Now, A.Day);
            await stage.OpenAsync($"{await stage.Browser.TrackAsync(request, offer)}/interlocuteurs/{referral.Id}/reponse");
            await stage.Page.Locator("main textarea").FillAsync($"Demandez à Mme {Samples.LongWord} au 06 12 34 56 78.");
            await stage.SendAsync();
        }),
        new("Public/Tracking/Refuse", "shown", async stage =>
        {
            var (path, referral) = await ProposedAsync(stage);
            await stage.OpenAsync($"{path}/interlocuteurs/{referral.Id}/refus");
        }),
        new("Public/Tracking/NoneSuits", "empty", async stage => await stage.OpenAsync((await ProposedAsync(stage)).Path + "/autre-choix")),
        new("Public/Tracking/NotCalledBack", "empty", async stage =>
        {
            var offer = Samples.Offer();
            var request = A.Request().Build();
            request.AcceptedBy(offer);
            await stage.OpenAsync(await stage.Browser.TrackAsync(request, offer) + "/rappel");
        }),
        new("Public/Tracking/Withdraw", "empty", async stage => await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()) + "/retrait")),
        new("Public/Tracking/Withdraw", "errors", async stage =>
        {
            await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()) + "/retrait");
            await stage.Page.Locator("main textarea").FillAsync(new string('a', RequestNote.TextLength + 1));
            await stage.SendAsync();
        }),
        new("Public/Tracking/Unknown", "shown", "/suivi/abcdefghijklmnopqrstuvwxyz"),
        new("Public/Tracking/Rights/Index", "shown", async stage => await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()) + "/mes-donnees")),
        new("Public/Tracking/Rights/Asked", "shown", async stage => await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()) + "/mes-donnees/lien-demande")),
        new("Public/Tracking/Rights/LinkOver", "erasure", "/mes-donnees/effacement/abcdefghijklmnopqrstuvwxyz"),
        new("Public/Tracking/Rights/LinkOver", "data", "/mes-donnees/acces/abcdefghijklmnopqrstuvwxyz"),
        new("Public/Tracking/Rights/Erased", "shown", "/mes-donnees/effacees"),
        new("Public/Tracking/Rights/Erase", "told", async stage => await stage.OpenAsync("/mes-donnees/effacement/" + await ProvenAsync(stage, LinkPurpose.Erasure))),
        new("Public/Tracking/Rights/Read", "long", async stage => await stage.OpenAsync("/mes-donnees/acces/" + await ProvenAsync(stage, LinkPurpose.PersonalData))),
        new("Shared/Conflict", "shown", async stage =>
        {
            var request = A.Request().Build().InTriage();
            request.AskStructure("Combien de bénévoles ?", A.Staff(), A.Now, A.Day);
            await stage.OpenAsync(await stage.Browser.TrackAsync(request) + "/reponse");
            await using (var db = stage.Browser.NewContext())
            {
                var stored = (await db.OrientationRequests.FindAsync(request.Id))!;
                stored.DropQuestion(A.Staff(), A.Now, A.Day);
                await db.SaveChangesAsync();
            }

            await stage.Page.Locator("main textarea").FillAsync("Une douzaine.");
            await stage.PressAsync("Envoyer ma réponse");
        }),
    ];

    private static async Task<string> ProvenAsync(Stage stage, LinkPurpose purpose)
    {
        var offer = Samples.LongOffer();
        var request = Samples.LongRequest().Build().Matched(offer);
        request.AcceptedBy(offer);
        request.AddNote(Samples.LongText, A.Staff(), A.Now);
        await stage.Browser.StoreAsync(request, offer);
        var token = LinkTokens.Create();
        await using var db = stage.Browser.NewContext();
        db.AccessLinks.Add(new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = purpose, SubjectId = request.Id, CreatedAt = A.Now, ExpiresAt = A.Now.AddYears(1) });
        await db.SaveChangesAsync();
        return token;
    }

    private static async Task<string> AskedAsync(Stage stage)
    {
        var request = A.Request().Build().InTriage();
        request.AskStructure(Samples.LongText, A.Staff(), A.Now, A.Day);
        return await stage.Browser.TrackAsync(request) + "/reponse";
    }

    private static async Task<(string Path, Referral Referral)> ProposedAsync(Stage stage)
    {
        var offers = new[] { Samples.LongOffer(), Samples.Offer() };
        var request = A.Request().AskingFirst().Build().Matched(offers);
        var referral = request.Proposing(offers[0]);
        request.Proposing(offers[1]);
        request.AskConsent(A.Staff(), A.Now, A.Day);
        return (await stage.Browser.TrackAsync(request, offers), referral);
    }
}
