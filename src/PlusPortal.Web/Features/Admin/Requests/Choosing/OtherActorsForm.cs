using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Requests.Choosing;

/// <summary>Actors that staff choose against the ranking, with the reason.</summary>
public sealed class OtherActorsForm
{
    /// <summary>Most characters of the search.</summary>
    public const int TextLength = 80;

    /// <summary>Name of the actor or title of the offer.</summary>
    [TypedLength(TextLength, ErrorMessage = "Cherchez avec 80 caractères au plus.")]
    public string? Text { get; set; }

    /// <summary>Offers found.</summary>
    public List<ChooseLine> Lines { get; set; } = [];

    /// <summary>Why these, for the team.</summary>
    [Required(ErrorMessage = "Dites en une phrase pourquoi cet acteur convient mieux que le classement.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez le motif\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Reason { get; set; }
}
