using System.Globalization;
using Microsoft.Extensions.Options;

namespace PlusPortal.Web.Email.Transport;

/// <summary>Development without mail server: each message becomes a file, which /dev/mails shows.</summary>
public sealed class FileMailTransport(MailFolder folder, IOptions<SmtpOptions> options, TimeProvider clock) : IMailTransport
{
    /// <inheritdoc />
    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var message = MimeMessages.Build(mail, options.Value, now);
        System.IO.Directory.CreateDirectory(folder.Path);
        var name = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd-HHmmss-fff}-{mail.MessageId:N}");

        // Under another name until it is complete, so that the list never opens half a file.
        var unfinished = System.IO.Path.Combine(folder.Path, name + ".part");
        await message.WriteToAsync(unfinished, ct);
        File.Move(unfinished, System.IO.Path.Combine(folder.Path, name + MailFolder.Extension), overwrite: true);
    }
}

/// <summary>Where the messages of Development are written.</summary>
/// <param name="Path">A folder under <c>.data</c>, which git ignores; made on first use.</param>
public sealed record MailFolder(string Path)
{
    /// <summary>Of every message.</summary>
    public const string Extension = ".eml";
}
