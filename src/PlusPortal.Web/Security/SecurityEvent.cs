namespace PlusPortal.Web.Security;

/// <summary>What the security log tells, each by its name (ASVS 5.0, 16.3).</summary>
public enum SecurityEvent
{
    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>A sign-in was refused: wrong password, unknown or disabled account.</summary>
    SignInRefused,

    /// <summary>A code, a recovery code or a passkey was refused after the right password.</summary>
    SecondFactorRefused,

    /// <summary>An application for codes was set up, or a passkey added.</summary>
    SecondFactorAdded,

    /// <summary>An application for codes, or a passkey, was taken away by its owner.</summary>
    SecondFactorRemoved,

    /// <summary>Recovery codes were made anew.</summary>
    RecoveryCodesMade,

    /// <summary>A recovery code was used.</summary>
    RecoveryCodeUsed,

    /// <summary>A link to a new password was asked for.</summary>
    PasswordResetAsked,

    /// <summary>A password was changed, by its owner or through such a link.</summary>
    PasswordChanged,

    /// <summary>Somebody ended sessions of its own.</summary>
    SessionEnded,

    /// <summary>Somebody signed out.</summary>
    SignedOut,

    /// <summary>A page was asked for by somebody whose account does not open it.</summary>
    AccessRefused,

    /// <summary>A signed-in person asked for something that does not exist or belongs to others.</summary>
    NotFound,

    /// <summary>A private link was tried that opens nothing: unknown, expired, revoked.</summary>
    LinkRefused,

    /// <summary>A form came without the token of its page: expired, or sent by another site.</summary>
    FormRefused,

    /// <summary>What was sent is larger than a form may be, or no browser would send it.</summary>
    InputRefused,

    /// <summary>A client was told to wait.</summary>
    LimitReached,

    /// <summary>An account of an administrator was created on the command line.</summary>
    AdministratorCreated,

    /// <summary>The keys of sessions and forms were replaced.</summary>
    KeysReplaced,

    /// <summary>Sample accounts were removed.</summary>
    SampleAccountsRemoved,

    /// <summary>A person was invited, or once more.</summary>
    PersonInvited,

    /// <summary>An invitation was taken back.</summary>
    InvitationWithdrawn,

    /// <summary>An invited person opened its account.</summary>
    InvitationAccepted,

    /// <summary>A person has another role.</summary>
    RoleChanged,

    /// <summary>A person can no longer sign in.</summary>
    AccessRemoved,

    /// <summary>A person can sign in again.</summary>
    AccessRestored,

    /// <summary>A person asked for another address.</summary>
    AddressChangeAsked,

    /// <summary>A person has another address.</summary>
    AddressChanged,

    /// <summary>An administrator took the second factor of a person away.</summary>
    FactorReset,

    /// <summary>A code that shows an actor whom to call was wrong, too late or used.</summary>
    ContactCodeRefused,
}
