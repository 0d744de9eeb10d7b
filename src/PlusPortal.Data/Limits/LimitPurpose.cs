namespace PlusPortal.Data.Limits;

/// <summary>What is counted, and for whom. Stored by name: never renamed.</summary>
public enum LimitPurpose
{
    /// <summary>Attempts to sign in of one client.</summary>
    SignIn,

    /// <summary>Attempts to sign in to one account, from browsers that its owner never used.</summary>
    SignInAccount,

    /// <summary>Those of one client.</summary>
    SignInClient,

    /// <summary>Attempts to sign in to one account from a browser of its owner.</summary>
    SignInOwner,

    /// <summary>Codes of a second factor tried for one account.</summary>
    SecondFactor,

    /// <summary>Codes tried for one account from browsers that its owner never used.</summary>
    SecondFactorAccount,

    /// <summary>Passkeys of one client that were refused.</summary>
    Passkey,

    /// <summary>Forms sent through one private link of an account.</summary>
    LinkAnswer,

    /// <summary>Forms sent by one client through links that the portal never made.</summary>
    UnknownLink,

    /// <summary>Mails with a link to a new password, to one address.</summary>
    PasswordResetAddress,

    /// <summary>Wrong passwords when the own one is said again before a change of the account.</summary>
    Reauthentication,

    /// <summary>New passwords asked for by one client.</summary>
    PasswordReset,

    /// <summary>Lost tracking links asked for by one client.</summary>
    LostLink,

    /// <summary>Resume links and tracking links asked for by one client.</summary>
    ResumeLink,

    /// <summary>Requests begun by one client.</summary>
    NewDraft,

    /// <summary>Requests sent by one client, within minutes.</summary>
    Submission,

    /// <summary>Errors of the directory reported by one client.</summary>
    SheetReport,

    /// <summary>Errors reported on the sheet of one actor.</summary>
    SheetReported,

    /// <summary>Requests sent by one client, within a day.</summary>
    SubmissionClient,

    /// <summary>Requests sent with one e-mail address.</summary>
    SubmissionAddress,

    /// <summary>Requests sent with the addresses of one mail domain.</summary>
    SubmissionDomain,

    /// <summary>E-mails that somebody made leave for one address, each cause by itself.</summary>
    MailToAddress,

    /// <summary>Changes of address asked for by one account.</summary>
    AddressChangeAccount,

    /// <summary>Codes mailed for the contact details of one referral.</summary>
    ContactCode,
}
