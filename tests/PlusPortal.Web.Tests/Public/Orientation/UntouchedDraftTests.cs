using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Features.Public.Orientation.Resume;
using PlusPortal.Web.Tests.Retention;

namespace PlusPortal.Web.Tests.Public.Orientation;

/// <summary>Drafts that somebody left: one message, once for ever.</summary>
public sealed class UntouchedDraftTests(PostgresFixture postgres)
{
    /// <summary>Friday 6 March 2026, four in Paris.</summary>
    private static readonly DateTimeOffset Friday = new(2026, 3, 6, 15, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_weekend_is_no_working_day_and_the_message_leaves_once_for_ever()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var draft = await DraftAsync(world);

        int[] before = [await RunAsync(world, Friday.AddDays(1)), await RunAsync(world, Friday.AddDays(3).AddMinutes(-1))];
        await Task.WhenAll(RunAsync(world, Friday.AddDays(3)), RunAsync(world, Friday.AddDays(3)));
        await using (var db = world.NewContext())
        {
            // Touched again, and left again.
            await db.RequestDrafts.ExecuteUpdateAsync(set => set.SetProperty(row => row.UpdatedAt, Friday.AddDays(4)), Ct);
        }

        var later = await RunAsync(world, Friday.AddDays(10));

        Assert.Equal([0, 0], before);
        Assert.Equal((0, 1), (later, await CountAsync(world, draft)));
    }

    [Fact]
    public async Task Nobody_is_written_to_without_an_address_nor_about_what_was_sent_or_is_over()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        await DraftAsync(world, email: null);
        await DraftAsync(world, requestId: Guid.CreateVersion7(A.Now));
        await DraftAsync(world, lifetimeDays: 3);

        Assert.Equal(0, await RunAsync(world, Friday.AddDays(5)));
    }

    [Theory]
    [InlineData("2026-03-28T10:00:00+01:00", "2026-03-30T09:59:00+02:00", false)]
    [InlineData("2026-03-28T10:00:00+01:00", "2026-03-30T10:00:00+02:00", true)]
    [InlineData("2026-04-02T10:00:00+02:00", "2026-04-03T10:00:00+02:00", true)]
    [InlineData("2026-04-03T10:00:00+02:00", "2026-04-06T10:00:00+02:00", false)]
    [InlineData("2026-04-03T10:00:00+02:00", "2026-04-07T10:00:00+02:00", true)]
    [InlineData("2026-10-23T10:00:00+02:00", "2026-10-26T10:00:00+01:00", true)]
    public void A_working_day_across_summer_time_and_easter(string since, string now, bool isUntouched) =>
        Assert.Equal(isUntouched, UntouchedDrafts.IsUntouched(DateTimeOffset.Parse(since, null), DateTimeOffset.Parse(now, null)));

    private static async Task<Guid> DraftAsync(RetentionWorld world, string? email = "canari@example.org", Guid? requestId = null, int lifetimeDays = RequestDraft.LifetimeDays)
    {
        var draft = new RequestDraft
        {
            Id = Guid.CreateVersion7(Friday),
            SecretHash = Guid.NewGuid().ToByteArray(),
            Answers = "{}",
            CreatedAt = Friday,
            UpdatedAt = Friday,
            ExpiresAt = Friday.AddDays(lifetimeDays),
            ResumeEmail = email,
            RequestId = requestId,
        };
        await using var db = world.NewContext();
        db.Add(draft);
        await db.SaveChangesAsync(Ct);
        return draft.Id;
    }

    private static async Task<int> RunAsync(RetentionWorld world, DateTimeOffset now)
    {
        await using var scope = world.Portal.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UntouchedDrafts>().RunAsync(now, Ct)).Counts[0].Number;
    }

    private static async Task<int> CountAsync(RetentionWorld world, Guid draftId)
    {
        await using var db = world.NewContext();
        return await db.Outbox.CountAsync(message => message.Kind == MailKind.UntouchedDraft && message.SubjectId == draftId, Ct);
    }
}
