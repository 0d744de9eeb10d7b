using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>Pages that exist in Development only; the portal of the scenes shows them, and writes no mail but these.</summary>
internal static class DevelopmentScenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Dev/Mails/Index", "filled", async stage =>
        {
            await WriteAsync(stage);
            await stage.OpenAsync("/dev/mails");
        }),
        new("Dev/Mails/Mail", "long", async stage => await stage.OpenAsync("/dev/mails/" + await WriteAsync(stage))),
        new("Dev/MailPreview/Index", "shown", "/dev/mails/apercus"),
        new("Dev/MailPreview/Preview", "shown", "/dev/mails/apercus/" + MailKind.RequestReceived),
        new("Dev/Components/Index", "shown", "/dev/composants"),
        new("Dev/Situations/Index", "shown", "/dev/situations"),
        new("Dev/Components/Index", "errors", async stage =>
        {
            await stage.OpenAsync("/dev/composants");
            await stage.SendAsync();
        }),
    ];

    private static async Task<string> WriteAsync(Stage stage)
    {
        var folder = stage.Browser.Portal.Services.GetRequiredService<MailFolder>().Path;
        Directory.CreateDirectory(folder);
        var name = Guid.CreateVersion7().ToString();
        using var mail = new MimeMessage { Subject = $"Votre demande {Samples.LongWord}{Samples.LongWord}", Body = new TextPart("plain") { Text = Samples.LongText } };
        mail.From.Add(new MailboxAddress("PLUS", "plus@example.org"));
        mail.To.Add(new MailboxAddress("Camille Inventée", "camille@example.org"));
        await mail.WriteToAsync(Path.Combine(folder, name + MailFolder.Extension));
        return name;
    }
}
