using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Web.Clock;
using PlusPortal.Web.Labels;

namespace PlusPortal.Browser.Tests;

/// <summary>The promise of the home page, kept: the first actor says nothing, the next one is asked by itself, answers without an account, and the structure says what came of it.</summary>
public sealed class LoopToTheEndTests(MailedBrowser mailed) : IClassFixture<MailedBrowser>
{
    private const string Structure = "camille@example.org";
    private const string Silent = "muet@acteur.example.org";
    private const string Alternate = "suivant@acteur.example.org";

    private BrowserFixture Browser => mailed.Browser;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silent_actor_expires_the_next_one_is_asked_accepts_by_link_and_the_structure_says_what_came_of_it()
    {
        var structure = await Browser.NewPersonAsync(width: 320);
        var sent = await structure.SubmitRequestAsync(withSuggestions: true, () => Browser.Portal.Clock.Advance(TimeSpan.FromMinutes(5)));
        var proposals = await ProposalsOfAsync(sent.Reference);
        await GiveAddressAsync(proposals[0], Silent);
        await GiveAddressAsync(proposals[1], Alternate);
        await RouteAsync(sent.Reference, proposals[0].ActorName, proposals[1].ActorName);
        await mailed.ReceiveAsync(Silent, 1);

        // Nobody answers. The clock looks every working day, until the last day has passed.
        var last = (await ReferralsAsync(sent.Reference))[proposals[0].ActorId].ExpiresOn!.Value;
        for (var day = Today.AddDays(1); day <= last.AddDays(1) || !WorkingDayCalendar.IsWorkingDay(Today, null); day = day.AddDays(1)) await LookAsync(day);
        Assert.Contains(await mailed.ReceivedAsync(Silent, 4), mail => mail.Subject.Contains("le délai de réponse est passé", StringComparison.Ordinal));
        await structure.GotoAsync(sent.TrackingAddress);
        await structure.ShouldReadAsync("Transmise, réponse attendue");
        await structure.ShouldContainAsync(proposals[1].ActorName);
        await MailedBrowser.FitsAsync(structure);

        // The next one accepts on its telephone, without an account.
        var actor = await Browser.NewPersonAsync(width: 320);
        await actor.GotoAsync(MailedBrowser.PathIn(await mailed.ReceiveAsync(Alternate, 1)));
        await actor.PressAsync("Je m’en occupe");
        await actor.ShouldReadAsync("Vous vous occupez de cette demande");
        Browser.Portal.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Contains("un autre acteur s’en occupe", (await mailed.ReceiveAsync(Silent, 5)).Subject, StringComparison.Ordinal);

        // First contact, then the end, behind the follow-up link.
        await actor.GotoAsync(MailedBrowser.PathIn(await mailed.ReceiveAsync(Alternate, 2)));
        await actor.FollowAsync("Premier contact fait le…");
        await actor.PressAsync("Noter");
        await actor.ShouldContainAsync("premier contact fait");
        await actor.FollowAsync("Terminer mon suivi");
        await actor.ChooseAsync("Aide apportée");
        await actor.ChooseAsync("Besoin traité en entier");
        await MailedBrowser.FitsAsync(actor);
        await actor.PressAsync("Terminer mon suivi");
        await actor.ShouldContainAsync("Annuler la fin du suivi");
        Browser.Portal.Clock.Advance(TimeSpan.FromMinutes(11));

        // The structure finds it right, and answers the three questions where the last mail leads.
        await structure.GotoAsync(MailedBrowser.PathIn(await mailed.ReceiveAboutAsync(Structure, "est-ce bien terminé")));
        await structure.PressAsync($"Oui, c’est exact : {proposals[1].ActorName}");
        await structure.ShouldReadAsync("Terminée");
        await MailedBrowser.FitsAsync(structure);
        await structure.GotoAsync(MailedBrowser.PathIn(await mailed.ReceiveAboutAsync(Structure, "est terminée")));
        await structure.FollowAsync("Donner mon avis en trois questions");
        await structure.ShouldReadAsync("Votre avis sur votre demande");
        await AnswerAsync(structure, "Un interlocuteur vous a-t-il contacté(e)", "Oui");
        await AnswerAsync(structure, "Cela vous a-t-il été utile", "En partie");
        await structure.ChooseAsync("De l’aide a été trouvée");
        await MailedBrowser.FitsAsync(structure);
        await structure.PressAsync("Envoyer mon avis");
        await structure.ShouldReadAsync("Merci pour votre avis");

        await using var db = Browser.NewContext();
        var request = await db.OrientationRequests.AsNoTracking().Include(row => row.Referrals).SingleAsync(row => row.Reference == sent.Reference, Ct);
        var answer = await db.Set<SatisfactionAnswer>().AsNoTracking().SingleAsync(row => row.RequestId == request.Id, Ct);
        Assert.Equal((RequestStatus.Closed, ClosingReasons.AideApportee), (request.Status, request.ClosingReason));
        Assert.Equal(
            [(proposals[0].ActorId, ReferralStatus.Expired), (proposals[1].ActorId, ReferralStatus.Completed)],
            request.Referrals.OrderBy(referral => referral.SentAt).Select(referral => (referral.ActorId, referral.Status)));
        Assert.Equal((true, Usefulness.InPart, HelpResult.HelpFound), (answer.WasCalledBack, answer.Usefulness, answer.Result));
    }

