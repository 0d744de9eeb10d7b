using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Profile;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests.Deadlines;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>What PLUS decides about itself, as administrators see and change it.</summary>
internal static class SettingsScenes
{
    private const string Overview = "/admin/reglages";

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Admin/Settings/Index", "first values", stage => stage.OpenAsStaffAsync(Overview)),
        new("Admin/Settings/Index", "just saved, long", async stage =>
        {
            await ChangeAsync(stage);
            await stage.OpenAsStaffAsync(Overview + "?fait=joindre");
        }),
        new("Admin/Settings/Reach", "filled", stage => stage.OpenAsStaffAsync(Overview + "/joindre")),
        new("Admin/Settings/Reach", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync(Overview + "/joindre");
            await stage.Page.WriteAsync("Téléphone", Samples.LongWord);
            await stage.Page.WriteAsync("Adresse e-mail", Samples.LongWord);
            await stage.PressAsync("Enregistrer ces moyens de joindre PLUS");
        }),
        new("Admin/Settings/Reach", "changed meanwhile", async stage =>
        {
            await stage.OpenAsStaffAsync(Overview + "/joindre");
            await ChangeAsync(stage);
            await stage.Page.WriteAsync("Téléphone", "03 83 00 00 09");
            await stage.PressAsync("Enregistrer ces moyens de joindre PLUS");
        }),
        new("Admin/Settings/Hours", "filled", stage => stage.OpenAsStaffAsync(Overview + "/horaires")),
        new("Admin/Settings/Hours", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync(Overview + "/horaires");
            await stage.Page.WriteAsync("Lundi", "12h-9h");
            await stage.Page.WriteAsync("Mardi", Samples.LongWord);
            await stage.PressAsync("Enregistrer ces horaires");
        }),
        new("Admin/Settings/Closures", "none", stage => stage.OpenAsStaffAsync(Overview + "/fermetures")),
        new("Admin/Settings/Closures", "errors, long", async stage =>
        {
            await ChangeAsync(stage);
            await stage.OpenAsStaffAsync(Overview + "/fermetures");
            await stage.PressAsync("Ajouter cette fermeture");
        }),
        new("Admin/Settings/Notifications", "filled", stage => stage.OpenAsStaffAsync(Overview + "/notifications")),
        new("Admin/Settings/Notifications", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync(Overview + "/notifications");
            await stage.Page.WriteAsync("Adresses pour les demandes urgentes", Samples.LongWord + Samples.LongWord);
            await stage.Page.WriteAsync("Adresses pour le reste", "a@plus.example.org");
            await stage.PressAsync("Enregistrer qui est prévenu");
        }),
        new("Admin/Settings/Delays", "filled", stage => stage.OpenAsStaffAsync(Overview + "/delais")),
        new("Admin/Settings/Delays", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync(Overview + "/delais");
            await stage.Page.FillAsync("[name='Form.Delays[0].Normal']", Samples.LongWord);
            await stage.PressAsync("Enregistrer ces délais");
        }),
        new("Admin/Settings/Reminders", "filled", stage => stage.OpenAsStaffAsync(Overview + "/relances")),
        new("Admin/Settings/History", "empty", stage => stage.OpenAsStaffAsync(Overview + "/historique?avant=1")),
        new("Admin/Settings/History", "filled, long", async stage =>
        {
            await ChangeAsync(stage);
            await stage.OpenAsStaffAsync(Overview + "/historique");
        }),
        new("Public/Legal/Contact", "hours and closure", stage => OpenToTheDayAsync(stage, "/contact")),
        new("Public/Home/Index", "hours and closure", stage => OpenToTheDayAsync(stage, "/")),
        new("Public/Orientation/Start/Start", "hours and closure", stage => OpenToTheDayAsync(stage, "/demande")),
    ];

    private static async Task OpenToTheDayAsync(Stage stage, string address)
    {
        await ChangeAsync(stage);
        await stage.OpenAsync(address);
    }

    /// <summary>Another administrator changes everything, with the longest words.</summary>
    private static async Task ChangeAsync(Stage stage)
    {
        await using var db = stage.Browser.NewContext();
        var (now, number) = (stage.Browser.Portal.Clock.GetUtcNow(), await db.ReadProfileNumberAsync(CancellationToken.None));
        var before = (await db.LatestProfileChangesAsync(CancellationToken.None)).Aggregate(new PlusProfile(), (profile, change) => profile.With(change.Setting, change.After));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var after = before.Closing(new Closure(today.AddDays(3), today.AddDays(4), (Samples.LongWord + Samples.LongWord)[..60]), today) with
        {
            Phone = before.Phone == "+33383000000" ? "+33383000001" : "+33383000000",
            Email = $"contact{number}@{Samples.LongWord.ToLowerInvariant()}{Samples.LongWord.ToLowerInvariant()}.example.org",
            UrgentRequest = StaffAudience.Of([$"garde{number}@plus.example.org", "direction-et-administration-generale@plus.example.org"]),
        };
        db.AddRange(before.ChangesTo(after, number, Guid.CreateVersion7(now), now));
        await db.SaveChangesAsync();
    }
}
