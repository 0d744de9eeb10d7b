using MailKit.Security;
using Microsoft.Extensions.Options;
using PlusPortal.LocalPostgres;
using PlusPortal.Web.Email.Messages;
using PlusPortal.Web.Email.Transport;

namespace PlusPortal.Web.Email;

/// <summary>Registers everything that sends e-mail.</summary>
public static class MailServices
{
    /// <summary>SMTP where a server is set; files in Development without one.</summary>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var isProduction = builder.Environment.IsProduction();
        services.AddOptions<StaffOptions>().BindConfiguration(StaffOptions.Section);
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section);
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section)
            .Validate<IOptions<OutboxOptions>>(
                (smtp, outbox) => !isProduction || !outbox.Value.Enabled || !string.IsNullOrWhiteSpace(smtp.Host),
                "Set Smtp__Host to the mail server, or Outbox__Enabled=false to keep every e-mail waiting.")
            .Validate(
                smtp => string.IsNullOrWhiteSpace(smtp.Host) || (MimeKit.MailboxAddress.TryParse(smtp.From, out _) && MimeKit.MailboxAddress.TryParse(smtp.ReplyTo, out _)),
                "Set Smtp__From to the address of the sender and Smtp__ReplyTo to a mailbox that people read.")
            .Validate(
                smtp => string.IsNullOrEmpty(smtp.User) || smtp.Security != SecureSocketOptions.None,
                "Smtp__User needs a secure connection: set Smtp__Security to StartTls or SslOnConnect.")
            .ValidateOnStart();
        services.AddSingleton(new MailFolder(Path.Combine(LocalDataFolder.Find(builder.Environment.ContentRootPath), "mails")));
        services.AddSingleton<SmtpMailTransport>();
        services.AddSingleton<FileMailTransport>();
        services.AddSingleton<IMailTransport>(provider => string.IsNullOrWhiteSpace(provider.GetRequiredService<IOptions<SmtpOptions>>().Value.Host)
            ? provider.GetRequiredService<FileMailTransport>()
            : provider.GetRequiredService<SmtpMailTransport>());
        services.AddScoped<MailData>();
        services.AddScoped<StructureMails>();
        services.AddScoped<MailWriter>();
        services.AddScoped<Announcer>();
        services.AddSingleton<OutboxDelivery>();
        services.AddHostedService<OutboxDispatcher>();
    }
}
