using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Home;

/// <summary>The home page: what PLUS does and where to start.</summary>
[Area(Areas.Public)]
public sealed class HomeController(PortalDb db, CurrentProfile profile) : Controller
{
    /// <summary>Shows it.</summary>
    [HttpGet("")]
    [InSiteMap(SiteMapSection.GetHelp, "Accueil")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(new HomePage(await db.HomeFiguresAsync(ct), await profile.ReachAsync(ct)));
}

/// <summary>The home page.</summary>
/// <param name="Figures">What the directory holds now.</param>
/// <param name="Reach">How to reach PLUS.</param>
public sealed record HomePage(HomeFigures Figures, Reach Reach)
{
    /// <summary>Figures worth showing: those that are not zero.</summary>
    public IReadOnlyList<HomeFigure> Shown =>
    [
        .. new HomeFigure[]
        {
            new(Figures.Actors, "acteur d’appui", "acteurs d’appui"),
            new(Figures.Offers, "offre d’accompagnement ou de financement", "offres d’accompagnement ou de financement"),
            new(Figures.Communes, "commune de Lorraine", "communes, dans les quatre départements de Lorraine"),
        }.Where(figure => figure.Number > 0),
    ];
}

/// <summary>One figure and its words.</summary>
public sealed record HomeFigure(int Number, string One, string Many)
{
    /// <summary>The words that go with the number.</summary>
    public string Words => Number == 1 ? One : Many;
}
