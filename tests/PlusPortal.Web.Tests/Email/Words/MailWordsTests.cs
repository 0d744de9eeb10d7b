using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Smtp;

namespace PlusPortal.Web.Tests.Email.Words;

/// <summary>Messages say what happened, never what is false of it, and lead to where the reader can answer.</summary>
public sealed class MailWordsTests(MailBench bench) : IClassFixture<MailBench>
{
    private readonly MailPost post = bench.Post;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "La structure n’a pas dit si votre date lui convient")]
    [InlineData(false, "La structure n’a pas répondu à temps à votre question")]
    public async Task Actor_reads_what_lapsed_and_by_when_to_answer(bool isDate, string what)
    {
        var (request, offer) = (A.Request().Build(), JoinableOffer());
        request.InTriage();
        var referral = request.Sending(offer);
        if (isDate) request.OfferDate(referral.Id, A.Today.AddMonths(1), A.Partner(), A.Now, A.Day);
        else request.RequestInformation(referral.Id, "Avez-vous un budget\u00A0?", A.Partner(), A.Now, A.Day);
        var after = A.DayOf(referral.PauseEndsOn!.Value.AddDays(1));
        if (isDate) request.LapseDate(referral.Id, Author.Job, A.Now, after);
        else request.LapseQuestion(referral.Id, Author.Job, A.Now, after);
        await post.StoreAsync(Ct, request, offer.Actor!);

        var mail = await SendAsync(MailKind.ReferralChangedForPartner, referral.Id, offer.Actor!.ContactEmail!);

        Assert.Contains(what, mail.Text, StringComparison.Ordinal);
        Assert.Contains("Répondez au plus tard le", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("complétée", mail.Subject + mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "ne convient pas à la structure")]
    [InlineData(false, "est retirée")]
    public async Task Actor_whose_later_day_staff_heard_refused_reads_it_and_one_from_which_they_take_the_request_does_not(bool isHeard, string what)
    {
        var (request, offer) = (A.Request().Build(), JoinableOffer());
        var referral = request.Sending(offer);
        request.OfferDate(referral.Id, A.Today.AddDays(14), A.Partner(), A.Now, A.Day);
        request.CancelReferral(referral.Id, isHeard ? Author.StaffHearing(Guid.CreateVersion7(A.Now), Channel.Telephone) : A.Staff(), A.Now, A.Day);
        await post.StoreAsync(Ct, request, offer.Actor!);

        var toActor = await SendAsync(MailKind.ReferralChangedForPartner, referral.Id, offer.Actor!.ContactEmail!);
        var toStructure = await SendAsync(MailKind.ReferralCancelledForStructure, referral.Id, request.Contact.Email);

        Assert.Contains(what, toActor.Text, StringComparison.Ordinal);
        Assert.Equal(isHeard, toStructure.Text.Contains("ne vous convient pas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happened_to_an_actor_is_not_told_twice_running()
    {
        var (request, offer) = (A.Request().Build(), JoinableOffer());
        var referral = request.AcceptedBy(offer);
        request.CompleteReferral(referral.Id, ReferralOutcomes.Injoignable, null, A.Partner(), A.Now, A.Day);
        request.SettleAnswers(A.Now.AddMinutes(Referral.UndoMinutes));
        await post.StoreAsync(Ct, request, offer.Actor!);

        var mail = await SendAsync(MailKind.ReferralEndedForStructure, referral.Id, request.Contact.Email);

        Assert.Contains($"Voici la suite de votre demande {request.Reference}.", mail.Text, StringComparison.Ordinal);
        Assert.Equal(2, mail.Text.Split("n’a pas réussi à vous joindre").Length);
    }

    [Fact]
    public async Task Withdrawal_is_said_to_be_one()
    {
        var request = A.Request().Build().InTriage();
        request.Close(ClosingReasons.AbandonStructure, null, null, Author.Structure, A.Now, A.Day);
        await post.StoreAsync(Ct, request);

        var mail = await SendAsync(MailKind.RequestClosed, request.Id, request.Contact.Email);

        Assert.Contains("est retirée", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("arrivée à son terme", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Donnez-nous aussi votre avis sur votre page de suivi", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailKind.CalledBackQuestion)]
    [InlineData(MailKind.CouldNotReach)]
    public async Task Message_that_asks_something_never_says_that_nothing_is_to_be_done(MailKind kind)
    {
        var recipient = await MailScenes.QueueAsync(post, kind, Ct);
        await post.DeliverAllAsync(Ct);

        var mail = Assert.Single(await bench.Server.ReceivedByAsync(recipient, 1, Ct));

        Assert.DoesNotContain("rien à faire", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_of_an_end_says_until_when_an_answer_is_awaited()
    {
        var request = A.Request().Build();
        request.InTriage();
        request.AskStructure("Combien de personnes employez-vous\u00A0?", A.Staff(), A.Now, A.Day);
        await post.StoreAsync(Ct, request);

        var mail = await SendAsync(MailKind.EndNotice, request.Id, request.Contact.Email);

        Assert.Contains("Répondez au plus tard le lundi 30 mars 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("3 mois pour demander à la rouvrir", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_without_solution_leads_to_the_tracking_page_which_says_how_to_open_it_again()
    {
        var request = A.Request().Build();
        request.InTriage();
        request.Close(ClosingReasons.AucunActeur, "Voici ce qui reste possible.", null, A.Staff(), A.Now, A.Day);
        await post.StoreAsync(Ct, request);

        var mail = await SendAsync(MailKind.RequestClosed, request.Id, request.Contact.Email);
        var link = mail.Text.Split('\n').Single(line => line.StartsWith(MailBench.Root, StringComparison.Ordinal));
        var page = await post.Portal.NewBrowser().GetAsync(link[MailBench.Root.Length..]);

        Assert.StartsWith(MailBench.Root + "/suivi/", link, StringComparison.Ordinal);
        Assert.Contains("Répondez à ce message au plus tard le mardi 2 juin 2026.", mail.Text, StringComparison.Ordinal);
        Assert.True(page.Has($"Vous voulez la rouvrir ? Joignez PLUS en donnant la référence {request.Reference}, au plus tard le mardi 2 juin 2026."));
        Assert.True(page.Has("Donner mon avis en trois questions"));
    }

    [Theory]
    [InlineData(ClosingReasons.AideApportee, null)]
    [InlineData(ClosingReasons.AideApportee, "Bravo à toute l’équipe.")]
    [InlineData(ClosingReasons.InformationSuffisante, null)]
    [InlineData(ClosingReasons.EchangeSansSolution, null)]
    public async Task Every_end_leads_to_the_tracking_page_and_says_that_the_opinion_is_given_there(string reason, string? message)
    {
        var request = A.Request().Build();
        request.InTriage();
        request.Close(reason, message, null, A.Staff(), A.Now, A.Day);
        await post.StoreAsync(Ct, request);

        var mail = await SendAsync(MailKind.RequestClosed, request.Id, request.Contact.Email);
        var link = mail.Text.Split('\n').Single(line => line.StartsWith(MailBench.Root, StringComparison.Ordinal));
        var asked = await (await post.Portal.NewBrowser().GetAsync(link[MailBench.Root.Length..])).ClickAsync("Donner mon avis en trois questions");

        Assert.StartsWith(MailBench.Root + "/suivi/", link, StringComparison.Ordinal);
        Assert.Contains("est arrivée à son terme", mail.Text, StringComparison.Ordinal);
        Assert.Contains("votre avis sur votre page de suivi", mail.Text, StringComparison.Ordinal);
        Assert.Equal(message is not null, mail.Text.Contains("son message est sur votre page de suivi", StringComparison.Ordinal));
        Assert.Equal("Votre avis sur votre demande", asked.Heading);
    }

    [Theory]
    [InlineData(Channel.TrackingPage, "est retirée, à votre demande.")]
    [InlineData(Channel.FollowerPage, "est retirée, à la demande d’une personne de votre structure.")]
    public async Task Request_that_was_withdrawn_is_said_to_be_withdrawn(Channel through, string what)
    {
        var request = A.Request().Build();
        request.InTriage();
        request.Close(ClosingReasons.AbandonStructure, null, null, through == Channel.FollowerPage ? Author.Follower : Author.Structure, A.Now, A.Day);
        await post.StoreAsync(Ct, request);

        var mail = await SendAsync(MailKind.RequestClosed, request.Id, request.Contact.Email);

        Assert.Contains(what, mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("est retirée", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("son terme", mail.Text, StringComparison.Ordinal);
        Assert.Contains("votre avis sur votre page de suivi", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailKind.OffersSuspended, false)]
    [InlineData(MailKind.OffersSuspended, true)]
    [InlineData(MailKind.SheetDue, false)]
    [InlineData(MailKind.SheetDue, true)]
    public async Task Actor_without_account_answers_the_message_and_no_page_that_asks_for_one(MailKind kind, bool hasAccount)
    {
        var offer = JoinableOffer();
        var recipient = offer.Actor!.ContactEmail!;
        if (kind == MailKind.SheetDue) offer.Confirm(DateOnly.FromDateTime(post.Clock.GetUtcNow().UtcDateTime).AddMonths(-7), A.Now);
        else offer.Suspend(SuspensionCause.Unconfirmed, A.Now);
        await post.StoreAsync(Ct, offer.Actor!);
        if (hasAccount) await post.Portal.CreateUserAsync(recipient = $"compte{A.Number()}@example.org", PortalRoles.Partner, offer.ActorId);

        var mail = await SendAsync(kind, offer.ActorId, recipient);

        Assert.Equal(hasAccount, mail.Text.Contains("/partenaire/offres/", StringComparison.Ordinal));
        Assert.Equal(hasAccount, !mail.Text.Contains("l’équipe PLUS confirme pour vous", StringComparison.Ordinal));
        Assert.DoesNotContain("Aucun compte", mail.Text, StringComparison.Ordinal);
    }

    private static SupportOffer JoinableOffer()
    {
        var number = A.Number();
        return A.SupportOffer().Of(A.SupportActor().Named($"Acteur des mots {number}").WithCheckedEmail($"mots{number}@example.org").Build()).Build();
    }

    private async Task<ReceivedMail> SendAsync(MailKind kind, Guid subjectId, string recipient)
    {
        await post.QueueAsync(kind, subjectId, Ct);
        await post.DeliverAllAsync(Ct);
        return Assert.Single(await bench.Server.ReceivedByAsync(recipient, 1, Ct));
    }
}
