using MimeKit;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Settings;

/// <summary>Mailboxes written in settings, such as <c>PLUS &lt;contact@plus.example.org&gt;</c>.</summary>
public static class Mailboxes
{
    /// <summary>Whether the text is one mailbox with a full address; a name before it is allowed.</summary>
    public static bool IsOne(string? text) => MailboxAddress.TryParse(text, out var mailbox) && MailAddressAttribute.IsAddress(mailbox.Address);
}
