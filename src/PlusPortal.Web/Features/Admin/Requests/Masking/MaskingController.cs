using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Masking;

/// <summary>Passages that must not reach an actor.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/masques")]
public sealed class MaskingController(MaskingReader reader, MaskPassages mask) : Controller
{
    /// <summary>What leaves, with the passages proposed.</summary>
    [HttpGet("")]
    [StaffAct(nameof(Acts.MaskPassages), ActPlace.Passages)]
    public Task<IActionResult> Masking(string reference, CancellationToken ct) => PageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Masks them, or leaves them with a reason.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Masking(string reference, Seen seen, [Bind(Prefix = "Form")] MaskingForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await mask.ExecuteAsync(reference, seen, form, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => PageAsync(reference, form, seen, status, ct);
    }

    private async Task<IActionResult> PageAsync(string reference, MaskingForm? typed, Seen? seen, int status, CancellationToken ct)
    {
        if (await reader.ReadAsync(reference, typed, seen, User.AsStaff, ct) is not { } page) return NotFound();
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Form.Proposed[", StringComparison.OrdinalIgnoreCase)).ToList()) ModelState[key]!.RawValue = ModelState[key]!.AttemptedValue = null;
        Response.StatusCode = status;
        return View(page);
    }
}
