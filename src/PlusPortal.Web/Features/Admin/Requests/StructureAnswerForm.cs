using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>An answer given by telephone.</summary>
public sealed class StructureAnswerForm
{
    /// <summary>What the person said.</summary>
    [Required(ErrorMessage = "Écrivez la réponse donnée par la structure.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez la réponse\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Answer { get; set; }
}
