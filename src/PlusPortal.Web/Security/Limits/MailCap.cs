using Microsoft.Extensions.Options;
using PlusPortal.Data.Limits;

namespace PlusPortal.Web.Security.Limits;

/// <summary>Why an e-mail leaves for an address that somebody typed. Stored as a part of what is counted: never renamed.</summary>
public enum MailCause
{
    /// <summary>A draft is to be taken up later: anybody may type any address.</summary>
    ResumeLink,

    /// <summary>A tracking link is lost; reference and address match a request.</summary>
    LostLink,

    /// <summary>Somebody is invited, by who may invite.</summary>
    Invitation,

    /// <summary>A person with an account wants to be reached there.</summary>
    AddressChange,

    /// <summary>The person of a request wants to be reached there; a tracking link opened the page.</summary>
    OtherAddress,

    /// <summary>Somebody is invited to follow a request, by its person.</summary>
    FollowerInvitation,

    /// <summary>The person of a request wants its data, or their erasure; a tracking link opened the page.</summary>
    PersonalData,
}

/// <summary>
/// The e-mails that somebody can make leave for an address by typing it: so many a day of each cause, so that what strangers
/// may cause takes nothing from what needs a reference, a role or an account. Pages say the same whether it is reached or
/// not, since it would tell what somebody else asked for.
/// </summary>
public sealed class MailCap(LimitCounter counter, IOptions<DailyCapOptions> caps)
{
    /// <summary>What somebody who is signed in is told, who may know it.</summary>
    public const string Reached = "Plusieurs e-mails sont déjà partis à cette adresse aujourd’hui. Recommencez demain.";

    /// <summary>Counts one more message to an address and tells whether it may leave. Before a transaction begins.</summary>
    /// <param name="cause">Why it leaves.</param>
    /// <param name="email">The address; null when nothing will leave, because nobody is known by what was typed: the same command runs and counts for nobody.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<LimitVerdict> CountAsync(MailCause cause, string? email, CancellationToken ct) => counter.CountAsync([Of(cause, email)], ct);

    /// <summary>One more message to an address, to be counted with something else.</summary>
    public LimitedAct Of(MailCause cause, string? email) =>
        new(LimitPurpose.MailToAddress, email is null ? Guid.NewGuid().ToString("N") : $"{cause} {Written(email)}", CountedLimit.PerDay(caps.Value.MailsToAddress));

    /// <summary>One writing for an address, however it is typed.</summary>
    public static string Written(string email) => email.Trim().ToLowerInvariant();
}
