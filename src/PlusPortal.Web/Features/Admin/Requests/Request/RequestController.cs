using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Admin.Requests.Choosing;
using PlusPortal.Web.Features.Admin.Requests.Conversation;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Request;

/// <summary>The page of a request, and the two forms that stand on it.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute)]
public sealed class RequestController(RequestForms forms, ActWords words, RequestPageReader pages, ChooseActors choose, AddNote notes) : Controller
{
    /// <summary>Shows the whole story, the decision to take and what is lawful now.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference, string? fait, CancellationToken ct) =>
        await pages.ReadAsync(reference, User.AsStaff, ct) is { } page
            ? View("Request", page with { DoneSentence = words.Done(fait) })
            : NotFound();

    /// <summary>Chooses among the proposals; the form is on the page of the request.</summary>
    [HttpPost("choix")]
    public async Task<IActionResult> Choose(string reference, Seen seen, [Bind(Prefix = "Choose")] ChooseForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await choose.ExecuteAsync(reference, seen, [.. form.Lines.Where(line => line.IsChosen)], User.AsStaff, ct), reference, Again);

        async Task<IActionResult> Again(int status)
        {
            if (await pages.ReadAsync(reference, User.AsStaff, ct) is not { } page) return NotFound();

            // The lines follow the proposals of now: what was ticked is found again by its offer, not by its place.
            foreach (var line in page.Choose.Lines)
            {
                if (form.Lines.FirstOrDefault(typed => typed.OfferId == line.OfferId) is { } typed) (line.IsChosen, line.Role) = (typed.IsChosen, typed.Role);
            }

            foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Choose.Lines[", StringComparison.OrdinalIgnoreCase)).ToList()) ModelState[key]!.RawValue = ModelState[key]!.AttemptedValue = null;
            Response.StatusCode = status;
            return View("Request", page with { Conflict = await forms.ConflictAsync(reference, seen, ct) });
        }
    }

    /// <summary>Writes an internal note; its form is on the page of the request.</summary>
    [HttpPost("note")]
    public async Task<IActionResult> Note(string reference, Seen seen, [Bind(Prefix = "Note")] NoteForm note, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await notes.ExecuteAsync(reference, note.Text!, User.AsStaff, ct), reference, Again);

        async Task<IActionResult> Again(int status)
        {
            if (await pages.ReadAsync(reference, User.AsStaff, ct) is not { } page) return NotFound();
            Response.StatusCode = status;
            return View("Request", page with { Note = note, Conflict = await forms.ConflictAsync(reference, seen, ct) });
        }
    }
}
