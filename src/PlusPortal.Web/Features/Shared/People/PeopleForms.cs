using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.People;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security.Accounts;

namespace PlusPortal.Web.Features.Shared.People;

/// <summary>Whom to invite, and to what.</summary>
public sealed class InviteForm
{
    /// <summary>Actor that the person will answer for; none for PLUS.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>First and last name.</summary>
    [Required(ErrorMessage = "Indiquez le prénom et le nom de la personne.")]
    [TypedLength(Invitation.NameLength, ErrorMessage = "Ce nom est trop long\u00A0: {1} caractères au plus.")]
    public string? Name { get; set; }

    /// <summary>Address.</summary>
    [Required(ErrorMessage = "Indiquez l’adresse e-mail de la personne.")]
    [MailAddress]
    [TypedLength(Invitation.EmailLength, ErrorMessage = "Cette adresse est trop longue. Vérifiez-la.")]
    public string? Email { get; set; }

    /// <summary>Role.</summary>
    [Required(ErrorMessage = "Choisissez un rôle.")]
    public PersonRole? Role { get; set; }
}

/// <summary>The role that a person shall have.</summary>
public sealed class RoleForm
{
    /// <summary>Role that was shown; another one since is a conflict.</summary>
    public PersonRole? Shown { get; set; }

    /// <summary>Role chosen.</summary>
    [Required(ErrorMessage = "Choisissez un rôle.")]
    public PersonRole? Role { get; set; }
}

/// <summary>To whom the requests of a person go that leaves.</summary>
public sealed class RemoveForm
{
    /// <summary>« Nobody » among the choices.</summary>
    public const string Queue = "file";

    /// <summary>A colleague, or <see cref="Queue"/>; nothing when there is no request.</summary>
    [TypedLength(40)]
    public string? Heir { get; set; }

    /// <summary>Password of who leaves by itself; nothing when staff or a manager take the access of somebody else away.</summary>
    [TypedLength(PasswordRules.Most)]
    public string? CurrentPassword { get; set; }

    /// <summary>The colleague; null for the queue.</summary>
    public Guid? HeirId => Guid.TryParse(Heir, out var id) ? id : null;

    /// <summary>Whether one of the choices was taken.</summary>
    public bool IsChosen => Heir == Queue || HeirId is not null;
}
