using PlusPortal.Data.Accounts;
using PlusPortal.Domain;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using static PlusPortal.Web.Tests.Clock.ClockWorld;

namespace PlusPortal.Web.Tests.Clock;

/// <summary>An answer is held for ten minutes: nobody hears of one that is taken back, and what follows from it comes when it is settled, not before.</summary>
public sealed class HeldAnswerTests(PostgresFixture postgres)
{
    private static readonly Decline NoTime = new(DeclineReasons.Capacite, null, null);

    private readonly SupportOffer lead = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
    private readonly SupportOffer alternate = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
    private readonly Author partner = A.Partner();

    [Fact]
    public async Task Of_an_acceptance_that_is_taken_back_nobody_hears()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world);

        await world.ActAsync(request.Id, (stored, now, today) => stored.AcceptReferral(referral.Id, partner, now, today));
        await world.LookAsync(world.Now.AddMinutes(5));
        await world.ActAsync(request.Id, (stored, now, today) => stored.UndoAnswer(referral.Id, partner, now, today));
        for (var look = 0; look < 6; look++) await world.LookAsync(world.Now.AddMinutes(5));

        Assert.Empty(await LeftAsync(world, request));
        Assert.Equal(ReferralStatus.Sent, (await world.ReadAsync(request.Id)).Referrals[0].Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Within_the_ten_minutes_the_structure_reads_what_was_true_before_on_its_page_and_in_every_mail(bool accepts)
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world);
        var link = await world.LinkToAsync(request.Id);
        await world.ActAsync(request.Id, (stored, now, today) =>
        {
            if (accepts) stored.AcceptReferral(referral.Id, partner, now, today);
            else stored.DeclineReferral(referral.Id, NoTime, partner, now, today);
        });
        await world.ActAsync(request.Id, (stored, now, _) => stored.MaskPassages(new MaskOrder { Passages = ["Texte libre"] }, A.Staff(), now));
        await world.LookAsync(world.Now.AddMinutes(1));

        var page = await world.Portal.NewBrowser().GetAsync(link);
        var mail = Assert.Single(await world.MailsAsync(), left => left.Kind == MailKind.PassageMaskedForStructure);
        Assert.Equal("Transmise, réponse attendue", page.Heading);
        foreach (var told in new[] { "a accepté votre demande", "n’a pas pu prendre", "ne peut pas prendre", "s’occupe de votre demande" })
        {
            Assert.False(page.Has(told), page.Text);
            Assert.DoesNotContain(told, mail.Mail.Text, StringComparison.Ordinal);
        }

        // Taken back, it never was; another answer is told as it stands in the end.
        await world.ActAsync(request.Id, (stored, now, today) => stored.UndoAnswer(referral.Id, partner, now, today));
        await world.ActAsync(request.Id, (stored, now, today) => stored.AcceptReferral(referral.Id, partner, now, today));
        await world.LookAsync(world.Now.AddMinutes(11));
        var after = await world.Portal.NewBrowser().GetAsync(link);
        Assert.Equal("Un interlocuteur s'en occupe", after.Heading.Replace('’', '\''));
        Assert.False(after.Has("n’a pas pu prendre"), after.Text);
        Assert.Equal(1, after.Text.Split("a accepté votre demande").Length - 1);
    }

    [Fact]
    public async Task Each_message_to_staff_names_its_own_cause()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world);

        await world.ActAsync(request.Id, (stored, now, today) => stored.DeclineReferral(referral.Id, NoTime, partner, now, today));
        await world.ActAsync(request.Id, (stored, now, _) => stored.AddInformation("Nous sommes douze.", Author.Structure, now));
        for (var look = 0; look < 3; look++) await world.LookAsync(world.Now.AddMinutes(6));

        Assert.Equal(
            ["la structure l’a complétée", "un acteur a décliné"],
            (await world.MailsAsync()).Where(mail => mail.Kind == MailKind.StaffAttention).Select(mail => mail.Mail.Subject.Split('\u00A0')[^1][2..]).Order());
    }

    [Fact]
    public async Task A_partner_takes_its_refusal_back_on_the_page_of_what_is_no_longer_its_own()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world);
        using var browser = await world.Portal.SignInAsNewAsync(PortalRoles.Partner, lead.ActorId);
        using var colleague = await world.Portal.SignInAsNewAsync(PortalRoles.Partner, lead.ActorId);
        var path = $"/partenaire/demandes/{referral.Id}";

        var gone = await (await browser.GetAsync(path + "/refus")).Form("Décliner la demande").Choose("Plus de capacité").SubmitAsync();
        Assert.Equal("Cette demande ne vous est plus confiée", gone.Heading);
        Assert.DoesNotContain("Annuler ma réponse", (await colleague.GetAsync(path)).Text, StringComparison.Ordinal);
        await gone.Form("Annuler ma réponse").SubmitAsync();

        Assert.Equal(ReferralStatus.Sent, (await world.ReadAsync(request.Id)).Referrals.Single().Status);
        for (var look = 0; look < 3; look++) await world.LookAsync(world.Now.AddMinutes(6));
        Assert.Empty(await LeftAsync(world, request));
    }

    [Fact]
    public async Task Accepted_then_handed_back_within_ten_minutes_is_one_mail_and_the_next_actor_is_asked_once_that_is_settled()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world, withAlternate: true);

        await world.ActAsync(request.Id, (stored, now, today) => stored.AcceptReferral(referral.Id, partner, now, today));
        await world.LookAsync(world.Now.AddMinutes(4));
        await world.ActAsync(request.Id, (stored, now, today) => stored.HandBackReferral(referral.Id, NoTime, partner, now, today));
        await world.LookAsync(world.Now.AddMinutes(9));
        Assert.Empty(await LeftAsync(world, request));
        Assert.Equal(ReferralStatus.Proposed, (await world.ReadAsync(request.Id)).Referrals.Single(asked => asked.Role == ProposalRole.Alternate).Status);

        await world.LookAsync(world.Now.AddMinutes(2));

        Assert.Equal(
            ["2026-03-02 ReferralDeclinedForStructure structure", "2026-03-02 ReferralForPartner alternate", "2026-03-02 RequestSent structure", "2026-03-02 StaffAttention staff"],
            await LeftAsync(world, request));
        Assert.Equal(ReferralStatus.Sent, (await world.ReadAsync(request.Id)).Referrals.Single(asked => asked.Role == ProposalRole.Alternate).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Declined_with_an_agreed_alternate_the_structure_reads_that_another_actor_has_it_and_staff_hear_nothing(bool mailsLeaveFirst)
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world, withAlternate: true);
        await world.ActAsync(request.Id, (stored, now, today) => stored.DeclineReferral(referral.Id, NoTime, partner, now, today));

        world.Portal.Clock.Advance(TimeSpan.FromMinutes(11));
        if (mailsLeaveFirst) await DeliverAsync(world.Portal);
        await world.LookAsync(world.Now);

        Assert.Equal(["2026-03-02 ReferralDeclinedForStructure structure", "2026-03-02 ReferralForPartner alternate", "2026-03-02 RequestSent structure"], await LeftAsync(world, request));
        var told = (await world.MailsAsync()).Single(mail => mail.Kind == MailKind.ReferralDeclinedForStructure).Mail.Text;
        Assert.Contains("doit répondre au plus tard", told, StringComparison.Ordinal);
        await world.AssertNothingFailedAsync();
    }

    [Fact]
    public async Task Declined_without_anybody_left_staff_are_told()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.DeclineReferral(referral.Id, NoTime, partner, now, today));

        await world.LookAsync(world.Now.AddMinutes(11));

        Assert.Equal(["2026-03-02 ReferralDeclinedForStructure structure", "2026-03-02 StaffAttention staff"], await LeftAsync(world, request));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_ten_minutes_an_answer_is_not_taken_back(bool clockLooked)
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.AcceptReferral(referral.Id, partner, now, today));
        world.Portal.Clock.Advance(TimeSpan.FromMinutes(10));
        if (clockLooked) await world.LookAsync(world.Now);

        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => world.ActAsync(request.Id, (stored, now, today) => stored.UndoAnswer(referral.Id, partner, now, today)));

        Assert.Equal(RuleCode.AnswerSettled, refused.Code);
    }

    [Fact]
    public async Task A_question_that_nobody_answers_lapses_and_the_actor_keeps_its_days()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.RequestInformation(referral.Id, "Combien êtes-vous ?", partner, now, today));

        await world.WalkAsync(Day(3, 3), Day(3, 31));

        Assert.Equal(
            [
                "2026-03-03 QuestionForStructure structure", "2026-03-04 QuestionReminder structure", "2026-03-10 ReferralChangedForPartner lead",
                "2026-03-16 CalledBackQuestion structure", "2026-03-16 ReferralReminder lead",
                "2026-03-23 StaffAttention staff", "2026-03-24 StaffOverdue staff", "2026-03-25 ReferralLastCall lead",
                "2026-03-31 ReferralChangedForPartner lead", "2026-03-31 ReferralDeclinedForStructure structure", "2026-03-31 StaffAttention staff",
            ],
            await LeftAsync(world, request));
    }

    [Fact]
    public async Task A_later_day_that_nobody_agrees_to_lapses_with_the_days_that_were_left()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.OfferDate(referral.Id, Day(4, 15), partner, now, today));

        await world.WalkAsync(Day(3, 3), Day(3, 11));

        Assert.Equal(["2026-03-03 DateOffered structure", "2026-03-04 DateReminder structure", "2026-03-10 ReferralChangedForPartner lead"], await LeftAsync(world, request));
        var lapsed = (await world.ReadAsync(request.Id)).Referrals[0];
        Assert.Equal((ReferralStatus.Sent, null, Day(3, 30)), (lapsed.Status, lapsed.StartsOn, lapsed.ExpiresOn));
    }

    [Fact]
    public async Task A_later_day_that_is_agreed_to_is_the_day_from_which_the_first_contact_is_counted()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await SentAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.OfferDate(referral.Id, Day(4, 15), partner, now, today));
        await world.LookAsync(world.Now.AddMinutes(15));
        await world.ActAsync(request.Id, (stored, now, today) => stored.AgreeToDate(referral.Id, Author.Structure, now, today));

        await world.WalkAsync(Day(3, 3), Day(5, 4));

        var accepted = (await world.ReadAsync(request.Id)).Referrals[0];
        Assert.Equal((ReferralStatus.Accepted, Day(4, 22)), (accepted.Status, accepted.FirstContactDueOn));
        var left = await LeftAsync(world, request);
        Assert.Contains("2026-04-23 FirstContactNudge lead", left);
        Assert.Contains("2026-04-29 StaffAttention staff", left);
        Assert.DoesNotContain(left, line => line.Contains("CalledBackQuestion", StringComparison.Ordinal) && string.CompareOrdinal(line, "2026-04-15") < 0);
    }

    [Fact]
    public async Task An_outcome_that_is_not_contested_ends_the_request_after_ten_working_days_and_the_structure_is_asked_twice_in_six_months()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await AcceptedAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, partner, now, today));

        await world.WalkAsync(Day(3, 3), Day(3, 18));
        Assert.Equal(RequestStatus.Closed, (await world.ReadAsync(request.Id)).Status);
        for (var day = Day(9, 10); day < Day(10, 10); day = day.AddDays(1)) await world.LookAsync(At(day, new TimeOnly(8, 0)));

        Assert.Equal(
            ["2026-03-03 OutcomeToConfirm structure", "2026-03-09 OutcomeReminder structure", "2026-03-17 RequestClosed structure", "2026-09-17 LaterSatisfaction structure"],
            await LeftAsync(world, request));
    }

    [Fact]
    public async Task An_outcome_that_is_contested_is_a_task_of_PLUS()
    {
        await using var world = await OpenAsync(postgres);
        var (request, referral) = await AcceptedAsync(world);
        await world.ActAsync(request.Id, (stored, now, today) => stored.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, partner, now, today));
        await world.LookAsync(At(Day(3, 4), new TimeOnly(9, 0)));
        await world.ActAsync(request.Id, (stored, now, today) => stored.ContestOutcome(referral.Id, "Personne n’est venu.", Author.Structure, now, today));

        await world.WalkAsync(Day(3, 4), Day(3, 20));

        Assert.Equal(StaffTask.OutcomeContested, (await world.ReadAsync(request.Id)).Task);
        Assert.Contains("2026-03-04 StaffAttention staff", await LeftAsync(world, request));
        Assert.DoesNotContain(await LeftAsync(world, request), line => line.Contains("RequestClosed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unsolicited_request_hears_nothing()
    {
        await using var world = await OpenAsync(postgres);
        var request = A.Request().Build();
        await world.StoreAsync(request);
        await world.ActAsync(request.Id, (stored, now, today) => stored.Close(ClosingReasons.Indesirable, null, null, A.Staff(), now, today));

        for (var day = Day(3, 3); day < Day(10, 10); day = day.AddDays(7)) await world.LookAsync(At(day, new TimeOnly(8, 0)));

        Assert.Empty(await LeftAsync(world, request));
        Assert.Equal(["2026-09-08 LaterSatisfaction NobodyToTell"], await world.RecordsAsync(request.Id));
    }

    private async Task<(OrientationRequest Request, Referral Referral)> SentAsync(ClockWorld world, bool withAlternate = false)
    {
        var request = Request();
        var referral = request.Sending(lead);
        if (withAlternate) request.Proposing(alternate, ProposalRole.Alternate);
        await world.StoreAsync(request, lead, alternate);
        return (request, referral);
    }

    private async Task<(OrientationRequest Request, Referral Referral)> AcceptedAsync(ClockWorld world)
    {
        var request = Request();
        var referral = request.AcceptedBy(lead);
        request.SettleAnswers(A.Now.AddMinutes(10));
        await world.StoreAsync(request, lead);
        return (request, referral);
    }

    private Task<IReadOnlyList<string>> LeftAsync(ClockWorld world, OrientationRequest request) =>
        world.LeftAsync((request.Contact.Email, "structure"), (lead.Actor!.ContactEmail!, "lead"), (alternate.Actor!.ContactEmail!, "alternate"));
}
