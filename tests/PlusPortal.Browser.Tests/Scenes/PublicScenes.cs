using PlusPortal.Browser.Tests.Gates;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>Home, lost link, errors.</summary>
internal static class PublicScenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Public/Home/Index", "anonymous", "/"),
        new("Public/Home/Index", "staff", stage => stage.OpenAsStaffAsync("/")),
        new("Public/LostLink/Index", "empty", "/suivi"),
        new("Public/LostLink/Index", "errors", async stage =>
        {
            await stage.OpenAsync("/suivi");
            await stage.SendAsync();
        }),
        new("Public/LostLink/Asked", "shown", "/suivi/lien-demande"),
        new("Shared/Error", "not found", "/nulle-part"),
        new("Shared/Error", "bad request", "/essai/statut/400"),
        new("Shared/Error", "too many", "/essai/statut/429"),
        new("Shared/Error", "failure", "/essai/statut/500"),
        new("Shared/Error", "outage", "/essai/statut/503"),
    ];
}
