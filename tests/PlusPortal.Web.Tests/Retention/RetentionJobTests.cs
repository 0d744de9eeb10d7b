using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Audit;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Retention;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Retention;

namespace PlusPortal.Web.Tests.Retention;

/// <summary>The job as a whole: outages, several nodes, somebody who works meanwhile, what it tells.</summary>
public sealed class RetentionJobTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Start = A.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whole_year_with_nights_missed_does_everything_once()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var spam = await world.EndedAsync(Start, ClosingReasons.Indesirable);
        var silent = await world.SentAsync(Start.AddMonths(1));
        var ended = await world.EndedAsync(Start.AddMonths(-14), ClosingReasons.AideApportee);
        var later = await world.EndedAsync(Start.AddMonths(2), ClosingReasons.AideApportee);
        var administrator = await world.AccountAsync(Start.AddMonths(14), PersonRole.Administrator);
        var leaver = await world.AccountAsync(Start.AddMonths(-15));
        Dictionary<RetentionRule, int> done = [];

        // Every night but those of the ninth and tenth month, when the machine was away.
        for (var night = Start.AddDays(1); night < Start.AddMonths(14); night = night.AddDays(1))
        {
            if (night > Start.AddMonths(8) && night < Start.AddMonths(10) || night.Day % 5 != 0) continue;
            foreach (var (rule, number) in await world.RunAtAsync(night)) done[rule] = done.GetValueOrDefault(rule) + number;
            await world.MailsLeftAsync(night);
        }

        Assert.Equal((1, 1, 1), (done[RetentionRule.Spam], done[RetentionRule.DormantRequests], done[RetentionRule.ClosedRequests]));
        Assert.Equal((1, 1), (done[RetentionRule.AccountNotices], done[RetentionRule.UnusedAccounts]));
        Assert.NotNull((await world.ReadAsync(ended.Id)).AnonymisedAt);
        Assert.Null((await world.ReadAsync(later.Id)).AnonymisedAt);
        Assert.Equal(RequestStatus.Submitted, (await world.ReadAsync(silent.Id)).Status);
        Assert.NotNull((await world.PersonAsync(leaver)).AnonymisedAt);
        Assert.Null((await world.PersonAsync(administrator)).AnonymisedAt);
        await using var db = world.NewContext();
        Assert.False(await db.OrientationRequests.AnyAsync(request => request.Id == spam.Id, Ct));
        Assert.Equal((await world.ReportsAsync()).Count, await db.Outbox.CountAsync(message => message.Kind == MailKind.RetentionReport, Ct));
    }

    [Fact]
    public async Task Run_that_is_killed_between_two_batches_keeps_what_it_did_and_the_next_one_goes_on()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var all = OneByOne.Size + 5;
        await using (var db = world.NewContext())
        {
            for (var each = 0; each < all; each++)
            {
                var request = A.Request().Build();
                request.Close(ClosingReasons.AucunActeur, null, null, A.Staff(), Start, A.Day);
                db.Add(request);
            }

            await db.SaveChangesAsync(Ct);
        }

        world.Portal.Clock.SetUtcNow(Start.AddMonths(24));
        await using (var scope = world.Portal.Services.CreateAsyncScope())
        {
            var line = RetentionLines.Of(scope.ServiceProvider, RetentionRule.ClosedRequests);
            await using var batches = line.ApplyAsync(RetentionTerms.Usual, world.Now, Ct).GetAsyncEnumerator(Ct);
            Assert.True(await batches.MoveNextAsync());
            Assert.Equal(OneByOne.Size, batches.Current);
        }

        Assert.Equal(all - OneByOne.Size, (await world.RunAsync())[RetentionRule.ClosedRequests]);
        Assert.Empty(await world.RunAsync());
    }

    [Fact]
    public async Task Two_nodes_at_once_do_nothing_twice()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        await world.EndedAsync(Start, ClosingReasons.Indesirable);
        var ended = await world.EndedAsync(Start, ClosingReasons.AucunActeur);
        var person = await world.AccountAsync(Start);
        await world.AccountAsync(Start.AddMonths(24), PersonRole.Administrator);
        world.Portal.Clock.SetUtcNow(Start.AddMonths(24));

        await Task.WhenAll(RunAsync(), RunAsync());

        var lines = (await world.ReportsAsync()).SelectMany(report => report.Lines).ToLookup(line => line.Rule, line => line.Number);
        Assert.Equal((1, 1, 1), (lines[RetentionRule.Spam].Sum(), lines[RetentionRule.ClosedRequests].Sum(), lines[RetentionRule.AccountNotices].Sum()));
        Assert.Single(await world.NoticesAsync(person));
        Assert.Single((await world.ReadAsync(ended.Id)).Timeline, entry => entry.Kind == EventKind.Anonymised);

        async Task RunAsync()
        {
            await using var scope = world.Portal.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RetentionJob>().RunAsync(world.Now, Ct);
        }
    }

    [Fact]
    public async Task Staff_who_save_in_between_are_not_overwritten_and_the_next_run_catches_up()
    {
        var meddler = new Meddler();
        await using var world = await RetentionWorld.OpenAsync(postgres, services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(meddler)));
        var request = await world.EndedAsync(Start, ClosingReasons.AucunActeur);
        meddler.Before = async () => await world.ActAsync(request.Id, found => found.AddNote("Elle rappelle demain.", A.Staff(), Start.AddMonths(24)));

        Assert.Equal(0, await world.DoneAtAsync(Start.AddMonths(24), RetentionRule.ClosedRequests));
        var between = await world.ReadAsync(request.Id);
        Assert.Null(between.AnonymisedAt);
        Assert.Contains(between.Notes, note => note.Text == "Elle rappelle demain.");

        Assert.Equal(1, await world.DoneAtAsync(Start.AddMonths(24).AddDays(1), RetentionRule.ClosedRequests));
        Assert.Empty((await world.ReadAsync(request.Id)).Notes);
    }

    [Fact]
    public async Task Page_counts_what_the_job_does()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = A.SupportOffer().Build();
        await world.StoreAsync(offer);
        await world.EndedAsync(Start, ClosingReasons.Indesirable);
        var ended = await world.EndedAsync(Start, ClosingReasons.AucunActeur);
        await world.EndedAsync(Start.AddDays(10), ClosingReasons.AucunActeur);
        await world.SentAsync(Start);
        await world.AccountAsync(Start);
        await world.AccountAsync(Start, PersonRole.PartnerManager, offer.ActorId);
        await world.AccountAsync(Start.AddMonths(20), PersonRole.Administrator);
        await using (var db = world.NewContext())
        {
            db.AddRange(Line(AuditArea.Security), Line(AuditArea.Business), Line(AuditArea.Business, ended.Id));
            db.Outbox.Enqueue(MailKind.RequestReceived, ended.Id, "essai", Start);
            (db.Outbox.Local.Single().State, db.Outbox.Local.Single().LastError) = (OutboxState.Dead, "Refusé.");
            await db.SaveChangesAsync(Ct);
        }

        world.Portal.Clock.SetUtcNow(Start.AddMonths(24));

        var counted = await world.DryRunAsync();
        var done = await world.RunAsync();

        Assert.Equal(
            RetentionLines.Applied.Select(rule => (rule, counted[rule].Due)).ToHashSet(),
            RetentionLines.Applied.Select(rule => (rule, done.GetValueOrDefault(rule))).ToHashSet());
        Assert.Equal((1, 1, 1, 1, 1, 2, 2), (
            done[RetentionRule.Spam], done[RetentionRule.ClosedRequests], done[RetentionRule.DormantRequests], done[RetentionRule.Outbox], done[RetentionRule.SecurityLog],
            done[RetentionRule.BusinessAudit], done[RetentionRule.AccountNotices]));
        Assert.Equal(1, counted[RetentionRule.ClosedRequests].Soon);
        Assert.Equal(counted[RetentionRule.KeptAccounts].Due, done[RetentionRule.KeptAccounts]);

        static AuditEvent Line(AuditArea area, Guid? requestId = null) => new() { Id = Guid.CreateVersion7(Start), At = Start, Kind = "Essai", Area = area, Target = "x", RequestId = requestId };
    }

    [Fact]
    public async Task Line_that_fails_keeps_no_other_and_the_run_says_so()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        await world.EndedAsync(Start, ClosingReasons.Indesirable);
        var ended = await world.EndedAsync(Start, ClosingReasons.AucunActeur);
        await world.AsOwnerAsync($"drop function delete_spam_requests");
        world.Portal.Clock.SetUtcNow(Start.AddMonths(24));

        await Assert.ThrowsAsync<AggregateException>(world.RunAsync);

        Assert.NotNull((await world.ReadAsync(ended.Id)).AnonymisedAt);
        Assert.Equal(1, (await world.ReportsAsync()).Single().Lines.Single(line => line.Rule == RetentionRule.ClosedRequests).Number);
    }

    [Fact]
    public async Task Terms_of_the_database_are_followed_whatever_the_settings_say()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres, settings: new Dictionary<string, string> { ["Retention:SpamDays"] = "100" });
        await using (var db = world.NewContext())
        {
            await db.SetRetentionTermsAsync(RetentionTerms.Usual with { SpamDays = 10 }, Start, Ct);
        }

        await world.EndedAsync(Start, ClosingReasons.Indesirable);

        Assert.Equal(1, await world.DoneAtAsync(Start.AddDays(10), RetentionRule.Spam));
    }

    /// <summary>Lets somebody save just before a request is saved as anonymous, once.</summary>
    private sealed class Meddler : SaveChangesInterceptor
    {
        public Func<Task>? Before { get; set; }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Before is { } meddle && eventData.Context!.ChangeTracker.Entries<OrientationRequest>().Any(entry => entry.Entity.AnonymisedAt is not null))
            {
                Before = null;
                await meddle();
            }

            return await base.SavingChangesAsync(eventData, result, cancellationToken);
        }
    }
}
