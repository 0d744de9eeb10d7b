using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>Why a referral is corrected.</summary>
public sealed class ReasonForm
{
    /// <summary>The reason, for the team.</summary>
    [Required(ErrorMessage = "Indiquez le motif\u00A0: il explique votre choix à l’équipe.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le motif\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Reason { get; set; }
}
