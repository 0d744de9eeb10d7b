using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Admin.Requests.Conversation;

/// <summary>What staff say to the structure and to each other.</summary>
public sealed class ConversationTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Question_goes_to_the_structure_and_its_answer_brings_the_request_back()
    {
        var request = A.Request().Build().InTriage();
        var tracking = await fixture.TrackAsync(request);
        using var staff = await fixture.StaffAsync();
        var form = await (await staff.GetAsync(RequestScene.Address(request))).ClickAsync("Poser une question à la structure");

        var asked = await form.Form("Poser la question").Fill("Votre question", "Combien de bénévoles êtes-vous ?").SubmitAsync();

        Assert.Equal(RequestStatus.NeedsInformation, (await fixture.ReadAsync(request.Id)).Status);
        Assert.Equal([MailKind.QuestionForStructure], await fixture.MailsAboutAsync(request.Id));
        Assert.True(asked.Has("a posé une question à la structure."));
        Assert.True(asked.Has("Une question attend la structure : les acteurs pourront être choisis après sa réponse."));
        var structure = await fixture.NewBrowser().GetAsync(tracking);
        Assert.True(structure.Has("Combien de bénévoles êtes-vous ?"));

        await (await structure.ClickAsync("Répondre à l’équipe PLUS")).Form("Envoyer ma réponse").Fill("Votre réponse", "Nous sommes douze.").SubmitAsync();
        var back = await staff.GetAsync(RequestScene.Address(request));
        Assert.Equal(RequestStatus.InTriage, (await fixture.ReadAsync(request.Id)).Status);
        Assert.True(back.Has("La structure a répondu à la question de PLUS."));
        Assert.True(back.Has("Nous sommes douze."));
    }

    [Fact]
    public async Task Empty_or_endless_question_is_refused_and_kept()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);
        var form = await (await fixture.OpenAsync(request)).ClickAsync("Poser une question à la structure");
        var endless = new string('a', RequestNote.TextLength + 1);

        var empty = await form.Form("Poser la question").Fill("Votre question", "  ").SubmitAsync();
        var tooLong = await form.Form("Poser la question").Fill("Votre question", endless).SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Écrivez la question avant de l'envoyer."), (empty.Status, empty.ErrorOf("Votre question")));
        Assert.Equal("Raccourcissez la question : 4 000 caractères au plus.", tooLong.ErrorOf("Votre question"));
        Assert.Equal(endless, tooLong.Form("Poser la question").Value("Votre question"));
        Assert.Equal(RequestStatus.InTriage, (await fixture.ReadAsync(request.Id)).Status);
    }

    [Fact]
    public async Task Answer_given_by_telephone_is_noted()
    {
        var request = Asked();
        await fixture.StoreAsync(request);
        var form = await (await fixture.OpenAsync(request)).ClickAsync("Noter la réponse de la structure");

        var empty = await form.Form("Noter la réponse").SubmitAsync();
        var page = await form.Form("Noter la réponse").Fill("Réponse de la structure", "Douze bénévoles.").SubmitAsync();

        Assert.Equal("Écrivez la réponse donnée par la structure.", empty.ErrorOf("Réponse de la structure"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(RequestStatus.InTriage, stored.Status);
        Assert.Equal(Channel.Telephone, stored.Timeline.Single(entry => entry.Kind == EventKind.QuestionAnswered).Channel);
        Assert.True(page.Has("Douze bénévoles."));
        Assert.True(page.Has("a noté la réponse de la structure."), page.Text);
    }

    [Fact]
    public async Task Staff_take_the_request_back_without_waiting()
    {
        var request = Asked();
        await fixture.StoreAsync(request);

        var page = await (await fixture.OpenAsync(request)).Form("Reprendre sans attendre la réponse").SubmitAsync();

        Assert.Equal(RequestStatus.InTriage, (await fixture.ReadAsync(request.Id)).Status);
        Assert.True(page.Has("a repris la demande sans attendre la réponse."));
    }

    [Fact]
    public async Task Internal_note_is_read_by_staff_alone()
    {
        var secret = $"Entre nous {A.Number()}";
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        var tracking = await fixture.TrackAsync(request, offer);

        var page = await (await fixture.OpenAsync(request)).Form("Enregistrer la note interne").Fill("Note interne", secret).SubmitAsync();

        Assert.True(page.Has("La note interne est enregistrée. L’équipe PLUS est seule à la voir."));
        Assert.True(page.Has(secret));
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        foreach (var other in new[] { await fixture.NewBrowser().GetAsync(tracking), await partner.GetAsync($"/partenaire/demandes/{referral.Id}"), await partner.GetAsync("/partenaire/demandes") })
        {
            Assert.Equal(HttpStatusCode.OK, other.Status);
            Assert.DoesNotContain(secret, other.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("note interne", other.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Empty_or_endless_note_is_refused_and_kept()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var page = await fixture.OpenAsync(request);
        var endless = new string('n', RequestNote.TextLength + 1);

        var empty = await page.Form("Enregistrer la note interne").SubmitAsync();
        var tooLong = await page.Form("Enregistrer la note interne").Fill("Note interne", endless).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Single(empty.Errors);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        Assert.Equal(endless, tooLong.Form("Enregistrer la note interne").Value("Note interne"));
        Assert.Empty((await fixture.ReadAsync(request.Id)).Notes);
    }

    private static OrientationRequest Asked()
    {
        var request = A.Request().Build().InTriage();
        request.AskStructure("Combien de bénévoles êtes-vous ?", A.Staff(), A.Now, A.Day);
        return request;
    }
}
