using Microsoft.EntityFrameworkCore;
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
        var writtenAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var draft = new RequestDraft
        {
            Id = Guid.CreateVersion7(),
            SecretHash = new byte[32],
            Answers = "{}",
            CreatedAt = writtenAt,
            UpdatedAt = writtenAt,
            ExpiresAt = writtenAt.AddDays(RequestDraft.LifetimeDays),
        };
        await using var db = database.NewContext();
        db.Add(draft);
        await db.SaveChangesAsync(Ct);

        var onItsLastDay = await new DraftPurge(db).RunAsync(draft.ExpiresAt, Ct);
        var afterwards = await new DraftPurge(db).RunAsync(draft.ExpiresAt.AddMinutes(1), Ct);
        var again = await new DraftPurge(db).RunAsync(draft.ExpiresAt.AddMinutes(2), Ct);

        Assert.Equal((0, 1, 0), (onItsLastDay.Counts[0].Number, afterwards.Counts[0].Number, again.Counts[0].Number));
        Assert.False(await db.RequestDrafts.AnyAsync(row => row.Id == draft.Id, Ct));
    }
}
