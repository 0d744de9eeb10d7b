using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Matching;
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
        new("Admin/Matching/Rules/Index", "filled", async stage =>
        {
            await DraftAsync(stage);
            await stage.OpenAsStaffAsync("/admin/regles");
        }),
        new("Admin/Matching/Rules/Index", "observer", async stage =>
        {
            await DraftAsync(stage);
            await stage.OpenAsObserverAsync("/admin/regles");
        }),
        new("Admin/Matching/Rules/Version", "observer", async stage => await stage.OpenAsObserverAsync($"/admin/regles/{await DraftAsync(stage)}")),
        new("Admin/Matching/Rules/Version", "in force", stage => stage.OpenAsStaffAsync("/admin/regles/1")),
        new("Admin/Matching/Rules/Version", "draft, compared", async stage => await stage.OpenAsStaffAsync($"/admin/regles/{await DraftAsync(stage)}?avec=1")),
        new("Admin/Matching/Rules/Propose", "empty", stage => stage.OpenAsStaffAsync("/admin/regles/modification")),
        new("Admin/Matching/Rules/Propose", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/regles/modification");
            await stage.SendAsync();
        }),
        new("Admin/Matching/Rules/Replay", "filled", async stage =>
        {
            var offer = Samples.LongOffer();
            await stage.StoreAsync(Samples.LongRequest().Build().InTriage().Matched(offer), offer);
            await stage.OpenAsStaffAsync($"/admin/regles/{await DraftAsync(stage)}/essai");
        }),
        new("Admin/Matching/Evaluation/Index", "filled", stage => stage.OpenAsStaffAsync("/admin/evaluation")),
        new("Admin/Matching/Simulator/Index", "empty", stage => stage.OpenAsStaffAsync("/admin/simulateur")),
        new("Admin/Matching/Simulator/Index", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/simulateur");
            await stage.SendAsync();
        }),
        new("Admin/Matching/Simulator/Index", "long, result", async stage =>
        {
            var request = Samples.LongRequest().Build().InTriage();
            await stage.StoreAsync(request);
            await stage.OpenAsStaffAsync("/admin/simulateur?demande=" + request.Reference);
            await stage.SendAsync();
        }),
        new("Admin/Matching/Lexicon/Index", "first page", stage => stage.OpenAsStaffAsync("/admin/lexique")),
        new("Admin/Matching/Lexicon/Add", "empty", stage => stage.OpenAsStaffAsync("/admin/lexique/ajout")),
        new("Admin/Matching/Lexicon/Add", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/lexique/ajout");
            await stage.SendAsync();
        }),
        new("Admin/Matching/Lexicon/Phrase", "filled", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/lexique");
            await stage.LeaveAsync(() => stage.Page.Locator("main a[href*='/admin/lexique/phrase']").First.ClickAsync());
        }),
        new("Admin/Matching/Lexicon/Try", "empty", stage => stage.OpenAsStaffAsync("/admin/lexique/essai")),
        new("Admin/Matching/Lexicon/Try", "long", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/lexique/essai");
            await stage.Page.Locator("main textarea").FillAsync("Nous ne pouvons plus payer les salaires.\n" + Samples.LongText);
            await stage.SendAsync();
        }),
        new("Admin/Content/Words/Index", "places", stage => stage.OpenAsStaffAsync("/admin/mots")),
        new("Admin/Content/Words/Index", "found", stage => stage.OpenAsStaffAsync("/admin/mots?texte=demande")),
        new("Admin/Content/Words/Index", "nothing found", stage => stage.OpenAsStaffAsync("/admin/mots?texte=" + Samples.LongWord)),
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
