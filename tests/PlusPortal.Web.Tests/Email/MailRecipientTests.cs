using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Smtp;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Messages;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Tests.Email;

/// <summary>Who receives what, and who never does.</summary>
public sealed class MailRecipientTests(DatabaseFixture database, SmtpServerFixture smtp) : IClassFixture<DatabaseFixture>, IClassFixture<SmtpServerFixture>, IAsyncLifetime
{
    private MailPost post = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        post = MailPost.Open(database.Database, smtp.Server.Port);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => post.DisposeAsync();

    [Theory]
    [InlineData(MailKind.ReferralForPartner)]
    [InlineData(MailKind.ReferralReminder)]
    [InlineData(MailKind.ReferralChangedForPartner)]
    public async Task Nothing_ever_leaves_for_an_unverified_actor_even_with_an_account(MailKind kind)
    {
        var actor = A.SupportActor().Build();
        var referral = await SentToAsync(actor);
        var account = await AccountOfAsync(actor);

        Assert.Equal(OutboxState.Dropped, await DeliverAsync(kind, referral.Id));

        Assert.Empty(await smtp.Server.ReceivedByAsync(account, 0, Ct));
    }

    [Fact]
    public async Task Decision_on_an_offer_does_not_reach_an_unverified_actor_either()
    {
        var offer = A.SupportOffer().Build();
        await post.StoreAsync(Ct, offer.Actor!);
        var account = $"partenaire{A.Number()}@example.org";
        var userId = await post.Portal.CreateUserAsync(account, PortalRoles.Partner, offer.ActorId);
        var revision = OfferRevision.Propose(offer, offer.Content, userId, A.Now);
        revision.Return("À préciser.", userId, A.Now);
        await post.StoreAsync(Ct, revision);

        Assert.Equal(OutboxState.Dropped, await DeliverAsync(MailKind.OfferRevisionDecided, revision.Id));

        Assert.Empty(await smtp.Server.ReceivedByAsync(account, 0, Ct));
    }

