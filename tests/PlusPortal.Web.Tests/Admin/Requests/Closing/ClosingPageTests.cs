using System.Net;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.Closing;

/// <summary>Staff set a request aside, end it, open it again.</summary>
public sealed class ClosingPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Close = "Terminer la demande";
    private const string Reason = "Motif de fin";
    private const string Kept = "Référence de la demande conservée";
    private const string Message = "Message à la structure";

    [Fact]
    public async Task Ending_tells_the_structure_why_and_the_actors_that_had_it()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        var tracking = await fixture.TrackAsync(request, offer);
        var form = await OpenFormAsync(request);
        Assert.True(form.Has("l’envoi en cours est retiré"));

        var page = await form.Form(Close).Choose(Reason, "Réorientée hors du répertoire").Fill(Message, "Adressez-vous à la mairie de Toul.").SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.Closed, ClosingReasons.ReorienteeHorsPlus, ReferralStatus.Cancelled), (stored.Status, stored.ClosingReason, stored.Referrals[0].Status));
        Assert.Equal([MailKind.RequestClosed], await fixture.MailsAboutAsync(request.Id));
        Assert.Equal([MailKind.ReferralChangedForPartner], await fixture.MailsAboutAsync(referral.Id));
        Assert.True(page.Has("Motif de fin Réorientée hors du répertoire"));
        Assert.True(page.Has("a terminé la demande : Réorientée hors du répertoire."));
        Assert.True((await fixture.NewBrowser().GetAsync(tracking)).Has("Adressez-vous à la mairie de Toul."));
    }

    [Fact]
    public async Task Unsolicited_message_ends_without_any_mail()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);

        await (await OpenFormAsync(request)).Form(Close).Choose(Reason, "Indésirable / démarchage").SubmitAsync();

        Assert.Equal(ClosingReasons.Indesirable, (await fixture.ReadAsync(request.Id)).ClosingReason);
        Assert.Empty(await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Each_missing_piece_gets_its_sentence_and_nothing_typed_is_lost()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var form = await OpenFormAsync(request);

        var noReason = await form.Form(Close).Fill(Message, "Un mot à garder.").SubmitAsync();
        var noMessage = await (await form.ReloadAsync()).Form(Close).Choose(Reason, "Aucun acteur n’a répondu ou accepté").SubmitAsync();
        var noReference = await form.Form(Close).Choose(Reason, "Doublon").SubmitAsync();
        var itself = await form.Form(Close).Choose(Reason, "Doublon").Fill(Kept, request.Reference).SubmitAsync();
        var unknown = await form.Form(Close).Choose(Reason, "Doublon").Fill(Kept, "PLUS-2026-999999").SubmitAsync();

        Assert.Equal("Choisissez le motif de fin.", noReason.ErrorOf(Reason));
        Assert.Equal("Un mot à garder.", noReason.Form(Close).Value(Message));
        Assert.Equal("Dites à la structure ce qu'elle peut encore faire : ce motif ne part pas sans message.", noMessage.ErrorOf(Message));
        Assert.Equal("Indiquez la référence de la demande conservée, par exemple PLUS-2026-000042.", noReference.ErrorOf(Kept));
        Assert.StartsWith("Aucune autre demande à conserver ne porte cette référence", itself.ErrorOf(Kept), StringComparison.Ordinal);
        Assert.StartsWith("Aucune autre demande à conserver ne porte cette référence", unknown.ErrorOf(Kept), StringComparison.Ordinal);
        Assert.Equal("PLUS-2026-999999", unknown.Form(Close).Value(Kept));
        Assert.True(unknown.Form(Close).IsOn("Doublon", Reason));
        Assert.True((await fixture.ReadAsync(request.Id)).IsOpen);
    }

    [Fact]
    public async Task Duplicate_points_at_the_request_that_is_kept()
    {
        var (kept, request) = (A.Request().Build(), A.Request().Build());
        await fixture.StoreAsync(kept);
        await fixture.StoreAsync(request);

        var page = await (await OpenFormAsync(request)).Form(Close).Choose(Reason, "Doublon").Fill(Kept, kept.Reference.ToLowerInvariant()).SubmitAsync();

        Assert.Equal(kept.Id, (await fixture.ReadAsync(request.Id)).DuplicateOfId);
        Assert.StartsWith(kept.Reference, (await page.ClickAsync(kept.Reference)).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicate_of_a_duplicate_is_refused()
    {
        var (kept, middle, request) = (A.Request().Build(), A.Request().Build(), A.Request().Build());
        middle.Close(ClosingReasons.Doublon, null, kept, A.Staff(), A.Now, A.Day);
        await fixture.StoreAsync(kept);
        await fixture.StoreAsync(middle);
        await fixture.StoreAsync(request);

        var page = await (await OpenFormAsync(request)).Form(Close).Choose(Reason, "Doublon").Fill(Kept, middle.Reference).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("ou elle est elle-même un doublon", page.ErrorOf(Kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_request_is_opened_again_with_a_reason_and_a_new_round()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        request.Sending(offer);
        request.Close(ClosingReasons.AbandonStructure, null, null, A.Staff(), A.Now, A.Day);
        await fixture.StoreAsync(request, offer);
        var (staff, me, name) = await fixture.StaffMemberAsync();
        var form = await (await staff.GetAsync(RequestScene.Address(request))).ClickAsync("Rouvrir la demande");

        var empty = await form.Form("Rouvrir la demande").SubmitAsync();
        var page = await form.Form("Rouvrir la demande").Fill("Motif de la réouverture", "La structure a rappelé.").SubmitAsync();

        Assert.Equal("Indiquez le motif : il explique votre choix à l'équipe.", empty.ErrorOf("Motif de la réouverture"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InTriage, 2, (Guid?)me), (stored.Status, stored.Round, stored.AssigneeId));
        Assert.True(page.Has($"{name} a rouvert la demande."));
        Assert.True(page.Has("La structure a rappelé."));
        Assert.True(page.Has("avant la réouverture"));
    }

    [Fact]
    public async Task Ended_request_offers_no_other_action_and_refuses_those_of_an_old_page()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);
        using var staff = await fixture.StaffAsync();
        var old = await staff.GetAsync(RequestScene.Address(request));
        await (await old.ClickAsync("Écarter ou terminer")).Form(Close).Choose(Reason, "Hors territoire").SubmitAsync();

        var page = await staff.GetAsync(RequestScene.Address(request));
        var late = await old.Form("Relancer la recherche").SubmitAsync();
        var opened = await staff.GetAsync($"{RequestScene.Address(request)}/question");

        Assert.Equal(["Enregistrer la note interne"], page.Document.QuerySelectorAll("main form button").Select(button => PageText.Normalise(button.TextContent)));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.True(late.Has("a terminé la demande : Hors territoire."));
        Assert.Equal(HttpStatusCode.Conflict, opened.Status);
    }

    private async Task<HtmlPage> OpenFormAsync(OrientationRequest request) => await (await fixture.OpenAsync(request)).ClickAsync("Écarter ou terminer");
}
