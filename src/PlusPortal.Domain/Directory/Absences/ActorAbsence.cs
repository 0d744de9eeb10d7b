namespace PlusPortal.Domain.Directory.Absences;

/// <summary>Who answers instead during an absence.</summary>
/// <param name="Name">Name, as colleagues say it.</param>
/// <param name="Email">Address; copied by the mails about requests while the absence lasts.</param>
public sealed record Substitute(string Name, string Email);

/// <summary>
/// Days on which nobody of an actor answers, or somebody else does. Without a substitute, the delays of the actor
/// stand still meanwhile; with one, they go on. Source: workflow, §6.
/// </summary>
public sealed class ActorAbsence
{
    /// <summary>Most days of one absence.</summary>
    public const int MostDays = 366;

    /// <summary>Most absences of an actor that have not ended.</summary>
    public const int MostUpcoming = 20;

    /// <summary>Most characters of the name of a substitute.</summary>
    public const int NameLength = 120;

    /// <summary>Most characters of its address (RFC 5321, path).</summary>
    public const int EmailLength = 254;

    /// <summary>Days for which an absence that ended is kept: a delay that went through it is still being counted. Then it goes, with the substitute that it names.</summary>
    public const int DaysKept = 90;

    private ActorAbsence()
    {
        // EF only
    }

    /// <summary>Identifier, no secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>Actor whose people are away.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Name of whoever answers instead; null when nobody does.</summary>
    public string? SubstituteName { get; private set; }

    /// <summary>Address of the same; both or neither.</summary>
    public string? SubstituteEmail { get; private set; }

    /// <summary>Record creation, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }

    /// <summary>Whoever answers instead; null when nobody does.</summary>
    public Substitute? Substitute => SubstituteName is { } name && SubstituteEmail is { } email ? new Substitute(name, email) : null;

    /// <summary>What stands in the way of an absence that is announced today; null when nothing does. It may have begun.</summary>
    public static RuleCode? ProblemOf(DateOnly from, DateOnly to, DateOnly today)
    {
        if (to < from) return RuleCode.AbsenceEndsBeforeItBegins;
        if (to < today) return RuleCode.AbsenceInThePast;
        return to.DayNumber - from.DayNumber >= MostDays ? RuleCode.AbsenceTooLong : null;
    }

    /// <summary>Announces an absence.</summary>
    /// <param name="actorId">Actor whose people are away.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="substituteName">Name of whoever answers instead; null for nobody.</param>
    /// <param name="substituteEmail">Its address; both or neither.</param>
    /// <param name="upcoming">How many absences of the actor have not ended.</param>
    /// <param name="today">Paris day.</param>
    /// <param name="now">Current time.</param>
    /// <exception cref="DomainRuleException">What <see cref="ProblemOf"/> finds, <see cref="RuleCode.SubstituteIncomplete"/>, or <see cref="RuleCode.TooManyAbsences"/>.</exception>
    public static ActorAbsence Announce(Guid actorId, DateOnly from, DateOnly to, string? substituteName, string? substituteEmail, int upcoming, DateOnly today, DateTimeOffset now)
    {
        if (ProblemOf(from, to, today) is { } problem) throw new DomainRuleException(problem);
        if (upcoming >= MostUpcoming) throw new DomainRuleException(RuleCode.TooManyAbsences);
        var absence = new ActorAbsence { Id = Guid.CreateVersion7(now), ActorId = actorId, From = from, To = to, CreatedAt = now };
        absence.Name(substituteName, substituteEmail);
        return absence;
    }

    /// <summary>Names somebody else, or nobody, for the same days.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.SubstituteIncomplete"/> with a name alone or an address alone, or one that is too long.</exception>
    public void Name(string? substituteName, string? substituteEmail)
    {
        if (substituteName is null != substituteEmail is null) throw new DomainRuleException(RuleCode.SubstituteIncomplete);
        if (substituteName is { Length: 0 or > NameLength } || substituteEmail is { Length: 0 or > EmailLength }) throw new DomainRuleException(RuleCode.SubstituteIncomplete);
        (SubstituteName, SubstituteEmail) = (substituteName, substituteEmail);
    }

    /// <summary>Whether it is under way on that day.</summary>
    public bool Includes(DateOnly day) => From <= day && day <= To;

    /// <summary>Somebody is back: the absence ends the day before. False when it then has no day left, and is to be removed.</summary>
    public bool EndBefore(DateOnly today)
    {
        if (From >= today) return false;
        if (To >= today) To = today.AddDays(-1);
        return true;
    }
}
