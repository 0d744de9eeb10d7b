using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Telemetry;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>Orientation for other sites: tries a request, keeps nothing.</summary>
[ApiController]
[Area(Areas.Api)]
[Route("api/v1/orientations")]
[IgnoreAntiforgeryToken]
[Tags("Orientation")]
public sealed class OrientationsController(PortalDb db, CatalogCache catalog, PublishedRules rules, CurrentLexicon lexicon, TimeProvider clock) : ControllerBase
{
    /// <summary>Most bytes of a request: the longest need in four-byte characters, escaped, and room for the rest.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Runs the matching without saving anything. Reads no cookie, hence no antiforgery token.</summary>
    [HttpPost("preview")]
    [EnableRateLimiting(RateLimits.OrientationPreview)]
    [BodyLimit(MostBytes)]
    [EndpointName("previewOrientation")]
    [EndpointSummary("Essayer une orientation")]
    [EndpointDescription("Donne les acteurs que le portail proposerait pour une demande, avec les raisons, les acteurs écartés et les signaux de tri. Rien n'est enregistré et aucun acteur n'est prévenu. Le nombre d'appels par adresse est limité\u00A0: au-delà, la réponse 429 dit dans Retry-After combien de secondes attendre.")]
    [ProducesResponseType<PreviewAnswer>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json", Description = "Un ou plusieurs champs ne conviennent pas\u00A0; «\u00A0errors\u00A0» les nomme, avec une phrase en français pour chacun.")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status413PayloadTooLarge, "application/problem+json", Description = "Le contenu dépasse 64 Ko.")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json", Description = "Le contenu n'est pas annoncé comme application/json.")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests, "application/problem+json", Description = "Trop d'appels\u00A0: attendez le nombre de secondes de l'en-tête Retry-After.")]
    public async Task<IActionResult> Preview(PreviewRequest request, CancellationToken ct)
    {
        if (await db.LocateCommuneAsync(request.CommuneCode, ct) is not { } commune)
        {
            ModelState.AddModelError(PreviewRequest.Fields.CommuneCode, "Aucune commune n'a ce code INSEE. Un code postal n'en est pas un\u00A0: Nancy (54000) a le code \"54395\".");
            return ApiProblems.WrongFields(HttpContext, ModelState);
        }

        var (offers, published, words) = (await catalog.GetAsync(ct), await rules.GetAsync(ct), await lexicon.GetAsync(ct));
        var result = PortalTelemetry.Matching("preview", () => MatchingService.Match(request.ToCriteria(commune.Place), offers, published, clock.TodayInParis, words));
        return Ok(PreviewAnswer.Of(request, result));
    }
}
