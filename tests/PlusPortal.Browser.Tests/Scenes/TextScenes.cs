using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>Legal and trust pages, and their texts as staff edit them.</summary>
internal static class TextScenes
{
    private const string Editor = "/admin/textes/" + SiteTextCodes.LegalNotice;

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Public/Legal/Text", "legal notice", "/" + SiteTextCodes.LegalNotice),
        new("Public/Legal/Text", "personal data", "/" + SiteTextCodes.PersonalData),
        new("Public/Legal/Text", "accessibility", "/" + SiteTextCodes.Accessibility),
        new("Public/Legal/Cookies", "shown", "/" + SiteTextCodes.Cookies),
        new("Public/Legal/Contact", "shown", "/" + SiteTextCodes.Contact),
        new("Public/Legal/Map", "shown", "/plan-du-site"),
        new("Admin/Content/Texts/Index", "filled", stage => stage.OpenAsStaffAsync("/admin/textes")),
        new("Admin/Content/Texts/Edit", "filled", stage => stage.OpenAsStaffAsync(Editor)),
        new("Admin/Content/Texts/Edit", "errors", async stage =>
        {
            await stage.OpenAsStaffAsync(Editor);
            await stage.PressAsync("Publier ce texte");
        }),
        new("Admin/Content/Texts/Edit", "long preview", async stage =>
        {
            await stage.OpenAsStaffAsync(Editor);
            await stage.Page.Locator("main textarea").FillAsync($"## {Samples.LongWord}{Samples.LongWord}\n\n{Samples.LongText}\n\n- {Samples.LongWord}{Samples.LongWord}");
            await stage.PressAsync("Voir l’aperçu");
        }),
        new("Admin/Content/Texts/History", "filled", stage => stage.OpenAsStaffAsync(Editor + "/historique")),
        new("Admin/Content/Texts/Version", "first", stage => stage.OpenAsStaffAsync(Editor + "/historique/1")),
        new("Admin/Content/Texts/Version", "compared", async stage =>
        {
            await stage.OpenAsStaffAsync("/admin/textes/" + SiteTextCodes.Contact);
            await stage.Page.Locator("main textarea").FillAsync(Samples.LongText);
            await stage.Page.WriteAsync("Ce que vous avez changé", Samples.LongWord + Samples.LongWord);
            await stage.PressAsync("Publier ce texte");
            await stage.OpenAsync($"/admin/textes/{SiteTextCodes.Contact}/historique/2");
        }),
    ];
}
