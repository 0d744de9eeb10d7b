using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Formatters;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>Reads the body of a preview with <see cref="PreviewRequestReader"/>; every error lands in the model state.</summary>
internal sealed class PreviewRequestFormatter : TextInputFormatter
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 8 };

    public PreviewRequestFormatter()
    {
        SupportedMediaTypes.Add("application/json");
        SupportedEncodings.Add(UTF8EncodingWithoutBOM);
    }

    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context, Encoding encoding)
    {
        try
        {
            var body = new MemoryStream();
            await context.HttpContext.Request.Body.CopyToAsync(body, context.HttpContext.RequestAborted);
            var json = body.ToArray();
            JsonText.Mend(json);
            using var document = JsonDocument.Parse(json, Json);
            var request = new PreviewRequestReader(context.ModelState).Read(document.RootElement);
            return request is null ? await InputFormatterResult.FailureAsync() : await InputFormatterResult.SuccessAsync(request);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            // InvalidOperationException: bytes that are no UTF-8.
            context.ModelState.AddModelError(PreviewRequest.Fields.Body, failure is JsonException { LineNumber: { } line }
                ? $"Le contenu n'est pas du JSON lisible (ligne {line + 1})."
                : "Le contenu n'est pas du JSON lisible.");
            return await InputFormatterResult.FailureAsync();
        }
    }

    protected override bool CanReadType(Type type) => type == typeof(PreviewRequest);
}