    private DateOnly Today => Browser.Portal.Clock.GetUtcNow().ParisDay;

    private static async Task AnswerAsync(IPage page, string question, string answer) =>
        await page.GetByRole(AriaRole.Group, new() { NameRegex = new System.Text.RegularExpressions.Regex("^" + System.Text.RegularExpressions.Regex.Escape(question)) }).Locator("label", new() { HasTextString = answer }).First.ClickAsync();

    /// <summary>The clock looks on that day, in the hours in which mails leave; then they do.</summary>
    private async Task LookAsync(DateOnly day)
    {
        var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(11, 0)), TimeSpan.Zero);
        Browser.Portal.Clock.SetUtcNow(noon);
        await using (var scope = Browser.Portal.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<ClockJob>().RunAsync(noon, Ct);
        await mailed.DeliverAsync();
    }

    private async Task RouteAsync(string reference, string lead, string alternate)
    {
        var email = $"equipe{Guid.NewGuid():N}@example.org";
        await Browser.Portal.CreateUserAsync(email, PortalRoles.Staff);
        var staff = await Browser.NewPersonAsync();
        await staff.SignInAsync(email, PortalFactory.Password);
        await staff.GotoAsync($"/admin/demandes/{reference}");
        await staff.PressAsync("Prendre en charge");
        await staff.PressAsync("J’ai parlé à la personne : confirmer l’adresse");
        await staff.TickAsync("Choisir " + lead);
        await staff.TickAsync("Choisir " + alternate);
        await staff.GetByLabel("Rôle de " + alternate).SelectOptionAsync(new SelectOptionValue { Label = "En réserve" });
        await staff.PressAsync("Choisir ces acteurs");
        await staff.FollowAsync("Envoyer la demande aux acteurs");
        await staff.GetByRole(AriaRole.Checkbox, new() { NameRegex = new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(lead)) }).CheckAsync();
        await staff.GetByRole(AriaRole.Checkbox, new() { NameRegex = new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(alternate)) }).UncheckAsync();
        await staff.PressAsync("Envoyer la demande");
        await staff.ShouldContainAsync("En attente de réponse");
    }

    private async Task GiveAddressAsync(Proposal proposal, string email)
    {
        await using var db = Browser.NewContext();
        await db.SupportActors.Where(actor => actor.Id == proposal.ActorId)
            .ExecuteUpdateAsync(set => set.SetProperty(actor => actor.ContactEmail, email).SetProperty(actor => actor.Verification, VerificationStatuses.VerifieePlus), Ct);
    }

    private async Task<IReadOnlyList<Proposal>> ProposalsOfAsync(string reference)
    {
        await using var db = Browser.NewContext();
        return (await db.OrientationRequests.AsNoTracking().SingleAsync(row => row.Reference == reference, Ct)).Matching!.Proposals;
    }

    private async Task<Dictionary<Guid, Domain.Requests.Referral>> ReferralsAsync(string reference)
    {
        await using var db = Browser.NewContext();
        return await db.Referrals.AsNoTracking().Where(referral => referral.Request!.Reference == reference).ToDictionaryAsync(referral => referral.ActorId, Ct);
    }
}
