using PlusPortal.Web.Security;

namespace PlusPortal.Web.Tests.Security;

/// <summary>What every answer must say in its headers. Returns what it does not, in words.</summary>
internal static class HeaderRules
{
    private static readonly (string Name, string Part)[] Everywhere =
    [
        ("Content-Security-Policy", "default-src 'none'"),
        ("Content-Security-Policy", "object-src 'none'"),
        ("Content-Security-Policy", "base-uri 'none'"),
        ("Content-Security-Policy", "form-action 'self'"),
        ("Content-Security-Policy", "frame-ancestors 'none'"),
        ("Content-Security-Policy", "script-src 'self';"),
        ("Content-Security-Policy", "style-src 'self';"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", ""),
        ("Permissions-Policy", "camera=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    private static readonly string[] Nowhere = ["Server", "X-Powered-By", "Access-Control-Allow-Origin"];

    /// <summary>Faults of one answer.</summary>
    public static IEnumerable<string> FaultsOf(HttpResponseMessage answer)
    {
        foreach (var (name, part) in Everywhere)
        {
            if (!answer.Headers.TryGetValues(name, out var values) || !values.Any(value => value.Contains(part, StringComparison.Ordinal))) yield return $"lacks {name} {part}";
        }

        foreach (var name in Nowhere.Where(answer.Headers.Contains)) yield return $"has {name}";
        if (answer.Headers.TryGetValues("Content-Security-Policy", out var policies) && policies.Any(policy => policy.Contains("unsafe", StringComparison.Ordinal))) yield return "has an unsafe policy";
        if (answer.Content.Headers.ContentType is { MediaType: { } type } found && type.StartsWith("text/", StringComparison.Ordinal) && found.CharSet is not "utf-8") yield return $"says no charset for {type}";
    }
}
