namespace PlusPortal.Domain.Profile;

/// <summary>Who is told by a message to the team.</summary>
public enum AudienceKind
{
    /// <summary>Every account of staff.</summary>
    EveryAccount,

    /// <summary>The addresses that PLUS names.</summary>
    Addresses,

    /// <summary>Nobody: staff see it in the queue.</summary>
    Nobody,
}

/// <summary>Who is told by one kind of message to the team. Compared by value.</summary>
public sealed class StaffAudience : IEquatable<StaffAudience>
{
    /// <summary>Most addresses.</summary>
    public const int MostAddresses = 20;

    /// <summary>Most characters of an address, with the name that may stand before it.</summary>
    public const int AddressLength = 320;

    private StaffAudience(AudienceKind kind, IReadOnlyList<string> addresses) => (Kind, Addresses) = (kind, addresses);

    /// <summary>Every account of staff.</summary>
    public static StaffAudience EveryAccount { get; } = new(AudienceKind.EveryAccount, []);

    /// <summary>Nobody.</summary>
    public static StaffAudience Nobody { get; } = new(AudienceKind.Nobody, []);

    /// <summary>Which of them.</summary>
    public AudienceKind Kind { get; }

    /// <summary>The addresses, when <see cref="Kind"/> names some.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>These addresses, each once; whether one can be written to is judged where it is typed.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.UnusableSetting"/> without any, with more than <see cref="MostAddresses"/>, or with one that is too long.</exception>
    public static StaffAudience Of(IEnumerable<string> addresses)
    {
        var distinct = addresses.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (distinct.Count is 0 or > MostAddresses || distinct.Exists(address => address.Length is 0 or > AddressLength || address.Contains('\n'))) throw new DomainRuleException(RuleCode.UnusableSetting);
        return new StaffAudience(AudienceKind.Addresses, distinct);
    }

    /// <summary>Whether a mailbox is among the addresses, by itself or behind a name.</summary>
    public bool Names(string email) => Addresses.Any(entry => IsOf(entry, email));

    /// <summary>The same with another mailbox in the place of one; one that the list names already stands there once.</summary>
    public StaffAudience Moved(string from, string to) => Names(from) ? Of(Addresses.Select(entry => IsOf(entry, from) ? to : entry)) : this;

    /// <summary>The same without a mailbox. A list that it leaves empty becomes every account: nobody decided that nobody is told.</summary>
    public StaffAudience Without(string email)
    {
        if (!Names(email)) return this;
        var others = Addresses.Where(entry => !IsOf(entry, email)).ToList();
        return others.Count == 0 ? EveryAccount : Of(others);
    }

    /// <summary>Whether <see cref="Without"/> leaves none of the addresses.</summary>
    public bool NamesOnly(string email) => Addresses.Count > 0 && Addresses.All(entry => IsOf(entry, email));

    /// <summary>As stored: the kind, then an address a line.</summary>
    public override string ToString() => string.Join('\n', Addresses.Prepend(Kind.ToString()));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static StaffAudience Read(string stored)
    {
        var lines = stored.Split('\n');
        return Enum.Parse<AudienceKind>(lines[0]) switch
        {
            AudienceKind.EveryAccount => EveryAccount,
            AudienceKind.Nobody => Nobody,
            AudienceKind.Addresses => Of(lines[1..]),
        };
    }

    /// <summary>« contact@plus.example.org », or « PLUS &lt;contact@plus.example.org&gt; ».</summary>
    private static bool IsOf(string entry, string email)
    {
        var start = entry.LastIndexOf('<');
        var address = start >= 0 && entry.EndsWith('>') ? entry[(start + 1)..^1] : entry;
        return string.Equals(address.Trim(), email, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc />
    public bool Equals(StaffAudience? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as StaffAudience);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
