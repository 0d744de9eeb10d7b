using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>Completing a request, correcting how to reach its person, following it together, and handing it over.</summary>
internal static class FollowerScenes
{
    private const string Pages = "Public/Tracking/";

    public static IReadOnlyList<Scene> All { get; } =
    [
        new(Pages + "Show", "by somebody invited", async stage =>
        {
            var offer = Samples.LongOffer();
            var request = Samples.LongRequest().Build();
            request.AcceptedBy(offer);
            var follower = Invited(request, joins: true);
            request.AddInformation(Samples.LongText, Author.Follower, A.Now);
            await stage.Browser.StoreAsync(request, offer);
            await stage.OpenAsync("/suivi/" + await LinkAsync(stage, LinkPurpose.Following, follower));
        }),
        new(Pages + "FirstPersonOnly", "shown", async stage =>
        {
            var request = A.Request().Build().InTriage();
            var follower = Invited(request, joins: true);
            await stage.Browser.StoreAsync(request);
            await stage.OpenAsync("/suivi/" + await LinkAsync(stage, LinkPurpose.Following, follower) + "/coordonnees");
        }),
        new(Pages + "Information/Add", "empty", async stage => await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()) + "/complement")),
        new(Pages + "Information/Add", "errors", async stage =>
        {
            await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()) + "/complement");
            await stage.PressAsync("Ajouter à ma demande");
        }),
        new(Pages + "Coordinates/Edit", "an address waits", async stage =>
        {
            var request = Samples.LongRequest().Build().InTriage();
            var path = await stage.Browser.TrackAsync(request);
            await StoreAsync(stage, ContactAddressChange.Ask(request.Id, "une.adresse.assez.longue.pour.un.petit.ecran@exemple-de-domaine.example.org", A.Now.AddYears(1)));
            await stage.OpenAsync(path + "/coordonnees");
        }),
        new(Pages + "Coordinates/Edit", "errors", async stage =>
        {
            await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()) + "/coordonnees");
            await stage.PressAsync("Changer d’adresse");
        }),
        new(Pages + "Coordinates/Asked", "shown", async stage => await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()) + "/coordonnees/lien-demande")),
        new(Pages + "Coordinates/Confirm", "shown", async stage =>
        {
            var request = A.Request().Build().InTriage();
            await stage.Browser.StoreAsync(request);
            var change = ContactAddressChange.Ask(request.Id, "nouvelle@example.org", A.Now.AddYears(1));
            await StoreAsync(stage, change);
            await stage.OpenAsync("/nouvelle-adresse/" + await LinkAsync(stage, LinkPurpose.ContactAddress, change.Id));
        }),
        new(Pages + "Coordinates/ProofOver", "shown", "/nouvelle-adresse/abcdefghijklmnopqrstuvwxyz"),
        new(Pages + "Followers/Index", "nobody", async stage => await stage.OpenAsync(await stage.Browser.TrackAsync(A.Request().Build().InTriage()) + "/personnes")),
        new(Pages + "Followers/Index", "full", async stage =>
        {
            var request = A.Request().Build().InTriage();
            Invited(request, joins: true);
            for (var count = 0; count < 4; count++) request.InviteFollower(null, $"personne.invitee.{count}@exemple-de-domaine.example.org", Author.Structure, A.Now);
            await stage.OpenAsync(await stage.Browser.TrackAsync(request) + "/personnes");
        }),
        new(Pages + "Followers/Index", "errors", async stage =>
        {
            var request = A.Request().Build().InTriage();
            Invited(request, joins: false);
            await stage.OpenAsync(await stage.Browser.TrackAsync(request) + "/personnes");
            await stage.PressAsync("Envoyer l’invitation");
        }),
        new(Pages + "Followers/Invitation", "shown", async stage => await stage.OpenAsync(await InvitationAsync(stage, joins: false))),
        new(Pages + "Followers/AlreadyFollowing", "shown", async stage => await stage.OpenAsync(await InvitationAsync(stage, joins: true))),
        new(Pages + "Followers/InvitationOver", "shown", "/suivre/abcdefghijklmnopqrstuvwxyz"),
        new(Pages + "Followers/Leave", "shown", async stage => await stage.OpenAsync(await FollowingAsync(stage) + "/depart")),
        new(Pages + "Followers/Left", "shown", async stage =>
        {
            await stage.OpenAsync(await FollowingAsync(stage) + "/depart");
            await stage.PressAsync("Ne plus suivre cette demande");
        }),
        new("Admin/Requests/Request/Request", "followed, completed and following on another", async stage =>
        {
            var first = A.Request().Build().InTriage();
            await stage.StoreAsync(first);
            var request = A.Request().PrecededBy(first).Build().InTriage();
            Invited(request, joins: true);
            request.InviteFollower(null, "personne.invitee@exemple-de-domaine.example.org", Author.Structure, A.Now);
            request.AddInformation(Samples.LongText, Author.Follower, A.Now);
            await stage.StoreAsync(request);
            await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}");
        }),
        new("Admin/Requests/HandingOver/HandOver", "empty", async stage =>
        {
            var request = A.Request().Build().InTriage();
            await stage.StoreAsync(request);
            await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}/nouvelle-personne");
        }),
        new("Admin/Requests/HandingOver/HandOver", "errors", async stage =>
        {
            var request = A.Request().Build().InTriage();
            await stage.StoreAsync(request);
            await stage.OpenAsStaffAsync($"/admin/demandes/{request.Reference}/nouvelle-personne");
            await stage.PressAsync("Confier la demande");
        }),
    ];

    private static Guid Invited(OrientationRequest request, bool joins)
    {
        request.ProveAddress(A.Now);
        var follower = request.InviteFollower("Sacha Inventée", $"sacha{A.Number()}@example.org", Author.Structure, A.Now.AddYears(1))!;
        if (joins) request.JoinAsFollower(follower.Id, Author.Follower, A.Now);
        return follower.Id;
    }

    private static async Task<string> InvitationAsync(Stage stage, bool joins)
    {
        var request = A.Request().Build().InTriage();
        var follower = Invited(request, joins);
        await stage.Browser.StoreAsync(request);
        return "/suivre/" + await LinkAsync(stage, LinkPurpose.FollowerInvitation, follower);
    }

    private static async Task<string> FollowingAsync(Stage stage)
    {
        var request = A.Request().Build().InTriage();
        var follower = Invited(request, joins: true);
        await stage.Browser.StoreAsync(request);
        return "/suivi/" + await LinkAsync(stage, LinkPurpose.Following, follower);
    }

    private static async Task<string> LinkAsync(Stage stage, LinkPurpose purpose, Guid subjectId)
    {
        var token = LinkTokens.Create();
        await StoreAsync(stage, new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = purpose, SubjectId = subjectId, CreatedAt = A.Now, ExpiresAt = A.Now.AddYears(1) });
        return token;
    }

    private static async Task StoreAsync(Stage stage, object row)
    {
        await using var db = stage.Browser.NewContext();
        db.Add(row);
        await db.SaveChangesAsync();
    }
}
