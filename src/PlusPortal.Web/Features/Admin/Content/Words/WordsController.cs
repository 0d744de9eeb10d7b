using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Content.Words;

/// <summary>All the words of the portal in one place, for those who look after them without reading code.</summary>
[Area(Areas.Admin)]
[Route("admin/mots")]
public sealed class WordsController : Controller
{
    private const int MostFound = 200;
    private const int SearchLength = 100;

    /// <summary>The places; the texts of one; or those that hold what is sought.</summary>
    [HttpGet("")]
    public IActionResult Index(string? lieu, string? texte)
    {
        var sought = Typed.Line(texte);
        if (sought?.Length > SearchLength) sought = sought[..SearchLength];
        var place = PortalWords.All.FirstOrDefault(candidate => candidate.Code == lieu);
        var found = (place, sought) switch
        {
            (null, null) => [],
            ({ } chosen, null) => chosen.Words,
            ({ } chosen, { } words) => Search(chosen.Words, words),
            (null, { } words) => Search(PortalWords.All.SelectMany(candidate => candidate.Words), words),
        };
        return View(new WordsPage(PortalWords.All, place, sought, [.. found.Take(place is not null && sought is null ? int.MaxValue : MostFound)], found.Count));
    }

    private static IReadOnlyList<Word> Search(IEnumerable<Word> words, string typed)
    {
        var isSought = Folding.Seeking(typed);
        return [.. words.Where(word => isSought(word.Text))];
    }
}

/// <summary>The page of the words.</summary>
/// <param name="Places">Every place.</param>
/// <param name="Place">The one chosen; null for all.</param>
/// <param name="Sought">What is sought; null when nothing is.</param>
/// <param name="Found">Texts shown.</param>
/// <param name="Total">Texts found, of which the first are shown.</param>
public sealed record WordsPage(IReadOnlyList<WordPlace> Places, WordPlace? Place, string? Sought, IReadOnlyList<Word> Found, int Total);
