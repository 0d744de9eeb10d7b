using PlusPortal.Data.Limits;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Security.Limits;

/// <summary>Settings « DailyCaps »: what may be caused in a day, counted for all nodes together. A day begins at midnight UTC.</summary>
public sealed class DailyCapOptions : ISettings<DailyCapOptions>
{
    private const int MostOfAll = 1_000_000_000;

    /// <inheritdoc />
    public static string Section => "DailyCaps";

    /// <summary>E-mails to one address that somebody only asked for, of each cause: links to a draft, lost links of requests, invitations, changes of address.</summary>
    public int MailsToAddress { get; set; } = 5;

    /// <summary>Changes of address asked for by one account.</summary>
    public int AddressChangesOfAccount { get; set; } = 10;

    /// <summary>Requests sent with one e-mail address.</summary>
    public int SubmissionsOfAddress { get; set; } = 5;

    /// <summary>Requests sent by one client.</summary>
    public int SubmissionsOfClient { get; set; } = 20;

    /// <summary>Requests sent with the addresses of one mail domain.</summary>
    public int SubmissionsOfDomain { get; set; } = 200;

    /// <summary>Errors reported on the sheet of one actor.</summary>
    public int ReportsOfSheet { get; set; } = 20;

    /// <summary>Codes mailed for the contact details of one request to one actor, each of which can be tried five times.</summary>
    public int CodesOfReferral { get; set; } = 10;

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        (string Name, int Value)[] caps =
        [
            (nameof(MailsToAddress), MailsToAddress), (nameof(AddressChangesOfAccount), AddressChangesOfAccount), (nameof(SubmissionsOfAddress), SubmissionsOfAddress), (nameof(SubmissionsOfClient), SubmissionsOfClient),
            (nameof(SubmissionsOfDomain), SubmissionsOfDomain), (nameof(ReportsOfSheet), ReportsOfSheet), (nameof(CodesOfReferral), CodesOfReferral),
        ];
        foreach (var (name, value) in caps)
        {
            if (value is < 1 or > MostOfAll) yield return $"Set DailyCaps__{name} to 1 or more: so many pass in a day.";
        }
    }

    /// <summary>What one change of address counts for, besides its mails.</summary>
    public LimitedAct OfAddressChange(Guid userId) => new(LimitPurpose.AddressChangeAccount, $"{userId}", CountedLimit.PerDay(AddressChangesOfAccount));

    /// <summary>What one code for contact details counts for.</summary>
    public LimitedAct OfContactCode(Guid referralId) => new(LimitPurpose.ContactCode, $"{referralId}", CountedLimit.PerDay(CodesOfReferral));

    /// <summary>What one request that is sent counts for.</summary>
    /// <param name="client">Client that sends it.</param>
    /// <param name="email">Address given with it.</param>
    public IReadOnlyList<LimitedAct> OfSubmission(string client, string email)
    {
        var address = MailCap.Written(email);
        return
        [
            new(LimitPurpose.SubmissionClient, client, CountedLimit.PerDay(SubmissionsOfClient)),
            new(LimitPurpose.SubmissionAddress, address, CountedLimit.PerDay(SubmissionsOfAddress)),
            new(LimitPurpose.SubmissionDomain, address[(address.LastIndexOf('@') + 1)..], CountedLimit.PerDay(SubmissionsOfDomain)),
        ];
    }
}
