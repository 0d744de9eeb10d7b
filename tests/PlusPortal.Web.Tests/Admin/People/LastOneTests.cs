using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Shared.People;

namespace PlusPortal.Web.Tests.Admin.People;

/// <summary>The last administrator and the last manager of an actor stay, whoever acts and however many at once. A database of its own: it counts administrators.</summary>
public sealed class LastOneTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string LastAdministrator = "C'est la seule personne qui administre le portail. Nommez d'abord un autre administrateur, puis recommencez.";

    private readonly PortalFactory portal = fixture.Portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Last_administrator_does_not_leave_before_another_is_named()
    {
        await WithoutAdministratorsAsync();
        var last = await portal.PersonAsync(PortalRoles.Administrator);
        var page = await last.Browser.GetAsync("/compte/depart");

        var refused = await page.Form("Quitter le portail").Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();

        Assert.Equal((HttpStatusCode.Conflict, LastAdministrator), (refused.Status, Assert.Single(refused.Errors)));
        Assert.False((await portal.UserAsync(last.Id)).IsDisabled);
        await portal.PersonAsync(PortalRoles.Administrator);
        Assert.Equal("/", (await refused.Form("Quitter le portail").Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync()).Path);
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
        var (actor, staff) = (await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff));
        var manager = await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id);
        var page = await staff.Browser.GetAsync($"/admin/partenaires/{manager.Id}/retrait");

        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("Retirer l’accès").SubmitAsync()).Status);
        await portal.InviteAsync(staff.Browser, $"/admin/partenaires?acteur={actor.Id}", $"invitee{manager.Id:N}@example.org", "Responsable");

        Assert.Equal(HttpStatusCode.Conflict, (await (await manager.Browser.GetAsync("/compte/depart")).Form("Quitter le portail").Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync()).Status);
        Assert.True((await page.Form("Retirer l’accès").SubmitAsync()).Has("L'accès est retiré."));
    }

    /// <summary>One act is done. The other is refused by the rule, or comes when the first has already ended the session of who sent it.</summary>
    private static void OneSucceeded(HtmlPage[] answers)
    {
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest);
    }

    private static async Task<HtmlForm> DemotionAsync(PortalBrowser by, Guid id) => (await by.GetAsync($"/partenaire/equipe/{id}")).Form("Changer le rôle").Choose("Rôle", "Contribution");

    private async Task WithoutAdministratorsAsync()
    {
        await using var db = fixture.NewContext();
        await db.ActiveWith(PortalRoles.Administrator).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);
    }
}
