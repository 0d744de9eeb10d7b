namespace PlusPortal.Web.Features.Shared.Expiry;

/// <summary>What was typed into a form that could not be taken, to be sent again.</summary>
/// <remarks>Only of a form sent from our own pages: what another site posts is not offered for confirmation. None with a password, which no page writes back.</remarks>
/// <param name="Address">Where it is sent again.</param>
/// <param name="Fields">What was typed.</param>
public sealed record TypedForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const string TokenField = "__RequestVerificationToken";
    private const int LongText = 20;

    /// <summary>Texts long enough to be missed.</summary>
    public IEnumerable<string> LongTexts => Fields.Select(one => one.Value).Where(value => value.Length >= LongText && value.Contains(' '));

    /// <summary>Reads it; null when there is nothing to send again.</summary>
    public static async Task<TypedForm?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || !CameFromUs(request)) return null;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            if (form.Keys.Any(key => key.EndsWith("Password", StringComparison.OrdinalIgnoreCase))) return null;
            return new TypedForm(
                request.Path + request.QueryString,
                [.. form.Where(field => field.Key != TokenField).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))]);
        }
        catch (InvalidDataException)
        {
            // Too long, characters that no browser sends.
            return null;
        }
    }

    private static bool CameFromUs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
