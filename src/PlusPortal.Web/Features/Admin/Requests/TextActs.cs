using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>The method of an act that takes one text.</summary>
public delegate void TextAct(OrientationRequest request, string text, Author by, DateTimeOffset now, PlusDay todayInParis);

/// <summary>Page and use-case of the acts whose form is one text: they need neither a view nor a class of their own.</summary>
public sealed class TextActs(RequestForms forms, RequestChange change, ActWords words, TimeProvider clock)
{
    private const string View = nameof(TextActForm);

    /// <summary>The form.</summary>
    public Task<IActionResult> ShowAsync(Controller controller, RequestAct act, string reference, CancellationToken ct) =>
        PageAsync(controller, act, reference, new TextActForm(), null, StatusCodes.Status200OK, ct);

    /// <summary>Does it, or shows the form again.</summary>
    public async Task<IActionResult> DoAsync(Controller controller, RequestAct act, string reference, Seen seen, TextActForm form, TextAct method, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(form.Text)) controller.ModelState.AddModelError("Form.Text", WordsOf(act).Missing);
        if (!controller.ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        var by = controller.User.AsStaff;
        var result = await change.ExecuteAsync(reference, seen, act, (request, today) => method(request, form.Text!, by, clock.GetUtcNow(), today), ct);
        return await controller.AnswerAsync(result, reference, Again);

        Task<IActionResult> Again(int status) => PageAsync(controller, act, reference, form, seen, status, ct);
    }

    private async Task<IActionResult> PageAsync(Controller controller, RequestAct act, string reference, TextActForm form, Seen? seen, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, _ => form, request => request.RefusalFor(act, controller.User.AsStaff), seen, ct);
        return controller.Form(View, page is null ? null : page with { Words = WordsOf(act) }, status);
    }

    private TextFormWords WordsOf(Act act) => words.Of(act).Form ?? throw new InvalidOperationException($"Give {act} the words of its form in {nameof(ActLabels)}.");
}
