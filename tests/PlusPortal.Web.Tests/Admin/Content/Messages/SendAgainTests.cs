using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Tests.Admin.Content.Messages;

/// <summary>E-mails that were given up, in the hands of staff.</summary>
public sealed class SendAgainTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_send_a_message_again_that_was_given_up()
    {
        var (request, id) = await GiveUpAsync();
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var after = await FormOf(await staff.GetAsync("/admin/messages"), request).SubmitAsync();

        Assert.Equal(("/admin/messages", "?etat=a-envoyer"), (after.Path, after.Address.Query));
        Assert.True(after.Has(request.Reference));
        Assert.True(after.Has("Départ dans quelques secondes"));
        var message = await ReadAsync(id);
        Assert.Equal((OutboxState.Pending, 0, fixture.Portal.Clock.GetUtcNow()), (message.State, message.Attempts, message.NextAttemptAt));
    }

    [Fact]
    public async Task Message_sent_again_by_somebody_else_meanwhile_stays_as_it_is()
    {
        var (request, id) = await GiveUpAsync();
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var form = FormOf(await staff.GetAsync("/admin/messages"), request);
        await using (var db = fixture.NewContext())
        {
            await db.Outbox.Where(message => message.Id == id).ExecuteUpdateAsync(set => set.SetProperty(message => message.State, OutboxState.Sent), Ct);
        }

        await form.SubmitAsync();

        var message = await ReadAsync(id);
        Assert.Equal((OutboxState.Sent, OutboxMessage.MaxAttempts), (message.State, message.Attempts));
    }

    [Fact]
    public async Task Message_that_is_not_there_is_not_found_and_nobody_sends_without_the_token_of_a_page()
    {
        var (request, id) = await GiveUpAsync();
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var page = await staff.GetAsync("/admin/messages");
        var elsewhere = FormOf(page, request).Request();
        elsewhere.RequestUri = new Uri(elsewhere.RequestUri!, $"/admin/messages/{Guid.NewGuid()}/renvoi");

        var unknown = await staff.SendAsync(elsewhere);
        var forged = await FormOf(page, request).Without("__RequestVerificationToken").SubmitAsync();

        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(OutboxState.Dead, (await ReadAsync(id)).State);
    }

    [Fact]
    public async Task Partners_and_strangers_send_nothing_again()
    {
        var (request, id) = await GiveUpAsync();
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        var form = FormOf(await staff.GetAsync("/admin/messages"), request);
        var actor = A.SupportActor().Build();
        await using (var db = fixture.NewContext())
        {
            db.Add(actor);
            await db.SaveChangesAsync(Ct);
        }

        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, actor.Id);
        using var refused = await partner.Client.SendAsync(form.Request(), Ct);
        using var asked = await fixture.NewBrowser().Client.SendAsync(form.Request(), Ct);

        Assert.Equal("/compte/acces-refuse", refused.Headers.Location!.AbsolutePath);
        Assert.Equal("/compte/connexion", asked.Headers.Location!.OriginalString);
        Assert.Equal(OutboxState.Dead, (await ReadAsync(id)).State);
    }

    private static HtmlForm FormOf(HtmlPage page, OrientationRequest request) => page.Form($"Renvoyer le message « {MailKind.RequestReceived.Label} », {request.Reference}");

    /// <summary>A message about a request of its own that every attempt has failed to send.</summary>
    private async Task<(OrientationRequest Request, Guid MessageId)> GiveUpAsync()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        await using var db = fixture.NewContext();
        db.Outbox.Enqueue(MailKind.RequestReceived, request.Id, A.Number().ToString(System.Globalization.CultureInfo.InvariantCulture), A.Now);
        var message = db.Outbox.Local.Single();
        (message.State, message.Attempts, message.LastError) = (OutboxState.Dead, OutboxMessage.MaxAttempts, "Le serveur de messagerie ne répond pas.");
        await db.SaveChangesAsync(Ct);
        return (request, message.Id);
    }

    private async Task<OutboxMessage> ReadAsync(Guid id)
    {
        await using var db = fixture.NewContext();
        return await db.Outbox.AsNoTracking().SingleAsync(message => message.Id == id, Ct);
    }
}
