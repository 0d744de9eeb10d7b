using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>To whom the request goes, and the summary that they read.</summary>
public sealed class SendForm : IValidatableObject
{
    /// <summary>Referrals to send.</summary>
    public List<Guid> ReferralIds { get; set; } = [];

    /// <summary>Whether the summary alone is to be saved, and nothing sent.</summary>
    public bool SavesOnly { get; set; }

    /// <summary>Summary that PLUS wrote or checked.</summary>
    [Required(ErrorMessage = "Écrivez le résumé que les acteurs liront.")]
    [TypedLength(OrientationRequest.SummaryLength, ErrorMessage = "Raccourcissez le résumé\u00A0: 2\u00A0000 caractères au plus.")]
    public string? Summary { get; set; }

    /// <summary>The form as it opens: those that may be sent now; those in reserve are not ticked, and the summary names nobody.</summary>
    public static SendForm For(OrientationRequest request, DeclaredFacts facts, Author by) => new()
    {
        ReferralIds = [.. request.Referrals.Where(referral => referral.Role != ProposalRole.Alternate && IsReady(request, referral, by)).Select(referral => referral.Id)],
        Summary = request.Summary ?? NeutralSummary.Of(facts, request),
    };

    /// <summary>Whether nothing but passages to mask stands before a sending.</summary>
    public static bool IsReady(OrientationRequest request, Referral referral, Author by) => request.RefusalFor(Acts.SendReferral, referral, by) is null or RuleCode.SensitivePassageLeft;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ReferralIds.Count == 0 && !SavesOnly) yield return new ValidationResult("Cochez au moins un acteur.", [nameof(ReferralIds)]);
    }
}
