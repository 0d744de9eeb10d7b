using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>What the controllers of a request share: how a result becomes a page.</summary>
internal static class ResultPages
{
    extension(Controller controller)
    {
        /// <summary>Answers after a form: back to the request, or the same form again with what was typed.</summary>
        /// <param name="result">How the use-case ended.</param>
        /// <param name="reference">Reference of the request.</param>
        /// <param name="again">Shows the form again with the given status.</param>
        public async Task<IActionResult> AnswerAsync(RequestResult result, string reference, Func<int, Task<IActionResult>> again)
        {
            switch (result)
            {
                case RequestResult.Saved saved:
                    return controller.LocalRedirect(RequestLinks.Request(reference, saved));
                case RequestResult.Refused refused:
                    controller.ModelState.AddModelError(refused.Field, refused.Sentence);
                    return await again(StatusCodes.Status400BadRequest);
                case RequestResult.Conflict:
                    controller.ModelState.AddModelError("", Conflicts.NothingSaved);
                    return await again(StatusCodes.Status409Conflict);
                default:
                    return controller.NotFound();
            }
        }

        /// <summary>Answers after a button: back to the request, or a page that says what stands in the way.</summary>
        public async Task<IActionResult> AnswerAsync(RequestResult result, string reference, Seen seen, RequestForms forms, CancellationToken ct) => result switch
        {
            RequestResult.Saved saved => controller.LocalRedirect(RequestLinks.Request(reference, saved)),
            RequestResult.Refused refused => await controller.ConflictPageAsync(refused.Sentence, reference, seen, forms, ct),
            RequestResult.Conflict => await controller.ConflictPageAsync("La demande a changé depuis l’affichage de la page\u00A0: rien n’a été enregistré. Rouvrez-la, puis recommencez si l’action est encore utile.", reference, seen, forms, ct),
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

        private async Task<IActionResult> ConflictPageAsync(string sentence, string reference, Seen seen, RequestForms forms, CancellationToken ct)
        {
            var conflict = await forms.ConflictAsync(reference, seen, ct);
            controller.Response.StatusCode = StatusCodes.Status409Conflict;
            return controller.View("RequestConflict", new RequestConflictPage(reference, sentence, conflict));
        }
    }
}

/// <summary>The 409 page of a button: what stands in the way and what happened since.</summary>
public sealed record RequestConflictPage(string Reference, string Sentence, ConflictNotice? Conflict);
