namespace PlusPortal.Domain.Announcements;

/// <summary>Who may be told of something.</summary>
public enum Addressee
{
    /// <summary>The structure, or the person whose draft it is. Never of an unsolicited request.</summary>
    Structure,

    /// <summary>The actor that the event is about, by its partners. Only when the portal told it of the request: staff speak to the others.</summary>
    Actor,

    /// <summary>The other actors that had the request from the portal, or all of them when the event is about no one of them.</summary>
    Others,

    /// <summary>PLUS staff.</summary>
    Staff,

    /// <summary>The person whose account it is about, or who is invited to have one. Never of a request.</summary>
    Person,
}

/// <summary>A message and when it leaves; always when <see cref="If"/> is null.</summary>
public sealed record Told(MailKind Mail, AnnouncementCondition? If);

/// <summary>What one addressee is told of one event.</summary>
/// <param name="Told">Messages; none when it is told nothing.</param>
/// <param name="Remark">Why it is told nothing, where one may wonder.</param>
public sealed record Cell(IReadOnlyList<Told> Told, string? Remark = null)
{
    /// <summary>Told nothing, on purpose.</summary>
    public static Cell Nothing { get; } = new([]);

    /// <summary>Told nothing so far of something that it would like to know; a later decision changes the cell.</summary>
    public static Cell NotYet(string remark) => new([], remark);

    /// <summary>Told always.</summary>
    public static implicit operator Cell(MailKind mail) => new([new Told(mail, null)]);

    /// <summary>Told each of these.</summary>
    public static Cell All(params MailKind[] mails) => new([.. mails.Select(mail => new Told(mail, null))]);

    /// <summary>Told this, or else that.</summary>
    public Cell Or(Cell other) => new([.. Told, .. other.Told]);

    /// <summary>« RequestReceived », « StaffAttention if by the structure », « nothing ».</summary>
    public override string ToString() => Told.Count == 0 ? "nothing" : string.Join(Told.Any(told => told.If is not null) ? " or " : " and ", Told.Select(told => told.If is { } condition ? $"{told.Mail} if {condition.Words}" : $"{told.Mail}"));
}

/// <summary>Who is told what of one event: a decision for every addressee.</summary>
public sealed record AnnouncementRow(Cell Structure, Cell Actor, Cell Others, Cell Staff)
{
    /// <summary>Nobody is told.</summary>
    public static AnnouncementRow Nobody { get; } = new(Cell.Nothing, Cell.Nothing, Cell.Nothing, Cell.Nothing);

    /// <summary>What the person is told of its own account.</summary>
    public Cell Person { get; init; } = Cell.Nothing;

    /// <summary>The person is told, and nobody else.</summary>
    public static AnnouncementRow OnlyThePerson(Cell told) => Nobody with { Person = told };

    /// <summary>The cell of an addressee.</summary>
    public Cell For(Addressee addressee) => addressee switch
    {
        Addressee.Structure => Structure,
        Addressee.Actor => Actor,
        Addressee.Others => Others,
        Addressee.Staff => Staff,
        Addressee.Person => Person,
    };
}

/// <summary>How the table says when.</summary>
internal static class ConditionalMails
{
    extension(MailKind mail)
    {
        /// <summary>Told under a condition.</summary>
        public Cell If(AnnouncementCondition condition) => new([new Told(mail, condition)]);
    }
}
