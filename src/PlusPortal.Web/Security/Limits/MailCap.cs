using Microsoft.Extensions.Options;
using PlusPortal.Data.Limits;

namespace PlusPortal.Web.Security.Limits;

/// <summary>
/// The e-mails that anybody can make leave for an address by typing it: so many a day, of all kinds together. Pages say
/// the same whether it is reached or not, since it would tell what somebody else asked for.
/// </summary>
public sealed class MailCap(LimitCounter counter, IOptions<DailyCapOptions> caps)
{
    /// <summary>What somebody who is signed in is told, who may know it.</summary>
    public const string Reached = "Plusieurs e-mails sont déjà partis à cette adresse aujourd’hui. Recommencez demain.";

    /// <summary>Counts one more message to an address and tells whether it may leave. Before a transaction begins.</summary>
    /// <param name="email">The address; null when nothing will leave, because nobody is known by what was typed: the same command runs and counts for nobody.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<bool> LetsPassAsync(string? email, CancellationToken ct)
    {
        var subject = email is null ? Guid.NewGuid().ToString("N") : Written(email);
        return (await counter.CountAsync(LimitPurpose.MailToAddress, subject, CountedLimit.PerDay(caps.Value.MailsToAddress), ct)).Passes;
    }

    /// <summary>One writing for an address, however it is typed.</summary>
    public static string Written(string email) => email.Trim().ToLowerInvariant();
}
