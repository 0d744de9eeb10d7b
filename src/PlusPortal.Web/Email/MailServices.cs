using Microsoft.Extensions.Options;
using PlusPortal.LocalPostgres;
using PlusPortal.Web.Email.Messages;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Email;

/// <summary>Registers everything that sends e-mail.</summary>
public static class MailServices
{
    /// <summary>SMTP where a server is set; files in Development without one.</summary>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var isExposed = builder.Environment.IsExposed;
        services.AddSettings<OutboxOptions>();
        services.AddSettings<SmtpOptions>().Validate<IOptions<OutboxOptions>>(
            (smtp, outbox) => !isExposed || !outbox.Value.Enabled || !string.IsNullOrWhiteSpace(smtp.Host),
            "Set Smtp__Host to the mail server, or Outbox__Enabled=false to keep every e-mail waiting.");
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
