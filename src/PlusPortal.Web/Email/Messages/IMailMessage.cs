using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>One kind of message: from the identifier of its subject to what it says, read at the time of sending.</summary>
public interface IMailMessage
{
    /// <summary>Null when there is nothing to send any more, or nobody to send it to.</summary>
    Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct);
}
