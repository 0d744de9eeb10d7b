using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Matching;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Web.Samples;

namespace PlusPortal.Web.Tests.Startup.Samples;

public sealed class SampleDataTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_can_sign_in_and_partners_answer_for_their_actor()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = new PortalFactory(database);
        await LoadAsync(portal, Environments.Development);

        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        foreach (var account in SampleAccounts.All)
        {
            var user = await users.FindByEmailAsync(account.Email);
            Assert.NotNull(user);
            Assert.True(await users.CheckPasswordAsync(user, SampleAccounts.Password));
            Assert.Equal(account.Role.Stored.Order(), (await users.GetRolesAsync(user)).Order());
            Assert.Equal(account.ActorKey is not null, user.SupportActorId is not null);
        }

        Assert.Equal(Enum.GetValues<PersonRole>().Length, SampleAccounts.All.Count);
    }

    [Fact]
    public async Task Requests_are_in_every_state_and_no_message_is_queued()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = new PortalFactory(database);

        await LoadAsync(portal, Environments.Development);

        await using var db = database.NewContext();
        var requests = await db.OrientationRequests.ToListAsync(Ct);
        Assert.Equal(Enum.GetValues<RequestStatus>().ToHashSet(), requests.Select(request => request.Status).ToHashSet());
        Assert.Contains(requests, request => request.IsUrgent);
        Assert.All(requests, request =>
        {
            Assert.NotNull(request.Matching);
            Assert.EndsWith("@example.org", request.Contact.Email);
        });
        Assert.False(await db.Outbox.AnyAsync(Ct));
    }

    [Fact]
    public async Task The_register_has_what_the_sample_actors_were_told()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = new PortalFactory(database);

        await LoadAsync(portal, Environments.Development);

        await using var db = database.NewContext();
        var told = await db.Referrals.Where(referral => referral.SentAt != null).ToListAsync(Ct);
        var register = await db.Transmissions.ToListAsync(Ct);
        Assert.NotEmpty(told);
        Assert.All(told, referral =>
        {
            Assert.Equal(referral.SentAt, register.Single(row => row.ReferralId == referral.Id && row.Moment == TransmissionMoment.Sent).At);
            Assert.Equal(referral.FirstContactDueOn is not null, register.Exists(row => row.ReferralId == referral.Id && row.Moment == TransmissionMoment.Accepted && row.At > referral.AnsweredAt && row.Fields.Contains("email")));
        });
    }

    [Fact]
    public async Task The_matcher_never_sees_a_sample_actor()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = new PortalFactory(database);
        await using var before = database.NewContext();
        var catalog = await before.LoadCatalogAsync(Ct);

        await LoadAsync(portal, Environments.Development);

        await using var db = database.NewContext();
        Assert.Equal(catalog.Offers.Select(offer => offer.OfferId).Order(), (await db.LoadCatalogAsync(Ct)).Offers.Select(offer => offer.OfferId).Order());
        Assert.Equal(2, await db.SupportActors.CountAsync(actor => actor.IsSample && actor.IsActive && actor.ContactEmail != null, Ct));
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = new PortalFactory(database);

        Assert.True(await LoadAsync(portal, Environments.Development));
        Assert.False(await LoadAsync(portal, Environments.Development));

        await using var db = database.NewContext();
        Assert.Equal(SampleAccounts.All.Count, await db.Users.CountAsync(Ct));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_Development_there_are_none(string environment)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = new PortalFactory(database);

        await Assert.ThrowsAsync<InvalidOperationException>(() => LoadAsync(portal, environment));

        await using var db = database.NewContext();
        Assert.False(await db.Users.AnyAsync(Ct));
    }

    private static Task<bool> LoadAsync(PortalFactory portal, string environment) => LoadedSamples.LoadAsync(portal, environment, Ct);
}
