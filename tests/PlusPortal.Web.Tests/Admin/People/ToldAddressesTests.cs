using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Data.Profile;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Profile;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Tests.Admin.Settings;
using PlusPortal.Web.Tests.Shared.People;

namespace PlusPortal.Web.Tests.Admin.People;

/// <summary>The lists of who is told follow the accounts: who has no access any more is told of no request, a changed address is told at the new one. A database of its own: it changes the settings.</summary>
public sealed class ToldAddressesTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private readonly PortalFactory portal = fixture.Portal;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_whose_access_is_taken_away_leaves_the_lists_with_author_and_date()
    {
        var (administrator, leaving, staying) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff), await portal.PersonAsync(PortalRoles.Staff));
        await TellAsync(administrator.Browser, urgent: [leaving.Email.ToUpperInvariant(), staying.Email], attention: [$"Garde <{leaving.Email}>", "equipe@plus.example.org"]);

        var page = await administrator.Browser.GetAsync($"/admin/equipe/{leaving.Id}/retrait");
        Assert.True(page.Has("son adresse n'est plus prévenue des demandes urgentes ;"), page.Text);
        Assert.True(page.Has("son adresse n'est plus prévenue des autres messages à l'équipe ;"), page.Text);
        await page.Form("Retirer l’accès").SubmitAsync();

        var profile = await KnownAsync();
        Assert.Equal([staying.Email], profile.UrgentRequest.Addresses);
        Assert.Equal(["equipe@plus.example.org"], profile.StaffAttention.Addresses);
        await using var db = fixture.NewContext();
        var latest = (await db.LatestProfileChangesAsync(Ct)).Single(change => change.Setting == ProfileSetting.UrgentRequest);
        Assert.Equal((administrator.Id, portal.Clock.GetUtcNow()), (latest.AuthorId, latest.At));
        Assert.True((await administrator.Browser.GetAsync(SettingsVerbs.Overview + "/historique")).Has(administrator.Name));
    }

    [Fact]
    public async Task Who_was_told_of_urgent_requests_alone_leaves_them_to_the_whole_team_as_the_page_says()
    {
        var (administrator, leaving) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));
        await TellAsync(administrator.Browser, urgent: [leaving.Email], attention: ["equipe@plus.example.org"]);

        var page = await leaving.Browser.GetAsync("/compte/depart");
        Assert.True(page.Has("votre adresse n'est plus prévenue des demandes urgentes : elle était la seule, et tous les comptes de l'équipe le sont à sa place jusqu'à ce qu'un administrateur nomme quelqu'un dans les réglages"), page.Text);
        Assert.False(page.Has("autres messages à l'équipe"));
        Assert.Equal("/", (await page.Form("Quitter le portail").Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync()).Path);

        Assert.Equal((AudienceKind.EveryAccount, AudienceKind.Addresses), ((await KnownAsync()).UrgentRequest.Kind, (await KnownAsync()).StaffAttention.Kind));
        await using var db = fixture.NewContext();
        Assert.Equal(leaving.Id, (await db.LatestProfileChangesAsync(Ct)).Single(change => change.Setting == ProfileSetting.UrgentRequest).AuthorId);
    }

    [Fact]
    public async Task Removal_that_is_refused_leaves_the_lists_as_they_are()
    {
        var (administrator, actor) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.ActorAsync());
        var (manager, other) = (await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id), await portal.PersonAsync(PortalRoles.PartnerManager, actor.Id));
        await TellAsync(administrator.Browser, urgent: [manager.Email, "garde@plus.example.org"], attention: ["equipe@plus.example.org"]);
        var form = (await administrator.Browser.GetAsync($"/admin/partenaires/{manager.Id}/retrait")).Form("Retirer l’accès");
        await (await administrator.Browser.GetAsync($"/admin/partenaires/{other.Id}/retrait")).Form("Retirer l’accès").SubmitAsync();

        Assert.NotEmpty((await form.SubmitAsync()).Errors);

        Assert.Equal([manager.Email, "garde@plus.example.org"], (await KnownAsync()).UrgentRequest.Addresses);
    }

    [Fact]
    public async Task Observer_to_be_is_told_of_no_request_any_more()
    {
        var (administrator, person) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));
        await TellAsync(administrator.Browser, urgent: [person.Email, "garde@plus.example.org"], attention: ["equipe@plus.example.org"]);

        await (await administrator.Browser.GetAsync($"/admin/equipe/{person.Id}")).Form("Changer le rôle").Choose("Rôle", "Observation").SubmitAsync();

        Assert.Equal(["garde@plus.example.org"], (await KnownAsync()).UrgentRequest.Addresses);
    }

    [Fact]
    public async Task Changed_address_is_told_in_the_place_of_the_old_one()
    {
        var (administrator, person, email) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff), $"nouvelle{A.Number()}@example.org");
        await TellAsync(administrator.Browser, urgent: ["garde@plus.example.org", person.Email], attention: [person.Email]);
        await (await person.Browser.GetAsync("/compte/adresse")).Form("Demander le changement").Fill("Nouvelle adresse e-mail", email).Fill("Mot de passe actuel", PortalFactory.Password).SubmitAsync();
        await using var db = fixture.NewContext();
        var change = await db.AddressChanges.SingleAsync(asked => asked.UserId == person.Id && asked.State == AddressChangeState.Open, Ct);

        foreach (var mail in new[] { MailKind.AddressChangeForOld, MailKind.AddressChangeForNew })
        {
            await (await portal.NewBrowser().GetAsync(await portal.LinkAsync(mail, change.Id))).Form("Confirmer le changement").SubmitAsync();
        }

        var profile = await KnownAsync();
        Assert.Equal(["garde@plus.example.org", email], profile.UrgentRequest.Addresses);
        Assert.Equal([email], profile.StaffAttention.Addresses);
        Assert.Equal(person.Id, (await db.LatestProfileChangesAsync(Ct)).Single(latest => latest.Setting == ProfileSetting.StaffAttention).AuthorId);
    }

    [Fact]
    public async Task Settings_changed_at_the_same_instant_as_an_access_is_taken_away_both_hold()
    {
        var (administrator, other, leaving) = (await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Administrator), await portal.PersonAsync(PortalRoles.Staff));
        await TellAsync(administrator.Browser, urgent: [leaving.Email, "garde@plus.example.org"], attention: ["equipe@plus.example.org"]);
        var (email, removal) = ($"contact{A.Number()}@plus.example.org", (await administrator.Browser.GetAsync($"/admin/equipe/{leaving.Id}/retrait")).Form("Retirer l’accès"));
        var reach = await other.Browser.ReachAsync("03 83 00 00 11", email);

        await Task.WhenAll(removal.SubmitAsync(), reach.SubmitAsync());

        var profile = await KnownAsync();
        Assert.Equal((email, "garde@plus.example.org"), (profile.Email, Assert.Single(profile.UrgentRequest.Addresses)));
        Assert.True((await portal.UserAsync(leaving.Id)).IsDisabled);
    }

    private static async Task TellAsync(PortalBrowser administrator, string[] urgent, string[] attention)
    {
        var overview = await (await administrator.GetAsync(SettingsVerbs.Overview + "/notifications")).Form(SettingsVerbs.SaveNotifications)
            .Choose(SettingsVerbs.UrgentQuestion, "Ces adresses seulement").Fill(SettingsVerbs.UrgentList, string.Join('\n', urgent))
            .Choose(SettingsVerbs.AttentionQuestion, "Ces adresses seulement").Fill(SettingsVerbs.AttentionList, string.Join('\n', attention)).SubmitAsync();
        Assert.Equal(SettingsVerbs.Overview, overview.Path);
    }

    private async Task<PlusProfile> KnownAsync() => await portal.Services.GetRequiredService<CurrentProfile>().GetAsync(Ct);
}
