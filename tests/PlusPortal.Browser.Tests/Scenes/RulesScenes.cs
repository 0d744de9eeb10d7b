using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Rules;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>The rules of the matcher, its simulator, its lexicon, and the words of the portal, for staff.</summary>
internal static class RulesScenes
{
    private static readonly SemaphoreSlim Numbering = new(1);

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Admin/Rules/Index", "filled", async stage =>
        {
            await DraftAsync(stage);
            await stage.OpenAsStaffAsync("/admin/regles");
        }),
        new("Admin/Rules/Version", "in force", stage => stage.OpenAsStaffAsync("/admin/regles/1")),
        new("Admin/Rules/Version", "draft, compared", async stage => await stage.OpenAsStaffAsync($"/admin/regles/{await DraftAsync(stage)}?avec=1")),
        new("Admin/Rules/Propose", "empty", stage => stage.OpenAsStaffAsync("/admin/regles/proposition")),
        new("Admin/Rules/Propose", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/regles/proposition");
            await stage.SendAsync();
        }),
        new("Admin/Rules/Replay", "filled", async stage =>
        {
            var offer = Samples.LongOffer();
            await stage.StoreAsync(Samples.LongRequest().Build().InTriage().Matched(offer), offer);
            await stage.OpenAsStaffAsync($"/admin/regles/{await DraftAsync(stage)}/essai");
        }),
        new("Admin/Evaluation/Index", "filled", stage => stage.OpenAsStaffAsync("/admin/evaluation")),
        new("Admin/Simulator/Index", "empty", stage => stage.OpenAsStaffAsync("/admin/simulateur")),
        new("Admin/Simulator/Index", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/simulateur");
            await stage.SendAsync();
        }),
        new("Admin/Simulator/Index", "long, result", async stage =>
        {
            var request = Samples.LongRequest().Build().InTriage();
            await stage.StoreAsync(request);
            await stage.OpenAsStaffAsync("/admin/simulateur?demande=" + request.Reference);
            await stage.SendAsync();
        }),
        new("Admin/Lexicon/Index", "first page", stage => stage.OpenAsStaffAsync("/admin/lexique")),
        new("Admin/Lexicon/Add", "empty", stage => stage.OpenAsStaffAsync("/admin/lexique/ajout")),
        new("Admin/Lexicon/Add", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/lexique/ajout");
            await stage.SendAsync();
        }),
        new("Admin/Lexicon/Phrase", "filled", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/lexique");
            await stage.LeaveAsync(() => stage.Page.Locator("main a[href*='/admin/lexique/phrase']").First.ClickAsync());
        }),
        new("Admin/Lexicon/Try", "empty", stage => stage.OpenAsStaffAsync("/admin/lexique/essai")),
        new("Admin/Lexicon/Try", "long", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/lexique/essai");
            await stage.Page.Locator("main textarea").FillAsync("Nous ne pouvons plus payer les salaires.\n" + Samples.LongText);
            await stage.SendAsync();
        }),
        new("Admin/Words/Index", "places", stage => stage.OpenAsStaffAsync("/admin/mots")),
        new("Admin/Words/Index", "found", stage => stage.OpenAsStaffAsync("/admin/mots?texte=demande")),
        new("Admin/Words/Index", "nothing found", stage => stage.OpenAsStaffAsync("/admin/mots?texte=" + Samples.LongWord)),
    ];

    /// <summary>A draft that changes one weight: its number. Scenes play side by side, numbers follow each other.</summary>
    private static async Task<int> DraftAsync(Stage stage)
    {
        await Numbering.WaitAsync();
        try
        {
            return await ProposeAsync(stage);
        }
        finally
        {
            Numbering.Release();
        }
    }

    private static async Task<int> ProposeAsync(Stage stage)
    {
        await using var db = stage.Browser.NewContext();
        var inForce = await db.RulesInForceAsync(CancellationToken.None);
        var values = new Dictionary<string, int>(inForce.Values);
        values[nameof(MatchingRules.NearEpci)] += 1;
        var draft = RulesVersion.Propose(await db.NextRulesNumberAsync(CancellationToken.None), inForce, values, Samples.LongLine[..150], Guid.CreateVersion7(A.Now), A.Now);
        db.Add(draft);
        await db.SaveChangesAsync();
        return draft.Number;
    }
}
