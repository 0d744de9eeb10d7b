using Microsoft.EntityFrameworkCore;
using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>People, invitations and the own account.</summary>
internal static class PeopleScenes
{
    private const string Team = "/admin/equipe";

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Shared/People/List", "team", async stage =>
        {
            await PersonAsync(stage);
            await InviteAsync(stage);
            await stage.OpenAsStaffAsync(Team + "?fait=invitation");
        }),
        new("Shared/People/List", "nobody", stage => stage.OpenAsStaffAsync(Team + "?texte=zzzz")),
        new("Shared/People/List", "partners", async stage =>
        {
            var offer = await OfferAsync(stage);
            await PersonAsync(stage, offer.ActorId);
            await stage.OpenAsStaffAsync($"/admin/partenaires?acteur={offer.ActorId}");
        }),
        new("Shared/People/List", "own team", async stage =>
        {
            var offer = await OfferAsync(stage);
            await PersonAsync(stage, offer.ActorId);
            await InviteAsync(stage, offer.ActorId, days: -30);
            await stage.AsManagerAsync(offer);
            await stage.OpenAsync("/partenaire/equipe");
        }),
        new("Shared/People/Invite", "empty", stage => stage.OpenAsStaffAsync(Team + "/invitation")),
        new("Shared/People/Invite", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync($"/admin/partenaires/invitation?acteur={(await OfferAsync(stage)).ActorId}");
            await stage.Page.WriteAsync("Prénom et nom", Samples.LongText.Replace('\n', ' '));
            await stage.PressAsync("Envoyer l’invitation");
        }),
        new("Shared/People/Person", "long", async stage => await stage.OpenAsStaffAsync($"{Team}/{await PersonAsync(stage, hasReset: true)}?fait=role")),
        new("Shared/People/Person", "without access", async stage => await stage.OpenAsStaffAsync($"{Team}/{await PersonAsync(stage, isDisabled: true)}")),
        new("Shared/People/Person", "without access, to a manager", async stage =>
        {
            var offer = await OfferAsync(stage);
            var id = await PersonAsync(stage, offer.ActorId, isDisabled: true);
            await stage.AsManagerAsync(offer);
            await stage.OpenAsync($"/partenaire/equipe/{id}");
        }),
        new("Shared/People/Remove", "with requests", async stage => await stage.OpenAsStaffAsync($"{Team}/{await InChargeAsync(stage)}/retrait")),
        new("Shared/People/Remove", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync($"{Team}/{await InChargeAsync(stage)}/retrait");
            await stage.PressAsync("Retirer l’accès");
        }),
        new("Shared/People/Remove", "oneself", OpenLeaveAsync),
        new("Shared/People/Remove", "oneself, errors", async stage =>
        {
            await OpenLeaveAsync(stage);
            await stage.PressAsync("Quitter le portail");
        }),
        new("Shared/People/Remove", "oneself, last manager", async stage =>
        {
            await stage.AsManagerAsync(await OfferAsync(stage));
            await stage.OpenAsync("/compte/depart");
        }),
        new("Shared/People/Remove", "last manager", async stage =>
        {
            var offer = await OfferAsync(stage);
            await stage.OpenAsStaffAsync($"/admin/partenaires/{await PersonAsync(stage, offer.ActorId, role: PortalRoles.PartnerManager)}/retrait");
        }),
        new("Shared/People/Remove", "last person of an actor", async stage =>
        {
            var offer = await OfferAsync(stage);
            var request = A.Request().Build();
            request.Sending(offer);
            await stage.StoreAsync(request);
            await stage.OpenAsStaffAsync($"/admin/partenaires/{await PersonAsync(stage, offer.ActorId)}/retrait");
        }),
        new("Admin/People/Factor/Reset", "empty", async stage => await stage.OpenAsStaffAsync(FactorOf(await PersonAsync(stage)))),
        new("Admin/People/Factor/Reset", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync(FactorOf(await PersonAsync(stage)));
            await stage.PressAsync("Retirer le second facteur");
        }),
        new("Public/Invitations/Accept", "long", async stage => await stage.OpenAsync("/compte/invitation/" + await InviteAsync(stage, (await OfferAsync(stage)).ActorId))),
        new("Public/Invitations/Accept", "errors", async stage =>
        {
            await stage.OpenAsync("/compte/invitation/" + await InviteAsync(stage));
            await stage.PressAsync("Ouvrir mon accès");
        }),
        new("Public/Invitations/Accept", "address that had access", async stage => await stage.OpenAsync("/compte/invitation/" + await InviteRemovedAsync(stage, await PersonAsync(stage)))),
        new("Public/Invitations/Gone", "removed account", async stage =>
        {
            var offer = await OfferAsync(stage);
            await stage.OpenAsync("/compte/invitation/" + await InviteRemovedAsync(stage, await PersonAsync(stage, offer.ActorId), offer.ActorId));
        }),
        new("Public/Invitations/Gone", "expired", async stage => await stage.OpenAsync("/compte/invitation/" + await InviteAsync(stage, days: -30))),
        new("Public/Invitations/Gone", "unknown", "/compte/invitation/nulle-part"),
        new("Public/AddressChanges/Answer", "asked", async stage => await stage.OpenAsync("/compte/changement-adresse/" + await AskAsync(stage))),
        new("Public/AddressChanges/Answer", "confirmed", async stage =>
        {
            await stage.OpenAsync("/compte/changement-adresse/" + await AskAsync(stage));
            await stage.PressAsync("Confirmer le changement");
        }),
        new("Public/AddressChanges/Ended", "expired", async stage => await stage.OpenAsync("/compte/changement-adresse/" + await AskAsync(stage, days: -8))),
        new("Public/AddressChanges/Ended", "unknown", "/compte/changement-adresse/nulle-part"),
        new("Account/Profile/Index", "staff", stage => stage.OpenAsStaffAsync("/compte?fait=adresse")),
        new("Account/Profile/Index", "partner", async stage => await stage.OpenAsPartnerAsync(await OfferAsync(stage), "/compte")),
        new("Account/Profile/Name", "filled", stage => stage.OpenAsStaffAsync("/compte/nom")),
        new("Account/Profile/Name", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync("/compte/nom");
            await stage.Page.WriteAsync("Prénom et nom", Samples.LongText.Replace('\n', ' '));
            await stage.PressAsync("Enregistrer mon nom");
        }),
        new("Account/Profile/Address", "empty", stage => stage.OpenAsStaffAsync("/compte/adresse")),
        new("Account/Profile/Address", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync("/compte/adresse");
            await stage.PressAsync("Demander le changement");
        }),
    ];

    private static string FactorOf(Guid id) => $"/admin/personnes/{id}/second-facteur";

    private static DateTimeOffset Now(Stage stage) => stage.Browser.Portal.Clock.GetUtcNow();

    private static string LongEmail => $"{Samples.LongWord}{A.Number()}@{Samples.LongWord}.example.org";

    private static async Task<SupportOffer> OfferAsync(Stage stage)
    {
        var offer = Samples.LongOffer();
        await stage.Browser.StoreAsync(offer);
        return offer;
    }

    /// <summary>A person with too long a name and address.</summary>
    private static async Task<Guid> PersonAsync(Stage stage, Guid? actorId = null, bool isDisabled = false, bool hasReset = false, string? role = null)
    {
        var id = await stage.Browser.Portal.CreateUserAsync(LongEmail, role ?? (actorId is null ? PortalRoles.Staff : PortalRoles.Partner), actorId);
        await using var db = stage.Browser.NewContext();
        await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(user => user.DisplayName, $"{Samples.LongWord} {Samples.LongWord}{Samples.LongWord} {A.Number()}")
            .SetProperty(user => user.IsDisabled, isDisabled).SetProperty(user => user.LastSignInAt, A.Now));
        if (hasReset) db.Add(new FactorReset(Guid.CreateVersion7(A.Now), id, id, A.Now, IdentityCheck.VideoCall, Samples.LongLine[..FactorReset.NoteLength]));
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>Leaving, as one of several administrators.</summary>
    private static async Task OpenLeaveAsync(Stage stage)
    {
        await PersonAsync(stage, role: PortalRoles.Administrator);
        await stage.OpenAsStaffAsync("/compte/depart");
    }

    /// <summary>A person with a request in its charge.</summary>
    private static async Task<Guid> InChargeAsync(Stage stage)
    {
        var id = await PersonAsync(stage);
        var request = A.Request().Build();
        request.ProveAddress(A.Now);
        request.TakeInCharge(Author.Staff(id), A.Now, A.Day);
        await stage.StoreAsync(request);
        return id;
    }

    /// <summary>An invitation with a link: its token.</summary>
    private static async Task<string> InviteAsync(Stage stage, Guid? actorId = null, int days = 0) => await InviteAsync(stage, await PersonAsync(stage), LongEmail, actorId, days);

    /// <summary>The same for the address of an account whose access was taken away.</summary>
    private static async Task<string> InviteRemovedAsync(Stage stage, Guid by, Guid? actorId = null)
    {
        var id = await PersonAsync(stage, isDisabled: true);
        await using var db = stage.Browser.NewContext();
        return await InviteAsync(stage, by, (await db.Users.SingleAsync(user => user.Id == id)).Email!, actorId);
    }

    private static async Task<string> InviteAsync(Stage stage, Guid byId, string email, Guid? actorId, int days = 0)
    {
        var by = new Member(byId, PersonRole.Administrator, null);
        var role = actorId is null ? PersonRole.Observer : PersonRole.PartnerManager;
        var invitation = Invitation.Send(by, new Invited(email, email.ToUpperInvariant(), $"{Samples.LongWord} {Samples.LongWord}{Samples.LongWord} {A.Number()}", role, actorId), Now(stage).AddDays(days));
        return await StoreAsync(stage, invitation, LinkPurpose.Invitation, invitation.Id);
    }

    /// <summary>A change of address with the link of the old one: its token.</summary>
    private static async Task<string> AskAsync(Stage stage, int days = 0)
    {
        var change = AddressChange.Ask(await PersonAsync(stage), LongEmail, LongEmail, Now(stage).AddDays(days));
        return await StoreAsync(stage, change, LinkPurpose.AddressChangeOld, change.Id);
    }

    private static async Task<string> StoreAsync(Stage stage, object entity, LinkPurpose purpose, Guid subjectId)
    {
        var token = LinkTokens.Create();
        await using var db = stage.Browser.NewContext();
        db.AddRange(entity, new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = purpose, SubjectId = subjectId, CreatedAt = Now(stage), ExpiresAt = Now(stage).AddYears(1) });
        await db.SaveChangesAsync();
        return token;
    }
}
