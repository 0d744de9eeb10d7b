using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>What the controllers of the triage share: how a result becomes a page.</summary>
internal static class TriageAnswers
{
    extension(Controller controller)
    {
        /// <summary>Answers after a form: back to the request, or the same form again with what was typed.</summary>
        /// <param name="result">How the use-case ended.</param>
        /// <param name="reference">Reference of the request.</param>
        /// <param name="again">Shows the form again with the given status.</param>
        public async Task<IActionResult> AnswerAsync(TriageResult result, string reference, Func<int, Task<IActionResult>> again)
        {
            switch (result)
            {
                case TriageResult.Saved saved:
                    return controller.LocalRedirect(TriageLinks.Request(reference, saved));
                case TriageResult.Refused refused:
                    controller.ModelState.AddModelError(refused.Field, refused.Sentence);
                    return await again(StatusCodes.Status400BadRequest);
                case TriageResult.Stale:
                    controller.ModelState.AddModelError("", Conflicts.NothingSaved);
                    return await again(StatusCodes.Status409Conflict);
                default:
                    return controller.NotFound();
            }
        }

        /// <summary>Answers after a button: back to the request, or a page that says what stands in the way.</summary>
        public async Task<IActionResult> AnswerAsync(TriageResult result, string reference, Seen seen, TriageForms forms, CancellationToken ct) => result switch
        {
            TriageResult.Saved saved => controller.LocalRedirect(TriageLinks.Request(reference, saved)),
            TriageResult.Refused refused => await controller.StaleAsync(refused.Sentence, reference, seen, forms, ct),
            TriageResult.Stale => await controller.StaleAsync("La demande a changé depuis l’affichage de la page\u00A0: rien n’a été enregistré. Rouvrez-la, puis recommencez si l’action est encore utile.", reference, seen, forms, ct),
            _ => controller.NotFound(),
        };

        /// <summary>Shows a form page, or 404.</summary>
        public IActionResult Form<TForm>(string view, FormPage<TForm>? page, int status)
            where TForm : class
        {
            if (page is null) return controller.NotFound();
            controller.Response.StatusCode = status;
            return controller.View(view, page);
        }

        private async Task<IActionResult> StaleAsync(string sentence, string reference, Seen seen, TriageForms forms, CancellationToken ct)
        {
            var conflict = await forms.ConflictAsync(reference, seen, ct);
            controller.Response.StatusCode = StatusCodes.Status409Conflict;
            return controller.View("Stale", new StalePage(reference, sentence, conflict));
        }
    }
}

/// <summary>The 409 page of a button: what stands in the way and what happened since.</summary>
public sealed record StalePage(string Reference, string Sentence, ConflictNotice? Conflict);
