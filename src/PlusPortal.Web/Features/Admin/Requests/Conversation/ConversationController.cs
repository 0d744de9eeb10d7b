using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Conversation;

/// <summary>What staff and the structure say to each other.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute)]
public sealed class ConversationController(RequestForms forms, AskStructure questions, VouchForAddress address) : Controller
{
    /// <summary>Question to the structure.</summary>
    [HttpGet("question")]
    [StaffAct(nameof(Acts.AskStructure), ActPlace.Question)]
    public Task<IActionResult> Ask(string reference, CancellationToken ct) => AskPageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Asks it.</summary>
    [HttpPost("question")]
    public async Task<IActionResult> Ask(string reference, Seen seen, [Bind(Prefix = "Form")] AskStructureForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await questions.ExecuteAsync(reference, seen, form.Question!, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => AskPageAsync(reference, form, seen, status, ct);
    }

    /// <summary>Answer of the structure, given by telephone.</summary>
    [HttpGet("reponse")]
    [StaffAct(nameof(Acts.AnswerQuestion), ActPlace.Question)]
    public Task<IActionResult> Answer(string reference, CancellationToken ct) => AnswerPageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Records it.</summary>
    [HttpPost("reponse")]
    public async Task<IActionResult> Answer(string reference, Seen seen, [Bind(Prefix = "Form")] StructureAnswerForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await questions.RecordAnswerAsync(reference, seen, form.Answer!, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => AnswerPageAsync(reference, form, seen, status, ct);
    }

    /// <summary>Goes on without the answer.</summary>
    [HttpPost("sans-reponse")]
    [StaffAct(nameof(Acts.DropQuestion), ActPlace.Question)]
    public async Task<IActionResult> Drop(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await questions.DropAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Vouches for the address of the structure.</summary>
    [HttpPost("adresse")]
    [StaffAct(nameof(Acts.VouchForAddress), ActPlace.Address)]
    public async Task<IActionResult> Vouch(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await address.ExecuteAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    private async Task<IActionResult> AskPageAsync(string reference, AskStructureForm? typed, Seen? seen, int status, CancellationToken ct) =>
        this.Form("Question", await forms.OpenAsync(reference, request => typed ?? AskStructureForm.For(request), request => request.RefusalFor(Acts.AskStructure, User.AsStaff), seen, ct), status);

    private async Task<IActionResult> AnswerPageAsync(string reference, StructureAnswerForm? typed, Seen? seen, int status, CancellationToken ct) =>
        this.Form("Answer", await forms.OpenAsync(reference, _ => typed ?? new StructureAnswerForm(), request => request.RefusalFor(Acts.AnswerQuestion, User.AsStaff), seen, ct), status);
}
