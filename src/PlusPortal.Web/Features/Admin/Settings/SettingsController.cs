using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain;
using PlusPortal.Domain.Profile;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>Administrators decide what PLUS needs no developer for: how it is reached, when it works, who of it is told of what.</summary>
[Area(Areas.Admin)]
[Route("admin/reglages")]
[Authorize(Policies.Administrator)]
public sealed class SettingsController(SettingsReader settings, ChangeProfile changes, TimeProvider clock) : Controller
{
    private const string Prefix = "Form";
    private const string Unchanged = "rien";
    private const string ReachView = "Reach";
    private const string HoursView = "Hours";
    private const string ClosuresView = "Closures";
    private const string NotificationsView = "Notifications";
    private const string DelaysView = "Delays";
    private const string RemindersView = "Reminders";

    /// <summary>Every setting with its value, in words, and who changed it last.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? fait, CancellationToken ct) => View(new OverviewPage(await settings.ReadAsync(ct), DoneWords(fait), clock.TodayInParis));

    /// <summary>Every change, the newest first.</summary>
    [HttpGet("historique")]
    public async Task<IActionResult> History(int? avant, CancellationToken ct) => View(await settings.HistoryAsync(avant, ct));

    /// <summary>Telephone and e-mail address.</summary>
    [HttpGet("joindre")]
    public Task<IActionResult> Reach(CancellationToken ct) => ShowAsync(ReachView, SettingsSection.Reach, ReachForm.From, ct);

    /// <summary>Writes them.</summary>
    [HttpPost("joindre")]
    [Audited(AuditAct.SettingsChanged)]
    public Task<IActionResult> Reach([Bind(Prefix = Prefix)] ReachForm form, CancellationToken ct) => SaveAsync(ReachView, SettingsSection.Reach, form, form.Applied, nameof(ReachForm.Phone), ct);

    /// <summary>Opening hours.</summary>
    [HttpGet("horaires")]
    public Task<IActionResult> Hours(CancellationToken ct) => ShowAsync(HoursView, SettingsSection.Hours, HoursForm.From, ct);

    /// <summary>Writes them.</summary>
    [HttpPost("horaires")]
    [Audited(AuditAct.SettingsChanged)]
    public Task<IActionResult> Hours([Bind(Prefix = Prefix)] HoursForm form, CancellationToken ct) => SaveAsync(HoursView, SettingsSection.Hours, form, form.Applied, $"{nameof(HoursForm.Days)}[0].{nameof(DayHours.Hours)}", ct);

    /// <summary>Closures, and the form of one more.</summary>
    [HttpGet("fermetures")]
    public Task<IActionResult> Closures(CancellationToken ct) => ShowAsync(ClosuresView, SettingsSection.Closures, (_, seen) => new ClosureForm { Seen = seen }, ct);

    /// <summary>Announces one more.</summary>
    [HttpPost("fermetures")]
    [Audited(AuditAct.SettingsChanged)]
    public async Task<IActionResult> Closures([Bind(Prefix = Prefix)] ClosureForm form, CancellationToken ct)
    {
        var (state, today) = (await settings.ReadAsync(ct), clock.TodayInParis);
        foreach (var (field, sentence) in form.Problems(state.Profile.Calendar, today)) ModelState.AddModelError($"{Prefix}.{field}", sentence);
        return await SaveAsync(ClosuresView, SettingsSection.Closures, form, profile => profile.Closing(form.Read(), today), nameof(ClosureForm.Label), ct);
    }

    /// <summary>Takes one back. Whoever presses twice, or beside somebody else, finds it done.</summary>
    [HttpPost("fermetures/retrait")]
    [Audited(AuditAct.SettingsChanged)]
    public async Task<IActionResult> RemoveClosure(RemoveClosureForm form, CancellationToken ct)
    {
        var today = clock.TodayInParis;
        await changes.ExecuteAsync(
            SettingsSection.Closures.Settings,
            seen: null,
            profile => profile.Calendar.Closures.FirstOrDefault(closure => closure.ToString() == form.Closure) is { } closure ? profile.Opening(closure, today) : profile,
            User.UserId,
            ct);
        return Saved(SettingsSection.Closures);
    }

