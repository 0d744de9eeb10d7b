using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Email;

namespace PlusPortal.Web.Tests.Deployment;

/// <summary><c>deploy/park-mails.sql</c>, run after a restore: what waited may have left from the server that was lost.</summary>
public sealed class ParkMailsTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_waited_leaves_by_itself_and_staff_read_why()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        await using var db = fixture.NewContext();
        foreach (var (kind, state) in new[] { (MailKind.RequestReceived, OutboxState.Pending), (MailKind.RequestSent, OutboxState.Sent), (MailKind.RequestClosed, OutboxState.Dropped) })
        {
            db.Outbox.Enqueue(kind, request.Id, "1", fixture.Portal.Clock.GetUtcNow());
            await db.SaveChangesAsync(Ct);
            await db.Outbox.Where(message => message.SubjectId == request.Id && message.Kind == kind).ExecuteUpdateAsync(set => set.SetProperty(message => message.State, state), Ct);
        }

        await db.Database.ExecuteSqlRawAsync(DeploymentFiles.Read("deploy", "park-mails.sql"), Ct);

        Assert.Equal(0, await fixture.Portal.Services.GetRequiredService<OutboxDelivery>().DeliverBatchAsync(Ct));
        Assert.Equal(
            [(MailKind.RequestReceived, OutboxState.Dead), (MailKind.RequestSent, OutboxState.Sent), (MailKind.RequestClosed, OutboxState.Dropped)],
            (await db.Outbox.AsNoTracking().Where(message => message.SubjectId == request.Id).ToListAsync(Ct)).OrderBy(message => message.State == OutboxState.Dead ? 0 : 1).ThenBy(message => message.State).Select(message => (message.Kind, message.State)));
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var page = await staff.GetAsync("/admin/messages");
        Assert.True(page.Has("Restauré d’une sauvegarde"));
        Assert.True(page.Has("Renvoyer"));
    }
}
