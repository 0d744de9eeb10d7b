using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Shared.People;

namespace PlusPortal.Web.Tests.Partner.Team;

/// <summary>People of actors: staff confirm the first, its managers look after the others, and after no other actor's.</summary>
public sealed class PartnerTeamTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Team = "/partenaire/equipe";

    private readonly PortalFactory portal = fixture.Portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_invite_the_first_manager_from_the_page_of_the_actor()
    {
        var (actor, staff, email) = (await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff), $"invitee{A.Number()}@example.org");

        var list = await (await staff.Browser.GetAsync($"/admin/annuaire/{actor.Id}")).ClickAsync("Voir les personnes de cet acteur");
        Assert.Equal($"Personnes de {actor.Name}", list.Heading);
        Assert.True(list.Has("Personne n'a encore d'accès ici."));
        var form = (await list.ClickAsync("Inviter une personne")).Form("Envoyer l’invitation");
        await form.Fill("Prénom et nom", "Alix Inventée").Fill("Adresse e-mail professionnelle", email).Choose("Responsable").SubmitAsync();
        await PeopleScene.AcceptAsync(portal.NewBrowser(), await portal.LinkAsync(MailKind.Invitation, (await portal.InvitationOfAsync(email)).Id));

        using var manager = await portal.SignInAsync(email);
        Assert.Equal("Mon équipe", (await manager.GetAsync(Team)).Heading);
        Assert.True((await staff.Browser.GetAsync($"/admin/partenaires?texte={actor.Name}")).Has(email));
    }

    [Fact]
    public async Task Manager_sees_and_changes_the_own_team_only()
    {
        var (actor, other) = (await portal.ActorAsync(), await portal.ActorAsync());
        var (manager, colleague, stranger) = (await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id), await portal.PersonAsync(PortalRoles.Partner, actor.Id), await portal.PersonAsync(PortalRoles.Partner, other.Id));

        var list = await manager.Browser.GetAsync(Team);

        Assert.True(list.Has(colleague.Email));
        Assert.False(list.Has(stranger.Email));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Browser.GetAsync($"{Team}/{stranger.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Browser.GetAsync($"{Team}/{stranger.Id}/retrait")).Status);
        Assert.False((await manager.Browser.GetAsync($"{Team}/{colleague.Id}")).HasLink("Retirer le second facteur"));
        await (await manager.Browser.GetAsync($"{Team}/{colleague.Id}")).Form("Changer le rôle").Choose("Rôle", "Responsable").SubmitAsync();
        Assert.Equal(PersonRole.PartnerManager, await portal.RoleAsync(colleague.Id));
        Assert.True((await (await manager.Browser.GetAsync($"{Team}/{colleague.Id}/retrait")).Form("Retirer l’accès").SubmitAsync()).Has("L'accès est retiré."));
    }

    [Fact]
    public async Task Plus_alone_gives_an_access_back_and_the_manager_is_led_to_it()
    {
        var (actor, staff) = (await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff));
        var (manager, colleague) = (await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id), await portal.PersonAsync(PortalRoles.Partner, actor.Id));
        var forged = (await manager.Browser.GetAsync($"{Team}/{colleague.Id}")).Form("Changer le rôle").Request();
        forged.RequestUri = new Uri(forged.RequestUri!, $"{Team}/{colleague.Id}/retablissement");
        var remove = await manager.Browser.GetAsync($"{Team}/{colleague.Id}/retrait");
        Assert.True(remove.Has("PLUS seul pourra rétablir l'accès."));
        Assert.True((await staff.Browser.GetAsync($"/admin/partenaires/{colleague.Id}/retrait")).Has("Vous pourrez rétablir l'accès."));

        var removed = await remove.Form("Retirer l’accès").SubmitAsync();
        var refused = await manager.Browser.SendAsync(forged);

        Assert.True(removed.Has("Seul PLUS peut rétablir cet accès."));
        Assert.Equal("/contact", removed.Link("Écrivez à PLUS"));
        Assert.Empty(removed.Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.StartsWith($"Cette adresse est celle de {colleague.Name}, dont l'accès est retiré. PLUS peut le rétablir", (await PeopleScene.SendInvitationAsync(manager.Browser, Team, colleague.Email, "Contribution")).ErrorOf("Adresse e-mail professionnelle"), StringComparison.Ordinal);
        Assert.True((await portal.UserAsync(colleague.Id)).IsDisabled);
        Assert.True((await (await staff.Browser.GetAsync($"/admin/partenaires/{colleague.Id}")).Form("Rétablir l’accès").SubmitAsync()).Has("L'accès est rétabli."));
        Assert.False((await portal.UserAsync(colleague.Id)).IsDisabled);
    }

    [Fact]
    public async Task List_of_invitations_says_who_sent_each_in_as_many_commands_for_one_as_for_many()
    {
        var counter = new CommandCounter();
        await using var counted = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(counter)));
        var (actor, staff) = (await counted.ActorAsync(), await counted.PersonAsync(PortalRoles.Staff));
        var (first, second) = (await counted.PersonAsync(PortalRoles.PartnerManager, actor.Id), await counted.PersonAsync(PortalRoles.PartnerManager, actor.Id));
        await using (var db = fixture.NewContext())
        {
            await db.Users.Where(user => user.Id == first.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, "Mona Première"), Ct);
            await db.Users.Where(user => user.Id == second.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, "Nour Seconde"), Ct);
        }

        await PeopleScene.SendInvitationAsync(first.Browser, Team, $"invitee{A.Number()}@example.org", "Contribution");
        var (one, commands) = await ReadAsync(first, Team);
        await PeopleScene.SendInvitationAsync(second.Browser, Team, $"invitee{A.Number()}@example.org", "Contribution");
        await PeopleScene.SendInvitationAsync(staff.Browser, $"/admin/partenaires?acteur={actor.Id}", $"invitee{A.Number()}@example.org", "Contribution");
        var (many, more) = await ReadAsync(first, Team);

        Assert.True(one.Has("Invitation envoyée par Mona Première."));
        Assert.False(one.Has("Nour Seconde."));
        Assert.All(["Mona Première", "Nour Seconde", staff.Name], name => Assert.True(many.Has($"Invitation envoyée par {name}."), many.Text));
        Assert.Equal(commands, more);
        Assert.True((await staff.Browser.GetAsync($"/admin/partenaires?acteur={actor.Id}")).Has("Invitation envoyée par Nour Seconde."));

        async Task<(HtmlPage Page, int Commands)> ReadAsync(PeopleScene.Person by, string address)
        {
            await by.Browser.GetAsync(address);
            counter.Reset();
            return (await by.Browser.GetAsync(address), counter.Commands.Count);
        }
    }

    [Fact]
    public async Task Form_that_was_tampered_with_gives_neither_a_role_of_plus_nor_a_place_elsewhere()
    {
        var (actor, other, email) = (await portal.ActorAsync(), await portal.ActorAsync(), $"invitee{A.Number()}@example.org");
        var manager = await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id);
        var colleague = await portal.PersonAsync(PortalRoles.Partner, actor.Id);

        var invite = (await manager.Browser.GetAsync(Team + "/invitation")).Form("Envoyer l’invitation").Fill("Prénom et nom", "Alix Inventée").Fill("Adresse e-mail professionnelle", email);
        Assert.Equal(HttpStatusCode.Conflict, (await invite.With("Form.Role", nameof(PersonRole.Staff)).With("Form.ActorId", other.Id.ToString()).SubmitAsync()).Status);
        var role = (await manager.Browser.GetAsync($"{Team}/{colleague.Id}")).Form("Changer le rôle").Without("Form.Role").With("Form.Role", nameof(PersonRole.Administrator));
        await role.SubmitAsync();

        await using var db = fixture.NewContext();
        Assert.False(await db.Invitations.AnyAsync(invitation => invitation.Email == email, Ct));
        Assert.Equal(PersonRole.Contributor, await portal.RoleAsync(colleague.Id));
    }

    [Fact]
    public async Task Manager_does_not_learn_who_has_an_account_and_the_person_is_told()
    {
        var (actor, other) = (await portal.ActorAsync(), await portal.ActorAsync());
        var (manager, known, colleague) = (await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id), await portal.PersonAsync(PortalRoles.Partner, other.Id), await portal.PersonAsync(PortalRoles.Partner, actor.Id));

        var answer = await PeopleScene.SendInvitationAsync(manager.Browser, Team, known.Email, "Contribution");
        var unknown = await PeopleScene.SendInvitationAsync(manager.Browser, Team, $"invitee{A.Number()}@example.org", "Contribution");

        Assert.Equal(unknown.Document.QuerySelector("[role=status]")!.TextContent, answer.Document.QuerySelector("[role=status]")!.TextContent);
        var invitation = await portal.InvitationOfAsync(known.Email);
        Assert.Equal((0, 1), (await portal.QueuedAsync(MailKind.Invitation, invitation.Id), await portal.QueuedAsync(MailKind.InvitationOfKnownPerson, invitation.Id)));
        Assert.EndsWith("/compte/connexion", await portal.LinkAsync(MailKind.InvitationOfKnownPerson, invitation.Id), StringComparison.Ordinal);
        Assert.NotNull((await PeopleScene.SendInvitationAsync(manager.Browser, Team, colleague.Email, "Contribution")).ErrorOf("Adresse e-mail professionnelle"));
    }

    [Fact]
    public async Task Removed_account_that_a_manager_invites_is_led_to_plus_and_the_manager_learns_nothing()
    {
        var (actor, other) = (await portal.ActorAsync(), await portal.ActorAsync());
        var (manager, removed) = (await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id), await portal.PersonAsync(PortalRoles.Partner, other.Id));
        await using (var db = fixture.NewContext()) await db.Users.Where(user => user.Id == removed.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);

        var answer = await PeopleScene.SendInvitationAsync(manager.Browser, Team, removed.Email, "Contribution");
        var unknown = await PeopleScene.SendInvitationAsync(manager.Browser, Team, $"invitee{A.Number()}@example.org", "Contribution");

        Assert.Equal(unknown.Document.QuerySelector("[role=status]")!.TextContent, answer.Document.QuerySelector("[role=status]")!.TextContent);
        var invitation = await portal.InvitationOfAsync(removed.Email);
        Assert.Equal(0, await portal.QueuedAsync(MailKind.Invitation, invitation.Id));
        var mail = await portal.MailAsync(MailKind.InvitationOfKnownPerson, invitation.Id);
        Assert.Contains("PLUS peut le rouvrir. Dites-lui quelle équipe vous invite", PageText.Normalise(mail), StringComparison.Ordinal);
        Assert.DoesNotContain("Me connecter", mail, StringComparison.Ordinal);
        Assert.EndsWith("/contact", await portal.LinkAsync(MailKind.InvitationOfKnownPerson, invitation.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_person_of_an_actor_reads_what_waits_there_and_plus_is_told()
    {
        var (actor, open, person) = await LastPersonAsync();

        // Whom the message goes to.
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        var page = await person.Browser.GetAsync("/compte/depart");
        Assert.False(page.Has("ses collègues continuent"));
        Assert.True(page.Has($"vous êtes la dernière personne de {actor.Name} sur le portail : plus personne n'y lira les demandes reçues, et {open} y sont en cours"), page.Text);
        Assert.True(page.Has("PLUS en est prévenu par e-mail"));
        await page.Form("Quitter le portail").Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();

        var mail = await portal.MailAsync(MailKind.ActorWithoutPeople, actor.Id);
        Assert.Contains($"La dernière personne de {actor.Name} n’a plus accès au portail", mail, StringComparison.Ordinal);
        Assert.Contains($"{open} demandes y sont en cours.", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email, mail, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Name, mail, StringComparison.Ordinal);
        Assert.Contains($"/admin/partenaires?acteur={actor.Id}", mail, StringComparison.Ordinal);
        Assert.Equal($"Personnes de {actor.Name}", (await staff.GetAsync($"/admin/partenaires?acteur={actor.Id}")).Heading);
    }

    [Fact]
    public async Task Staff_who_remove_the_last_person_read_what_waits_there_and_the_team_is_told()
    {
        var (actor, open, person) = await LastPersonAsync();
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);

        var page = await staff.GetAsync($"/admin/partenaires/{person.Id}/retrait");
        Assert.False(page.Has("ses collègues continuent"));
        Assert.True(page.Has($"c'est la dernière personne de {actor.Name} sur le portail : plus personne n'y lira les demandes reçues, et {open} y sont en cours"), page.Text);
        await page.Form("Retirer l’accès").SubmitAsync();

        Assert.Equal(1, await portal.QueuedAsync(MailKind.ActorWithoutPeople, actor.Id));
    }

    [Fact]
    public async Task Who_leaves_colleagues_behind_tells_nobody()
    {
        var (actor, _, person) = await LastPersonAsync();
        await portal.PersonAsync(PortalRoles.Partner, actor.Id);

        var page = await person.Browser.GetAsync("/compte/depart");
        Assert.True(page.Has("ses collègues continuent"));
        await page.Form("Quitter le portail").Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();

        Assert.Equal(0, await portal.QueuedAsync(MailKind.ActorWithoutPeople, actor.Id));
    }

    [Fact]
    public async Task Contributor_opens_none_of_these_pages()
    {
        var actor = await portal.ActorAsync();
        using var contributor = await portal.SignInAsNewAsync(PortalRoles.Partner, actor.Id);

        Assert.Equal(HttpStatusCode.Forbidden, (await contributor.GetAsync(Team)).Status);
        Assert.False((await contributor.GetAsync("/partenaire")).HasLink("Mon équipe"));
    }

    [Fact]
    public async Task Staff_who_do_not_administer_change_people_of_actors_but_no_second_factor()
    {
        var (actor, staff) = (await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff));
        var person = await portal.PersonAsync(PortalRoles.Partner, actor.Id);

        var page = await staff.Browser.GetAsync($"/admin/partenaires/{person.Id}");

        Assert.False(page.HasLink("Retirer le second facteur"));
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Browser.GetAsync($"/admin/personnes/{person.Id}/second-facteur")).Status);
        await page.Form("Changer le rôle").Choose("Rôle", "Responsable").SubmitAsync();
        Assert.Equal(PersonRole.PartnerManager, await portal.RoleAsync(person.Id));
    }

    [Fact]
    public async Task Long_list_goes_on_where_the_page_ends()
    {
        var (actor, staff) = (await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff));
        await using (var db = fixture.NewContext())
        {
            db.AddRange(Enumerable.Range(0, 51).Select(number => new PortalUser
            {
                Id = Guid.CreateVersion7(A.Now),
                UserName = $"rang{number}.{actor.Id:N}@example.org",
                NormalizedUserName = $"RANG{number}.{actor.Id:N}@EXAMPLE.ORG",
                Email = $"rang{number}.{actor.Id:N}@example.org",
                DisplayName = $"Rang {number:00}",
                SupportActorId = actor.Id,
            }));
            await db.SaveChangesAsync(Ct);
        }

        var first = await staff.Browser.GetAsync($"/admin/partenaires?acteur={actor.Id}");
        var second = await first.ClickAsync("Page suivante");

        Assert.True(first.Has("Rang 49"));
        Assert.False(first.Has("Rang 50"));
        Assert.True(second.Has("Rang 50"));
        Assert.Single(second.Document.QuerySelectorAll("tbody tr"));
    }

    /// <summary>An actor with two requests to go on with, one that it declined, and one person beside a colleague who has left.</summary>
    private async Task<(SupportActor Actor, int Open, PeopleScene.Person Person)> LastPersonAsync()
    {
        var actor = A.SupportActor().Named($"Acteur inventé {A.Number()}").Build();
        var offer = A.SupportOffer().Of(actor).Build();
        var (waiting, accepted, declined) = (A.Request().Build(), A.Request().Build(), A.Request().Build());
        waiting.Sending(offer);
        accepted.AcceptedBy(offer);
        declined.DeclineReferral(declined.Sending(offer).Id, new Decline(DeclineReasons.Autre, "Ce n’est pas pour nous.", null), A.Partner(), A.Now, A.Day);
        await fixture.StoreAsync(offer);
        foreach (var request in new[] { waiting, accepted, declined }) await fixture.StoreAsync(request);
        var former = await portal.PersonAsync(PortalRoles.Partner, actor.Id);
        await using var db = fixture.NewContext();
        await db.Users.Where(user => user.Id == former.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);
        return (actor, 2, await portal.PersonAsync(PortalRoles.Partner, actor.Id));
    }
}
