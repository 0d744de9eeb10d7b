using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Directory;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Directory.Revisions;

/// <summary>One proposed edit in the list.</summary>
public sealed record RevisionRow(Guid Id, string ActorName, string OfferTitle, DateTimeOffset ProposedAt);

/// <summary>The list of proposed edits, the oldest first.</summary>
public sealed record RevisionsPage(IReadOnlyList<RevisionRow> Rows, string? Next);

/// <summary>A proposed edit, field by field.</summary>
public sealed record RevisionPage(OfferRevision Revision, string ActorName, string ProposedBy, IReadOnlyList<ContentDifference> Differences, bool IsConflict, ReturnForm Form);

/// <summary>Why a proposal is returned.</summary>
public sealed class ReturnForm
{
    /// <summary>What the partner should change.</summary>
    [Required(ErrorMessage = "Dites au partenaire ce qu’il faut changer\u00A0: il lira cette phrase.")]
    [TypedLength(OfferRevision.ReasonLength, ErrorMessage = "Ce texte est trop long\u00A0: {1} caractères au plus.")]
    public string? Reason { get; set; }
}
