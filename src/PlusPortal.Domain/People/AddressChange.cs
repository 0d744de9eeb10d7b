namespace PlusPortal.Domain.People;

/// <summary>Which of the two addresses speaks.</summary>
public enum AddressSide
{
    /// <summary>The address that the account has.</summary>
    Old,

    /// <summary>The address that it shall have.</summary>
    New,
}

/// <summary>Where a change of address stands.</summary>
public enum AddressChangeState
{
    /// <summary>At least one of the two has not answered.</summary>
    Open,

    /// <summary>The account has the new address.</summary>
    Done,

    /// <summary>One of the two said no.</summary>
    Refused,

    /// <summary>The person asked for another one since, or left.</summary>
    Replaced,

    /// <summary>Somebody else has the new address by now.</summary>
    Taken,
}

/// <summary>A person asks for another address: both the old and the new one must say yes, so that neither a mistyped address nor a session left open takes an account away.</summary>
public sealed class AddressChange
{
    /// <summary>Days for which both have time.</summary>
    public const int Days = 7;

    // EF only.
    private AddressChange() => (OldEmail, NewEmail) = ("", "");

    /// <summary>Identifier.</summary>
    public Guid Id { get; private init; }

    /// <summary>Account.</summary>
    public Guid UserId { get; private init; }

    /// <summary>Address when it was asked.</summary>
    public string OldEmail { get; private init; }

    /// <summary>Address asked for.</summary>
    public string NewEmail { get; private init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>Until when both may answer, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When the old address said yes, UTC.</summary>
    public DateTimeOffset? OldConfirmedAt { get; private set; }

    /// <summary>When the new address said yes, UTC.</summary>
    public DateTimeOffset? NewConfirmedAt { get; private set; }

    /// <summary>Where it stands; an open one may have expired.</summary>
    public AddressChangeState State { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Whether both said yes.</summary>
    public bool IsConfirmed => OldConfirmedAt is not null && NewConfirmedAt is not null;

    /// <summary>Asks for it.</summary>
    public static AddressChange Ask(Guid userId, string oldEmail, string newEmail, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = userId,
        OldEmail = oldEmail,
        NewEmail = newEmail,
        AskedAt = now,
        ExpiresAt = now.AddDays(Days),
    };

    /// <summary>Whether an answer still counts.</summary>
    public bool IsOpenAt(DateTimeOffset now) => State == AddressChangeState.Open && ExpiresAt > now;

    /// <summary>When that address said yes; null before.</summary>
    public DateTimeOffset? ConfirmedAt(AddressSide side) => side == AddressSide.Old ? OldConfirmedAt : NewConfirmedAt;

    /// <summary>An address says yes; once more changes nothing.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.AddressChangeOver"/>.</exception>
    public void Confirm(AddressSide side, DateTimeOffset now)
    {
        CheckOpen(now);
        if (side == AddressSide.Old) OldConfirmedAt ??= now;
        else NewConfirmedAt ??= now;
    }

    /// <summary>An address says no.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.AddressChangeOver"/>.</exception>
    public void Refuse(DateTimeOffset now) => End(AddressChangeState.Refused, now);

    /// <summary>The account has its new address.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.AddressChangeOver"/>, also before both said yes.</exception>
    public void Complete(DateTimeOffset now)
    {
        if (!IsConfirmed) throw new DomainRuleException(RuleCode.AddressChangeOver);
        End(AddressChangeState.Done, now);
    }

    /// <summary>Somebody else took the address meanwhile.</summary>
    public void FindTaken(DateTimeOffset now) => End(AddressChangeState.Taken, now);

    /// <summary>Another change takes its place, or the person leaves.</summary>
    public void Replace() => State = AddressChangeState.Replaced;

    private void End(AddressChangeState state, DateTimeOffset now)
    {
        CheckOpen(now);
        State = state;
    }

    private void CheckOpen(DateTimeOffset now)
    {
        if (!IsOpenAt(now)) throw new DomainRuleException(RuleCode.AddressChangeOver);
    }
}
