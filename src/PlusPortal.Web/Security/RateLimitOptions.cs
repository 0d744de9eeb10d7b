using PlusPortal.Data.Limits;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Security;

/// <summary>How many requests one client address may make in a window; both are set together.</summary>
public sealed class RateLimit
{
    /// <summary>Requests in the window.</summary>
    public int Requests { get; set; }

    /// <summary>Length of the window, in seconds.</summary>
    public int WindowSeconds { get; set; }

    internal CountedLimit Counted => new(Requests, TimeSpan.FromSeconds(WindowSeconds));
}

/// <summary>Settings « RateLimits »: how often one client may do something, or somebody to one account, counted on each node (<see cref="RateLimits"/>) or for all of them (<see cref="Limits.LimitPerClientAttribute"/>).</summary>
public sealed class RateLimitOptions : ISettings<RateLimitOptions>
{
    private const int MostRequests = 1_000_000_000;
    private const int LongestWindowSeconds = 86_400;

    /// <inheritdoc />
    public static string Section => "RateLimits";

    /// <summary>Attempts to sign in.</summary>
    public RateLimit SignIn { get; set; } = new() { Requests = 20, WindowSeconds = 300 };

    /// <summary>Tries of one client for one account, or for an address that has none.</summary>
    public RateLimit SignInClient { get; set; } = new() { Requests = 5, WindowSeconds = 900 };

    /// <summary>Tries for one account from browsers that its owner never used, all clients together.</summary>
    public RateLimit SignInAccount { get; set; } = new() { Requests = 100, WindowSeconds = 3_600 };

    /// <summary>Tries for one account from a browser of its owner.</summary>
    public RateLimit SignInOwner { get; set; } = new() { Requests = 10, WindowSeconds = 900 };

    /// <summary>Codes of a second factor tried for one account, and wrong passwords when the own one is said again.</summary>
    public RateLimit SecondFactor { get; set; } = new() { Requests = 5, WindowSeconds = 900 };

    /// <summary>Codes tried for one account from browsers that its owner never used, all clients together: a code has a million values, of which three are right at any moment.</summary>
    public RateLimit SecondFactorAccount { get; set; } = new() { Requests = 20, WindowSeconds = 3_600 };

    /// <summary>Passkeys refused: a right one passes, whatever was tried before.</summary>
    public RateLimit Passkey { get; set; } = new() { Requests = 20, WindowSeconds = 300 };

    /// <summary>Forms sent through one private link of an account, whoever holds it: an invitation, a change of address, a new password. A password that is refused is no guess.</summary>
    public RateLimit LinkAnswer { get; set; } = new() { Requests = 30, WindowSeconds = 600 };

    /// <summary>Forms sent through links that the portal never made.</summary>
    public RateLimit UnknownLink { get; set; } = new() { Requests = 20, WindowSeconds = 300 };

    /// <summary>New passwords asked for, by one client or by the owner in a browser of its own.</summary>
    public RateLimit PasswordReset { get; set; } = new() { Requests = 5, WindowSeconds = 600 };

    /// <summary>Mails with a link to a new password, to one address: the window is shorter than the life of the link, so that one always works.</summary>
    public RateLimit PasswordResetAddress { get; set; } = new() { Requests = 1, WindowSeconds = 1_800 };

    /// <summary>Lost tracking links asked for.</summary>
    public RateLimit LostLink { get; set; } = new() { Requests = 5, WindowSeconds = 600 };

    /// <summary>Previews of an orientation asked for by programs.</summary>
    public RateLimit OrientationPreview { get; set; } = new() { Requests = 120, WindowSeconds = 60 };

    /// <summary>Requests begun.</summary>
    public RateLimit NewDraft { get; set; } = new() { Requests = 20, WindowSeconds = 600 };

    /// <summary>Requests sent.</summary>
    public RateLimit Submission { get; set; } = new() { Requests = 30, WindowSeconds = 600 };

    /// <summary>Resume links and tracking links asked for.</summary>
    public RateLimit ResumeLink { get; set; } = new() { Requests = 10, WindowSeconds = 600 };

    /// <summary>Errors of the directory reported.</summary>
    public RateLimit SheetReport { get; set; } = new() { Requests = 5, WindowSeconds = 600 };

    /// <summary>Suggestions of communes, one for each pause in the typing.</summary>
    public RateLimit Suggestions { get; set; } = new() { Requests = 120, WindowSeconds = 60 };

    /// <summary>The limit of what is counted for all nodes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is counted in another way.</exception>
    public CountedLimit Of(LimitPurpose purpose) => (purpose switch
    {
        LimitPurpose.SignIn => SignIn,
        LimitPurpose.SignInClient => SignInClient,
        LimitPurpose.SignInAccount => SignInAccount,
        LimitPurpose.SecondFactorAccount => SecondFactorAccount,
        LimitPurpose.SignInOwner => SignInOwner,
        LimitPurpose.SecondFactor or LimitPurpose.Reauthentication => SecondFactor,
        LimitPurpose.Passkey => Passkey,
        LimitPurpose.LinkAnswer => LinkAnswer,
        LimitPurpose.UnknownLink => UnknownLink,
        LimitPurpose.PasswordReset => PasswordReset,
        LimitPurpose.PasswordResetAddress => PasswordResetAddress,
        LimitPurpose.LostLink => LostLink,
        LimitPurpose.ResumeLink => ResumeLink,
        LimitPurpose.NewDraft => NewDraft,
        LimitPurpose.Submission => Submission,
        LimitPurpose.SheetReport => SheetReport,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No limit of the settings has that purpose."),
    }).Counted;

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        // Every property is one: a limit that is forgotten here would be taken whatever it says.
        var limits = typeof(RateLimitOptions).GetProperties().Where(property => property.PropertyType == typeof(RateLimit)).Select(property => (property.Name, (RateLimit)property.GetValue(this)!));
        foreach (var (purpose, limit) in limits)
        {
            if (limit.Requests is < 1 or > MostRequests) yield return $"Set RateLimits__{purpose}__Requests to 1 or more: so many requests of one address pass in a window.";
            if (limit.WindowSeconds is < 1 or > LongestWindowSeconds) yield return $"Set RateLimits__{purpose}__WindowSeconds to 1 to {LongestWindowSeconds} seconds, a day.";
        }
    }
}
