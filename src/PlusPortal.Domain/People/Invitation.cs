namespace PlusPortal.Domain.People;

/// <summary>Where an invitation stands.</summary>
public enum InvitationState
{
    /// <summary>Its last link works.</summary>
    Open,

    /// <summary>Nobody answered in time; it may be sent again.</summary>
    Expired,

    /// <summary>The account exists.</summary>
    Accepted,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>A person is asked to open an account with a role. The link is in its e-mail alone and works once.</summary>
public sealed class Invitation
{
    /// <summary>Days for which a link works.</summary>
    public const int Days = 14;

    /// <summary>Most characters of <see cref="DisplayName"/>.</summary>
    public const int NameLength = 120;

    /// <summary>Most characters of an address, here and of an account.</summary>
    public const int EmailLength = 254;

    // EF only.
    private Invitation() => (Email, NormalizedEmail, DisplayName) = ("", "", "");

    /// <summary>Identifier.</summary>
    public Guid Id { get; private init; }

    /// <summary>Address as it was typed: the only one that can accept.</summary>
    public string Email { get; private init; }

    /// <summary>The same as accounts compare it.</summary>
    public string NormalizedEmail { get; private init; }

    /// <summary>First and last name; the person may correct them.</summary>
    public string DisplayName { get; private init; }

    /// <summary>Role of the person once it has accepted.</summary>
    public PersonRole Role { get; private init; }

    /// <summary>Support actor that it will answer for; null for PLUS.</summary>
    public Guid? SupportActorId { get; private init; }

    /// <summary>Who invited, or sent again last.</summary>
    public Guid InvitedById { get; private set; }

    /// <summary>When it was first sent, UTC.</summary>
    public DateTimeOffset InvitedAt { get; private init; }

    /// <summary>When its last link stops working, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Times that it was sent.</summary>
    public int SentCount { get; private set; }

    /// <summary>When the account was opened, UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Invites a person.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.NotAllowedForRole"/>.</exception>
    public static Invitation Send(Member by, Invited person, DateTimeOffset now)
    {
        by.CheckMayGive(person.Role, person.ActorId);
        return new Invitation
        {
            Id = Guid.CreateVersion7(now),
            Email = person.Email,
            NormalizedEmail = person.NormalizedEmail,
            DisplayName = person.Name,
            Role = person.Role,
            SupportActorId = person.ActorId,
            InvitedById = by.Id,
            InvitedAt = now,
            ExpiresAt = now.AddDays(Days),
            SentCount = 1,
        };
    }

    /// <summary>Where it stands.</summary>
    public InvitationState StateAt(DateTimeOffset now) =>
        AcceptedAt is not null ? InvitationState.Accepted
        : WithdrawnAt is not null ? InvitationState.Withdrawn
        : ExpiresAt <= now ? InvitationState.Expired
        : InvitationState.Open;

    /// <summary>Sends it again, with fourteen new days; the links before stop working.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.NotAllowedForRole"/>, <see cref="RuleCode.InvitationOver"/>.</exception>
    public void SendAgain(Member by, DateTimeOffset now)
    {
        by.CheckMayGive(Role, SupportActorId);
        CheckPending();
        (InvitedById, ExpiresAt, SentCount) = (by.Id, now.AddDays(Days), SentCount + 1);
    }

    /// <summary>Takes it back: no link of it works any more.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.NotAllowedForRole"/>, <see cref="RuleCode.InvitationOver"/>.</exception>
    public void Withdraw(Member by, DateTimeOffset now)
    {
        by.CheckMayGive(Role, SupportActorId);
        CheckPending();
        WithdrawnAt = now;
    }

    /// <summary>The person has an account now.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.InvitationOver"/>.</exception>
    public void Accept(DateTimeOffset now)
    {
        if (StateAt(now) != InvitationState.Open) throw new DomainRuleException(RuleCode.InvitationOver);
        AcceptedAt = now;
    }

    private void CheckPending()
    {
        if (AcceptedAt is not null || WithdrawnAt is not null) throw new DomainRuleException(RuleCode.InvitationOver);
    }
}

/// <summary>Who is invited, and to what.</summary>
/// <param name="Email">Address.</param>
/// <param name="NormalizedEmail">The same as accounts compare it.</param>
/// <param name="Name">First and last name.</param>
/// <param name="Role">Role.</param>
/// <param name="ActorId">Support actor; null for PLUS.</param>
public sealed record Invited(string Email, string NormalizedEmail, string Name, PersonRole Role, Guid? ActorId);
