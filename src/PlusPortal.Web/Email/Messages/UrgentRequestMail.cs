using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>S1: an urgent request; its reference only.</summary>
public sealed class UrgentRequestMail(MailData data, PortalAddress address, TimeProvider clock) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { ClosedAt: null } request) return null;
        return new MailText
        {
            To = await data.StaffAsync(MailKind.UrgentRequestForStaff, ct),
            Subject = $"Urgent\u00A0: demande {request.Reference}",
            Paragraphs = [$"La demande {request.Reference} est signalée urgente. {ContactWords.Of(request.ContactChannel).Call.Capitalised} {(request.NextDueOn is { } due && due > clock.TodayInParis ? $"le {due.InWords} au plus tard" : "aujourd’hui")}."],
            LinkLabel = "Ouvrir la demande",
            LinkAddress = address.AdminRequest(request.Reference),
            Footer = StaffAttentionMail.Footer,
        };
    }
}
