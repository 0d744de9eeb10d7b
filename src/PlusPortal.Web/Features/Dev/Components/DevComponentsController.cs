using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Dev.Components;

/// <summary>Every component of the pages, alive, in Development: what it is for and how to write it.</summary>
[Area(Areas.Dev)]
[Route("dev/composants")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class DevComponentsController : Controller
{
    /// <summary>The components at rest.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(new SampleForm { Stage = "developper" });

    /// <summary>The same form once sent: with its errors, or a moment later with a sentence, so that the waiting state can be seen.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Send(SampleForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Index), form);
        }

        await Task.Delay(TimeSpan.FromSeconds(2), ct);
        return RedirectToAction(nameof(Index), new { envoye = true });
    }
}

/// <summary>One field of each kind.</summary>
public sealed class SampleForm
{
    /// <summary>Most characters of the text.</summary>
    public const int NeedLength = 200;

    /// <summary>A line.</summary>
    [Required(ErrorMessage = "Indiquez le nom de votre structure.")]
    [TypedLength(160)]
    public string? Name { get; set; }

    /// <summary>Several lines.</summary>
    [TypedLength(NeedLength)]
    [Required(ErrorMessage = "Décrivez votre besoin en quelques phrases.")]
    public string? Need { get; set; }

    /// <summary>A list.</summary>
    [TypedLength(Term.CodeLength)]
    public string? Slot { get; set; }

    /// <summary>Radio buttons.</summary>
    [Required(ErrorMessage = "Choisissez ce qui ressemble le plus à votre situation.")]
    [TypedLength(Term.CodeLength)]
    public string? Stage { get; set; }

    /// <summary>Boxes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>A yes.</summary>
    public bool Consent { get; set; }

    /// <summary>A date.</summary>
    public TypedDate Deadline { get; set; } = new();

    /// <summary>A commune.</summary>
    [TypedLength(80)]
    public string? Commune { get; set; }
}
