using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Features.Shared.Texts;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Content.Texts;

/// <summary>Staff edit the texts of the public pages, with their history.</summary>
[Area(Areas.Admin)]
[Route("admin/textes")]
public sealed class TextsController(TextHistory texts, PublishText publish, TextVariables variables) : Controller
{
    private const string Publish = "publier";

    /// <summary>The texts.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await texts.ListAsync(ct));

    /// <summary>The form of a text.</summary>
    [HttpGet("{code}")]
    public async Task<IActionResult> Edit(string code, CancellationToken ct) =>
        await texts.CurrentAsync(code, ct) is { } current ? View(new EditPage(code, current, TextForm.From(current))) : NotFound();

    /// <summary>Publishes what was typed, or shows it as readers would see it.</summary>
    [HttpPost("{code}")]
    [Audited(AuditAct.TextChanged, AuditTargets.Text)]
    public async Task<IActionResult> Edit(string code, [Bind(Prefix = "Form")] TextForm form, string? action, CancellationToken ct)
    {
        if (await texts.CurrentAsync(code, ct) is not { } current) return NotFound();
        if (action == Publish && Typed.Line(form.Reason) is null)
            ModelState.AddModelError("Form.Reason", "Dites en quelques mots ce que vous avez changé\u00A0: l’historique le montrera.");
        if (!ModelState.IsValid) return Answer(StatusCodes.Status400BadRequest, new EditPage(code, current, form));
        if (action != Publish) return View(new EditPage(code, current, form, MarkdownText.Render((await variables.ReadAsync(ct)).Expand(Typed.Text(form.Markdown)!))));

        return await publish.WriteAsync(code, form, User.UserId, ct) switch
        {
            PublishResult.Published => RedirectToAction(nameof(History), new { code }),
            PublishResult.Conflict => await ConflictPageAsync(code, form, ct),
            PublishResult.NotFound or _ => NotFound(),
        };
    }

    /// <summary>Its versions, the newest first.</summary>
    [HttpGet("{code}/historique")]
    public async Task<IActionResult> History(string code, int? avant, CancellationToken ct) =>
        await texts.HistoryAsync(code, avant, ct) is { } page ? View(page) : NotFound();

    /// <summary>One version, compared with the one before or with another.</summary>
    [HttpGet("{code}/historique/{number:int}")]
    public async Task<IActionResult> Version(string code, int number, int? avec, CancellationToken ct) =>
        await texts.VersionAsync(code, number, avec, new RestoreForm(), ct) is { } page ? View(page) : NotFound();

    /// <summary>Publishes an older version again.</summary>
    [HttpPost("{code}/historique/{number:int}")]
    [Audited(AuditAct.TextChanged, AuditTargets.Text)]
    public async Task<IActionResult> Version(string code, int number, [Bind(Prefix = "Form")] RestoreForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await ShowAgainAsync(StatusCodes.Status400BadRequest);
        return await publish.RestoreAsync(code, number, form, User.UserId, ct) switch
        {
            PublishResult.Published => RedirectToAction(nameof(History), new { code }),
            PublishResult.Conflict => await ConflictPageAsync(),
            PublishResult.NotFound or _ => NotFound(),
        };

        async Task<IActionResult> ConflictPageAsync()
        {
            ModelState.AddModelError("Form.Reason", "Quelqu’un a publié une autre version entre-temps. Relisez la comparaison, puis confirmez.");
            ModelState.Remove("Form.Number");
            return await ShowAgainAsync(StatusCodes.Status409Conflict);
        }

        async Task<IActionResult> ShowAgainAsync(int status)
        {
            if (await texts.VersionAsync(code, number, null, form, ct) is not { } page) return NotFound();
            Response.StatusCode = status;
            return View(page);
        }
    }

    /// <summary>What was typed stays, beside what is published now; sending again publishes it knowingly.</summary>
    private async Task<IActionResult> ConflictPageAsync(string code, TextForm form, CancellationToken ct)
    {
        if (await texts.CurrentAsync(code, ct) is not { } current) return NotFound();
        var author = await texts.AuthorAsync(current.AuthorId, ct);
        form.Number = current.Number;
        ModelState.Remove("Form.Number");
        ModelState.AddModelError("Form.Markdown", $"{author} a publié une autre version pendant que vous écriviez. Votre texte est conservé ci-dessous\u00A0: comparez, reprenez ce qui manque, puis publiez.");
        var conflict = new TextConflict(author, current, LineDifference.Between(current.Markdown, Typed.Text(form.Markdown) ?? ""));
        return Answer(StatusCodes.Status409Conflict, new EditPage(code, current, form, Conflict: conflict));
    }

    private ViewResult Answer(int status, EditPage page)
    {
        Response.StatusCode = status;
        return View(nameof(Edit), page);
    }
}
