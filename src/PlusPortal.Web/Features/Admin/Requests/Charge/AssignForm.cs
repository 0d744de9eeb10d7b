using System.ComponentModel.DataAnnotations;

namespace PlusPortal.Web.Features.Admin.Requests.Charge;

/// <summary>Who will look after the request.</summary>
public sealed class AssignForm
{
    /// <summary>Account of a member of staff.</summary>
    [Required(ErrorMessage = "Choisissez une personne de l’équipe.")]
    public Guid? StaffId { get; set; }
}
