namespace PlusPortal.Web.Email.Transport;

/// <summary>A message ready to be handed over. Recipients are addresses only: a name would add personal data and nothing else.</summary>
/// <param name="MessageId">Row of the outbox; also the Message-ID, so that a mailbox can recognise a second delivery.</param>
/// <param name="Recipients">One address, or those of colleagues of one organisation.</param>
/// <param name="Subject">Without personal data.</param>
/// <param name="Text">Plain text part.</param>
/// <param name="Html">HTML part, saying the same.</param>
public sealed record OutgoingMail(Guid MessageId, IReadOnlyList<string> Recipients, string Subject, string Text, string Html)
{
    /// <summary>Those of the recipients that stand in copy.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];
}
