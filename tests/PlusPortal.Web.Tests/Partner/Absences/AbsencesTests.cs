using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Partner.Absences;

public sealed class AbsencesTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Send = "Annoncer cette absence";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partner_announces_an_absence_with_a_substitute_reads_it_at_home_and_ends_it()
    {
        var offer = await StoredAsync();
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        var form = (await browser.GetAsync("/partenaire/absences")).Form(Send)
            .FillDate("Premier jour", A.Today.AddDays(-2)).FillDate("Dernier jour", A.Today.AddDays(4)).Fill("Nom du remplaçant", "Alix Exemple").Fill("Adresse e-mail du remplaçant", "alix@example.org");

        var list = await form.SubmitAsync();
        await form.SubmitAsync();

        Assert.True(list.Has("Remplaçant : Alix Exemple, alix@example.org"));
        Assert.Single(await AbsencesAsync(offer));
        Assert.True((await browser.GetAsync("/partenaire")).Has("Absent du samedi 28 février 2026 au vendredi 6 mars 2026, remplacé par Alix Exemple."));
        await using (var db = fixture.NewContext()) Assert.Equal(["alix@example.org"], await db.SubstitutesOfAsync(offer.ActorId, A.Today, Ct));
        await list.Form("Terminer cette absence, Du samedi 28 février 2026 au vendredi 6 mars 2026").SubmitAsync();
        Assert.Equal(A.Today.AddDays(-1), Assert.Single(await AbsencesAsync(offer)).To);
    }

    [Fact]
    public async Task An_absence_to_come_is_removed_twice_without_harm_and_nobody_else_can()
    {
        var offer = await StoredAsync();
        var (mine, other) = (await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId), await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, (await StoredAsync()).ActorId));
        var list = await (await mine.GetAsync("/partenaire/absences")).Form(Send).FillDate("Premier jour", A.Today.AddDays(5)).FillDate("Dernier jour", A.Today.AddDays(5)).SubmitAsync();
        var remove = list.Form("Retirer cette absence, Le samedi 7 mars 2026");
        var stolen = (await other.GetAsync("/partenaire/absences")).Form(Send).Request();
        stolen.RequestUri = new Uri(new Uri("https://localhost"), $"/partenaire/absences/{Assert.Single(await AbsencesAsync(offer)).Id}/fin");

        await other.SendAsync(stolen);
        Assert.Single(await AbsencesAsync(offer));
        await remove.SubmitAsync();
        var again = await remove.SubmitAsync();

        Assert.True(again.Has("Aucune absence n'est annoncée."));
        Assert.Empty(await AbsencesAsync(offer));
    }

    [Fact]
    public async Task Each_mistake_has_its_sentence_and_loses_nothing()
    {
        var offer = await StoredAsync();
        var form = (await (await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId)).GetAsync("/partenaire/absences")).Form(Send);

        var empty = await form.SubmitAsync();
        var wrong = await empty.Form(Send).FillDate("Premier jour", A.Today.AddDays(9)).FillDate("Dernier jour", A.Today.AddDays(2)).Fill("Nom du remplaçant", "Alix Exemple").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal("Indiquez le premier jour de l'absence.", empty.ErrorOf("Premier jour"));
        Assert.Equal("Le dernier jour est avant le premier. Corrigez l'une des deux dates.", wrong.ErrorOf("Dernier jour"));
        Assert.Equal("Indiquez aussi l'adresse de la personne qui remplace, ou videz son nom.", wrong.ErrorOf("Adresse e-mail du remplaçant"));
        Assert.Equal("Alix Exemple", wrong.Form(Send).Value("Nom du remplaçant"));
        Assert.Empty(await AbsencesAsync(offer));
    }

    [Fact]
    public async Task The_twenty_first_is_refused()
    {
        var offer = await StoredAsync();
        await using (var db = fixture.NewContext())
        {
            for (var day = 1; day <= ActorAbsence.MostUpcoming; day++) db.Add(ActorAbsence.Announce(offer.ActorId, A.Today.AddDays(day), A.Today.AddDays(day), null, null, 0, A.Today, A.Now));
            await db.SaveChangesAsync(Ct);
        }

        var answer = await (await (await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId)).GetAsync("/partenaire/absences")).Form(Send)
            .FillDate("Premier jour", A.Today.AddDays(40)).FillDate("Dernier jour", A.Today.AddDays(41)).SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.True(answer.Has("Vingt absences sont déjà annoncées"));
        Assert.Equal(ActorAbsence.MostUpcoming, (await AbsencesAsync(offer)).Count);
    }

    [Fact]
    public async Task Staff_announce_it_for_the_actor_and_read_it_on_its_page()
    {
        var offer = await StoredAsync();
        var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        await (await staff.GetAsync($"/admin/annuaire/{offer.ActorId}/absences")).Form(Send).FillDate("Premier jour", A.Today).FillDate("Dernier jour", A.Today).SubmitAsync();

        Assert.True((await staff.GetAsync($"/admin/annuaire/{offer.ActorId}")).Has("Absent le lundi 2 mars 2026, sans remplaçant : ses délais s'arrêtent."));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/admin/annuaire/{Guid.NewGuid()}/absences")).Status);
    }

    [Fact]
    public async Task Staff_read_an_absence_beside_the_actor_before_they_send()
    {
        var offer = await StoredAsync();
        var request = A.Request().Build();
        var referral = request.Proposing(offer);
        request.GiveConsent(referral.Id, A.Staff(), A.Now, A.Day);
        await fixture.StoreAsync(request);
        await using (var db = fixture.NewContext())
        {
            db.Add(ActorAbsence.Announce(offer.ActorId, A.Today, A.Today.AddDays(1), "Alix Exemple", "alix@example.org", 0, A.Today, A.Now));
            await db.SaveChangesAsync(Ct);
        }

        var page = await (await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff)).GetAsync($"/admin/demandes/{request.Reference}/envoi");

        Assert.True(page.Has("Absent du lundi 2 mars 2026 au mardi 3 mars 2026, remplacé par Alix Exemple."));
    }

    [Fact]
    public async Task The_calendar_of_several_actors_is_one_command_and_tells_office_and_days()
    {
        var (one, other) = (await StoredAsync(), await StoredAsync());
        await using var db = fixture.NewContext();
        (await db.SupportActors.SingleAsync(actor => actor.Id == one.ActorId, Ct)).SetOffice("57", A.Now);
        db.Add(ActorAbsence.Announce(one.ActorId, A.Today.AddDays(3), A.Today.AddDays(4), "Alix", "alix@example.org", 0, A.Today, A.Now));
        await db.SaveChangesAsync(Ct);

        var calendar = await db.ActorCalendarAsync([one.ActorId, other.ActorId, Guid.NewGuid()], A.Today, Ct);

        Assert.Equal(2, calendar.Count);
        Assert.Equal("57", calendar[one.ActorId].Departement);
        Assert.Equal([new AbsenceDays(A.Today.AddDays(3), A.Today.AddDays(4), "Alix", "alix@example.org")], calendar[one.ActorId].Absences);
        Assert.Null(calendar[other.ActorId].Departement);
        Assert.Empty(calendar[other.ActorId].Absences);
    }

    [Fact]
    public async Task A_manager_says_where_the_office_is_and_a_stale_form_changes_nothing()
    {
        var offer = await StoredAsync();
        var manager = await fixture.Portal.SignInAsNewAsync(PortalRoles.PartnerManager, offer.ActorId);
        var page = await manager.GetAsync("/partenaire/bureau");

        var unknown = await page.Form("Enregistrer").Without("Form.Departement").With("Form.Departement", "ZZ").SubmitAsync();
        var saved = await page.Form("Enregistrer").Without("Form.Departement").With("Form.Departement", "57").SubmitAsync();
        var stale = await page.Form("Enregistrer").Without("Form.Departement").With("Form.Departement", "54").SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (unknown.Status, stale.Status));
        Assert.True(saved.Has("Bureau : Moselle."));
        await using var db = fixture.NewContext();
        var actor = await db.SupportActors.SingleAsync(stored => stored.Id == offer.ActorId, Ct);
        Assert.Equal("57", actor.OfficeDepartement);
        Assert.Contains(nameof(SupportActor.OfficeDepartement), actor.EditedFields);
        var contributor = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        Assert.NotEqual(HttpStatusCode.OK, (await contributor.GetAsync("/partenaire/bureau")).Status);
    }

    private async Task<SupportOffer> StoredAsync()
    {
        var offer = A.SupportOffer().Covering("54").Build();
        await fixture.StoreAsync(offer);
        return offer;
    }

    private async Task<List<ActorAbsence>> AbsencesAsync(SupportOffer offer)
    {
        await using var db = fixture.NewContext();
        return await db.ActorAbsences.AsNoTracking().Where(absence => absence.ActorId == offer.ActorId).ToListAsync(Ct);
    }
}
