using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Rights;

/// <summary>Behind the links of the mails: everything that the portal holds about the person, and its erasure.</summary>
[Area(Areas.Public)]
[Route("mes-donnees")]
public sealed class DataCopyController(DataCopyReader reader, ErasePerson erase, SecurityLog log) : Controller
{
    private static readonly JsonSerializerOptions FileJson = new(JsonColumns.Options) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>Everything, to be read and printed.</summary>
    [HttpGet("acces/{token}")]
    public async Task<IActionResult> Read(string? token, CancellationToken ct) =>
        await reader.ReadAsync(token, AuditAct.PersonalDataRead, ct) is { } copy ? View(new DataCopyPage(token!, copy)) : Over(LinkPurpose.PersonalData);

    /// <summary>The same for a program.</summary>
    [HttpGet("acces/{token}/fichier")]
    public async Task<IActionResult> Download(string? token, CancellationToken ct)
    {
        if (await reader.ReadAsync(token, AuditAct.PersonalDataExported, ct) is not { } copy) return Over(LinkPurpose.PersonalData);
        return File(JsonSerializer.SerializeToUtf8Bytes(copy, FileJson), "application/json", $"mes-donnees-{copy.Reference}.json");
    }

    /// <summary>What goes, what stays, and the button.</summary>
    [HttpGet("effacement/{token}")]
    public async Task<IActionResult> Erase(string? token, CancellationToken ct) =>
        await erase.FindAsync(token, ct) is { } page ? View(page) : Over(LinkPurpose.Erasure);

    /// <summary>Erases; the link is used up with all the others.</summary>
    [HttpPost("effacement/{token}")]
    [LimitPerLink(LinkPurpose.Erasure)]
    public async Task<IActionResult> ConfirmErasure(string? token, CancellationToken ct) =>
        await erase.ExecuteAsync(token, ct) ? RedirectToAction(nameof(Erased)) : Over(LinkPurpose.Erasure);

    /// <summary>It is done.</summary>
    [HttpGet("effacees")]
    public IActionResult Erased() => View();

    private ViewResult Over(LinkPurpose purpose)
    {
        log.Write(SecurityEvent.LinkRefused);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LinkOver", purpose);
    }
}
