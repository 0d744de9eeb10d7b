using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Correcting;

/// <summary>The right address of the person.</summary>
public sealed class CorrectedAddressForm
{
    /// <summary>Address in force from now on.</summary>
    [Required(ErrorMessage = "Indiquez la bonne adresse e-mail.")]
    [TypedLength(Contact.EmailLength, ErrorMessage = "Cette adresse est trop longue. Vérifiez-la.")]
    [MailAddress]
    public string? Email { get; set; }
}
