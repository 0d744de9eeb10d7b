using System.Net;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests;

/// <summary>Two members of staff on one request: the second to save is told what changed and loses nothing typed.</summary>
public sealed class TwoStaffTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Question_written_meanwhile_is_kept_and_may_be_sent_again()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);
        var form = await OpenAsync(request, "question");
        var colleague = await ReleaseAsync(request);

        var lost = await form.Form("Poser la question").Fill("Votre question", "Depuis quand ?").SubmitAsync();

        AssertTold(lost, $"{colleague} a remis la demande à disposition de l’équipe.");
        Assert.Equal("Depuis quand ?", lost.Form("Poser la question").Value("Votre question"));
        Assert.Equal(RequestStatus.InTriage, (await fixture.ReadAsync(request.Id)).Status);
        var saved = await lost.Form("Poser la question").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(RequestStatus.NeedsInformation, (await fixture.ReadAsync(request.Id)).Status);
    }

    [Fact]
    public async Task Correction_made_meanwhile_is_shown_beside_the_one_that_lost()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);
        var form = await OpenAsync(request, "correction");
        var (other, _, colleague) = await fixture.StaffMemberAsync();
        await (await other.GetAsync($"{RequestScene.Address(request)}/correction")).Form("Enregistrer la correction").Fill("Commune", "Metz").SubmitAsync();

        var lost = await form.Form("Enregistrer la correction").Choose("Étape", "Démarrer").Choose("Sous-étape", "Démarrer : Une idée à clarifier").SubmitAsync();

        AssertTold(lost, $"{colleague} a corrigé l’étape, les thèmes ou la commune.");
        Assert.True(lost.Form("Enregistrer la correction").IsOn("Démarrer", "Étape"));
        Assert.Equal("Toul", lost.Form("Enregistrer la correction").Value("Commune"));
        Assert.True(lost.Has("Metz (57)"));
        Assert.Equal(Stages.Developper, (await fixture.ReadAsync(request.Id)).Stage);
    }

    [Fact]
    public async Task Actors_ticked_meanwhile_stay_ticked()
    {
        var (first, second) = (RequestScene.Reachable(), RequestScene.Reachable());
        var request = A.Request().Build().InTriage().Matched(first, second);
        await fixture.StoreAsync(request, first, second);
        var page = await OpenAsync(request, null);
        var (other, _, colleague) = await fixture.StaffMemberAsync();
        await (await other.GetAsync(RequestScene.Address(request))).Form("Choisir ces acteurs").Tick($"Choisir {first.Actor!.Name}").SubmitAsync();

        var lost = await page.Form("Choisir ces acteurs").Tick($"Choisir {second.Actor!.Name}").Choose($"Rôle de {second.Actor.Name}", "En réserve").SubmitAsync();

        AssertTold(lost, $"{colleague} a choisi {first.Actor.Name}.");
        Assert.True(lost.Form("Choisir ces acteurs").IsOn($"Choisir {second.Actor.Name}"));
        Assert.False(lost.Form("Choisir ces acteurs").Has($"Choisir {first.Actor.Name}"));
        await lost.Form("Choisir ces acteurs").SubmitAsync();
        Assert.Equal(2, (await fixture.ReadAsync(request.Id)).Referrals.Count);
    }

    [Fact]
    public async Task Reason_and_actor_found_by_search_are_kept()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request, offer);
        var form = await OpenAsync(request, $"autre-acteur?texte={Uri.EscapeDataString(offer.Actor!.Name)}");
        var label = $"Choisir {offer.Actor.Name}, {offer.Content.Title}";
        var colleague = await ReleaseAsync(request);

        var lost = await form.Form("Choisir ces acteurs").Tick(label).Fill("Pourquoi ce choix", "Une bonne raison.").SubmitAsync();

        AssertTold(lost, $"{colleague} a remis la demande à disposition de l’équipe.");
        Assert.True(lost.Form("Choisir ces acteurs").IsOn(label));
        Assert.Equal("Une bonne raison.", lost.Form("Choisir ces acteurs").Value("Pourquoi ce choix"));
    }

    [Fact]
    public async Task Summary_written_meanwhile_is_kept_and_nothing_is_sent_twice()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Proposing(offer);
        await fixture.StoreAsync(request, offer);
        var form = await OpenAsync(request, "envoi");
        var (other, _, colleague) = await fixture.StaffMemberAsync();
        await (await other.GetAsync($"{RequestScene.Address(request)}/envoi")).Form("Envoyer la demande").SubmitAsync();

        var lost = await form.Form("Envoyer la demande").Fill("Résumé pour les acteurs", "Mon résumé à garder.").SubmitAsync();

        AssertTold(lost, $"{colleague} a envoyé la demande à {offer.Actor!.Name}.");
        Assert.Equal("Mon résumé à garder.", lost.Document.QuerySelector("main textarea")!.TextContent.Trim());
        Assert.True(lost.Has("Cette action n’est plus possible"));
        Assert.Single(await fixture.MailsAboutAsync(referral.Id));
    }

    [Fact]
    public async Task End_and_its_message_are_kept_when_a_partner_answers_meanwhile()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        await fixture.StoreAsync(request, offer);
        var form = await OpenAsync(request, "fin");
        using var partner = await fixture.Portal.SignInAsNewAsync(Data.Accounts.PortalRoles.Partner, offer.ActorId);
        await (await partner.GetAsync($"/partenaire/demandes/{referral.Id}")).Form("Je m’en occupe").SubmitAsync();

        var lost = await form.Form("Terminer la demande").Choose("Motif de fin", "Structure injoignable").Fill("Message à la structure", "Rappelez-nous.").SubmitAsync();

        AssertTold(lost, $"({offer.Actor!.Name}) a accepté la demande.");
        Assert.True(lost.Form("Terminer la demande").IsOn("Structure injoignable", "Motif de fin"));
        Assert.Equal("Rappelez-nous.", lost.Form("Terminer la demande").Value("Message à la structure"));
        Assert.Equal(RequestStatus.InProgress, (await fixture.ReadAsync(request.Id)).Status);
    }

    [Fact]
    public async Task Button_of_an_old_page_does_nothing_and_says_who_was_first()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var page = await OpenAsync(request, null);
        var (other, first, colleague) = await fixture.StaffMemberAsync();
        await (await other.GetAsync(RequestScene.Address(request))).Form("Prendre en charge").SubmitAsync();

        var lost = await page.Form("Prendre en charge").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Equal("Cette action n'a pas été faite", lost.Heading);
        Assert.True(lost.Has($"{colleague} a pris la demande en charge."));
        Assert.Equal(first, (await fixture.ReadAsync(request.Id)).AssigneeId);
        Assert.StartsWith(request.Reference, (await lost.ClickAsync($"Rouvrir la demande {request.Reference}")).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_of_two_are_both_kept()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var (one, two) = (await OpenAsync(request, null), await OpenAsync(request, null));

        await one.Form("Enregistrer la note interne").Fill("Note interne", "La première.").SubmitAsync();
        var page = await two.Form("Enregistrer la note interne").Fill("Note interne", "La seconde.").SubmitAsync();

        Assert.True(page.Has("La première."));
        Assert.True(page.Has("La seconde."));
    }

    private static void AssertTold(HtmlPage lost, string sentence)
    {
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.True(lost.Has("Ce qui a changé depuis votre lecture"));
        Assert.True(lost.Has(sentence), lost.Text);
        Assert.Contains(lost.Errors, error => error.StartsWith("La demande a changé pendant que vous écriviez : rien n'a été enregistré.", StringComparison.Ordinal));
    }

    private async Task<HtmlPage> OpenAsync(OrientationRequest request, string? action) =>
        await (await fixture.StaffAsync()).GetAsync(RequestScene.Address(request) + (action is null ? "" : "/" + action));

    private async Task<string> ReleaseAsync(OrientationRequest request)
    {
        var (staff, _, name) = await fixture.StaffMemberAsync();
        await (await staff.GetAsync(RequestScene.Address(request))).Form("Remettre à disposition").SubmitAsync();
        return name;
    }
}
