using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Shared.People;

namespace PlusPortal.Web.Tests.Admin.People;

/// <summary>The last administrator and the last manager of an actor stay, whoever acts and however many at once. A database of its own: it counts administrators.</summary>
public sealed class LastOneTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string LastAdministrator = "Vous êtes la seule personne qui administre le portail. Nommez d'abord un autre administrateur.";
    private const string LastManager = "C'est la seule personne qui gère l'équipe de cet acteur. Nommez d'abord un autre responsable, puis recommencez.";

    private readonly PortalFactory portal = fixture.Portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Last_administrator_does_not_leave_before_another_is_named()
    {
        await WithoutAdministratorsAsync();
        var (last, other) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Administrator));
        var form = (await last.Browser.GetAsync("/compte/depart")).Form("Quitter le portail").Fill("Mot de passe actuel", PortalFactory.Password);
        await DisableAsync(other.Id);

        var page = await last.Browser.GetAsync("/compte/depart");
        var refused = await form.SubmitAsync();

        Assert.True(page.Has("Vous êtes la seule personne qui administre le portail."), page.Text);
        Assert.Equal("/admin/equipe", page.Link("dans la liste"));
        Assert.All([page, refused], AsksNothing);
        Assert.Equal((HttpStatusCode.Conflict, LastAdministrator), (refused.Status, Assert.Single(refused.Errors)));
        Assert.False((await portal.UserAsync(last.Id)).IsDisabled);
        await portal.PersonAsync(PortalRoles.Administrator);
        Assert.Equal("/", (await (await page.ReloadAsync()).Form("Quitter le portail").Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync()).Path);
        Assert.True((await portal.UserAsync(last.Id)).IsDisabled);
        Assert.Equal("/compte/connexion", (await last.Browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        await WithoutAdministratorsAsync();
        var (first, second) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Administrator));
        var (one, other) = ((await first.Browser.GetAsync($"/admin/equipe/{second.Id}/retrait")).Form("Retirer l’accès"), (await second.Browser.GetAsync($"/admin/equipe/{first.Id}/retrait")).Form("Retirer l’accès"));

        var answers = await Task.WhenAll(one.SubmitAsync(), other.SubmitAsync());

        await using var db = fixture.NewContext();
        Assert.Equal(1, await db.ActiveWith(PortalRoles.Administrator).CountAsync(Ct));
        OneSucceeded(answers);
    }

    [Fact]
    public async Task Two_managers_who_demote_each_other_at_once_leave_one()
    {
        var actor = await portal.ActorAsync();
        var (first, second) = (await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id), await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id));
        var (one, other) = (await DemotionAsync(first.Browser, second.Id), await DemotionAsync(second.Browser, first.Id));

        var answers = await Task.WhenAll(one.SubmitAsync(), other.SubmitAsync());

        await using var db = fixture.NewContext();
        Assert.Equal(1, await db.ActiveWith(PortalRoles.PartnerManager).CountAsync(user => user.SupportActorId == actor.Id, Ct));
        OneSucceeded(answers);
    }

    [Fact]
    public async Task Plus_takes_the_last_manager_away_once_another_is_invited()
    {
        var (actor, staff, manager, form) = await LastManagerAsync();
        var leave = await manager.Browser.GetAsync("/compte/depart");
        Assert.All([leave, await staff.Browser.GetAsync(Removal(manager))], AsksNothing);

        var refused = await form.SubmitAsync();
        Assert.Equal((HttpStatusCode.Conflict, LastManager), (refused.Status, Assert.Single(refused.Errors)));
        AsksNothing(refused);
        var invite = await refused.ClickAsync("invitez une personne");
        Assert.Equal($"Inviter une personne de {actor.Name}", invite.Heading);
        await portal.InviteAsync(staff.Browser, $"/admin/partenaires?acteur={actor.Id}", $"invitee{manager.Id:N}@example.org", "Responsable");

        AsksNothing(await leave.ReloadAsync());
        Assert.True((await (await staff.Browser.GetAsync(Removal(manager))).Form("Retirer l’accès").SubmitAsync()).Has("L'accès est retiré."));
    }

    [Fact]
    public async Task Invitation_that_can_open_no_account_names_nobody()
    {
        var (actor, staff, manager, form) = await LastManagerAsync();
        var (elsewhere, removed) = (await portal.PersonAsync(PortalRoles.Partner, (await portal.ActorAsync()).Id), await portal.PersonAsync(PortalRoles.Partner, (await portal.ActorAsync()).Id));
        await DisableAsync(removed.Id);
        foreach (var email in new[] { elsewhere.Email, staff.Email, removed.Email }) await PeopleScene.SendInvitationAsync(manager.Browser, "/partenaire/equipe", email, "Responsable");

        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync()).Status);
        AsksNothing(await staff.Browser.GetAsync(Removal(manager)));
        Assert.False((await portal.UserAsync(manager.Id)).IsDisabled);

        // PLUS sends it again: now it opens an account.
        await (await staff.Browser.GetAsync($"/admin/partenaires?texte={removed.Email}")).Form("Renvoyer l’invitation de Alix Inventée").SubmitAsync();
        Assert.Equal(actor.Id, (await portal.InvitationOfAsync(removed.Email)).SupportActorId);
        Assert.True((await (await staff.Browser.GetAsync(Removal(manager))).Form("Retirer l’accès").SubmitAsync()).Has("L'accès est retiré."));
    }

    /// <summary>One act is done. The other is refused by the rule, or comes when the first has already ended the session of who sent it.</summary>
    private static void OneSucceeded(HtmlPage[] answers)
    {
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest);
    }

    private static async Task<HtmlForm> DemotionAsync(PortalBrowser by, Guid id) => (await by.GetAsync($"/partenaire/equipe/{id}")).Form("Changer le rôle").Choose("Rôle", "Contribution");

    private static string Removal(PeopleScene.Person person) => $"/admin/partenaires/{person.Id}/retrait";

    /// <summary>A page that says what to do first offers no button and asks for no password.</summary>
    private static void AsksNothing(HtmlPage page)
    {
        Assert.True(page.Has("doit d'abord être nommé"), page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    /// <summary>The last manager of an actor, and the form of its removal as it was opened before the other manager went.</summary>
    private async Task<(SupportActor Actor, PeopleScene.Person Staff, PeopleScene.Person Manager, HtmlForm Form)> LastManagerAsync()
    {
        var (actor, staff) = (await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff));
        var (manager, other) = (await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id), await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id));
        var form = (await staff.Browser.GetAsync(Removal(manager))).Form("Retirer l’accès");
        await DisableAsync(other.Id);
        return (actor, staff, manager, form);
    }

    private async Task DisableAsync(Guid id)
    {
        await using var db = fixture.NewContext();
        await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);
    }

    private async Task WithoutAdministratorsAsync()
    {
        await using var db = fixture.NewContext();
        await db.ActiveWith(PortalRoles.Administrator).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);
    }
}
