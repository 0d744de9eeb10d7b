namespace PlusPortal.Web.Features.Shared;

/// <summary>The 409 page: what stands in the way, and the page to go back to.</summary>
public sealed record ConflictPage(string Sentence, string? Back)
{
    /// <summary>The page to go back to, when it is one of ours.</summary>
    public string? LocalBack => Uri.TryCreate(Back, UriKind.Absolute, out var uri) ? uri.PathAndQuery : null;
}

/// <summary>Any other error page.</summary>
public sealed record ErrorPage(int Status, string Title, string Sentence, string Reference);
