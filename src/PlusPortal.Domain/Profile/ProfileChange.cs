namespace PlusPortal.Domain.Profile;

/// <summary>A change of one setting of PLUS: never edited, so that the history says who changed what, and when. The latest of a setting counts; a setting without any has its first value, from the configuration.</summary>
public sealed class ProfileChange
{
    /// <summary>Most characters of a value: addresses and closures are the longest.</summary>
    public const int ValueLength = 8_000;

    internal ProfileChange(int number, ProfileSetting setting, string before, string after, Guid authorId, DateTimeOffset at) =>
        (Number, Setting, Before, After, AuthorId, At) = (number, setting, before, after, authorId, at);

    private ProfileChange()
    {
        // EF only
    }

    /// <summary>Number of the change, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Which setting.</summary>
    public ProfileSetting Setting { get; private init; }

    /// <summary>Its value before, as <see cref="PlusProfile.ValueOf"/> writes it.</summary>
    public string Before { get; private init; } = "";

    /// <summary>Its value since.</summary>
    public string After { get; private init; } = "";

    /// <summary>Account of the author.</summary>
    public Guid AuthorId { get; private init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private init; }
}
