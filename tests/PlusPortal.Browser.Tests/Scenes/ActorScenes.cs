using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Email;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>What an actor without account sees behind the links of its mails.</summary>
internal static partial class ActorScenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Public/ReferralAnswer/Show", "to answer", async stage => await stage.OpenAsync(await SentAsync(stage, A.Request().Build()))),
        new("Public/ReferralAnswer/Show", "long, question asked", async stage => await stage.OpenAsync(await SentAsync(stage, Samples.LongRequest().Build(), (request, referral) => request.RequestInformation(referral.Id, Samples.LongText, A.Partner(), A.Now, A.Day)))),
        .. Forms("ReferralAnswer", "Ask", "question", stage => SentAsync(stage, Samples.LongRequest().Build())),
        .. Forms("ReferralAnswer", "Date", "date", stage => SentAsync(stage, Samples.LongRequest().Build())),
        .. Forms("ReferralAnswer", "Decline", "refus", stage => SentAsync(stage, Samples.LongRequest().Build())),
        new("Public/ActorLinks/Gone", "accepted just now", async stage =>
        {
            await stage.OpenAsync(await SentAsync(stage, Samples.LongRequest().Build()));
            await stage.PressAsync("Je m’en occupe");
        }),
        new("Public/ActorLinks/Gone", "declined", async stage => await stage.OpenAsync(await SentAsync(stage, A.Request().Build(), (request, referral) => request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day)))),
        new("Public/ActorLinks/Gone", "expired", async stage => await stage.OpenAsync(await SentAsync(stage, A.Request().Build(), expiresAt: A.Now))),
        new("Public/ActorLinks/Gone", "unknown", "/reponse/abcdefghijklmnopqrstuvwxyz"),
        new("Public/ActorLinks/Index", "empty", "/reponse"),
        new("Public/ActorLinks/Index", "errors", async stage =>
        {
            await stage.OpenAsync("/reponse");
            await stage.SendAsync();
        }),
        new("Public/ActorLinks/Asked", "shown", "/reponse/lien-demande"),
        new("Public/FollowUp/Show", "whom to call is hidden", async stage => await stage.OpenAsync(await TakenAsync(stage))),
        new("Public/FollowUp/Show", "whom to call is shown", async stage =>
        {
            await stage.OpenAsync(await TakenAsync(stage));
            await stage.PressAsync("Recevoir un code");
            await stage.Page.WriteAsync("Code à 6 chiffres", await LastCodeAsync(stage));
            await stage.PressAsync("Afficher les coordonnées");
        }),
        .. Forms("FollowUp", "Code", "code", TakenAsync),
        new("Public/FollowUp/NoMoreCodes", "shown", async stage =>
        {
            await stage.OpenAsync(await TakenAsync(stage) + "/code");
            for (var attempt = 0; attempt < 11; attempt++) await stage.PressAsync("Recevoir un nouveau code");
        }),
        .. Forms("FollowUp", "Note", "etape", TakenAsync),
        .. Forms("FollowUp", "Complete", "cloture", TakenAsync),
        .. Forms("FollowUp", "HandBack", "restitution", TakenAsync),
    ];

    private static IEnumerable<Scene> Forms(string room, string view, string action, Func<Stage, Task<string>> arrangeAsync)
    {
        yield return new Scene($"Public/{room}/{view}", "empty", async stage => await stage.OpenAsync($"{await arrangeAsync(stage)}/{action}"));
        yield return new Scene($"Public/{room}/{view}", "errors", async stage =>
        {
            await stage.OpenAsync($"{await arrangeAsync(stage)}/{action}");
            await stage.SendAsync();
        });
    }

    private static async Task<string> SentAsync(Stage stage, OrientationRequest request, Action<OrientationRequest, Referral>? after = null, DateTimeOffset? expiresAt = null)
    {
        var offer = Offer();
        var referral = request.Sending(offer);
        after?.Invoke(request, referral);
        await stage.StoreAsync(request, offer);
        return "/reponse/" + await LinkAsync(stage, LinkPurpose.ReferralAnswer, referral.Id, expiresAt);
    }

    private static async Task<string> TakenAsync(Stage stage)
    {
        var offer = Offer();
        var request = Samples.LongRequest().Build();
        var referral = request.AcceptedBy(offer);
        request.ReportRung(referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Actor, A.Today), A.Partner(), A.Now, A.Day);
        await stage.StoreAsync(request, offer);
        return "/suite/" + await LinkAsync(stage, LinkPurpose.ReferralFollowUp, referral.Id, expiresAt: null);
    }

    private static SupportOffer Offer() => A.SupportOffer().Of(A.SupportActor().Named($"{Samples.LongWord} {A.Number()}").WithCheckedEmail().Build()).Build();

    private static async Task<string> LinkAsync(Stage stage, LinkPurpose purpose, Guid referralId, DateTimeOffset? expiresAt)
    {
        var token = LinkTokens.Create();
        await using var db = stage.Browser.NewContext();
        db.AccessLinks.Add(new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = purpose, SubjectId = referralId, CreatedAt = A.Now, ExpiresAt = expiresAt ?? stage.Browser.Portal.Clock.GetUtcNow().AddYears(1), ProvesAddress = true });
        await db.SaveChangesAsync();
        return token;
    }

    private static async Task<string> LastCodeAsync(Stage stage)
    {
        var hash = LinkTokens.Hash(new Uri(stage.Page.Url).Segments[2].TrimEnd('/'));
        await using var scope = stage.Browser.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var referralId = await db.AccessLinks.Where(link => link.TokenHash == hash).Select(link => link.SubjectId).SingleAsync();
        var message = await db.Outbox.Where(row => row.Kind == MailKind.ContactCode && row.SubjectId == referralId).OrderByDescending(row => row.Id).FirstAsync();
        var written = await scope.ServiceProvider.GetRequiredService<MailWriter>().WriteAsync(message, default);
        await db.SaveChangesAsync();
        return Code().Match(written!.Mail.Text).Groups[1].Value;
    }

    [GeneratedRegex(@"\u00A0: (\d{6})\n")]
    private static partial Regex Code();
}
