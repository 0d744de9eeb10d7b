using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Shared.People;

namespace PlusPortal.Web.Tests.Public.Invitations;

/// <summary>From the invitation to the account: once, in time, by the last link.</summary>
public sealed class InvitationTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Team = "/admin/equipe";

    private readonly PortalFactory portal = fixture.Portal;

    private static string NewEmail => $"invitee{A.Number()}@example.org";

    [Fact]
    public async Task Invited_person_opens_its_account_signs_in_and_the_link_has_served()
    {
        var (administrator, email) = (await portal.PersonAsync(PortalRoles.Administrator), NewEmail);
        var link = await portal.InviteAsync(administrator.Browser, Team, email, "Équipe");
        using var visitor = portal.NewBrowser();

        var page = await visitor.GetAsync(link);
        Assert.True(page.Has("Vous êtes invité à rejoindre l'équipe PLUS"));
        Assert.True(page.Has("Équipe. Traite les demandes et tient l'annuaire."));
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.StartsWith("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("Alix Inventée", page.Form("Ouvrir mon accès").Value("Prénom et nom"));
        var signIn = await page.Form("Ouvrir mon accès").Fill("Prénom et nom", "Alix Corrigée").Fill("Mot de passe", PortalFactory.Password).SubmitAsync();

        Assert.Equal("/compte/connexion", signIn.Path);
        Assert.True(signIn.Has("Votre accès est ouvert. Connectez-vous avec l'adresse qui a reçu l'invitation et le mot de passe que vous venez de choisir. Ensuite vient votre second facteur"), signIn.Text);
        var inside = await signIn.Form("Se connecter").Fill("Adresse e-mail", email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync();
        Assert.Equal("/admin", inside.Path);
        var user = await ByEmailAsync(email);
        Assert.Equal(("Alix Corrigée", true, PersonRole.Staff), (user.DisplayName, user.EmailConfirmed, await portal.RoleAsync(user.Id)));
        Assert.Equal("Votre accès est déjà ouvert", (await portal.NewBrowser().GetAsync(link)).Heading);
        Assert.Equal(InvitationState.Accepted, (await portal.InvitationOfAsync(email)).StateAt(portal.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Looking_at_the_link_opens_nothing()
    {
        var (administrator, email) = (await portal.PersonAsync(PortalRoles.Administrator), NewEmail);
        var link = await portal.InviteAsync(administrator.Browser, Team, email, "Observation");

        await portal.NewBrowser().GetAsync(link);

        Assert.Equal(InvitationState.Open, (await portal.InvitationOfAsync(email)).StateAt(portal.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Link_works_for_fourteen_days_and_an_invitation_sent_again_for_fourteen_more()
    {
        await using var later = new PortalFactory(fixture.Database, new FakeTimeProvider(A.Now));
        var (administrator, email) = (await later.PersonAsync(PortalRoles.Administrator), NewEmail);
        var link = await later.InviteAsync(administrator.Browser, Team, email, "Équipe");

        later.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(1));
        Assert.Equal("Ouvrir mon accès", (await later.NewBrowser().GetAsync(link)).Heading);
        later.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await later.NewBrowser().GetAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, "Cette invitation a expiré"), (late.Status, late.Heading));

        using var again = await later.SignInAsync(administrator.Email);
        await (await again.GetAsync($"{Team}?texte={email}")).Form("Renvoyer l’invitation de Alix Inventée").SubmitAsync();
        later.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal("/compte/connexion", (await PeopleScene.AcceptAsync(later.NewBrowser(), await later.LinkAsync(MailKind.Invitation, (await later.InvitationOfAsync(email)).Id))).Path);
    }

    [Fact]
    public async Task Invitation_sent_again_ends_the_older_link()
    {
        var (administrator, email) = (await portal.PersonAsync(PortalRoles.Administrator), NewEmail);
        var older = await portal.InviteAsync(administrator.Browser, Team, email, "Équipe");

        await (await administrator.Browser.GetAsync($"{Team}?texte={email}")).Form("Renvoyer l’invitation de Alix Inventée").SubmitAsync();

        Assert.Equal("Une invitation plus récente vous attend", (await portal.NewBrowser().GetAsync(older)).Heading);
        var newer = await portal.LinkAsync(MailKind.Invitation, (await portal.InvitationOfAsync(email)).Id);
        Assert.Equal("/compte/connexion", (await PeopleScene.AcceptAsync(portal.NewBrowser(), newer)).Path);
    }

    [Fact]
    public async Task Withdrawn_invitation_opens_nothing_even_for_who_has_the_page_open()
    {
        var (administrator, email) = (await portal.PersonAsync(PortalRoles.Administrator), NewEmail);
        var link = await portal.InviteAsync(administrator.Browser, Team, email, "Équipe");
        using var visitor = portal.NewBrowser();
        var open = await visitor.GetAsync(link);

        await (await administrator.Browser.GetAsync($"{Team}?texte={email}")).Form("Retirer l’invitation de Alix Inventée").SubmitAsync();

        var answer = await open.Form("Ouvrir mon accès").Fill("Mot de passe", PortalFactory.Password).SubmitAsync();
        Assert.Equal("Cette invitation a été retirée", answer.Heading);
        await using var db = fixture.NewContext();
        Assert.False(await db.Users.AnyAsync(user => user.Email == email, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_clicks_at_once_open_one_account()
    {
        var (administrator, email) = (await portal.PersonAsync(PortalRoles.Administrator), NewEmail);
        var link = await portal.InviteAsync(administrator.Browser, Team, email, "Équipe");
        using var visitor = portal.NewBrowser();
        var form = (await visitor.GetAsync(link)).Form("Ouvrir mon accès").Fill("Mot de passe", PortalFactory.Password);

        var answers = await Task.WhenAll(visitor.SendAsync(form.Request()), visitor.SendAsync(form.Request()));

        Assert.Equal(["Se connecter", "Votre accès est déjà ouvert"], answers.Select(answer => answer.Heading).Order(StringComparer.Ordinal));
        Assert.Equal(PersonRole.Staff, await portal.RoleAsync((await ByEmailAsync(email)).Id));
    }

    [Fact]
    public async Task Weak_password_and_missing_name_are_said_beside_the_field_and_the_invitation_stays()
    {
        var (administrator, email) = (await portal.PersonAsync(PortalRoles.Administrator), NewEmail);
        var link = await portal.InviteAsync(administrator.Browser, Team, email, "Équipe");

        var weak = await PeopleScene.AcceptAsync(portal.NewBrowser(), link, "court");

        Assert.Equal(HttpStatusCode.BadRequest, weak.Status);
        Assert.NotNull(weak.ErrorOf("Mot de passe"));
        var nameless = await weak.Form("Ouvrir mon accès").Fill("Prénom et nom", " ").SubmitAsync();
        Assert.Equal("Indiquez votre prénom et votre nom.", nameless.ErrorOf("Prénom et nom"));
        Assert.Equal("Choisissez un mot de passe.", nameless.ErrorOf("Mot de passe"));
        Assert.Equal("/compte/connexion", (await PeopleScene.AcceptAsync(portal.NewBrowser(), link)).Path);
    }

    [Fact]
    public async Task Unknown_link_says_what_to_do()
    {
        var page = await portal.NewBrowser().GetAsync("/compte/invitation/nulle-part");

        Assert.Equal((HttpStatusCode.NotFound, "Ce lien d'invitation n'est pas complet"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task Address_invited_twice_opens_one_account()
    {
        var (actor, other, staff, email) = (await portal.ActorAsync(), await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff), NewEmail);
        var first = await portal.InviteAsync(staff.Browser, $"/admin/partenaires?acteur={actor.Id}", email, "Responsable");
        using var manager = await portal.SignInAsNewAsync(PortalRoles.PartnerManager, other.Id);
        Assert.True((await PeopleScene.SendInvitationAsync(manager, "/partenaire/equipe", email, "Contribution")).Has("L'invitation part par e-mail"));
        await using var db = fixture.NewContext();
        var second = await db.Set<Invitation>().SingleAsync(invitation => invitation.Email == email && invitation.SupportActorId == other.Id, TestContext.Current.CancellationToken);
        var link = await portal.LinkAsync(MailKind.Invitation, second.Id);

        await PeopleScene.AcceptAsync(portal.NewBrowser(), first);

        Assert.Equal("Vous avez déjà un compte", (await portal.NewBrowser().GetAsync(link)).Heading);
        Assert.Equal(actor.Id, (await ByEmailAsync(email)).SupportActorId);
    }

    [Fact]
    public async Task Contributor_whose_access_is_open_reads_of_no_second_factor_and_who_only_signs_in_of_neither()
    {
        var (actor, staff, email) = (await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff), NewEmail);
        var link = await portal.InviteAsync(staff.Browser, $"/admin/partenaires?acteur={actor.Id}", email, "Contribution");

        var opened = await PeopleScene.AcceptAsync(portal.NewBrowser(), link);

        Assert.Equal((true, false), (opened.Has("Votre accès est ouvert."), opened.Has("second facteur")));
        Assert.False((await portal.NewBrowser().GetAsync("/compte/connexion")).Has("Votre accès est ouvert."));
    }

    [Fact]
    public async Task Address_of_a_removed_account_that_plus_invites_opens_a_new_one_and_nothing_of_the_former_opens_it()
    {
        var (actor, administrator, person) = (await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Observer));
        await (await administrator.Browser.GetAsync($"{Team}/{person.Id}/retrait")).Form("Retirer l’accès").SubmitAsync();
        await using (var db = fixture.NewContext())
        {
            await db.Users.Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.TwoFactorEnabled, true), TestContext.Current.CancellationToken);
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = person.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "JBSWY3DPEHPK3PXP" });
            db.Add(new IdentityUserPasskey<Guid> { UserId = person.Id, CredentialId = person.Id.ToByteArray(), Data = new IdentityPasskeyData { PublicKey = [1], ClientDataJson = [2], AttestationObject = [3] } });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        const string password = "quarante-deux mirabelles dorment mal";

        var name = (await portal.UserAsync(person.Id)).DisplayName;
        var link = await portal.InviteAsync(administrator.Browser, $"/admin/partenaires?acteur={actor.Id}", person.Email.ToUpperInvariant(), "Responsable");
        Assert.Equal(1, await portal.QueuedAsync(MailKind.Invitation, (await portal.InvitationOfAsync(person.Email.ToUpperInvariant())).Id));
        var page = await portal.NewBrowser().GetAsync(link);
        Assert.True(page.Has("Cette adresse avait déjà un accès, qui a été retiré."), page.Text);
        Assert.NotNull((await page.Form("Ouvrir mon accès").Fill("Mot de passe", "court").SubmitAsync()).ErrorOf("Mot de passe"));
        Assert.Equal((true, person.Email), ((await portal.UserAsync(person.Id)).IsDisabled, (await portal.UserAsync(person.Id)).Email));
        var signIn = await PeopleScene.AcceptAsync(portal.NewBrowser(), link, password);

        var (user, former) = (await ByEmailAsync(person.Email), await portal.UserAsync(person.Id));
        Assert.Equal((false, actor.Id, false, "Alix Inventée"), (user.IsDisabled, user.SupportActorId, user.TwoFactorEnabled, user.DisplayName));
        Assert.Equal((true, name, null, null, false), (former.IsDisabled, former.DisplayName, former.Email, former.PasswordHash, former.TwoFactorEnabled));
        Assert.Equal(PersonRole.PartnerManager, await portal.RoleAsync(user.Id));
        await using (var db = fixture.NewContext())
        {
            var ct = TestContext.Current.CancellationToken;
            Assert.False(await db.UserTokens.AnyAsync(stored => stored.UserId == person.Id, ct) || await db.UserRoles.AnyAsync(stored => stored.UserId == person.Id, ct) || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(stored => stored.UserId == person.Id, ct));
        }

        Assert.NotEmpty((await signIn.Form("Se connecter").Fill("Adresse e-mail", person.Email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync()).Errors);
        Assert.Empty((await signIn.Form("Se connecter").Fill("Adresse e-mail", person.Email).Fill("Mot de passe", password).SubmitAsync()).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Browser.GetAsync($"{Team}/{person.Id}")).Status);
        Assert.Equal("Votre accès est déjà ouvert", (await portal.NewBrowser().GetAsync(link)).Heading);
        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/compte/connexion", (await person.Browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task What_plus_sent_to_an_address_before_its_access_was_taken_away_opens_nothing_again()
    {
        var (actor, other, staff, email) = (await portal.ActorAsync(), await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff), NewEmail);
        var first = await portal.InviteAsync(staff.Browser, $"/admin/partenaires?acteur={actor.Id}", email, "Contribution");
        await PeopleScene.SendInvitationAsync(staff.Browser, $"/admin/partenaires?acteur={other.Id}", email, "Contribution");
        var second = await LinkOfAsync(email, other.Id);
        await PeopleScene.AcceptAsync(portal.NewBrowser(), first);
        var id = (await ByEmailAsync(email)).Id;

        await (await staff.Browser.GetAsync($"/admin/partenaires/{id}/retrait")).Form("Retirer l’accès").SubmitAsync();

        Assert.Equal("Cette invitation a été retirée", (await portal.NewBrowser().GetAsync(second)).Heading);
        Assert.True((await portal.UserAsync(id)).IsDisabled);
    }

    [Fact]
    public async Task Link_that_a_manager_sent_before_opens_no_removed_account_and_leads_to_plus()
    {
        var (actor, other, staff, email) = (await portal.ActorAsync(), await portal.ActorAsync(), await portal.PersonAsync(PortalRoles.Staff), NewEmail);
        var first = await portal.InviteAsync(staff.Browser, $"/admin/partenaires?acteur={actor.Id}", email, "Contribution");
        using var manager = await portal.SignInAsNewAsync(PortalRoles.PartnerManager, other.Id);
        await PeopleScene.SendInvitationAsync(manager, "/partenaire/equipe", email, "Contribution");
        var second = await LinkOfAsync(email, other.Id);
        using var late = portal.NewBrowser();
        var open = (await late.GetAsync(second)).Form("Ouvrir mon accès").Fill("Mot de passe", PortalFactory.Password);
        await PeopleScene.AcceptAsync(portal.NewBrowser(), first);
        var id = (await ByEmailAsync(email)).Id;
        await (await staff.Browser.GetAsync($"/admin/partenaires/{id}/retrait")).Form("Retirer l’accès").SubmitAsync();

        var page = await open.SubmitAsync();

        Assert.Equal((HttpStatusCode.NotFound, "Votre accès a été retiré"), (page.Status, page.Heading));
        Assert.True(page.HasLink("Joindre PLUS"));
        Assert.True((await portal.UserAsync(id)).IsDisabled);
    }

    private async Task<string> LinkOfAsync(string email, Guid actorId)
    {
        await using var db = fixture.NewContext();
        var invitation = await db.Set<Invitation>().SingleAsync(candidate => candidate.Email == email && candidate.SupportActorId == actorId, TestContext.Current.CancellationToken);
        return await portal.LinkAsync(MailKind.Invitation, invitation.Id);
    }

    private async Task<PortalUser> ByEmailAsync(string email)
    {
        await using var db = fixture.NewContext();
        return await db.Users.AsNoTracking().SingleAsync(user => user.NormalizedEmail == email.ToUpperInvariant(), TestContext.Current.CancellationToken);
    }
}
