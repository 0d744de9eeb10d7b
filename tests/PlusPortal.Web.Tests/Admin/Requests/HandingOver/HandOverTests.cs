using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Audit;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.HandingOver;

/// <summary>The person has left: staff give the request to another of the structure, after a check.</summary>
public sealed class HandOverTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Save = "Confier la demande";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Former_person_is_locked_out_the_other_gets_a_link_and_actors_are_told(bool removesFollowers)
    {
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail($"acteur{A.Number()}@example.org").Build()).Build();
        var request = A.Request().From(contact => contact with { Phone = "0383112233" }).Build();
        var referral = request.AcceptedBy(offer);
        var follower = request.InviteFollower("Suit", "suit@example.org", Author.Structure, A.Now)!;
        request.JoinAsFollower(follower.Id, Author.Follower, A.Now);
        var former = await fixture.TrackAsync(request, offer);
        using var staff = await fixture.StaffAsync();
        var form = (await (await staff.GetAsync($"/admin/demandes/{request.Reference}")).ClickAsync("Confier à une autre personne de la structure")).Form(Save);
        form = form.Fill("Prénom et nom", "Nouvelle Personne").Fill("Adresse e-mail", $"suite{A.Number()}@example.org").Choose("Courrier signé, qui cite la référence").Fill("Motif", "Départ annoncé par la présidente.");
        if (removesFollowers) form = form.Tick("Retirer aussi les personnes invitées à suivre la demande");

        var page = await form.SubmitAsync();

        Assert.True(page.Has("La demande est confiée à cette personne."));
        Assert.True(page.Has("a confié la demande à une autre personne de la structure : Courrier signé, qui cite la référence."));
        Assert.False(page.Has(request.Contact.Email));
        Assert.False(page.Has("03 83 11 22 33"));
        Assert.Equal(!removesFollowers, page.Has("suit@example.org"));
        Assert.Equal(HttpStatusCode.NotFound, (await fixture.NewBrowser().GetAsync(former)).Status);
        Assert.Equal(new HashSet<MailKind> { MailKind.RequestHandedOver, MailKind.RequestHandedOverNotice, MailKind.ContactChangedForPartner }, (await fixture.MailsAboutAsync(request.Id, referral.Id)).ToHashSet());
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(("Nouvelle Personne", null, (DateTimeOffset?)null), (stored.Contact.Name, stored.Contact.Phone, stored.AddressProvenAt));
        await using var db = fixture.NewContext();
        var notice = await db.Set<Data.Outbox.OutboxMessage>().SingleAsync(message => message.SubjectId == request.Id && message.Kind == MailKind.RequestHandedOverNotice, Ct);
        Assert.Equal(request.Contact.Email, notice.Recipient);

        // The link that goes to the other one proves its address.
        var asked = await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id));
        var own = await asked.Form("Confirmer mon adresse et voir ma demande").SubmitAsync();
        Assert.True(own.Has("Une autre personne de votre structure a envoyé votre demande."), own.Text);
        Assert.False(own.Has("Vous avez envoyé votre demande."));
        Assert.NotNull((await fixture.ReadAsync(request.Id)).AddressProvenAt);
        using var administrator = await fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        Assert.True((await administrator.GetAsync($"/admin/journal?demande={request.Reference}")).Has("Demande confiée à une autre personne de la structure"));
    }

    [Fact]
    public async Task Each_wrong_value_gets_its_sentence_keeps_what_was_typed_and_a_conflict_saves_nothing()
    {
        var request = A.Request().Build();
        await fixture.TrackAsync(request);
        using var staff = await fixture.StaffAsync();
        var page = await staff.GetAsync($"/admin/demandes/{request.Reference}/nouvelle-personne");

        // No number is recorded that could have been called.
        Assert.Null(request.Contact.Phone);
        Assert.False(page.Has("Nous avons rappelé le numéro enregistré"));

        var empty = await page.Form(Save).Fill("Téléphone", "douze").SubmitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "douze"), (empty.Status, empty.Form(Save).Value("Téléphone")));
        Assert.Equal("Indiquez le prénom et le nom de la personne.", empty.ErrorOf("Prénom et nom"));
        Assert.Equal("Écrivez le motif : qui l'a demandé, et quand.", empty.ErrorOf("Motif"));
        var filled = empty.Form(Save).Fill("Prénom et nom", "Nouvelle").Fill("Téléphone", "").Choose("Rencontre en personne").Fill("Motif", "Vue hier.").Fill("Adresse e-mail", request.Contact.Email);
        var same = await filled.SubmitAsync();
        Assert.Equal("C'est l'adresse enregistrée : écrivez celle de l'autre personne.", same.ErrorOf("Adresse e-mail"));

        await (await staff.GetAsync($"/admin/demandes/{request.Reference}")).Form("Enregistrer la note interne").Fill("Note interne", "Entre nous.").SubmitAsync();
        var late = await same.Form(Save).Fill("Adresse e-mail", "autre@example.org").SubmitAsync();
        Assert.Equal((HttpStatusCode.Conflict, "Nouvelle"), (late.Status, late.Form(Save).Value("Prénom et nom")));
        Assert.Equal(request.Contact.Email, (await fixture.ReadAsync(request.Id)).Contact.Email);
    }

    [Fact]
    public async Task Staff_remove_a_follower_and_partners_and_observers_hand_nothing_over()
    {
        var request = A.Request().Build().InTriage();
        request.InviteFollower("Suit Inventée", "suit@example.org", Author.Structure, A.Now);
        var offer = A.SupportOffer().Build();
        await fixture.TrackAsync(request, offer);
        using var staff = await fixture.StaffAsync();

        var page = await (await staff.GetAsync($"/admin/demandes/{request.Reference}")).Form("Retirer cette personne : Suit Inventée").SubmitAsync();

        Assert.True(page.Has("Cette personne ne suit plus la demande"));
        Assert.False(page.Has("suit@example.org"));
        foreach (var role in new[] { PortalRoles.Partner, PortalRoles.Observer })
        {
            using var other = await fixture.Portal.SignInAsNewAsync(role, role == PortalRoles.Partner ? offer.ActorId : null);
            Assert.NotEqual(HttpStatusCode.OK, (await other.GetAsync($"/admin/demandes/{request.Reference}/nouvelle-personne")).Status);
        }
    }
}
