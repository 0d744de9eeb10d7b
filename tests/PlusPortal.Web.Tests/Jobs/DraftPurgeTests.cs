using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Requests;
using PlusPortal.Testing;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Tests.Jobs;

/// <summary>What is deleted when its life is over, and what is not.</summary>
public sealed class DraftPurgeTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_deleted_once_its_thirty_days_are_over_and_not_before()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var draft = new RequestDraft
        {
            Id = Guid.CreateVersion7(),
            SecretHash = new byte[32],
            Answers = "{}",
            CreatedAt = clock.GetUtcNow(),
            UpdatedAt = clock.GetUtcNow(),
            ExpiresAt = clock.GetUtcNow().AddDays(RequestDraft.LifetimeDays),
        };
        await using var db = database.NewContext();
        db.Add(draft);
        await db.SaveChangesAsync(Ct);

        clock.Advance(TimeSpan.FromDays(RequestDraft.LifetimeDays));
        var onItsLastDay = await new DraftPurge(db, clock).RunAsync(Ct);
        clock.Advance(TimeSpan.FromMinutes(1));
        var afterwards = await new DraftPurge(db, clock).RunAsync(Ct);

        Assert.Equal((0, 1), (onItsLastDay, afterwards));
        Assert.False(await db.RequestDrafts.AnyAsync(row => row.Id == draft.Id, Ct));
    }
}