    [Fact]
    public async Task Verified_actor_without_account_is_told_at_its_checked_address()
    {
        var actor = A.SupportActor().WithCheckedEmail().Build();
        var referral = await SentToAsync(actor);

        Assert.Equal(OutboxState.Sent, await DeliverAsync(MailKind.ReferralForPartner, referral.Id));

        var mail = Assert.Single(await smtp.Server.ReceivedByAsync(actor.ContactEmail!, 1, Ct));
        Assert.Contains("http://localhost:5080/reponse/", mail.Text, StringComparison.Ordinal);
        Assert.Contains("au plus tard le lundi 23 mars 2026", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_of_an_actor_are_told_instead_of_its_address_closed_ones_and_strangers_excepted()
    {
        var actor = A.SupportActor().WithCheckedEmail().Build();
        var referral = await SentToAsync(actor);
        var (first, second, closed) = (await AccountOfAsync(actor), await AccountOfAsync(actor), await AccountOfAsync(actor));
        var stranger = await AccountOfAsync((await SentToAsync(A.SupportActor().WithCheckedEmail().Build())).ActorId);
        await using (var db = database.NewContext())
        {
            db.Users.Single(user => user.Email == closed).IsDisabled = true;
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(OutboxState.Sent, await DeliverAsync(MailKind.ReferralForPartner, referral.Id));

        var mail = Assert.Single(await smtp.Server.ReceivedByAsync(first, 1, Ct));
        Assert.Equal([first, second], mail.To.Order());
        foreach (var other in new[] { actor.ContactEmail!, closed, stranger }) Assert.Empty(await smtp.Server.ReceivedByAsync(other, 0, Ct));
    }

    [Fact]
    public async Task Actor_reached_by_hand_is_e_mailed_nothing()
    {
        var referral = await SentToAsync(A.SupportActor().WithCheckedEmail().Build(), isByHand: true);

        Assert.Equal(OutboxState.Dropped, await DeliverAsync(MailKind.ReferralForPartner, referral.Id));
        Assert.Equal(OutboxState.Dropped, await DeliverAsync(MailKind.ReferralReminder, referral.Id));
        Assert.Equal(OutboxState.Dropped, await DeliverAsync(MailKind.ReferralChangedForPartner, referral.Id));
    }

    [Fact]
    public async Task Referral_that_was_answered_meanwhile_is_not_announced()
    {
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        var request = A.Request().Build();
        var referral = request.AcceptedBy(offer);
        await post.StoreAsync(Ct, offer.Actor!, request);

        Assert.Equal(OutboxState.Dropped, await DeliverAsync(MailKind.ReferralForPartner, referral.Id));
    }

    [Fact]
    public async Task Actor_that_was_never_told_does_not_hear_that_it_is_not_needed()
    {
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        var request = A.Request().Build();
        var referral = request.Proposing(offer);
        request.CancelReferral(referral.Id, A.Staff(), A.Now, A.Day);
        await post.StoreAsync(Ct, offer.Actor!, request);

        Assert.Equal(OutboxState.Dropped, await DeliverAsync(MailKind.ReferralChangedForPartner, referral.Id));
    }

    [Fact]
    public async Task Withdrawn_request_leads_its_partner_to_PLUS_since_its_page_is_gone()
    {
        var actor = A.SupportActor().WithCheckedEmail().Build();
        var offer = A.SupportOffer().Of(actor).Build();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        request.Close(ClosingReasons.AbandonStructure, null, null, Author.Structure, A.Now, A.Day);
        await post.StoreAsync(Ct, actor, request);

        Assert.Equal(OutboxState.Sent, await DeliverAsync(MailKind.ReferralChangedForPartner, referral.Id));

        var mail = Assert.Single(await smtp.Server.ReceivedByAsync(actor.ContactEmail!, 1, Ct));
        Assert.Contains("http://localhost:5080/contact\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unwanted_request_gets_no_answer()
    {
        var request = A.Request().Build();
        request.RecordMatching(new MatchResult { RulesVersion = 1, Signals = [new DetectedSignal(TriageSignals.Indesirable, "Démarchage.")], Proposals = [], Excluded = [] }, A.Now, A.Day, Author.Job);
        await post.StoreAsync(Ct, request);

        Assert.Equal(OutboxState.Dropped, await DeliverAsync(MailKind.RequestReceived, request.Id));
    }

    [Fact]
    public async Task Closed_as_unwanted_says_nothing_either()
    {
        var request = A.Request().Build();
        request.Close(ClosingReasons.Indesirable, null, null, A.Staff(), A.Now, A.Day);
        await post.StoreAsync(Ct, request);

        Assert.Equal(OutboxState.Dropped, await DeliverAsync(MailKind.RequestClosed, request.Id));
    }

    [Fact]
    public async Task Staff_accounts_are_told_when_no_mailbox_is_set_and_partners_are_not()
    {
        var (member, administrator, closed) = ($"staff{A.Number()}@example.org", $"admin{A.Number()}@example.org", $"parti{A.Number()}@example.org");
        await post.Portal.CreateUserAsync(member, PortalRoles.Staff);
        await post.Portal.CreateUserAsync(administrator, PortalRoles.Administrator);
        await post.Portal.CreateUserAsync(closed, PortalRoles.Staff);
        await using (var db = database.NewContext())
        {
            db.Users.Single(user => user.Email == closed).IsDisabled = true;
            await db.SaveChangesAsync(Ct);
        }

        var request = A.Request().Urgent().Build();
        await post.StoreAsync(Ct, request);
        Assert.Equal(OutboxState.Sent, await DeliverAsync(MailKind.UrgentRequestForStaff, request.Id));

        var mail = Assert.Single(await smtp.Server.ReceivedByAsync(member, 1, Ct));
        Assert.Equal([administrator, member], mail.To.Order());
        Assert.Equal($"Urgent\u00A0: demande {request.Reference}", mail.Subject);
        Assert.Contains($"/admin/demandes/{request.Reference}", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "un acteur a décliné")]
    [InlineData(false, "un acteur a accepté")]
    public async Task Attention_names_the_cause(bool declines, string cause)
    {
        await using var own = MailPost.Open(database.Database, smtp.Server.Port, configure: services => services.PostConfigure<StaffOptions>(staff => staff.NotificationAddress = "equipe@plus.example.org"));
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var referral = request.Sending(offer);
        if (declines) request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
        else request.AcceptReferral(referral.Id, A.Partner(), A.Now, A.Day);
        await own.StoreAsync(Ct, offer.Actor!, request);
        await own.QueueAsync(MailKind.StaffAttention, request.Id, Ct);
        var before = (await smtp.Server.ReceivedByAsync("equipe@plus.example.org", 0, Ct)).Count;

        await own.DeliverAllAsync(Ct);

        var mail = (await smtp.Server.ReceivedByAsync("equipe@plus.example.org", before + 1, Ct))[^1];
        Assert.Equal($"Demande {request.Reference}\u00A0: {cause}", mail.Subject);
    }

    private async Task<OutboxState> DeliverAsync(MailKind kind, Guid subjectId)
    {
        var id = await post.QueueAsync(kind, subjectId, Ct);
        await post.DeliverAllAsync(Ct);
        return (await post.MessageAsync(id, Ct)).State;
    }

    private async Task<Referral> SentToAsync(SupportActor actor, bool isByHand = false)
    {
        var request = A.Request().Build();
        var referral = request.Sending(A.SupportOffer().Of(actor).Build(), isByHand);
        await post.StoreAsync(Ct, actor, request);
        return referral;
    }

    private Task<string> AccountOfAsync(SupportActor actor) => AccountOfAsync(actor.Id);

    private async Task<string> AccountOfAsync(Guid actorId)
    {
        var email = $"partenaire{A.Number()}@example.org";
        await post.Portal.CreateUserAsync(email, PortalRoles.Partner, actorId);
        return email;
    }
}
