using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Formatters;

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
            using var document = await JsonDocument.ParseAsync(context.HttpContext.Request.Body, Json, context.HttpContext.RequestAborted);
            var request = new PreviewRequestReader(context.ModelState).Read(document.RootElement);
            return request is null ? await InputFormatterResult.FailureAsync() : await InputFormatterResult.SuccessAsync(request);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            // InvalidOperationException: a string whose escapes are not valid Unicode.
            context.ModelState.AddModelError(PreviewRequest.Fields.Body, failure is JsonException { LineNumber: { } line }
                ? $"Le contenu n'est pas du JSON lisible (ligne {line + 1})."
                : "Le contenu n'est pas du JSON lisible.");
            return await InputFormatterResult.FailureAsync();
        }
    }

    protected override bool CanReadType(Type type) => type == typeof(PreviewRequest);
}
