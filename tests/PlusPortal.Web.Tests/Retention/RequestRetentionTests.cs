using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.People;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Retention;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Retention;

/// <summary>What becomes of requests and messages at their terms, a day before, and after an outage; over a real database, with the rights of the portal.</summary>
public sealed class RequestRetentionTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Start = A.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unwanted_request_is_deleted_whole_after_thirty_days_and_not_a_day_before()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var spam = await world.EndedAsync(Start, ClosingReasons.Indesirable);
        var other = await world.EndedAsync(Start, ClosingReasons.AucunActeur);
        await world.LinkToAsync(spam.Id, expiresAt: Start.AddYears(5));
        await QueueAsync(world, spam.Id);

        var early = await world.DoneAtAsync(Start.AddDays(30).AddSeconds(-1), RetentionRule.Spam);
        var due = await world.DoneAtAsync(Start.AddDays(30), RetentionRule.Spam);
        var again = await world.DoneAtAsync(Start.AddDays(31), RetentionRule.Spam);

        Assert.Equal((0, 1, 0), (early, due, again));
        await using var db = world.NewContext();
        Assert.False(await db.OrientationRequests.AnyAsync(request => request.Id == spam.Id, Ct));
        Assert.False(await db.Set<TimelineEvent>().AnyAsync(entry => entry.RequestId == spam.Id, Ct));
        Assert.False(await db.Set<RequestNote>().AnyAsync(note => note.RequestId == spam.Id, Ct));
        Assert.False(await db.AccessLinks.AnyAsync(link => link.SubjectId == spam.Id, Ct));
        Assert.False(await db.Outbox.AnyAsync(message => message.SubjectId == spam.Id, Ct));
        Assert.True(await db.OrientationRequests.AnyAsync(request => request.Id == other.Id, Ct));
    }

    [Fact]
    public async Task Unwanted_request_that_an_actor_had_is_kept_and_becomes_anonymous_as_every_other()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = A.SupportOffer().Build();
        var request = await world.SentAsync(Start, sent =>
        {
            sent.Sending(offer);
            sent.Close(ClosingReasons.Indesirable, null, null, A.Staff(), Start, A.Day);
        }, offer);

        var afterThirtyDays = await world.DoneAtAsync(Start.AddDays(40), RetentionRule.Spam);
        var atItsTerm = await world.DoneAtAsync(Start.AddMonths(24), RetentionRule.ClosedRequests);

        Assert.Equal((0, 1), (afterThirtyDays, atItsTerm));
        Assert.NotNull((await world.ReadAsync(request.Id)).AnonymisedAt);
    }

    [Fact]
    public async Task Request_tied_to_an_unwanted_one_stays_tied_to_nothing()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var spam = await world.SentAsync(Start);
        var tied = await world.SentAsync(Start);
        await using (var db = world.NewContext())
        {
            var (kept, duplicate) = (await db.OrientationRequests.SingleAsync(row => row.Id == spam.Id, Ct), await db.OrientationRequests.SingleAsync(row => row.Id == tied.Id, Ct));
            duplicate.Close(ClosingReasons.Doublon, null, kept, A.Staff(), Start, A.Day);
            kept.Close(ClosingReasons.Indesirable, null, null, A.Staff(), Start, A.Day);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(1, await world.DoneAtAsync(Start.AddDays(30), RetentionRule.Spam));
        Assert.Null((await world.ReadAsync(tied.Id)).DuplicateOfId);
    }

    [Fact]
    public async Task Silent_request_is_asked_about_once_and_comes_to_staff_who_alone_end_it()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var request = await world.SentAsync(Start);

        var early = await world.DoneAtAsync(Start.AddMonths(12).AddSeconds(-1), RetentionRule.DormantRequests);
        var due = await world.DoneAtAsync(Start.AddMonths(12), RetentionRule.DormantRequests);
        var muchLater = await world.DoneAtAsync(Start.AddMonths(40), RetentionRule.DormantRequests);

        Assert.Equal((0, 1, 0), (early, due, muchLater));
        var stored = await world.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.Submitted, WaitsFor.Plus, DateOnly.FromDateTime(Start.AddMonths(12).UtcDateTime)), (stored.Status, stored.WaitsFor, stored.NextDueOn));
        Assert.Equal((EventKind.DormantNoticed, AuthorKind.System), (stored.Timeline.MaxBy(entry => entry.Number)!.Kind, stored.Timeline.MaxBy(entry => entry.Number)!.AuthorKind));
        Assert.Single(await world.MailsAboutAsync(request.Id), MailKind.DormantRequest);
    }

    [Fact]
    public async Task Another_silence_after_somebody_spoke_is_asked_about_again()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var request = await world.SentAsync(Start);
        await world.RunAtAsync(Start.AddMonths(12));
        var spoke = Start.AddMonths(13);
        await world.ActAsync(request.Id, found => found.AddNote("Elle a rappelé.", A.Staff(), spoke));

        Assert.Equal(0, await world.DoneAtAsync(spoke.AddMonths(12).AddDays(-1), RetentionRule.DormantRequests));
        Assert.Equal(1, await world.DoneAtAsync(spoke.AddMonths(12), RetentionRule.DormantRequests));
        Assert.Equal([MailKind.DormantRequest, MailKind.DormantRequest], await world.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Closed_request_becomes_anonymous_at_its_term_and_keeps_what_statistics_need()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var request = await world.EndedAsync(Start, ClosingReasons.AucunActeur);
        await world.LinkToAsync(request.Id, expiresAt: Start.AddYears(5));

        var early = await world.DoneAtAsync(Start.AddMonths(24).AddDays(-1), RetentionRule.ClosedRequests);
        var before = await world.ReadAsync(request.Id);
        var due = await world.DoneAtAsync(Start.AddMonths(24), RetentionRule.ClosedRequests);
        var again = await world.DoneAtAsync(Start.AddMonths(24).AddDays(1), RetentionRule.ClosedRequests);

        Assert.Equal((0, 1, 0), (early, due, again));
        Assert.Equal("Camille Canari", before.Contact.Name);
        var after = await world.ReadAsync(request.Id);
        Assert.DoesNotContain("anari", after.Contact.Name + after.Contact.Email, StringComparison.Ordinal);
        Assert.Empty(after.Notes);
        Assert.Equal((before.Reference, before.CommuneCode, before.Stage, before.ClosingReason, before.ClosedAt), (after.Reference, after.CommuneCode, after.Stage, after.ClosingReason, after.ClosedAt));
        await using var db = world.NewContext();
        Assert.False(await db.AccessLinks.AnyAsync(link => link.SubjectId == request.Id, Ct));
    }

    [Fact]
    public async Task First_end_of_a_request_that_was_opened_again_does_not_count()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var request = await world.EndedAsync(Start, ClosingReasons.AucunActeur);
        var reopened = Start.AddMonths(20);
        var ended = Start.AddMonths(23);
        var staff = Author.Staff(await world.AccountAsync(reopened));
        await world.ActAsync(request.Id, found => found.Reopen("Du nouveau.", staff, reopened, RetentionWorld.On(reopened)));

        Assert.Equal(0, await world.DoneAtAsync(Start.AddMonths(22), RetentionRule.ClosedRequests));
        await world.ActAsync(request.Id, found => found.Close(ClosingReasons.AideApportee, null, null, A.Staff(), ended, RetentionWorld.On(ended)));
        Assert.Equal(0, await world.DoneAtAsync(ended.AddMonths(24).AddDays(-1), RetentionRule.ClosedRequests));
        Assert.Equal(1, await world.DoneAtAsync(ended.AddMonths(24), RetentionRule.ClosedRequests));
    }

    [Fact]
    public async Task Duplicate_follows_its_own_end_while_the_kept_request_stays_open()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var kept = await world.SentAsync(Start);
        var duplicate = await world.SentAsync(Start);
        await using (var db = world.NewContext())
        {
            var (first, second) = (await db.OrientationRequests.SingleAsync(row => row.Id == kept.Id, Ct), await db.OrientationRequests.SingleAsync(row => row.Id == duplicate.Id, Ct));
            second.Close(ClosingReasons.Doublon, null, first, A.Staff(), Start, A.Day);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(1, await world.DoneAtAsync(Start.AddMonths(24), RetentionRule.ClosedRequests));
        Assert.NotNull((await world.ReadAsync(duplicate.Id)).AnonymisedAt);
        Assert.Equal("Camille Canari", (await world.ReadAsync(kept.Id)).Contact.Name);
    }

    [Fact]
    public async Task Message_says_no_more_to_whom_it_went_after_twelve_months()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await QueueAsync(world, Guid.CreateVersion7(Start));

        var early = await world.DoneAtAsync(Start.AddMonths(12).AddDays(-1), RetentionRule.Outbox);
        var due = await world.DoneAtAsync(Start.AddMonths(12), RetentionRule.Outbox);
        var again = await world.DoneAtAsync(Start.AddMonths(13), RetentionRule.Outbox);

        Assert.Equal((0, 1, 0), (early, due, again));
        await using var db = world.NewContext();
        var message = await db.Outbox.SingleAsync(row => row.Id == id, Ct);
        Assert.Equal((null, null, MailKind.RequestReceived), (message.Recipient, message.LastError, message.Kind));
    }

    [Fact]
    public async Task Address_of_a_receipt_goes_after_seven_days_even_when_it_could_not_leave()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await QueueAsync(world, Guid.CreateVersion7(Start), recipient: "canari@example.org");

        Assert.Equal(0, await world.DoneAtAsync(Start.AddDays(7).AddSeconds(-1), RetentionRule.Outbox));
        Assert.Equal(1, await world.DoneAtAsync(Start.AddDays(7), RetentionRule.Outbox));
        await using var db = world.NewContext();
        Assert.Null((await db.Outbox.SingleAsync(row => row.Id == id, Ct)).Recipient);
    }

    [Fact]
    public async Task Texts_beside_requests_go_at_their_terms_too()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var (person, actor) = (await world.AccountAsync(Start), A.SupportActor().Build());
        var erased = await world.EndedAsync(Start, ClosingReasons.EffacementDemande);
        await using (var db = world.NewContext())
        {
            var (handled, waiting) = (new SheetReport(actor.Id, "Le numéro est celui de Canari.", Start), new SheetReport(actor.Id, "Le site a changé.", Start));
            handled.Handle(person, Start);
            db.AddRange(actor, handled, waiting, new FactorReset(Guid.CreateVersion7(Start), person, person, Start, IdentityCheck.InPerson, "Canari est passée au bureau."));
            var request = await db.OrientationRequests.Include(row => row.Notes).SingleAsync(row => row.Id == erased.Id, Ct);
            request.AskErasure(IdentityChecks.Courrier, "Demandé par courrier.", A.Staff(), Start);
            request.Anonymise(A.Staff(), Start);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(0, await world.DoneAtAsync(Start.AddMonths(12).AddSeconds(-1), RetentionRule.FactorResets));
        Assert.Equal(1, await world.DoneAtAsync(Start.AddMonths(12), RetentionRule.FactorResets));
        var before = await world.RunAtAsync(Start.AddMonths(24).AddSeconds(-1));
        Assert.Equal((0, 0), (before.GetValueOrDefault(RetentionRule.SheetReports), before.GetValueOrDefault(RetentionRule.ErasureReasons)));
        var done = await world.RunAtAsync(Start.AddMonths(24));
        Assert.Equal((1, 1), (done[RetentionRule.SheetReports], done[RetentionRule.ErasureReasons]));
        await using var after = world.NewContext();
        Assert.Equal("Le site a changé.", (await after.SheetReports.SingleAsync(Ct)).Text);
    }

    private static async Task<Guid> QueueAsync(RetentionWorld world, Guid subjectId, string? recipient = null)
    {
        await using var db = world.NewContext();
        db.Outbox.Enqueue(MailKind.RequestReceived, subjectId, "essai", Start);
        var message = db.Outbox.Local.Single();
        (message.State, message.Recipient, message.LastError) = (OutboxState.Dead, recipient, "Adresse refusée.");
        await db.SaveChangesAsync(Ct);
        return message.Id;
    }
}
