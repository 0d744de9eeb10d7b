using System.Text.RegularExpressions;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlusPortal.Testing;
using PlusPortal.Testing.Smtp;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;

namespace PlusPortal.Browser.Tests;

/// <summary>The portal in a browser, with a real mail server: journeys that go on in the mailbox.</summary>
public sealed partial class MailedBrowser(PostgresFixture postgres, ChromiumFixture chromium) : IAsyncLifetime
{
    private SmtpServer? server;
    private BrowserFixture? browser;

    /// <summary>The portal.</summary>
    public BrowserFixture Browser => browser ?? throw new InvalidOperationException("The fixture has not been initialised.");

    private SmtpServer Server => server ?? throw new InvalidOperationException("The fixture has not been initialised.");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await SmtpServer.StartAsync(port: 0, CancellationToken.None);
        browser = new BrowserFixture(postgres, chromium)
        {
            Configure = services => services.PostConfigure<SmtpOptions>(smtp =>
            {
                (smtp.Host, smtp.Port, smtp.Security) = ("127.0.0.1", Server.Port, SecureSocketOptions.None);
                (smtp.From, smtp.ReplyTo, smtp.TimeoutSeconds) = ("portail@plus.example.org", "contact@plus.example.org", 5);
            }),
        };
        await browser.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }

    /// <summary>Every mail that is due leaves.</summary>
    public async Task DeliverAsync()
    {
        while (await Browser.Portal.Services.GetRequiredService<OutboxDelivery>().DeliverBatchAsync(Ct) > 0) { }
    }

    /// <summary>What an address received, once all has left; it must be that many.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ReceivedAsync(string email, int count)
    {
        await DeliverAsync();
        return await Server.ReceivedByAsync(email, count, Ct);
    }

    /// <summary>The mail of that number, from 1.</summary>
    public async Task<ReceivedMail> ReceiveAsync(string email, int number) => (await ReceivedAsync(email, number))[number - 1];

    /// <summary>The last mail to an address whose subject says so.</summary>
    public async Task<ReceivedMail> ReceiveAboutAsync(string email, string subject)
    {
        await DeliverAsync();
        return Server.Received.LastOrDefault(mail => mail.To.Contains(email, StringComparer.OrdinalIgnoreCase) && mail.Subject.Contains(subject, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"Nothing to {email} about « {subject} »: {string.Join(" | ", Server.Received.Select(mail => string.Join('+', mail.To) + " " + mail.Subject))}");
    }

    /// <summary>The private path in a mail.</summary>
    public static string PathIn(ReceivedMail mail) => PrivatePath().Match(mail.Text) is { Success: true } found ? found.Value : throw new InvalidOperationException("No private link in " + mail.Text);

    /// <summary>No page is wider than a small telephone.</summary>
    public static async Task FitsAsync(IPage page) => Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 320"), page.Url);

    [GeneratedRegex("/(reponse|suite|suivi|avis)/[A-Za-z0-9_-]{20,}")]
    private static partial Regex PrivatePath();
}
