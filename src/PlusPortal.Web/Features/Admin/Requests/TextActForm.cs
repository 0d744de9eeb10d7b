using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>A form that asks for one text. Its words, that of a missing text included, are those of the act.</summary>
public sealed class TextActForm
{
    /// <summary>What is typed.</summary>
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le texte\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Text { get; set; }
}
