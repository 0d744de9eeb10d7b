using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing;
using PlusPortal.Web.Email;

namespace PlusPortal.Browser.Tests;

/// <summary>In a real browser, on a telephone: a person reads what the portal holds about it, takes it away as a file, then has it erased.</summary>
public sealed partial class DataJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_reads_its_data_saves_them_and_has_them_erased()
    {
        var person = await browser.NewPersonAsync(width: 390);
        var request = await person.SubmitRequestAsync(withSuggestions: true, () => browser.Portal.Clock.Advance(TimeSpan.FromMinutes(5)));

        await person.GotoAsync(request.TrackingAddress);
        await person.FollowAsync("Recevoir ou effacer mes données");
        await person.PressAsync("Recevoir mes données");
        await person.ShouldReadAsync("Le lien vers vos données arrive par e-mail");
        await person.GotoAsync(await LinkInMailAsync(request.Reference, MailKind.PersonalDataLink));
        await person.ShouldReadAsync(request.Reference);
        await person.ShouldContainAsync("Camille Exemple");
        await person.ShouldContainAsync("Nous voulons ouvrir un atelier");

        var download = await person.RunAndWaitForDownloadAsync(() => person.FollowAsync("Enregistrer dans un fichier"));
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync(), Ct));
        Assert.Equal(request.Reference, file.RootElement.GetProperty("reference").GetString());

        await person.GotoAsync(request.TrackingAddress + "/mes-donnees");
        await person.PressAsync("Effacer mes données");
        await person.ShouldReadAsync("Le lien vers vos données arrive par e-mail");
        var link = await LinkInMailAsync(request.Reference, MailKind.ErasureLink);
        await person.GotoAsync(link);
        await person.ShouldReadAsync("Effacer les données de la demande " + request.Reference);
        await person.PressAsync("Effacer définitivement mes données");
        await person.ShouldReadAsync("Vos données sont effacées");

        // The back button finds the page of before or one that says why not; the links open nothing.
        await person.GoBackAsync();
        await person.GotoAsync(link);
        await person.ShouldReadAsync("Ce lien vers vos données n’est plus valable");
        await person.GotoAsync(request.TrackingAddress);
        Assert.DoesNotContain("Camille", await person.ContentAsync(), StringComparison.Ordinal);
        await using var db = browser.NewContext();
        Assert.NotNull((await db.OrientationRequests.AsNoTracking().SingleAsync(row => row.Reference == request.Reference, Ct)).AnonymisedAt);
    }

    /// <summary>The path that the mail about the request leads to, as the portal writes it when it leaves.</summary>
    private async Task<string> LinkInMailAsync(string reference, MailKind kind)
    {
        await using var scope = browser.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var message = await db.Outbox.SingleAsync(row => row.Kind == kind && db.OrientationRequests.Any(request => request.Id == row.SubjectId && request.Reference == reference), Ct);
        var written = await scope.ServiceProvider.GetRequiredService<MailWriter>().WriteAsync(message, Ct);
        await db.SaveChangesAsync(Ct);
        return PathOfLink().Match(written!.Mail.Text).Value;
    }

    [GeneratedRegex("/mes-donnees/(acces|effacement)/[A-Za-z0-9_-]+")]
    private static partial Regex PathOfLink();
}
