using System.Net;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Admin.Requests.Choosing;

/// <summary>Staff choose the actors.</summary>
public sealed class ChoiceTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Choose = "Choisir ces acteurs";

    [Fact]
    public async Task Proposals_are_chosen_with_their_roles_and_nothing_is_told_to_them_yet()
    {
        var (lead, other) = (RequestScene.Reachable(), RequestScene.Reachable());
        var request = A.Request().Build().InTriage().Matched(lead, other);
        await fixture.StoreAsync(request, lead, other);
        var page = await fixture.OpenAsync(request);

        var chosen = await page.Form(Choose).Tick($"Choisir {lead.Actor!.Name}").Tick($"Choisir {other.Actor!.Name}").Choose($"Rôle de {other.Actor.Name}", "En réserve").SubmitAsync();

        Assert.True(chosen.Has("Les acteurs sont choisis. Ce qu’il reste à faire est dit ci-dessous."));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(
            [(lead.ActorId, ProposalRole.Lead, (int?)1), (other.ActorId, ProposalRole.Alternate, 2)],
            stored.Referrals.OrderBy(referral => referral.MatchRank).Select(referral => (referral.ActorId, referral.Role, referral.MatchRank)));
        Assert.All(stored.Referrals, referral => Assert.Equal(ReferralStatus.Proposed, referral.Status));
        Assert.Empty(await fixture.MailsAboutAsync([request.Id, .. stored.Referrals.Select(referral => referral.Id)]));
        Assert.False(chosen.Form("Relancer la recherche").Has($"Choisir {lead.Actor.Name}"));
        Assert.True(chosen.Has("Déjà choisi"));
    }

    [Fact]
    public async Task Choosing_nothing_says_what_to_do()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build().InTriage().Matched(offer);
        await fixture.StoreAsync(request, offer);

        var page = await (await fixture.OpenAsync(request)).Form(Choose).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Cochez au moins un acteur."], page.Errors);
        Assert.StartsWith("Erreur : ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_chosen_before_the_request_is_taken_in_charge()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build().Matched(offer);
        await fixture.StoreAsync(request, offer);

        var page = await fixture.OpenAsync(request);

        Assert.True(page.Has("Prenez d’abord la demande en charge pour choisir des acteurs."));
        Assert.Throws<InvalidOperationException>(() => page.Form(Choose));
    }

    [Fact]
    public async Task Another_actor_is_chosen_with_a_reason_that_is_required()
    {
        var unranked = RequestScene.Reachable();
        var request = A.Request().Build().InTriage().Matched();
        await fixture.StoreAsync(request, unranked);
        var search = await (await fixture.OpenAsync(request)).ClickAsync("Choisir un autre acteur");
        var found = await search.Form("Chercher").Fill("Nom de l’acteur ou titre de l’offre", unranked.Actor!.Name.ToUpperInvariant()).SubmitAsync();
        var label = $"Choisir {unranked.Actor.Name}, {unranked.Content.Title}";

        var refused = await found.Form(Choose).Tick(label).Choose($"Rôle de {unranked.Actor.Name}, {unranked.Content.Title}", "Chef de file").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Dites en une phrase pourquoi cet acteur convient mieux que le classement.", refused.ErrorOf("Pourquoi ce choix"));
        Assert.True(refused.Form(Choose).IsOn(label));
        Assert.Empty((await fixture.ReadAsync(request.Id)).Referrals);

        var page = await refused.Form(Choose).Fill("Pourquoi ce choix", "Il connaît déjà la structure.").SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        var referral = Assert.Single(stored.Referrals);
        Assert.Equal((unranked.ActorId, ProposalRole.Lead, (int?)null), (referral.ActorId, referral.Role, referral.MatchRank));
        Assert.Equal((NoteKind.Reason, "Il connaît déjà la structure."), (Assert.Single(stored.Notes).Kind, stored.Notes[0].Text));
        Assert.True(page.Has("choisi hors classement"));
        Assert.True(page.Has("Il connaît déjà la structure."));
    }

    [Fact]
    public async Task Reason_without_an_actor_keeps_the_reason()
    {
        var offer = RequestScene.Reachable();
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request, offer);
        var found = await (await fixture.StaffAsync()).GetAsync($"{RequestScene.Address(request)}/autre-acteur?texte={Uri.EscapeDataString(offer.Actor!.Name)}");

        var page = await found.Form(Choose).Fill("Pourquoi ce choix", "Une bonne raison.").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Cochez au moins un acteur."], page.Errors);
        Assert.Equal("Une bonne raison.", page.Form(Choose).Value("Pourquoi ce choix"));
    }

    [Fact]
    public async Task Search_without_result_says_so()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);

        var page = await (await fixture.StaffAsync()).GetAsync($"{RequestScene.Address(request)}/autre-acteur?texte=introuvablissime");

        Assert.True(page.Has("Aucune offre publiée ne porte ce nom. Essayez un mot plus court."));
    }
}
