using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace PlusPortal.Web.Security;

/// <summary>How much a visitor may send at once, read and refused in one place, before anything else looks at it.</summary>
public static class FormLimits
{
    /// <summary>Most bytes of a body: the longest text of the portal, written with nothing but accents, fits twice.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Most fields of a form, by their names.</summary>
    public const int MostKeys = 100;

    /// <summary>Most values: a group of boxes is one field with a value for each box that is ticked.</summary>
    public const int MostValues = 1_000;

    private const int LongestKey = 256;

    /// <summary>Registers the limits.</summary>
    public static void AddFormLimits(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = MostValues;
            form.KeyLengthLimit = LongestKey;
            form.ValueLengthLimit = MostBytes;
            form.MultipartBodyLengthLimit = MostBytes;
            form.MultipartBoundaryLengthLimit = LongestKey;
        });
    }

    /// <summary>
    /// Reads the form of whoever may send one: 413 when it is too large, 415 when it holds a file, 400 when it is no form. Later, the antiforgery check would
    /// read it and call either a lost token.
    /// </summary>
    public static void UseFormLimits(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.ContentLength > MostBytes)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (context.Request.HasFormContentType && context.GetEndpoint() is not null)
        {
            try
            {
                var form = await context.Request.ReadFormAsync(context.RequestAborted);
                if (form.Files.Count > 0)
                {
                    // No page takes one.
                    Refuse(context, StatusCodes.Status415UnsupportedMediaType);
                    return;
                }

                if (form.Count > MostKeys)
                {
                    Refuse(context, StatusCodes.Status413PayloadTooLarge);
                    return;
                }
            }
            catch (InvalidDataException unreadable)
            {
                // Too many, or too long: the reader has one exception for these and for what is no form.
                Refuse(context, unreadable.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
                return;
            }
            catch (BadHttpRequestException refused)
            {
                Refuse(context, refused.StatusCode);
                return;
            }
            catch (NotSupportedException)
            {
                // Said to be written in letters that nobody reads any more, such as UTF-7.
                Refuse(context, StatusCodes.Status400BadRequest);
                return;
            }
            catch (IOException)
            {
                // Cut off before its end: by a form that is none, or by a visitor who left.
                Refuse(context, StatusCodes.Status400BadRequest);
                return;
            }
        }

        await next(context);
    });

    private static void Refuse(HttpContext context, int status)
    {
        context.RequestServices.GetRequiredService<SecurityLog>().Write(SecurityEvent.InputRefused, status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        context.Response.StatusCode = status;
    }
}
