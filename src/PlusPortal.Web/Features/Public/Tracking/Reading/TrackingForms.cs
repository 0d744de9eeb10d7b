using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>Answer to a question, of PLUS or of a support actor.</summary>
public sealed class AnswerForm
{
    /// <summary>The answer.</summary>
    [Required(ErrorMessage = "Écrivez votre réponse. Si vous ne savez pas, dites-le simplement.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez votre réponse\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Answer { get; set; }

    /// <summary>The question that was on the page, so that an answer never lands under another one.</summary>
    public Guid QuestionId { get; set; }

    /// <summary>Whether what seems personal in an answer to an actor is masked, and the rest sent.</summary>
    public bool MasksPersonal { get; set; }
}

/// <summary>A message that goes with an action, if the structure wishes.</summary>
public sealed class MessageForm
{
    /// <summary>Most characters; a short word, not a new request.</summary>
    public const int MessageLength = 1_000;

    /// <summary>The message.</summary>
    [TypedLength(MessageLength, ErrorMessage = "Raccourcissez votre message\u00A0: 1\u00A0000 caractères au plus.")]
    public string? Message { get; set; }
}
