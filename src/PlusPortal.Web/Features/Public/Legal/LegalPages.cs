using Microsoft.AspNetCore.Html;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Public.Legal;

/// <summary>A text as it is shown.</summary>
/// <param name="Code">Which text.</param>
/// <param name="Title">Title of the page.</param>
/// <param name="Html">Safe HTML.</param>
/// <param name="Number">Number of the version.</param>
/// <param name="At">When it was published.</param>
/// <param name="Gaps">Facts that PLUS has still to supply.</param>
public sealed record LegalText(string Code, string Title, IHtmlContent Html, int Number, DateTimeOffset At, int Gaps);

/// <summary>The cookies page.</summary>
public sealed record CookiesPage(LegalText Text, IReadOnlyList<SiteCookie> Cookies);

/// <summary>The contact page.</summary>
public sealed record ContactPage(LegalText Text, Reach Reach);