    /// <summary>Who is told of what.</summary>
    [HttpGet("notifications")]
    public Task<IActionResult> Notifications(CancellationToken ct) => ShowAsync(NotificationsView, SettingsSection.Notifications, NotificationsForm.From, ct);

    /// <summary>Writes it.</summary>
    [HttpPost("notifications")]
    [Audited(AuditAct.SettingsChanged)]
    public Task<IActionResult> Notifications([Bind(Prefix = Prefix)] NotificationsForm form, CancellationToken ct) =>
        SaveAsync(NotificationsView, SettingsSection.Notifications, form, form.Applied, nameof(NotificationsForm.Urgent), ct);

    /// <summary>Delays.</summary>
    [HttpGet("delais")]
    public Task<IActionResult> Delays(CancellationToken ct) => ShowAsync(DelaysView, SettingsSection.Delays, DelaysForm.From, ct);

    /// <summary>Writes them.</summary>
    [HttpPost("delais")]
    [Audited(AuditAct.SettingsChanged)]
    public Task<IActionResult> Delays([Bind(Prefix = Prefix)] DelaysForm form, CancellationToken ct) => SaveAsync(DelaysView, SettingsSection.Delays, form, form.Applied, DelaysForm.FirstField, ct);

    /// <summary>Which reminders leave.</summary>
    [HttpGet("relances")]
    public Task<IActionResult> Reminders(CancellationToken ct) => ShowAsync(RemindersView, SettingsSection.Reminders, RemindersForm.From, ct);

    /// <summary>Writes them.</summary>
    [HttpPost("relances")]
    [Audited(AuditAct.SettingsChanged)]
    public Task<IActionResult> Reminders([Bind(Prefix = Prefix)] RemindersForm form, CancellationToken ct) => SaveAsync(RemindersView, SettingsSection.Reminders, form, form.Applied, nameof(RemindersForm.Kept), ct);

    private async Task<IActionResult> ShowAsync<TForm>(string view, SettingsSection section, Func<PlusProfile, int, TForm> formOf, CancellationToken ct)
    {
        var state = await settings.ReadAsync(ct);
        return View(view, new SectionPage<TForm>(formOf(state.Profile, state.NumberOf(section.Settings)), section, state, IsConflict: false, clock.TodayInParis));
    }

    /// <summary>Writes a form, or shows it again with what was typed: with its errors, or beside what somebody else wrote meanwhile; sending again then decides knowingly.</summary>
    private async Task<IActionResult> SaveAsync<TForm>(string view, SettingsSection section, TForm form, Func<PlusProfile, PlusProfile> change, string field, CancellationToken ct)
        where TForm : ISettingsForm
    {
        if (!ModelState.IsValid) return await AgainAsync(StatusCodes.Status400BadRequest);
        try
        {
            switch (await changes.ExecuteAsync(section.Settings, form.Seen, change, User.UserId, ct))
            {
                case ProfileChanged.Done:
                    return Saved(section);
                case ProfileChanged.Unchanged:
                    return LocalRedirect($"{AdminAddress.Settings}?fait={Unchanged}");
                default:
                    return await AgainAsync(StatusCodes.Status409Conflict);
            }
        }
        catch (DomainRuleException broken)
        {
            ModelState.AddModelError($"{Prefix}.{field}", RuleSentences.Of(broken.Code));
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        async Task<IActionResult> AgainAsync(int status)
        {
            var state = await settings.ReadAsync(ct);
            var isConflict = status == StatusCodes.Status409Conflict;
            if (isConflict)
            {
                form.Seen = state.NumberOf(section.Settings);
                ModelState.Remove($"{Prefix}.{nameof(form.Seen)}");
            }

            Response.StatusCode = status;
            return View(view, new SectionPage<TForm>(form, section, state, isConflict, clock.TodayInParis));
        }
    }

    private LocalRedirectResult Saved(SettingsSection section) => LocalRedirect($"{AdminAddress.Settings}?fait={CodeOf(section)}");

    private static string CodeOf(SettingsSection section) => section.Address[(section.Address.LastIndexOf('/') + 1)..];

    private static string? DoneWords(string? fait) =>
        fait == Unchanged ? "Rien n’a changé\u00A0: ces valeurs étaient déjà enregistrées." : SettingsSection.All.FirstOrDefault(section => CodeOf(section) == fait)?.Done;
}
