using Microsoft.AspNetCore.Mvc;
using MimeKit;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Dev.Mails;

/// <summary>What would have been sent, in Development without a mail server.</summary>
[Area(Areas.Dev)]
[Route("dev/mails")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class DevMailsController(MailFolder folder) : Controller
{
    private const int MostShown = 100;

    /// <summary>The newest messages.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var lines = new List<DevMailLine>();
        foreach (var file in Files().Take(MostShown))
        {
            var message = await MimeMessage.LoadAsync(file, ct);
            lines.Add(new DevMailLine(Path.GetFileNameWithoutExtension(file), message.Subject ?? "", Recipients(message), message.Date));
        }

        return View(lines);
    }

    /// <summary>One message: its words with links that can be followed, then the source of its HTML part.</summary>
    [HttpGet("{name:regex(^[[0-9a-f-]]{{1,80}}$)}")]
    public async Task<IActionResult> Mail(string name, CancellationToken ct)
    {
        if (Files().FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name) is not { } found) return NotFound();
        var message = await MimeMessage.LoadAsync(found, ct);
        var lines = (message.TextBody ?? "").ReplaceLineEndings("\n").Split('\n').Select(TextLine.Of).ToList();
        return View(new DevMailPage(message.Subject ?? "", message.From.ToString(), Recipients(message), message.ReplyTo.ToString(), message.Date, lines, message.HtmlBody ?? ""));
    }

    private IEnumerable<string> Files() => System.IO.Directory.Exists(folder.Path)
        ? System.IO.Directory.EnumerateFiles(folder.Path, "*" + MailFolder.Extension).OrderDescending(StringComparer.Ordinal)
        : [];

    private static string Recipients(MimeMessage message) => string.Join(", ", message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(mailbox => mailbox.Address));
}

/// <summary>One line of the list.</summary>
public sealed record DevMailLine(string Name, string Subject, string To, DateTimeOffset At);

/// <summary>One message.</summary>
public sealed record DevMailPage(string Subject, string From, string To, string ReplyTo, DateTimeOffset At, IReadOnlyList<TextLine> Lines, string Html);

/// <summary>A line of the text part; one that is an address becomes a link.</summary>
public sealed record TextLine(string Text, bool IsLink)
{
    /// <summary>Our messages put each address alone on its line.</summary>
    public static TextLine Of(string text) =>
        new(text, Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
