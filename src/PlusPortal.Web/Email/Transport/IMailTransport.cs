namespace PlusPortal.Web.Email.Transport;

/// <summary>Boundary: where messages leave the portal.</summary>
public interface IMailTransport
{
    /// <summary>Hands the message over.</summary>
    /// <exception cref="MailTransportException">It was not taken; the exception says whether another attempt makes sense.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken ct);
}

/// <summary>A message was not taken. The explanation holds no address, since it is stored and logged.</summary>
/// <param name="explanation">What happened, in French for staff.</param>
/// <param name="isPermanent">True when the same message will be refused for ever.</param>
/// <param name="inner">What was thrown; never logged, since its text may quote an address.</param>
public sealed class MailTransportException(string explanation, bool isPermanent, Exception? inner = null) : Exception(explanation, inner)
{
    /// <summary>Whether another attempt is useless.</summary>
    public bool IsPermanent { get; } = isPermanent;
}
