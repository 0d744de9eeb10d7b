using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Matching;
using PlusPortal.Testing;

namespace PlusPortal.Browser.Tests;

/// <summary>The main job of the portal, in a real browser: a structure asks, staff decide, an actor answers, the structure sees it.</summary>
public sealed class WholeLoopTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_structure_asks_staff_route_a_partner_accepts_and_the_structure_sees_it()
    {
        var structure = await browser.NewPersonAsync();
        var request = await structure.SubmitRequestAsync(withSuggestions: true, LetTimePass);
        var actor = (await ProposalsOfAsync(request.Reference))[0];

        var staff = await NewStaffAsync();
        await OpenAsync(staff, request.Reference);
        await staff.PressAsync("Prendre en charge");
        await staff.PressAsync("J’ai parlé à la personne\u00A0: confirmer l’adresse");
        await ChooseAndSendAsync(staff, actor.ActorName);
        await staff.ShouldContainAsync("En attente de réponse");

        await structure.GotoAsync(request.TrackingAddress);
        await structure.ShouldReadAsync("Transmise, réponse attendue");
        await structure.ShouldContainAsync(actor.ActorName);

        var partner = await NewPartnerOfAsync(actor);
        await partner.GotoAsync("/partenaire");
        await partner.FollowAsync("Lancer un atelier vélo participatif");
        await partner.ShouldContainAsync("Nous voulons ouvrir un atelier");
        Assert.DoesNotContain("camille@example.org", await partner.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await partner.PressAsync("Je m’en occupe");
        await partner.ShouldContainAsync("camille@example.org");

        AnswersSettle();
        await structure.ReloadAsync();
        await structure.ShouldReadAsync("Un interlocuteur s’en occupe");
        await structure.ShouldContainAsync(actor.ActorName);
    }

    [Fact]
    public async Task A_partner_declines_staff_route_again_and_another_accepts()
    {
        var structure = await browser.NewPersonAsync(width: 390);
        var request = await structure.SubmitRequestAsync(withSuggestions: true, LetTimePass);
        var proposals = await ProposalsOfAsync(request.Reference);
        var (first, second) = (proposals[0], proposals[1]);
        var staff = await NewStaffAsync();
        await OpenAsync(staff, request.Reference);
        await staff.PressAsync("Prendre en charge");
        await staff.PressAsync("J’ai parlé à la personne\u00A0: confirmer l’adresse");
        await ChooseAndSendAsync(staff, first.ActorName);

        var unavailable = await NewPartnerOfAsync(first);
        await unavailable.GotoAsync("/partenaire");
        await unavailable.FollowAsync("Lancer un atelier vélo participatif");
        await unavailable.FollowAsync("Ce n’est pas pour moi");
        await unavailable.ChooseAsync("Plus de capacité");
        await unavailable.PressAsync("Décliner la demande");
        AnswersSettle();
        await structure.GotoAsync(request.TrackingAddress);
        await structure.ShouldReadAsync("En cours d’étude par PLUS");

        await OpenAsync(staff, request.Reference);
        await staff.ShouldContainAsync("Plus de capacité");
        await ChooseAndSendAsync(staff, second.ActorName);
        var available = await NewPartnerOfAsync(second);
        await available.GotoAsync("/partenaire");
        await available.FollowAsync("Lancer un atelier vélo participatif");
        await available.PressAsync("Je m’en occupe");

        AnswersSettle();
        await structure.ReloadAsync();
        await structure.ShouldReadAsync("Un interlocuteur s’en occupe");
        await structure.ShouldContainAsync(second.ActorName);
    }

    [Fact]
    public async Task The_request_form_works_without_JavaScript_on_a_small_screen()
    {
        var structure = await browser.NewPersonAsync(javaScript: false, width: 320);

        var request = await structure.SubmitRequestAsync(withSuggestions: false, LetTimePass);

        await structure.GotoAsync(request.TrackingAddress);
        await structure.ShouldReadAsync("Reçue");
        await structure.ShouldContainAsync(request.Reference);
    }

    /// <summary>An answer can no longer be taken back: the structure reads of it.</summary>
    private void AnswersSettle() => browser.Portal.Clock.Advance(TimeSpan.FromMinutes(Domain.Requests.Referral.UndoMinutes + 1));

    /// <summary>A person takes minutes where a test takes none; the portal is wary of those who take none.</summary>
    private void LetTimePass() => browser.Portal.Clock.Advance(TimeSpan.FromMinutes(5));

    private async Task<IPage> NewStaffAsync()
    {
        var email = $"equipe{Guid.NewGuid():N}@example.org";
        await browser.Portal.CreateUserAsync(email, PortalRoles.Staff);
        var staff = await browser.NewPersonAsync();
        await staff.SignInAsync(email, PortalFactory.Password);
        return staff;
    }

    private async Task<IPage> NewPartnerOfAsync(Proposal proposal)
    {
        var email = $"partenaire{Guid.NewGuid():N}@example.org";
        await browser.Portal.CreateUserAsync(email, PortalRoles.Partner, proposal.ActorId);
        var partner = await browser.NewPersonAsync();
        await partner.SignInAsync(email, PortalFactory.Password);
        return partner;
    }

    private static async Task OpenAsync(IPage staff, string reference)
    {
        await staff.GotoAsync("/admin/demandes");
        await staff.FollowAsync(reference);
        await staff.ShouldReadAsync(reference);
    }

    private static async Task ChooseAndSendAsync(IPage staff, string actorName)
    {
        await staff.TickAsync("Choisir " + actorName);
        await staff.PressAsync("Choisir ces acteurs");
        await staff.FollowAsync("Envoyer la demande aux acteurs");
        await staff.ShouldReadAsync("Envoyer la demande aux acteurs");
        var chosen = staff.GetByRole(AriaRole.Checkbox, new() { NameRegex = new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(actorName)) });
        await chosen.CheckAsync();
        await staff.PressAsync("Envoyer la demande");
        await staff.ShouldReadAsync("PLUS-");
    }

    private async Task<IReadOnlyList<Proposal>> ProposalsOfAsync(string reference)
    {
        await using var db = browser.Portal.NewContext();
        var request = await db.OrientationRequests.AsNoTracking().SingleAsync(candidate => candidate.Reference == reference, Ct);
        return request.Matching!.Proposals;
    }
}
