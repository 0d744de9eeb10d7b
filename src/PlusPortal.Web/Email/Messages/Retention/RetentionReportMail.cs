using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Data.Retention;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Retention;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Retention;

/// <summary>S3: what a run of the retention did, to administrators, in figures alone.</summary>
public sealed class RetentionReportMail(PortalDb db, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await db.RetentionReports.AsNoTracking().SingleOrDefaultAsync(report => report.Id == subjectId, ct) is not { } report) return null;
        return new MailText
        {
            To = await db.ActiveWith(PortalRoles.Administrator).Where(user => user.Email != null)
                .OrderBy(user => user.CreatedAt).ThenBy(user => user.Id).Select(user => user.Email!).Take(MailData.MaxRecipients).ToListAsync(ct),
            Subject = $"Durées de conservation appliquées le {report.At.ParisDay.InWords}",
            Paragraphs = [$"Le portail a appliqué les durées de conservation le {report.At.ParisDay.InWords}. Voici ce qu’il a fait."],
            Points = [.. report.Lines.Select(line => $"{line.Rule.Done}\u00A0: {line.Number.ToString("N0", FrenchText.Culture)}")],
            LinkLabel = "Voir les durées et les rapports",
            LinkAddress = address.Retention,
            Footer = "Vous recevez ce message parce que vous administrez le portail PLUS.",
        };
    }
}
