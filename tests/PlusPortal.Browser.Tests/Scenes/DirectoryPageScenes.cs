using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Testing;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>The public directory.</summary>
internal static class DirectoryPageScenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Public/Directory/Search/Index", "first page", "/annuaire"),
        new("Public/Directory/Search/Index", "filtered", "/annuaire?commune=54528&theme=modele-economique&etape=developper&texte=a"),
        new("Public/Directory/Search/Index", "nothing found", "/annuaire?texte=" + Samples.LongWord + Samples.LongWord),
        new("Public/Directory/Search/Index", "unknown commune", "/annuaire?commune=" + Samples.LongWord),
        new("Public/Directory/Search/Index", "errors", "/annuaire?texte=" + new string('a', 101)),
        new("Public/Directory/Search/Communes", "several", "/annuaire?commune=54200"),
        new("Public/Directory/Search/UnknownCodes", "shown", "/annuaire?theme=" + Samples.LongWord),
        new("Public/Directory/Sheet/Sheet", "long", async stage =>
        {
            var offer = Samples.LongOffer();
            await stage.Browser.StoreAsync(offer);
            await stage.OpenAsync("/annuaire/" + offer.Actor!.ImportKey);
        }),
        new("Public/Directory/Reports/Report", "empty", async stage => await stage.OpenAsync(await ReportAsync(stage))),
        new("Public/Directory/Reports/Report", "errors", async stage =>
        {
            await stage.OpenAsync(await ReportAsync(stage));
            await stage.SendAsync();
        }),
        new("Public/Directory/Reports/Sent", "shown", SendReportAsync),
        new("Admin/Directory/Reports/Index", "long", async stage =>
        {
            await SendReportAsync(stage);
            await stage.OpenAsStaffAsync("/admin/signalements");
        }),
    ];

    private static async Task SendReportAsync(Stage stage)
    {
        await stage.OpenAsync(await ReportAsync(stage));
        await stage.Page.Locator("main textarea").FillAsync(Samples.LongText);
        await stage.SendAsync();
    }

    private static async Task<string> ReportAsync(Stage stage)
    {
        var offer = Samples.LongOffer();
        await stage.Browser.StoreAsync(offer);
        return $"/annuaire/{offer.Actor!.ImportKey}/signaler";
    }
}
