using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.Masking;

/// <summary>Staff mask passages, or leave them with a reason; until then nothing is sent.</summary>
public sealed class MaskingPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Save = "Enregistrer et masquer";
    private const string Others = "Autres passages à masquer";
    private const string Summary = "Résumé pour les acteurs";
    private const string Need = "Notre trésorière, Mme Paulette Schmitt, ne répond plus. Son numéro est le 06 12 34 56 78. Nous cherchons quelqu’un.";

    [Fact]
    public async Task Every_proposed_passage_is_masked_or_left_before_the_request_is_sent()
    {
        var (request, offer) = await ProposedAsync();
        var page = await fixture.OpenAsync(request);
        Assert.False(page.HasLink("Envoyer la demande aux acteurs"));
        Assert.True(page.Has("Des passages attendent d’être masqués, ou laissés avec un motif : rien n’est envoyé avant."), page.Text);

        var send = await page.ClickAsync("Préparer le résumé");
        Assert.True(send.Has("2 passages sensibles attendent."), send.Text);
        Assert.DoesNotContain(send.Document.QuerySelectorAll("button"), button => PageText.Normalise(button.TextContent) == "Envoyer la demande");

        var form = await send.ClickAsync("Masquer des passages");
        Assert.Equal(["Mme Paulette Schmitt (passage 1)", "06 12 34 56 78 (passage 2)"], form.Document.QuerySelectorAll("mark").Select(mark => PageText.Normalise(mark.TextContent)));
        var done = await form.Form(Save).Choose("Que faire du passage 1 ?", "Masquer").Choose("Que faire du passage 2 ?", "Laisser, avec un motif").Fill("Motif pour laisser le passage 2", "C’est le numéro de la mairie.").SubmitAsync();

        Assert.True(done.Has("Les passages sont masqués partout"), done.Text);
        Assert.True(done.Has("a masqué un ou plusieurs passages."));
        Assert.True(done.Has("Les passages proposés au masquage ont tous été masqués, ou laissés avec un motif."));
        var sent = await (await done.ClickAsync("Envoyer la demande aux acteurs")).Form("Envoyer la demande").SubmitAsync();
        Assert.True(sent.Has("La demande est envoyée."), sent.Text);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal($"Notre trésorière, {PassageMask.Mark}, ne répond plus. Son numéro est le 06 12 34 56 78. Nous cherchons quelqu’un.", stored.Declared.Need);
        Assert.Equal(ReferralStatus.Sent, Assert.Single(stored.Referrals).Status);
        var left = await (await sent.ClickAsync("Masquer des passages")).ReloadAsync();
        Assert.True(left.Has("Motif : C’est le numéro de la mairie."), left.Text);
        Assert.Equal(offer.ActorId, stored.Referrals[0].ActorId);
    }

    [Fact]
    public async Task Sending_from_a_page_that_was_opened_before_is_refused_and_loses_nothing()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        request.Proposing(offer);
        await fixture.StoreAsync(request, offer);
        using var staff = await fixture.StaffAsync();
        var send = await staff.GetAsync($"{RequestScene.Address(request)}/envoi");

        var refused = await send.Form("Envoyer la demande").Fill(Summary, "Mme Paulette Schmitt attend un appel.").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Le résumé semble contenir le nom d'une personne. Reformulez-le", refused.ErrorOf(Summary), StringComparison.Ordinal);
        Assert.Equal("Mme Paulette Schmitt attend un appel.", refused.Form("Envoyer la demande").Value(Summary));
        Assert.Equal(ReferralStatus.Proposed, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);

        var saved = await refused.Form("Enregistrer le résumé sans l’envoyer").Untick(offer.Actor!.Name, "À qui envoyez-vous la demande ?").SubmitAsync();
        Assert.True(saved.Has("Le résumé est enregistré. Rien n’est envoyé."), saved.Text);
        Assert.Equal(ReferralStatus.Proposed, (await fixture.ReadAsync(request.Id)).Referrals[0].Status);
        var masks = await saved.ClickAsync("Masquer des passages");
        Assert.Equal(["Mme Paulette Schmitt (passage 1)"], masks.Document.QuerySelectorAll("mark").Select(mark => PageText.Normalise(mark.TextContent)));
    }

    [Fact]
    public async Task What_is_typed_is_kept_whatever_is_missing()
    {
        var (request, _) = await ProposedAsync();
        using var staff = await fixture.StaffAsync();
        var form = await staff.GetAsync(Address(request));

        var nothing = await form.Form(Save).SubmitAsync();
        var noReason = await form.Form(Save).Choose("Que faire du passage 2 ?", "Laisser, avec un motif").Fill(Others, "ne répond plus").SubmitAsync();
        var nowhere = await (await form.ReloadAsync()).Form(Save).Choose("Que faire du passage 1 ?", "Masquer").Fill(Others, "ne répond plus\njamais écrit").Tick("Masquer aussi dans le nom de la structure").SubmitAsync();
        var tooShort = await (await form.ReloadAsync()).Form(Save).Fill(Others, "e").SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Choisissez quoi faire d'un passage proposé, ou copiez ici un passage à masquer."), (nothing.Status, nothing.ErrorOf(Others)));
        Assert.Equal("Écrivez pourquoi ce passage peut rester lisible par les acteurs.", noReason.ErrorOf("Motif pour laisser le passage 2"));
        Assert.True(noReason.Form(Save).IsOn("Laisser, avec un motif", "Que faire du passage 2 ?"));
        Assert.Equal("ne répond plus", noReason.Form(Save).Value(Others));
        Assert.StartsWith("Aucun texte de la demande ne contient « jamais écrit ».", nowhere.ErrorOf(Others), StringComparison.Ordinal);
        Assert.Equal("ne répond plus\njamais écrit", nowhere.Form(Save).Value(Others).ReplaceLineEndings("\n"));
        Assert.True(nowhere.Form(Save).IsOn("Masquer", "Que faire du passage 1 ?"));
        Assert.True(nowhere.Form(Save).IsOn("Masquer aussi dans le nom de la structure"));
        Assert.StartsWith("Un passage compte au moins deux lettres", tooShort.ErrorOf(Others), StringComparison.Ordinal);
        Assert.Equal(Need, (await fixture.ReadAsync(request.Id)).Declared.Need);
    }

    [Fact]
    public async Task Second_member_of_staff_is_told_what_changed_and_keeps_the_choices()
    {
        var (request, _) = await ProposedAsync();
        using var staff = await fixture.StaffAsync();
        var form = await staff.GetAsync(Address(request));
        var (other, _, colleague) = await fixture.StaffMemberAsync();
        await (await other.GetAsync(Address(request))).Form(Save).Choose("Que faire du passage 1 ?", "Masquer").SubmitAsync();

        var lost = await form.Form(Save).Choose("Que faire du passage 2 ?", "Laisser, avec un motif").Fill("Motif pour laisser le passage 2", "La mairie.").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.True(lost.Has($"{colleague} a masqué un ou plusieurs passages."), lost.Text);
        Assert.Equal("La mairie.", lost.Form(Save).Value("Motif pour laisser le passage 1"));
        var saved = await lost.Form(Save).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal("La mairie.", Assert.Single((await fixture.ReadAsync(request.Id)).Masks!.Left).Reason);
    }

    [Fact]
    public async Task Masked_request_is_matched_again_even_once_it_is_closed()
    {
        var request = A.Request().Declaring(declared => declared with { Need = Need }).Build().InTriage();
        request.RecordMatching(Quoting("Mme Paulette Schmitt"), A.Now, A.Day, Author.Job);
        request.Close(ClosingReasons.HorsTerritoire, null, null, A.Staff(), A.Now, A.Day);
        await fixture.StoreAsync(request);
        using var staff = await fixture.StaffAsync();

        var done = await (await staff.GetAsync(Address(request))).Form(Save).Choose("Que faire du passage 1 ?", "Masquer").Choose("Que faire du passage 2 ?", "Masquer").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, done.Status);
        var stored = await fixture.ReadAsync(request.Id);
        Assert.DoesNotContain(TriageSignals.DonneesSensibles, stored.SignalCodes);
        Assert.DoesNotContain("Schmitt", System.Text.Json.JsonSerializer.Serialize(stored.Matching), StringComparison.Ordinal);
        Assert.NotNull(stored.Matching!.LexiconHash);
        Assert.Equal(EventKind.PassagesMasked, stored.Timeline.MaxBy(entry => entry.Number)!.Kind);
        Assert.Equal(RequestStatus.Closed, stored.Status);
    }

    [Fact]
    public async Task Words_are_kept_for_staff_alone_where_the_setting_says_so()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Declaring(declared => declared with { Need = "Zénobie Canari cherche un local pour son association." }).Build();
        var referral = request.Sending(offer);
        await fixture.StoreAsync(request, offer);
        await using var keeping = new PortalFactory(fixture.Database, settings: new Dictionary<string, string> { ["Masking:KeepOriginals"] = "true" });
        using var staff = await keeping.SignInAsNewAsync(PortalRoles.Staff);

        var done = await (await staff.GetAsync(Address(request))).Form(Save).Fill(Others, "zénobie canari").SubmitAsync();
        var page = await staff.GetAsync(Address(request));
        var tracking = await keeping.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id, provesAddress: false));
        using var partner = await keeping.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);

        Assert.True(page.Has("« zénobie canari »"), page.Text);
        Assert.False(done.Has("canari"));
        foreach (var reader in new[] { tracking, await partner.GetAsync($"/partenaire/demandes/{referral.Id}") })
        {
            Assert.True(reader.Has(PassageMask.Mark), reader.Text);
            Assert.DoesNotContain("canari", reader.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Answer_of_staff_that_names_somebody_is_refused_and_kept()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        request.RequestInformation(referral.Id, "Qui préside ?", A.Partner(), A.Now, A.Day);
        await fixture.StoreAsync(request, offer);
        using var staff = await fixture.StaffAsync();
        var form = await staff.GetAsync($"{RequestScene.Address(request)}/envois/{referral.Id}/precision");

        var refused = await form.Form("Envoyer la réponse").Fill("Votre réponse", "C’est Mme Paulette Schmitt.").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.True(refused.Has("Reformulez-la sans ce passage : rien n’a été envoyé."), refused.Text);
        Assert.Equal("C’est Mme Paulette Schmitt.", refused.Form("Envoyer la réponse").Value("Votre réponse"));
        Assert.DoesNotContain((await fixture.ReadAsync(request.Id)).Notes, note => note.Kind == NoteKind.AnswerToPartner);
    }

    [Fact]
    public async Task Answer_of_the_structure_that_seems_personal_is_put_to_it_first_and_leaves_masked()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        request.RequestInformation(referral.Id, "Qui préside ?", A.Partner(), A.Now, A.Day);
        var link = await fixture.TrackAsync(request, offer);
        var form = await fixture.NewBrowser().GetAsync($"{link}/interlocuteurs/{referral.Id}/reponse");

        var asked = await form.Form("Envoyer ma réponse").Fill("Votre réponse", "C’est Mme Paulette Schmitt.").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.True(asked.Has("« Mme Paulette Schmitt »"), asked.Text);
        Assert.Equal("C’est Mme Paulette Schmitt.", asked.Form("Envoyer ma réponse").Value("Votre réponse"));
        Assert.Empty(await fixture.MailsAboutAsync(referral.Id));

        var again = await asked.Form("Envoyer ma réponse").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        var given = await again.Form("Envoyer ma réponse").Tick("Envoyer ma réponse en masquant ce qui est personnel").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, given.Status);
        Assert.Equal("C’est [passage masqué].", Assert.Single((await fixture.ReadAsync(request.Id)).Notes, note => note.Kind == NoteKind.AnswerToPartner).Text);
        Assert.Equal([MailKind.ReferralChangedForPartner], await fixture.MailsAboutAsync(referral.Id));
    }

    private static string Address(OrientationRequest request) => $"{RequestScene.Address(request)}/masques";

    private static MatchResult Quoting(string words) => RequestScene.Result() with
    {
        Signals = [new DetectedSignal(TriageSignals.DonneesSensibles, $"Le texte semble contenir « {words} ».")],
    };

    private async Task<(OrientationRequest Request, SupportOffer Offer)> ProposedAsync()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Declaring(declared => declared with { Need = Need }).Build();
        request.Proposing(offer);
        await fixture.StoreAsync(request, offer);
        return (request, offer);
    }
}
