using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Profile;
using static PlusPortal.Web.Tests.Clock.ClockWorld;

namespace PlusPortal.Web.Tests.Clock;

/// <summary>What was promised stays promised when something else comes between, and everybody reads the same day.</summary>
public sealed class NothingLostTests(PostgresFixture postgres)
{
    private readonly SupportOffer offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_complaint_does_not_take_the_contact_details_off_the_list_that_an_actor_without_address_waits_for()
    {
        await using var world = await OpenAsync(postgres);
        var byHand = A.SupportOffer().Build();
        var request = Request();
        var referral = request.Sending(byHand, isByHand: true);
        await world.StoreAsync(request, byHand);
        await world.WalkAsync(Day(3, 3), Day(3, 3));
        await world.ActAsync(request.Id, (stored, now, today) => stored.AcceptReferral(referral.Id, A.Staff(), now, today));
        await world.WalkAsync(Day(3, 4), Day(3, 4));

        await world.ActAsync(request.Id, (stored, now, today) => stored.ReportNotCalledBack("Rien reçu.", Author.Structure, now, today));
        await world.WalkAsync(Day(3, 5), Day(3, 5));
        Assert.Equal(StaffTask.NotCalledBack, (await world.ReadAsync(request.Id)).Task);

        await world.ActAsync(request.Id, (stored, now, today) => stored.SettleTask("Appelés.", A.Staff(), now, today));
        var after = await world.ReadAsync(request.Id);
        Assert.Equal((StaffTask.GiveContact, referral.Id, WaitsFor.Plus), (after.Task, after.TaskReferralId, after.WaitsFor));
    }

    [Fact]
    public async Task An_end_that_the_structure_denied_beforehand_is_left_to_staff_and_told_to_nobody_as_a_success()
    {
        await using var world = await OpenAsync(postgres);
        var request = Request();
        var referral = request.AcceptedBy(offer);
        await world.StoreAsync(request, offer);
        await world.WalkAsync(Day(3, 3), Day(3, 3));
        await world.ActAsync(request.Id, (stored, now, today) => stored.ReportRung(referral.Id, new RungSeen(Rung.NotDealtWith, LadderSide.Structure, today.Date, UnmetReasons.All.First().Code), Author.Structure, now, today));
        await world.WalkAsync(Day(3, 4), Day(3, 4));
        await world.ActAsync(request.Id, (stored, now, today) => stored.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, A.Partner(), now, today));

        await world.WalkAsync(Day(3, 5), Day(3, 25));

        var left = await world.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InTriage, StaffTask.OutcomeContested), (left.Status, left.Task));
        var mails = await world.MailsAsync();
        Assert.DoesNotContain(mails, mail => mail.Kind == MailKind.RequestClosed);
        Assert.Contains(mails, mail => mail.Kind == MailKind.StaffAttention && mail.Mail.Text.Contains("un acteur a noté la fin, la structure que son besoin n’est pas traité", StringComparison.Ordinal));

        // What it is asked says what its silence means.
        var asked = Assert.Single(mails, mail => mail.Kind == MailKind.OutcomeToConfirm);
        Assert.Contains("Vous aviez noté que votre besoin n’est pas traité", asked.Mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nous la considérons comme terminée", asked.Mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_without_answer_has_one_last_day_on_the_page_in_the_mail_and_for_staff()
    {
        await using var world = await OpenAsync(postgres);
        var request = Request().InTriage();
        await world.StoreAsync(request);
        await world.WalkAsync(Day(3, 3), Day(3, 3));
        await world.ActAsync(request.Id, (stored, now, today) => stored.AskStructure("Combien ?", A.Staff(), now, today));

        // Asked on 3 March: reminded on the 6th and the 13th, told of the end on the 24th, which staff are offered on the 31st.
        await world.WalkAsync(Day(3, 4), Day(3, 30));

        const string last = "le mardi 31 mars 2026";
        var notice = Assert.Single(await world.MailsAsync(), mail => mail.Kind == MailKind.EndNotice);
        Assert.Contains(last, notice.Mail.Text, StringComparison.Ordinal);
        var stored = await world.ReadAsync(request.Id);
        var today = await TodayAsync(world);
        Assert.Equal((Day(3, 31), WaitsFor.Structure), (stored.NextDueOn, stored.WaitsFor));
        var page = SituationReading.ForStructure(stored, new Dictionary<Guid, string>(), null, isFollower: false, today).Text;
        Assert.Contains(last, page, StringComparison.Ordinal);
        Assert.Contains("peut ensuite terminer votre demande", page, StringComparison.Ordinal);
        Assert.Contains(last, SituationReading.ForStaff(stored, new Dictionary<Guid, string>(), today).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_hand_over_the_introduction_is_the_first_word_and_the_actor_is_told_whom_to_call_once()
    {
        await using var world = await OpenAsync(postgres);
        var request = Request();
        var referral = request.Sending(offer);
        await world.StoreAsync(request, offer);
        await world.WalkAsync(Day(3, 3), Day(3, 3));
        var next = $"suite{A.Number()}@example.org";
        var told = (await world.MailsAsync()).Count;

        // A text is masked and the actor accepts; before either mail leaves, somebody else takes the request over.
        await world.ActAsync(request.Id, (stored, now, today) => stored.MaskPassages(new MaskOrder { Passages = ["texte libre inventé"] }, A.Staff(), now));
        await world.ActAsync(request.Id, (stored, now, today) => stored.AcceptReferral(referral.Id, A.Partner(), now, today));
        await world.ActAsync(request.Id, (stored, now, today) => stored.HandOver(new NewPerson("Nouvelle Personne", next, null), keepsFollowers: true, IdentityChecks.Rappel, "Départ.", A.Staff(), now));
        await DeliverAsync(world.Portal);
        await world.WalkAsync(Day(3, 4), Day(3, 4));

        var mails = (await world.MailsAsync()).Skip(told).ToList();
        Assert.Equal([MailKind.RequestHandedOver, MailKind.ReferralAcceptedForStructure], mails.Where(mail => mail.To.Contains(next)).Select(mail => mail.Kind));
        Assert.Equal([MailKind.FollowUpForPartner], mails.Where(mail => mail.To.Contains(offer.Actor!.ContactEmail!)).Select(mail => mail.Kind).Except([MailKind.PassageMaskedForPartner]));
    }

    private static async Task<Domain.Requests.Deadlines.PlusDay> TodayAsync(ClockWorld world)
    {
        await using var scope = world.Portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CurrentProfile>().TodayAsync(Ct);
    }
}
