using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Retention;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>What the portal does by itself: one job for each state of a run, beside the portal's own, which never ran here.</summary>
internal static class JobScenes
{
    private const string Succeeded = "scene-reussie";
    private const string Failed = "scene-echouee";
    private const string Running = "scene-en-cours";
    private const string Late = "scene-en-retard";

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Admin/Tasks/Index", "every state, long", async stage =>
        {
            await StoreRunsAsync(stage);
            await stage.OpenAsStaffAsync("/admin/taches");
        }),
        new("Admin/Clock/Index", "empty", stage => stage.OpenAsStaffAsync("/admin/horloge?suite=NobodyToTell")),
        new("Admin/Clock/Index", "errors", stage => stage.OpenAsStaffAsync("/admin/horloge?suite=" + Samples.LongWord)),
        new("Admin/Tasks/Index", "just asked", stage => stage.OpenAsStaffAsync("/admin/taches?fait=lancee")),
        new("Admin/Retention/Index", "accounts kept, reports, other settings", async stage =>
        {
            await StoreRetentionAsync(stage);
            await stage.OpenAsStaffAsync("/admin/conservation");
        }),
    ];

    /// <summary>The jobs of the scenes; nothing runs them.</summary>
    public static void AddJobs(IServiceCollection services)
    {
        services.AddSingleton(RegisteredJob.Of<DraftPurge>(Succeeded, "30 4 * * *") with { Title = "Relancer les partenaires qui n’ont pas répondu", Purpose = "Écrit une fois aux partenaires dont le délai de réponse est à moitié passé." });
        services.AddSingleton(RegisteredJob.Of<DraftPurge>(Failed, "0 * * * *") with { Title = "Publier les données ouvertes", Purpose = "Écrit de nouveau les fichiers que chacun peut télécharger." });
        services.AddSingleton(RegisteredJob.Of<DraftPurge>(Running, "0 2 1 * *") with { Title = Samples.LongWord + Samples.LongWord, Purpose = Samples.LongLine });
        services.AddSingleton(RegisteredJob.Of<DraftPurge>(Late, "0 5 * * *") with { Title = "Demander aux acteurs de confirmer leurs offres", Purpose = "Écrit aux acteurs dont une offre n’a pas été confirmée depuis un an." });
    }

    /// <summary>Reports of every rule, more than a page of them, the manager of an actor whose account nobody uses, and terms that are not those of the settings.</summary>
    private static async Task StoreRetentionAsync(Stage stage)
    {
        await using var db = stage.Browser.NewContext();
        var now = stage.Browser.Portal.Clock.GetUtcNow();
        await db.SetRetentionTermsAsync(RetentionTerms.Usual with { SpamDays = 45, UnusedAccountMonths = 30 }, now, CancellationToken.None);
        var offer = A.SupportOffer().Of(A.SupportActor().Named(Samples.LongLine[..100]).Build()).Build();
        db.Add(offer.Actor!);
        foreach (var days in Enumerable.Range(1, 30))
        {
            var report = RetentionReport.Begin(now.AddDays(-days));
            foreach (var rule in Enum.GetValues<RetentionRule>()) report.Add(rule, (days * 1_237) + (int)rule);
            db.Add(report);
        }

        await db.SaveChangesAsync();
        var unused = await stage.Browser.Portal.CreateUserAsync("scene-conservation@example.org", PortalRoles.PartnerManager, offer.ActorId);
        var person = await db.Users.FindAsync(unused);
        (person!.CreatedAt, person.DisplayName) = (now.AddYears(-3), Samples.LongWord);
        await db.SaveChangesAsync();
    }

    private static async Task StoreRunsAsync(Stage stage)
    {
        await using var db = stage.Browser.NewContext();
        var now = stage.Browser.Portal.Clock.GetUtcNow();
        var askedBy = await stage.Browser.Portal.CreateUserAsync("scene-taches@example.org", PortalRoles.Administrator);
        var first = JobRun.Begin(Succeeded, 0, askedBy: null, now.AddHours(-26));
        first.Interrupt(first.StartedAt.AddSeconds(3));
        var second = JobRun.Begin(Succeeded, 1, askedBy, now.AddHours(-2));
        second.Succeed([new("Rappels envoyés", 1_250), new("Partenaires sans adresse vérifiée, laissés à l’équipe", 3)], second.StartedAt.AddSeconds(75));
        var failed = JobRun.Begin(Failed, 0, askedBy: null, now.AddMinutes(-5));
        failed.Fail(new InvalidOperationException(), failed.StartedAt.AddSeconds(12));
        var late = JobRun.Begin(Late, 0, askedBy: null, now.AddDays(-3));
        late.Succeed([new("Courriels envoyés", 0)], late.StartedAt);
        db.AddRange(first, second, failed, JobRun.Begin(Running, 0, askedBy: null, now.AddMinutes(-1)), late);
        await db.SaveChangesAsync();
    }
}
