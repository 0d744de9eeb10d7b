using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Shared.People;

namespace PlusPortal.Web.Tests.Account.Profile;

/// <summary>The own account: name, address confirmed at both addresses, leaving.</summary>
public sealed class ProfileTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Confirm = "Confirmer le changement";

    private readonly PortalFactory portal = fixture.Portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PortalRoles.Administrator, "/admin")]
    [InlineData(PortalRoles.Observer, "/")]
    [InlineData(PortalRoles.Partner, "/partenaire")]
    public async Task Own_name_in_the_header_leads_to_the_own_account(string role, string from)
    {
        var actor = await portal.ActorAsync();
        var person = await portal.PersonAsync(role, role == PortalRoles.Partner ? actor.Id : null);

        var page = await (await person.Browser.GetAsync(from)).ClickAsync($"{person.Name} (mon compte)");

        Assert.Equal(("Mon compte", "/compte"), (page.Heading, page.Path));
        Assert.True(page.Has(person.Email));
        Assert.Equal(role == PortalRoles.Partner, page.Has(actor.Name));
        Assert.Equal("/", (await page.Form("Se déconnecter").SubmitAsync()).Path);
    }

    [Fact]
    public async Task Own_name_is_changed_at_once_in_the_header_too()
    {
        var person = await portal.PersonAsync(PortalRoles.Staff);

        var refused = await (await person.Browser.GetAsync("/compte/nom")).Form("Enregistrer mon nom").Fill("Prénom et nom", " ").SubmitAsync();
        Assert.Equal("Indiquez votre prénom et votre nom.", refused.ErrorOf("Prénom et nom"));
        var page = await refused.Form("Enregistrer mon nom").Fill("Prénom et nom", "Maëlle Nouvelle").SubmitAsync();

        Assert.True(page.Has("Votre nom est changé."));
        Assert.True(page.HasLink("Maëlle Nouvelle (mon compte)"));
        Assert.Equal("Maëlle Nouvelle", (await portal.UserAsync(person.Id)).DisplayName);
    }

    [Theory]
    [InlineData(MailKind.AddressChangeForOld, MailKind.AddressChangeForNew)]
    [InlineData(MailKind.AddressChangeForNew, MailKind.AddressChangeForOld)]
    public async Task Address_changes_once_both_addresses_have_confirmed_in_any_order(MailKind first, MailKind second)
    {
        var (person, email) = (await portal.PersonAsync(PortalRoles.Staff), NewEmail);
        var id = await AskAsync(portal, person, email);
        Assert.True((await person.Browser.GetAsync("/compte")).Has($"{email}, à confirmer aux deux adresses"));

        var waiting = await AnswerAsync(portal, first, id, Confirm);
        Assert.Equal("Votre confirmation est notée", waiting.Heading);
        Assert.Equal(person.Email, (await portal.UserAsync(person.Id)).Email);
        var done = await AnswerAsync(portal, second, id, Confirm);

        Assert.Equal("L'adresse du compte est changée", done.Heading);
        var user = await portal.UserAsync(person.Id);
        Assert.Equal((email, email, email.ToUpperInvariant()), (user.Email, user.UserName, user.NormalizedEmail));
        Assert.Contains("votre compte s’ouvre maintenant avec la nouvelle", await portal.MailAsync(MailKind.AddressChanged, id), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/compte/connexion", (await person.Browser.GetAsync("/admin")).Path);
        using var again = await portal.SignInAsync(email);
        Assert.Equal("Mon compte", (await again.GetAsync("/compte")).Heading);
    }

    [Fact]
    public async Task Wrong_password_and_the_same_address_are_refused()
    {
        var person = await portal.PersonAsync(PortalRoles.Staff);
        var form = (await person.Browser.GetAsync("/compte/adresse")).Form("Demander le changement");

        var same = await form.Fill("Nouvelle adresse e-mail", person.Email.ToUpperInvariant()).Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();
        var wrong = await form.Fill("Nouvelle adresse e-mail", NewEmail).Fill("Mot de passe actuel", "autre chose").SubmitAsync();

        Assert.StartsWith("C'est déjà votre adresse.", same.ErrorOf("Nouvelle adresse e-mail"), StringComparison.Ordinal);
        Assert.StartsWith("Ce mot de passe n'est pas le bon.", wrong.ErrorOf("Mot de passe actuel"), StringComparison.Ordinal);
        Assert.Equal("", wrong.Form("Demander le changement").Value("Mot de passe actuel"));
        await using var db = fixture.NewContext();
        Assert.False(await db.AddressChanges.AnyAsync(change => change.UserId == person.Id, Ct));
    }

    [Fact]
    public async Task Old_address_that_refuses_keeps_the_account()
    {
        var person = await portal.PersonAsync(PortalRoles.Staff);
        var id = await AskAsync(portal, person, NewEmail);
        await AnswerAsync(portal, MailKind.AddressChangeForNew, id, Confirm);

        var refused = await AnswerAsync(portal, MailKind.AddressChangeForOld, id, "Refuser le changement");

        Assert.Equal("Le changement d'adresse est refusé", refused.Heading);
        Assert.Equal(person.Email, (await portal.UserAsync(person.Id)).Email);
    }

    [Fact]
    public async Task Change_asked_again_replaces_the_one_before()
    {
        var person = await portal.PersonAsync(PortalRoles.Staff);
        var first = await AskAsync(portal, person, NewEmail);
        var link = await portal.LinkAsync(MailKind.AddressChangeForOld, first);

        await AskAsync(portal, person, NewEmail);

        Assert.Equal("Ce changement d'adresse ne compte plus", (await portal.NewBrowser().GetAsync(link)).Heading);
    }

    [Fact]
    public async Task Address_that_somebody_else_has_is_asked_for_like_any_and_refused_at_the_end()
    {
        var (person, other) = (await portal.PersonAsync(PortalRoles.Staff), await portal.PersonAsync(PortalRoles.Staff));
        var id = await AskAsync(portal, person, other.Email);
        await AnswerAsync(portal, MailKind.AddressChangeForOld, id, Confirm);

        var taken = await AnswerAsync(portal, MailKind.AddressChangeForNew, id, Confirm);

        Assert.Equal("Cette adresse est prise", taken.Heading);
        Assert.Equal(person.Email, (await portal.UserAsync(person.Id)).Email);
    }

    [Fact]
    public async Task Answer_after_seven_days_comes_too_late()
    {
        await using var later = new PortalFactory(fixture.Database, new FakeTimeProvider(A.Now));
        var person = await later.PersonAsync(PortalRoles.Staff);
        var id = await AskAsync(later, person, NewEmail);
        await AnswerAsync(later, MailKind.AddressChangeForOld, id, Confirm);
        var link = await later.LinkAsync(MailKind.AddressChangeForNew, id);

        later.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal("Ce changement d'adresse a expiré", (await later.NewBrowser().GetAsync(link)).Heading);
        Assert.Equal(person.Email, (await later.UserAsync(person.Id)).Email);
    }

    [Fact]
    public async Task Unknown_link_of_a_change_says_what_to_do()
    {
        var page = await portal.NewBrowser().GetAsync("/compte/changement-adresse/nulle-part");

        Assert.Equal((HttpStatusCode.NotFound, "Ce lien de confirmation n'est pas complet"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task Who_leaves_is_signed_out_and_told()
    {
        var actor = await portal.ActorAsync();
        var person = await portal.PersonAsync(PortalRoles.Partner, actor.Id);

        var page = await person.Browser.GetAsync("/compte/depart");
        var silent = await page.Form("Quitter le portail").SubmitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "Indiquez votre mot de passe actuel."), (silent.Status, silent.ErrorOf("Mot de passe actuel")));
        var wrong = await page.Form("Quitter le portail").Fill("Mot de passe actuel", "autre chose").SubmitAsync();
        Assert.StartsWith("Ce mot de passe n'est pas le bon.", wrong.ErrorOf("Mot de passe actuel"), StringComparison.Ordinal);
        Assert.False((await portal.UserAsync(person.Id)).IsDisabled);
        var after = await wrong.Form("Quitter le portail").Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();

        Assert.Equal("/", after.Path);
        Assert.False(after.HasLink($"{person.Name} (mon compte)"));
        Assert.Equal((true, 1), ((await portal.UserAsync(person.Id)).IsDisabled, await portal.QueuedAsync(MailKind.AccessRemoved, person.Id)));
    }

    [Fact]
    public async Task Last_manager_reads_that_another_must_be_named_and_how_before_anything_is_asked()
    {
        var actor = await portal.ActorAsync();
        var (manager, other) = (await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id), await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id));
        var form = (await manager.Browser.GetAsync("/compte/depart")).Form("Quitter le portail");
        await using (var db = fixture.NewContext()) await db.Users.Where(user => user.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Ct);

        var page = await manager.Browser.GetAsync("/compte/depart");
        var refused = await form.Fill("Mot de passe actuel", "autre chose").SubmitAsync();

        Assert.True(page.Has($"Vous êtes la seule personne qui gère l'équipe de {actor.Name}. Vous ne pouvez pas encore quitter le portail"), page.Text);
        Assert.False(page.Has("PLUS en est prévenu"));
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Equal("Mon équipe", (await page.ClickAsync("dans la liste")).Heading);
        Assert.Equal("Inviter une personne", (await page.ClickAsync("invitez une personne")).Heading);
        Assert.Equal("/contact", page.Link("Écrivez à PLUS"));
        Assert.Equal((HttpStatusCode.Conflict, "Vous êtes la seule personne qui gère votre équipe. Nommez d'abord un autre responsable."), (refused.Status, Assert.Single(refused.Errors)));
        Assert.False((await portal.UserAsync(manager.Id)).IsDisabled);
    }

    [Theory]
    [InlineData(PortalRoles.Partner, "PLUS seul pourra rétablir votre accès.")]
    [InlineData(PortalRoles.Staff, "un administrateur pourra rétablir votre accès.")]
    public async Task Who_leaves_reads_who_may_give_the_access_back(string role, string sentence)
    {
        var actor = await portal.ActorAsync();
        var person = await portal.PersonAsync(role, role == PortalRoles.Partner ? actor.Id : null);

        Assert.True((await person.Browser.GetAsync("/compte/depart")).Has(sentence));
    }

    private static string NewEmail => $"nouvelle{A.Number()}@example.org";

    private static async Task<Guid> AskAsync(PortalFactory portal, PeopleScene.Person person, string email)
    {
        var page = await (await person.Browser.GetAsync("/compte/adresse")).Form("Demander le changement").Fill("Nouvelle adresse e-mail", email).Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();
        Assert.True(page.Has("Deux e-mails partent dans quelques minutes"), page.Text);
        await using var db = portal.NewContext();
        return await db.AddressChanges.Where(change => change.UserId == person.Id && change.State == AddressChangeState.Open).Select(change => change.Id).SingleAsync(Ct);
    }

    private static async Task<HtmlPage> AnswerAsync(PortalFactory portal, MailKind mail, Guid id, string button) =>
        await (await portal.NewBrowser().GetAsync(await portal.LinkAsync(mail, id))).Form(button).SubmitAsync();
}
