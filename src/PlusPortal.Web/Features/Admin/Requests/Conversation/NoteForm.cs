using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Conversation;

/// <summary>An internal note.</summary>
public sealed class NoteForm
{
    /// <summary>What it says.</summary>
    [Required(ErrorMessage = "Écrivez la note avant de l’enregistrer.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez la note\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Text { get; set; }
}
