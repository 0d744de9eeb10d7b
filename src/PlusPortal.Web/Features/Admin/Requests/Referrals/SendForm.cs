using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>To whom the request goes, and the summary that they read.</summary>
public sealed class SendForm
{
    /// <summary>Referrals to send.</summary>
    [MinLength(1, ErrorMessage = "Cochez au moins un acteur.")]
    public List<Guid> ReferralIds { get; set; } = [];

    /// <summary>Summary that PLUS wrote or checked.</summary>
    [Required(ErrorMessage = "Écrivez le résumé que les acteurs liront.")]
    [TypedLength(OrientationRequest.SummaryLength, ErrorMessage = "Raccourcissez le résumé\u00A0: 2\u00A0000 caractères au plus.")]
    public string? Summary { get; set; }

    /// <summary>The form as it opens: those that may be sent now; those in reserve are not ticked, and the summary names nobody.</summary>
    public static SendForm For(OrientationRequest request, DeclaredFacts facts, Author by) => new()
    {
        ReferralIds = [.. request.Referrals.Where(referral => referral.Role != ProposalRole.Alternate && request.May(Acts.SendReferral, referral, by)).Select(referral => referral.Id)],
        Summary = request.Summary ?? NeutralSummary.Of(facts, request),
    };
}
