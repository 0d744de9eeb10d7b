using PlusPortal.Data;
using PlusPortal.Domain;
using PlusPortal.Domain.People;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.People;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Shared.People;

/// <summary>What narrows the list, all in the address.</summary>
public sealed class PeopleFilter
{
    /// <summary>Part of a name or of an address.</summary>
    [TypedLength(100)]
    public string? Texte { get; set; }

    /// <summary>One actor.</summary>
    public Guid? Acteur { get; set; }

    /// <summary>Cursor of the page.</summary>
    [TypedLength(ListCursor.LongestText)]
    public string? Apres { get; set; }

    /// <summary>What was just done.</summary>
    [TypedLength(20)]
    public string? Fait { get; set; }
}

/// <summary>A person in the list and on its page.</summary>
public sealed record PersonRow(
    Guid Id, string Name, string Email, PersonRole? Role, Guid? ActorId, string? ActorName, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt, bool HasSecondFactor, bool IsDisabled)
{
    /// <summary>« Jamais », or when.</summary>
    public string LastSignIn => LastSignInAt?.InWords ?? "Jamais";

    /// <summary>The person as the rules see it.</summary>
    public Member AsMember => new(Id, Role ?? PersonRole.Contributor, ActorId);
}

/// <summary>An invitation that nobody has accepted yet, and who sent it last.</summary>
public sealed record InvitationRow(Guid Id, string Name, string Email, PersonRole Role, string? ActorName, string? SentBy, DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt, bool IsExpired);

/// <summary>The list.</summary>
/// <param name="Scope">Whose people.</param>
/// <param name="Filter">What narrows it.</param>
/// <param name="Rows">People.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="Invitations">Invitations that wait, the newest first.</param>
/// <param name="ActorId">Actor that may be invited to from here; null for PLUS, or when none is chosen.</param>
/// <param name="ActorName">Its name.</param>
/// <param name="Me">Who reads.</param>
public sealed record PeopleList(
    PeopleScope Scope, PeopleFilter Filter, IReadOnlyList<PersonRow> Rows, string? Next, IReadOnlyList<InvitationRow> Invitations, Guid? ActorId, string? ActorName, Guid Me)
{
    /// <summary>Whether it is known to what one would invite.</summary>
    public bool MayInvite => Scope.IsPlus || ActorId is not null;

    /// <summary>What was just done; null for nothing.</summary>
    public string? Done => DoneSentences.Of(Filter.Fait);
}

/// <summary>The form of an invitation.</summary>
/// <param name="Scope">Whose people.</param>
/// <param name="ActorId">Actor that the person will answer for; null for PLUS.</param>
/// <param name="ActorName">Its name.</param>
/// <param name="Roles">Roles that may be given.</param>
/// <param name="Form">What is typed.</param>
public sealed record InvitePage(PeopleScope Scope, Guid? ActorId, string? ActorName, IReadOnlyList<Choice> Roles, InviteForm Form);

/// <summary>The page of a person.</summary>
/// <param name="Scope">Where the person is listed.</param>
/// <param name="Person">The person.</param>
/// <param name="IsMe">Whether it is the reader.</param>
/// <param name="Requests">Open requests in its charge.</param>
/// <param name="Roles">Roles that may be given.</param>
/// <param name="MayRestore">Whether the reader may give its access back.</param>
/// <param name="MayResetFactor">Whether the reader may take its second factor away.</param>
/// <param name="Resets">Second factors taken away, the newest first.</param>
/// <param name="Form">The role that is chosen.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record PersonPage(
    PeopleScope Scope, PersonRow Person, bool IsMe, int Requests, IReadOnlyList<Choice> Roles, bool MayRestore, bool MayResetFactor, IReadOnlyList<FactorResetRow> Resets,
    RoleForm Form, string? Done);

/// <summary>A second factor that was taken away.</summary>
public sealed record FactorResetRow(DateTimeOffset At, string By, IdentityCheck Check, string Note);

/// <summary>The page that takes an access away.</summary>
/// <param name="Scope">Where the person is listed; null when the person leaves by itself.</param>
/// <param name="Person">The person.</param>
/// <param name="Requests">Open requests in its charge.</param>
/// <param name="Form">To whom they go.</param>
/// <param name="Heirs">Colleagues to choose from.</param>
/// <param name="Told">Lists of the settings that its address leaves.</param>
/// <param name="LastOf">What the actor is left with, when it is its last person; null when others stay.</param>
/// <param name="Kept">The rule that keeps the person until another is named; null when it may go.</param>
/// <param name="MayRestore">Whether the reader may give the access back.</param>
public sealed record RemovePage(
    PeopleScope? Scope, PersonRow Person, int Requests, RemoveForm Form, IReadOnlyList<Choice> Heirs, IReadOnlyList<ToldOf> Told, LeftActor? LastOf, RuleCode? Kept, bool MayRestore);

/// <summary>An actor that nobody answers for any more once a person has gone.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Open">Requests that it has to answer, or has accepted.</param>
public sealed record LeftActor(string Name, int Open);
