using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Errors;

/// <summary>Pages shown instead of a failed answer; the pipeline re-executes them.</summary>
[Area(Areas.Public)]
[IgnoreAntiforgeryToken]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController : Controller
{
    /// <summary>Page of a status code; programs get problem details.</summary>
    [Route("erreur/{status:int}")]
    public IActionResult Status(int status)
    {
        var reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        var (title, sentence) = Words(status);
        if (IsApi()) return Problem(statusCode: status, title: title, detail: sentence);
        Response.StatusCode = status;
        return View("Error", new ErrorPage(status, title, sentence, reference));
    }

    private bool IsApi()
    {
        var original = HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerPathFeature>()?.Path;
        return original?.StartsWith("/api/", StringComparison.Ordinal) == true;
    }

    private static (string Title, string Sentence) Words(int status) => status switch
    {
        400 => ("Votre page a expiré", "La page est restée ouverte trop longtemps, ou l’adresse est incomplète. Revenez en arrière\u00A0: ce que vous avez écrit y est encore. Rechargez la page, puis recommencez."),
        401 or 403 => ("Accès réservé", "Votre compte n’ouvre pas cette page. Si vous pensez que c’est une erreur, contactez l’équipe PLUS."),
        404 => ("Page introuvable", "Cette page n’existe pas, ou le lien n’est plus valable. Vérifiez l’adresse, ou repartez de l’accueil."),
        409 => ("Cette action n’a pas été faite", "La fiche a changé entre-temps. Rouvrez la page, puis recommencez."),
        413 => ("Envoi trop long", "Le contenu envoyé dépasse la taille acceptée. Raccourcissez-le, puis recommencez."),
        415 => ("Format non accepté", "Le contenu envoyé n’est pas dans un format que nous savons lire."),
        429 => ("Trop d’essais en peu de temps", "Attendez une minute, puis recommencez."),
        503 => ("Service momentanément indisponible", "Le portail ne peut pas répondre en ce moment. Réessayez dans quelques minutes."),
        < 500 => ("Nous n’avons pas pu répondre", "La demande envoyée au portail n’est pas celle attendue. Repartez de l’accueil."),
        _ => ("Une erreur s’est produite", "Nous n’avons pas pu afficher cette page. Réessayez dans une minute\u00A0; si cela continue, contactez l’équipe PLUS."),
    };
}
