using AngleSharp.Dom;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Directory;

/// <summary>Fills the public directory of a test and reads its pages.</summary>
internal static class PublicDirectory
{
    /// <summary>A word that only the actors of one test carry: the tests of a class share a database.</summary>
    public static string Mark() => $"repere{A.Number()}";

    /// <summary>Stores one actor with one offer.</summary>
    public static async Task<SupportOffer> AddOfferAsync(this PortalFixture fixture, string actorName, Func<SupportOfferBuilder, SupportOfferBuilder>? change = null)
    {
        var builder = A.SupportOffer().Of(A.SupportActor().Named(actorName).Build());
        var offer = (change?.Invoke(builder) ?? builder).Build();
        await using var db = fixture.NewContext();
        db.Add(offer.Actor!);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return offer;
    }

    /// <summary>Names of the actors on a page, in order.</summary>
    public static List<string> ActorNames(this HtmlPage page) => [.. page.Document.QuerySelectorAll(".directory__item h3 a").Select(link => PageText.Normalise(link.TextContent))];

    /// <summary>The sentence that counts.</summary>
    public static string Count(this HtmlPage page) => PageText.Normalise(page.Document.QuerySelector("[role=status]")!.TextContent);

    /// <summary>Words of the chips.</summary>
    public static List<string> Chips(this HtmlPage page) => [.. page.Document.QuerySelectorAll(".chips a.chip").Select(link => PageText.Normalise(link.TextContent.Replace("×", "")))];
}
