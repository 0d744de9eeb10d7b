using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Tests.Shared.People;

namespace PlusPortal.Web.Tests.Admin.People;

/// <summary>People of PLUS: list, role, access, lost second factor.</summary>
public sealed class TeamTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Team = "/admin/equipe";

    private readonly PortalFactory portal = fixture.Portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrators_alone_see_the_team()
    {
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);

        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(Team)).Status);
    }

    [Fact]
    public async Task List_says_who_may_do_what_and_shows_no_partner()
    {
        var (administrator, observer, actor) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Observer), await portal.ActorAsync());
        var partner = await portal.PersonAsync(PortalRoles.Partner, actor.Id);

        var found = await administrator.Browser.GetAsync($"{Team}?texte={observer.Name.ToUpperInvariant()}");
        var none = await administrator.Browser.GetAsync($"{Team}?texte={partner.Email}");

        Assert.True(found.Has(observer.Email));
        Assert.True(found.Has("Observation"));
        Assert.True(none.Has("Personne ne correspond."));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Browser.GetAsync($"{Team}/{partner.Id}")).Status);
    }

    [Fact]
    public async Task Address_that_has_an_account_is_told_to_plus()
    {
        var (administrator, known) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));

        var answer = await PeopleScene.SendInvitationAsync(administrator.Browser, Team, known.Email.ToUpperInvariant(), "Équipe");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal($"Cette adresse a déjà un compte, au nom de {known.Name}. Indiquez une autre adresse.", answer.ErrorOf("Adresse e-mail professionnelle"));
        Assert.Equal("Alix Inventée", answer.Form("Envoyer l’invitation").Value("Prénom et nom"));
    }

    [Fact]
    public async Task List_of_invitations_says_who_sent_each()
    {
        var (administrator, email) = (await portal.PersonAsync(PortalRoles.Administrator), $"invitee{A.Number()}@example.org");
        await portal.InviteAsync(administrator.Browser, Team, email, "Équipe");

        Assert.True((await administrator.Browser.GetAsync($"{Team}?texte={email}")).Has($"Invitation envoyée par {administrator.Name}."));
    }

    [Fact]
    public async Task Second_invitation_of_an_address_is_refused_while_the_first_waits()
    {
        var (administrator, email) = (await portal.PersonAsync(PortalRoles.Administrator), $"invitee{A.Number()}@example.org");
        await portal.InviteAsync(administrator.Browser, Team, email, "Équipe");

        var again = await PeopleScene.SendInvitationAsync(administrator.Browser, Team, email, "Observation");

        Assert.StartsWith("Une invitation attend déjà à cette adresse.", again.ErrorOf("Adresse e-mail professionnelle"), StringComparison.Ordinal);
        Assert.Equal(PersonRole.Staff, (await portal.InvitationOfAsync(email)).Role);
    }

    [Fact]
    public async Task One_address_gets_five_invitations_a_day_however_often_they_are_sent_again()
    {
        var (administrator, email) = (await portal.PersonAsync(PortalRoles.Administrator), $"souvent{A.Number()}@example.org");
        await portal.InviteAsync(administrator.Browser, Team, email, "Équipe");
        var form = (await administrator.Browser.GetAsync($"{Team}?texte={email}")).Form("Renvoyer l’invitation de Alix Inventée");
        for (var times = 2; times <= 5; times++) Assert.Equal(HttpStatusCode.OK, (await form.SubmitAsync()).Status);

        var refused = await form.SubmitAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, "Équipe PLUS"), (refused.Status, refused.Heading));
        Assert.Equal("Plusieurs e-mails sont déjà partis à cette adresse aujourd'hui. Recommencez demain.", Assert.Single(refused.Errors));
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 24 * 3600);
        Assert.Equal(5, (await fixture.MailsAboutAsync((await portal.InvitationOfAsync(email)).Id)).Count);
    }

    [Fact]
    public async Task Empty_form_says_what_is_missing()
    {
        using var administrator = await portal.SignInAsNewAsync(PortalRoles.Administrator);

        var answer = await (await administrator.GetAsync(Team + "/invitation")).Form("Envoyer l’invitation").SubmitAsync();

        Assert.Equal("Indiquez le prénom et le nom de la personne.", answer.ErrorOf("Prénom et nom"));
        Assert.Equal("Indiquez l'adresse e-mail de la personne.", answer.ErrorOf("Adresse e-mail professionnelle"));
        Assert.Equal("Choisissez un rôle.", answer.ErrorOf("Rôle"));
    }

    [Fact]
    public async Task New_role_ends_the_sessions_within_a_minute_and_is_told_by_mail()
    {
        var (administrator, person) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));

        var page = await (await administrator.Browser.GetAsync($"{Team}/{person.Id}")).Form("Changer le rôle").Choose("Rôle", "Administration").SubmitAsync();

        Assert.True(page.Has("Le rôle est changé."));
        Assert.Equal(PersonRole.Administrator, await portal.RoleAsync(person.Id));
        Assert.Equal(1, await portal.QueuedAsync(MailKind.RoleChanged, person.Id));
        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/compte/connexion", (await person.Browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Role_changed_by_somebody_else_meanwhile_is_a_conflict()
    {
        var (first, second, person) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));
        var slow = (await first.Browser.GetAsync($"{Team}/{person.Id}")).Form("Changer le rôle").Choose("Rôle", "Administration");
        await (await second.Browser.GetAsync($"{Team}/{person.Id}")).Form("Changer le rôle").Choose("Rôle", "Observation").SubmitAsync();

        var answer = await slow.SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.StartsWith("Quelqu'un a changé cette personne entre-temps.", answer.ErrorOf("Rôle"), StringComparison.Ordinal);
        Assert.Equal(PersonRole.Observer, await portal.RoleAsync(person.Id));
    }

    [Fact]
    public async Task Access_taken_away_hands_requests_over_ends_sessions_and_links_and_is_told_by_mail()
    {
        var (administrator, leaving, heir) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff), await portal.PersonAsync(PortalRoles.Staff));
        var (open, closed) = (await InChargeOfAsync(leaving.Id), await InChargeOfAsync(leaving.Id, isClosed: true));
        var link = await LinkOfAsync(leaving.Id);

        var page = await administrator.Browser.GetAsync($"{Team}/{leaving.Id}/retrait");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Form("Retirer l’accès").SubmitAsync()).Status);
        var done = await page.Form("Retirer l’accès").Choose("À qui va la demande en cours ?", heir.Name).SubmitAsync();

        Assert.True(done.Has("L'accès est retiré."));
        Assert.True((await portal.UserAsync(leaving.Id)).IsDisabled);
        await using var db = fixture.NewContext();
        Assert.Equal(heir.Id, (await db.OrientationRequests.SingleAsync(request => request.Id == open, Ct)).AssigneeId);
        Assert.Equal(leaving.Id, (await db.OrientationRequests.SingleAsync(request => request.Id == closed, Ct)).AssigneeId);
        var assigned = await db.Set<TimelineEvent>().SingleAsync(entry => entry.RequestId == open && entry.Kind == EventKind.Assigned, Ct);
        Assert.Equal(administrator.Id, assigned.AuthorId);
        Assert.NotNull((await db.AccessLinks.SingleAsync(row => row.TokenHash == link, Ct)).RevokedAt);
        Assert.Contains("votre accès au portail PLUS est retiré", (await portal.MailAsync(MailKind.AccessRemoved, leaving.Id)).Replace("Votre", "votre", StringComparison.Ordinal), StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/compte/connexion", (await leaving.Browser.GetAsync("/admin")).Path);
        Assert.NotEmpty((await (await portal.NewBrowser().GetAsync("/compte/connexion")).Form("Se connecter").Fill("Adresse e-mail", leaving.Email).Fill("Mot de passe", PortalFactory.Password).SubmitAsync()).Errors);
    }

    [Fact]
    public async Task Requests_may_go_back_to_the_queue()
    {
        var (administrator, leaving) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));
        var request = await InChargeOfAsync(leaving.Id);

        await (await administrator.Browser.GetAsync($"{Team}/{leaving.Id}/retrait")).Form("Retirer l’accès").Choose("À personne : elles retournent dans la file").SubmitAsync();

        await using var db = fixture.NewContext();
        Assert.Null((await db.OrientationRequests.SingleAsync(row => row.Id == request, Ct)).AssigneeId);
        Assert.Equal(1, await db.Set<TimelineEvent>().CountAsync(entry => entry.RequestId == request && entry.Kind == EventKind.Released, Ct));
    }

    [Fact]
    public async Task Observer_to_be_gives_its_requests_back_to_the_queue()
    {
        var (administrator, person) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));
        var request = await InChargeOfAsync(person.Id);

        await (await administrator.Browser.GetAsync($"{Team}/{person.Id}")).Form("Changer le rôle").Choose("Rôle", "Observation").SubmitAsync();

        await using var db = fixture.NewContext();
        Assert.Null((await db.OrientationRequests.SingleAsync(row => row.Id == request, Ct)).AssigneeId);
    }

    [Fact]
    public async Task Access_given_back_lets_the_person_sign_in_again()
    {
        var (administrator, person) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Observer));
        var removed = await (await administrator.Browser.GetAsync($"{Team}/{person.Id}/retrait")).Form("Retirer l’accès").SubmitAsync();

        var page = await removed.Form("Rétablir l’accès").SubmitAsync();

        Assert.True(page.Has("L'accès est rétabli."));
        Assert.False((await portal.UserAsync(person.Id)).IsDisabled);
        Assert.Equal(1, await portal.QueuedAsync(MailKind.AccessRestored, person.Id));
        Assert.Equal(PersonRole.Observer, await portal.RoleAsync(person.Id));
    }

    [Fact]
    public async Task Lost_second_factor_is_taken_away_after_a_check_told_and_kept()
    {
        var (administrator, person) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));
        await GiveFactorsAsync(person.Id);
        Assert.True((await administrator.Browser.GetAsync($"{Team}/{person.Id}")).Has("Second facteur Oui"));

        var page = await (await administrator.Browser.GetAsync($"{Team}/{person.Id}")).ClickAsync("Retirer le second facteur");
        var empty = await page.Form("Retirer le second facteur").SubmitAsync();
        Assert.Equal("Dites comment vous avez vérifié que c'est bien cette personne.", empty.ErrorOf("Comment avez-vous vérifié son identité ?"));
        Assert.StartsWith("Ajoutez une phrase", empty.ErrorOf("Précisez en une phrase"), StringComparison.Ordinal);
        var done = await empty.Form("Retirer le second facteur").Choose("Rencontre en personne").Fill("Précisez en une phrase", "Vue au bureau ce matin.").SubmitAsync();

        Assert.True(done.Has("Le second facteur est retiré."));
        Assert.True(done.Has($"par {administrator.Name}. Rencontre en personne : Vue au bureau ce matin."), done.Text);
        var user = await portal.UserAsync(person.Id);
        Assert.Equal((false, (long?)null), (user.TwoFactorEnabled, user.LastCodeStep));
        await using var db = fixture.NewContext();
        Assert.False(await db.UserTokens.AnyAsync(token => token.UserId == person.Id, Ct));
        Assert.False(await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(passkey => passkey.UserId == person.Id, Ct));
        Assert.Equal(1, await portal.QueuedAsync(MailKind.FactorReset, person.Id));
        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/compte/connexion", (await person.Browser.GetAsync("/admin")).Path);
    }

    [Fact]
    public async Task Nobody_takes_the_own_second_factor_away_here_nor_changes_the_own_access()
    {
        var administrator = await portal.PersonAsync(PortalRoles.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Browser.GetAsync($"/admin/personnes/{administrator.Id}/second-facteur")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Browser.GetAsync($"{Team}/{administrator.Id}/retrait")).Status);
        Assert.True((await administrator.Browser.GetAsync($"{Team}/{administrator.Id}")).Has("C'est votre compte."));
    }

    private async Task<Guid> InChargeOfAsync(Guid staffId, bool isClosed = false)
    {
        var request = A.Request().Build();
        request.ProveAddress(A.Now);
        request.TakeInCharge(Author.Staff(staffId), A.Now, A.Day);
        if (isClosed) request.Close(Domain.Vocabulary.ClosingReasons.AucunActeur, "Personne pour l’instant.", null, Author.Staff(staffId), A.Now, A.Day);
        await fixture.StoreAsync(request);
        return request.Id;
    }

    private async Task<byte[]> LinkOfAsync(Guid userId)
    {
        var hash = LinkTokens.Hash(LinkTokens.Create());
        await using var db = fixture.NewContext();
        db.Add(new AccessLink { TokenHash = hash, Purpose = LinkPurpose.Tracking, SubjectId = userId, CreatedAt = A.Now, ExpiresAt = A.Now.AddYears(1) });
        await db.SaveChangesAsync(Ct);
        return hash;
    }

    private async Task GiveFactorsAsync(Guid userId)
    {
        await using var db = fixture.NewContext();
        await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.TwoFactorEnabled, true).SetProperty(user => user.LastCodeStep, 7L), Ct);
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = userId, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "ABC" });
        db.Add(new IdentityUserPasskey<Guid>
        {
            UserId = userId,
            CredentialId = [.. BitConverter.GetBytes(A.Number())],
            Data = new IdentityPasskeyData { PublicKey = [1], Name = "Essai", CreatedAt = A.Now, SignCount = 0, Transports = [], AttestationObject = [1], ClientDataJson = [1] },
        });
        await db.SaveChangesAsync(Ct);
    }
}
