using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Shared;

/// <summary>The 409 page: what stands in the way, and the page to go back to.</summary>
public sealed record ConflictPage(string Sentence, string? Back)
{
    /// <summary>The page to go back to, when it is one of ours.</summary>
    public string? LocalBack => Uri.TryCreate(Back, UriKind.Absolute, out var uri) ? uri.PathAndQuery : null;
}

/// <summary>Any other error page.</summary>
/// <param name="Words">What happened, what to do and where to go.</param>
/// <param name="Retry">Address of the page that failed, when opening it again is the way on.</param>
/// <param name="Reach">How to reach PLUS.</param>
public sealed record ErrorPage(ErrorWords Words, string? Retry, Reach Reach);

/// <summary>What an error page says.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Happened">What happened, and what became of the reader's work.</param>
/// <param name="Todo">What to do now.</param>
/// <param name="Ways">Pages to go on with.</param>
public sealed record ErrorWords(string Title, string Happened, string Todo, IReadOnlyList<ErrorWay> Ways);

/// <summary>A way on.</summary>
public sealed record ErrorWay(string Label, string Address);
