using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Audit;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Features.Admin.Audit;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>The journal: empty, long, and with a filter that cannot be read.</summary>
internal static class JournalScenes
{
    private const string Address = "/admin/journal";

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Admin/Audit/Index", "every kind of line, more than a page", async stage =>
        {
            await StoreAsync(stage);
            await stage.OpenAsStaffAsync(Address);
        }),
        new("Admin/Audit/Index", "nothing found", stage => stage.OpenAsStaffAsync(Address + "?quoi=KeysReplaced&reseau=192.0.2.1")),
        new("Admin/Audit/Index", "errors", stage => stage.OpenAsStaffAsync($"{Address}?qui={Samples.LongWord}&demande={Samples.LongWord}&reseau={Samples.LongWord}&du.Day=31&du.Month=2&du.Year=2026&au.Day=3")),
    ];

    private static async Task StoreAsync(Stage stage)
    {
        var request = A.Request().Build();
        await stage.Browser.StoreAsync(request);
        var who = await stage.Browser.Portal.CreateUserAsync($"scene-journal{A.Number()}@example.org", PortalRoles.Administrator);
        var now = stage.Browser.Portal.Clock.GetUtcNow();
        var number = 0;
        AuditEvent Line(AuditArea area, string kind) => new()
        {
            Id = Guid.CreateVersion7(now),
            At = now.AddMinutes(-number++),
            Kind = kind,
            Area = area,
            ActorId = number % 5 == 0 ? null : number % 7 == 0 ? Guid.NewGuid() : who,
            Client = "2001:db8:1234::/48",
            Route = number % 11 == 0 ? null : "/admin/demandes/{reference}/envois/{referralId:guid}/accord",
            TargetKind = number % 3 == 0 ? AuditTargets.Account : AuditTargets.Offer,
            Target = number % 2 == 0 ? null : Guid.NewGuid().ToString(),
            RequestId = number % 4 == 0 ? request.Id : null,
            Times = number % 6 == 0 ? 12_345 : 1,
        };

        await using var db = stage.Browser.NewContext();
        db.AuditEvents.AddRange(Enum.GetNames<SecurityEvent>().Select(kind => Line(AuditArea.Security, kind)));
        db.AuditEvents.AddRange(Enum.GetNames<AuditAct>().Select(kind => Line(AuditArea.Business, kind)));
        db.AuditEvents.AddRange(Enumerable.Range(0, JournalReader.PageSize).Select(_ => Line(AuditArea.Business, nameof(AuditAct.ContactRead))));
        await db.SaveChangesAsync();
    }
}
